package command

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/ui/face"
	"lotse/ui/outside"
)

const quayWritten = "procedure: quay\nversion: 1\ntitle: Quay\nsummary: To the quay.\nsteps:\n  - id: moor\n    title: Moor\n    items:\n      - {task: tied, label: The ship is tied}\n"

// followed is a file that is being written, and who follows it by a clock that the
// test moves.
type followed struct {
	*following
	t       *testing.T
	file    string
	changes chan face.Change
	waits   chan struct{} // it waits for the clock
	tick    chan time.Time
}

func follow(t *testing.T) *followed {
	t.Helper()
	dir := t.TempDir()
	f := &followed{t: t, file: filepath.Join(dir, "quay.yaml"), changes: make(chan face.Change, 1), waits: make(chan struct{}), tick: make(chan time.Time)}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	t.Cleanup(func() { stop(); <-ended })
	c := newCall(Program{Library: flows.Open(fstest.MapFS{}, flows.Specs{}), Out: &bytes.Buffer{}, Getenv: func(string) string { return "" }, After: func(time.Duration) <-chan time.Time {
		select {
		case f.waits <- struct{}{}:
		case <-ctx.Done():
		}
		return f.tick
	}})
	d := &outside.Document{Folder: flows.Folder{FS: os.DirFS(dir)}, Dir: "drafts", Name: "quay.yaml"}
	f.following = &following{d: d, watch: watch{call: c, folders: func() []fs.FS { return []fs.FS{d.FS} }}}
	f.save(quayWritten)
	go func() { defer close(ended); f.tell(ctx, f.changes) }()
	<-f.waits
	return f
}

func (f *followed) save(text string) {
	f.t.Helper()
	if err := os.WriteFile(f.file, []byte(text), 0o600); err != nil {
		f.t.Fatal(err)
	}
}

// look lets it look once more.
func (f *followed) look() {
	f.tick <- time.Time{}
	<-f.waits
}

// told is what it has told; false for nothing.
func (f *followed) told() (c face.Change, is bool) {
	select {
	case c = <-f.changes:
		return c, true
	default:
		return c, false
	}
}

// A file that an editor has emptied and not written yet is not wrong; one that stays
// so is.
func TestWhatIsBeingSavedIsWaitedFor(t *testing.T) {
	t.Parallel()
	f := follow(t)
	if c, is := f.told(); !is || c.Procedure == nil {
		t.Fatalf("at the beginning it tells %+v", c)
	}
	f.save("")
	f.look()
	if c, is := f.told(); is {
		t.Errorf("of an empty file it tells %+v", c)
	}
	f.save(strings.Replace(quayWritten, "title: Quay", "title: Pier", 1))
	f.look()
	if c, is := f.told(); !is || c.Procedure == nil || c.Procedure.Title != "Pier" {
		t.Errorf("of what is saved it tells %+v", c)
	}
	f.save("")
	f.look() // it is empty
	f.look() // it still is
	if c, is := f.told(); !is || c.Procedure != nil || c.Fault.Message.Code == "" {
		t.Errorf("of a file that stays empty it tells %+v", c)
	}
	f.look()
	if c, is := f.told(); is {
		t.Errorf("without a change it tells %+v", c)
	}
}

// Of what nobody has taken only the last is kept.
func TestOnlyWhatWasSavedLastIsTold(t *testing.T) {
	t.Parallel()
	f := follow(t)
	f.told()
	for _, title := range []string{"One", "Second", "The third"} {
		f.save(strings.Replace(quayWritten, "title: Quay", "title: "+title, 1))
		f.look()
	}
	if c, is := f.told(); !is || c.Procedure == nil || c.Procedure.Title != "The third" {
		t.Errorf("it tells %+v", c)
	}
	if c, is := f.told(); is {
		t.Errorf("and %+v", c)
	}
}

// A fault has its place, the line on both sides of it, and how many more there are.
func TestAFaultHasItsLine(t *testing.T) {
	t.Parallel()
	f := follow(t)
	long := strings.Repeat("é", 1000)
	for name, c := range map[string]struct {
		text string
		want face.Fault
	}{
		"a key":          {quayWritten + "colour: red\n", face.Fault{Line: 10, Column: 1, Behind: "colour: red"}},
		"two of Windows": {strings.ReplaceAll(quayWritten+"colour: red\nsize: big\n", "\n", "\r\n"), face.Fault{Line: 10, Column: 1, Behind: "colour: red", More: 1}},
		"in a line":      {strings.Replace(quayWritten, "{task: tied,", "{task: tied, size: big,", 1), face.Fault{Line: 9, Column: 22, Before: "      - {task: tied, ", Behind: "size: big, label: The ship is tied}"}},
		"behind a mark":  {"\ufeffcolour: red\n" + quayWritten, face.Fault{Line: 1, Column: 1, Behind: "colour: red"}},
		"far to the right": {
			strings.Replace(quayWritten, "{task: tied,", "{task: tied, help: "+long+", size: big,", 1),
			face.Fault{Line: 9, Column: 1030, Before: long[:2*198] + ", ", Behind: "size: big, label: The ship is tied}"},
		},
	} {
		f.save(c.text)
		got := f.change().Fault
		if got.Message.IsZero() || got.File != filepath.Join("drafts", "quay.yaml") {
			t.Errorf("%s: %+v", name, got)
		}
		got.Message, got.File = flows.Message{}, ""
		if got.Line != c.want.Line || got.Column != c.want.Column || got.Before != c.want.Before || got.Behind != c.want.Behind || got.More != c.want.More {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if err := os.Remove(f.file); err != nil {
		t.Fatal(err)
	}
	if got := f.change(); got.Procedure != nil || got.Fault.Message.IsZero() {
		t.Errorf("of a file that is gone it tells %+v", got)
	}
}
