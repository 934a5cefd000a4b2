package command

import (
	"errors"
	"path/filepath"
	"testing"

	"lotse/flows"
)

func inFolder(folder string) string { return filepath.Join(folder, "lotse.db") }

// TestWithoutAHome: where no folder for the data is known, and none is named, the
// way out is said; no path is made up.
func TestWithoutAHome(t *testing.T) {
	for _, tt := range []struct{ data, flag, env, want string }{
		{"", "", "", ""},
		{"/d", "", "", filepath.Join("/d", "lotse.db")},
		{"", "x.db", "", "x.db"},
		{"", "", "y.db", "y.db"},
		{"/d", "x.db", "y.db", "x.db"},
	} {
		c := newCall(Program{Store: Store{In: inFolder}, Data: tt.data, Getenv: func(key string) string {
			if key == "LOTSE_DB" {
				return tt.env
			}
			return ""
		}})
		c.flags.db = tt.flag
		if got := c.path(); got != tt.want {
			t.Errorf("%+v: the path is %q", tt, got)
		}
		var r *flows.Refusal
		if err := c.homeless(); (err == nil) != (tt.want != "") || err != nil && (!errors.As(err, &r) || r.Message.Code != "cmd.no_home") {
			t.Errorf("%+v: %v", tt, err)
		}
	}
}
