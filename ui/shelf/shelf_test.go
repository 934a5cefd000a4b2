package shelf

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/pack"
)

// packOf is a pack of a version, with so many procedures.
func packOf(t *testing.T, version string, more ...string) *pack.Pack {
	t.Helper()
	fsys := fstest.MapFS{
		"pack.yaml":      {Data: []byte("name: setup\nversion: " + version + "\nlotse: 0.1.0\nlicence: MIT\n")},
		"one.yaml":       {Data: []byte("procedure: one\nversion: 1\ntitle: of " + version + "\n")},
		"stories/a.yaml": {Data: []byte("title: a\n")},
	}
	for _, name := range more {
		fsys[name] = &fstest.MapFile{Data: []byte("x")}
	}
	p, err := pack.Open(fsys)
	if err == nil {
		p, err = p.Build()
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != code {
		t.Errorf("%v, wanted %s", err, code)
	}
}

// holds holds that the shelf has one pack of a version, "" none, and nothing else.
func holds(t *testing.T, s *Shelf, version string) {
	t.Helper()
	all, err := s.List()
	do(t, err)
	is := ""
	for _, k := range all {
		do(t, k.Err)
		is += k.Pack.Version
	}
	if is != version {
		t.Errorf("the shelf has %q, wanted %q", is, version)
	}
	entries, err := s.entries()
	do(t, err)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") && e.Name() != lockName {
			t.Errorf("%s is left", e.Name())
		}
	}
}

func TestAddReplaceRemove(t *testing.T) {
	ctx := t.Context()
	s := &Shelf{Dir: filepath.Join(t.TempDir(), "data", "packs")}
	holds(t, s, "")
	do(t, s.Sweep(ctx))
	refused(t, s.Replace(ctx, packOf(t, "1.0.0")), "shelf.none_at_all")
	refused(t, s.Remove(ctx, "setup"), "shelf.none_at_all")
	do(t, s.Add(ctx, packOf(t, "1.0.0")))
	holds(t, s, "1.0.0")
	refused(t, s.Add(ctx, packOf(t, "2.0.0")), "shelf.there")
	refused(t, s.Remove(ctx, "../packs/setup"), "shelf.none")
	refused(t, s.Remove(ctx, "setup/../setup"), "shelf.none")
	holds(t, s, "1.0.0")
	do(t, s.Replace(ctx, packOf(t, "2.0.0", "two.txt")))
	holds(t, s, "2.0.0")
	k, err := s.Get("setup")
	do(t, err)
	if info, err := os.Stat(filepath.Join(s.Dir, "setup", "one.yaml")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if k.Pack.Digest != packOf(t, "2.0.0", "two.txt").Digest {
		t.Error("another pack is there than was installed")
	}
	do(t, s.Remove(ctx, "setup"))
	holds(t, s, "")
}

// TestADamagedPack is listed as such, keeps nobody from the others, and can be
// replaced and removed.
func TestADamagedPack(t *testing.T) {
	ctx := t.Context()
	s := &Shelf{Dir: t.TempDir()}
	do(t, s.Add(ctx, packOf(t, "1.0.0")))
	do(t, os.WriteFile(filepath.Join(s.Dir, "setup", "one.yaml"), []byte("other"), 0o600))
	do(t, os.CopyFS(filepath.Join(s.Dir, "other"), packOf(t, "1.0.0").FS))
	do(t, os.Symlink(s.Dir, filepath.Join(s.Dir, "linked")))
	do(t, os.WriteFile(filepath.Join(s.Dir, "file"), nil, 0o600))
	all, err := s.List()
	do(t, err)
	if len(all) != 2 {
		t.Fatalf("%+v", all)
	}
	refused(t, all[0].Err, "shelf.other_name")
	refused(t, all[1].Err, "pack.file_changed")
	do(t, s.Replace(ctx, packOf(t, "2.0.0")))
	do(t, s.Remove(ctx, "other"))
	holds(t, s, "2.0.0")
}

// TestADiskThatIsFull: where writing fails nothing is left, and the old one stays.
func TestADiskThatIsFull(t *testing.T) {
	ctx := t.Context()
	s := &Shelf{Dir: t.TempDir()}
	do(t, s.Add(ctx, packOf(t, "1.0.0")))
	p := packOf(t, "2.0.0")
	p.FS = broken{p.FS}
	if err := s.Replace(ctx, p); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
	holds(t, s, "1.0.0")
}

var errFull = errors.New("no space left")

// broken cannot read its last file.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, pack.Stories) {
		return nil, errFull
	}
	return b.FS.Open(name)
}

// TestAProgramThatIsKilled ends a program at each stage of each change, without a
// chance to clear up: the old pack or the new one is there when another one begins.
func TestAProgramThatIsKilled(t *testing.T) {
	if dir := os.Getenv("SHELF_DIR"); dir != "" {
		killed(t, dir)
		return
	}
	for _, c := range []struct{ change, before, after string }{{"add", "", "1.0.0"}, {"replace", "1.0.0", "2.0.0"}, {"remove", "1.0.0", ""}} {
		ended := false
		for stage := 1; !ended; stage++ {
			s := &Shelf{Dir: t.TempDir()}
			if c.before != "" {
				do(t, s.Add(t.Context(), packOf(t, c.before)))
			}
			cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestAProgramThatIsKilled$")
			cmd.Env = append(os.Environ(), "SHELF_DIR="+s.Dir, "SHELF_CHANGE="+c.change, "SHELF_STAGE="+strings.Repeat("x", stage))
			var exit *exec.ExitError
			if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 77) {
				t.Fatalf("%s: %v", c.change, err)
			} else if err == nil {
				ended = true
			}
			do(t, s.Sweep(t.Context()))
			all, err := s.List()
			do(t, err)
			is := ""
			if len(all) > 0 {
				is = all[0].Pack.Version
			}
			if is != c.before && is != c.after || ended && is != c.after {
				t.Errorf("%s, stage %d: the shelf has %q", c.change, stage, is)
			}
			holds(t, s, is)
			if stage > 20 {
				t.Fatal("it does not end")
			}
		}
	}
}

// killed makes a change, and ends the program at a stage.
func killed(t *testing.T, dir string) {
	stages := 0
	s := &Shelf{Dir: dir, at: func(string) {
		if stages++; stages == len(os.Getenv("SHELF_STAGE")) {
			os.Exit(77)
		}
	}}
	switch os.Getenv("SHELF_CHANGE") {
	case "add":
		do(t, s.Add(t.Context(), packOf(t, "1.0.0")))
	case "replace":
		do(t, s.Replace(t.Context(), packOf(t, "2.0.0")))
	case "remove":
		do(t, s.Remove(t.Context(), "setup"))
	}
}

// TestTwoPrograms: while one changes the shelf, another neither changes it nor
// clears up what is being written.
func TestTwoPrograms(t *testing.T) {
	held := false
	s := &Shelf{Dir: t.TempDir(), Lock: func(context.Context, string, time.Duration) (func(), error) {
		if held {
			return nil, flows.Refuse(flows.ErrLocked, nil, "store.held")
		}
		held = true
		return func() { held = false }, nil
	}}
	other := *s
	s.at = func(stage string) {
		do(t, other.Sweep(t.Context()))
		if err := other.Add(t.Context(), packOf(t, "1.0.0")); !errors.Is(err, flows.ErrLocked) {
			t.Errorf("%s: %v", stage, err)
		}
	}
	do(t, s.Add(t.Context(), packOf(t, "1.0.0")))
	do(t, s.Replace(t.Context(), packOf(t, "2.0.0")))
	holds(t, s, "2.0.0")
}
