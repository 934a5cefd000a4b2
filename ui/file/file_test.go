package file

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

func TestPathsAsPeopleAndTerminalsWriteThem(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	for given, want := range map[string]string{
		" /tmp/a.csv\n":                "/tmp/a.csv",
		"'/tmp/my list.csv'":           "/tmp/my list.csv",
		`"/tmp/my list.csv"`:           "/tmp/my list.csv",
		`/tmp/my\ list\ \(1\).csv`:     "/tmp/my list (1).csv",
		"file:///tmp/my%20list.csv":    "/tmp/my list.csv",
		"~/a.csv":                      filepath.Join(home, "a.csv"),
		`C:\lists\a.csv`:               `C:\lists\a.csv`,
		`'/tmp/it stays \ as it is.x'`: `/tmp/it stays \ as it is.x`,
	} {
		if got, err := Path(given); err != nil || got != want {
			t.Errorf("%q: %q, %v; wanted %q", given, got, err, want)
		}
	}
	if _, err := Path("file:///%zz"); err == nil {
		t.Error("a broken address is a path")
	}
}

func TestWhatMayBeAList(t *testing.T) {
	for s, want := range map[string]bool{
		"/tmp/a.csv": true, "'/tmp/b c.XLSX'": true, "a.tsv": true, "a.txt": true,
		"a.pdf": false, "": false, "a.csv\nb.csv": false, "a\tb.csv": false, strings.Repeat("a", 5000) + ".csv": false,
	} {
		if IsTable(s) != want {
			t.Errorf("%.40q: %v", s, !want)
		}
	}
}

func TestOnlyFilesAreOpened(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a b.csv")
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open("'" + path + "'")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.Name != "a b.csv" || f.Size != 1 {
		t.Errorf("%+v", f.Source)
	}
	for path, says := range map[string]string{dir: "folder", os.DevNull: "device", filepath.Join(dir, "none.csv"): "There is no file"} {
		_, err := Open(path)
		var r *flows.Refusal
		if !errors.As(err, &r) || !strings.Contains(words.Say("en", r.Message), says) || errors.Is(err, flows.ErrNotFound) != (says[0] == 'T') {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestAddressesOfFiles(t *testing.T) {
	for given, want := range map[string]string{
		"/C:/lists/my list.csv": `C:\lists\my list.csv`,
		"server/share/a.csv":    `\\server\share\a.csv`,
		"/lists/a.csv":          `\lists\a.csv`,
		"":                      `\\`,
	} {
		if got := addressed("windows", given); got != want {
			t.Errorf("%s: %s, want %s", given, got, want)
		}
		if got := addressed("linux", given); got != given {
			t.Errorf("%s: %s elsewhere", given, got)
		}
	}
}
