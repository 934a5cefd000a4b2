package file

import (
	"errors"
	"path/filepath"
	"testing"

	"lotse/flows"
)

// TestHome: what the environment says, where that is a home; else what the user
// database says; else it is refused. Never a relative path, never the root.
func TestHome(t *testing.T) {
	for _, tt := range []struct{ said, known, want string }{
		{"/home/ann", "/home/database", "/home/ann"},
		{"/home/ann/", "", "/home/ann/"},
		{"", "/home/database", "/home/database"},
		{"home/ann", "/home/database", "/home/database"},
		{".", "/home/database", "/home/database"},
		{"~", "/home/database", "/home/database"},
		{"/", "/home/database", "/home/database"},
		{"//", "/root", "/root"},
		{"/home/..", "/home/database", "/home/database"},
		{"", "", ""},
		{"", "/", ""},
		{"ann", "ann", ""},
		{"/", "", ""},
	} {
		got, err := homeOf(filepath.FromSlash(tt.said), func() string { return filepath.FromSlash(tt.known) })
		if got != filepath.FromSlash(tt.want) || (err == nil) != (tt.want != "") {
			t.Errorf("HOME=%q, database %q: %q %v, want %q", tt.said, tt.known, got, err, tt.want)
		}
		if r := (*flows.Refusal)(nil); err != nil && (!errors.As(err, &r) || r.Message.Code != "file.no_home") {
			t.Errorf("HOME=%q: %v", tt.said, err)
		}
	}
}

// TestHomeOfTheDatabase: without HOME a path from home is found all the same, and
// refused where the user database knows none either.
func TestHomeOfTheDatabase(t *testing.T) {
	for _, home := range []string{"", "home", "/"} {
		t.Setenv("HOME", home)
		want := databaseHome()
		got, err := Path("~/x.csv")
		switch {
		case !isHome(want) && err == nil:
			t.Errorf("HOME=%q: %q of no home", home, got)
		case isHome(want) && (err != nil || got != filepath.Join(want, "x.csv")):
			t.Errorf("HOME=%q: %q %v", home, got, err)
		}
	}
}
