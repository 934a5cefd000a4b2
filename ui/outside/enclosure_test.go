package outside

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// TestWithEnclosures opens what comes with the procedure and what the store keeps,
// and nothing else.
func TestWithEnclosures(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	p, err := flows.Open(fstest.MapFS{
		"p.yaml": {Data: []byte("procedure: p\nversion: 1\ntitle: T\nsummary: S\nsteps: [{id: s, title: S, items: [{attach: a.txt}]}]\n")},
		"a.txt":  {Data: []byte("from the procedure")},
	}, flows.Specs{}).Procedure("p")
	if err != nil {
		t.Fatal(err)
	}
	v := &run.View{Steps: []run.StepView{{Step: &p.Steps[0], Items: []run.ItemView{{Item: &p.Steps[0].Items[0], State: run.Applies}}}}}
	a := storetest.NewMemory()
	kept, err := a.Put(t.Context(), "b.txt", strings.NewReader("from the run"))
	if err != nil {
		t.Fatal(err)
	}
	both := WithEnclosures(a, v)
	own := v.FilesAt(flows.At("s.attach-1"))[0]
	for name, c := range map[string]struct {
		file run.File
		text string
	}{"of the procedure": {own, "from the procedure"}, "of the run": {kept, "from the run"}} {
		show := &viewer{name: "xdg-open"}
		path, told, opened, err := OpenKept(t.Context(), both, show, c.file, time.Now())
		text, readErr := os.ReadFile(path)
		if err != nil || readErr != nil || string(text) != c.text || !opened || told.Code != "open.with" {
			t.Errorf("%s: %q, %v, %v, %v", name, text, told, err, readErr)
		}
		if about, err := os.Stat(path); err != nil || about.Mode() != 0o600 {
			t.Errorf("%s is %v, %v", name, about, err)
		}
	}
	if _, err := a.Open(t.Context(), own.Sum); err == nil {
		t.Error("the store keeps the file of the procedure, too")
	}
	if _, _, _, err := OpenKept(t.Context(), both, nil, run.File{Name: "c.txt", Sum: strings.Repeat("0", 64)}, time.Now()); err == nil {
		t.Error("a file that nobody has is opened")
	}
}
