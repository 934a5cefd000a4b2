package command

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"lotse/flows/register/compare"
)

// written is an output whose writer makes another file at its place, or fails.
func written(path string, late, fails bool) output {
	return output{path: path, write: func(w io.Writer, _ *compare.Report, _ string) error {
		if _, err := io.WriteString(w, "ours"); err != nil {
			return err
		}
		if late {
			return os.WriteFile(path, []byte("mine"), 0o600)
		}
		if fails {
			return errors.New("broken")
		}
		return nil
	}}
}

// TestOutputsAreWhole: a file that came while the work was done is not
// overwritten unless that was asked for; where one of the files cannot be
// written none is, and nothing is left behind.
func TestOutputsAreWhole(t *testing.T) {
	for _, c := range []struct {
		name               string
		late, fails, force bool
		want               map[string]string
		bad                bool
	}{
		{name: "both", want: map[string]string{"a.csv": "ours", "b.csv": "ours"}},
		{name: "late", late: true, bad: true, want: map[string]string{"b.csv": "mine"}},
		{name: "forced", late: true, force: true, want: map[string]string{"a.csv": "ours", "b.csv": "ours"}},
		{name: "broken", fails: true, bad: true, want: map[string]string{}},
	} {
		dir := t.TempDir()
		o := outputs{force: c.force, files: []output{written(filepath.Join(dir, "a.csv"), false, false), written(filepath.Join(dir, "b.csv"), c.late, c.fails)}}
		if err := o.write(t.Context(), nil, "en"); (err != nil) != c.bad {
			t.Errorf("%s: %v", c.name, err)
		}
		found, err := os.ReadDir(dir)
		if err != nil || len(found) != len(c.want) {
			t.Errorf("%s: %v, %v", c.name, found, err)
		}
		for name, want := range c.want {
			path := filepath.Join(dir, name)
			info, err := os.Stat(path)
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("%s: %s %v, %v", c.name, name, info, err)
			}
			if got, err := os.ReadFile(path); err != nil || string(got) != want {
				t.Errorf("%s: %s has %q, %v", c.name, name, got, err)
			}
		}
	}
}
