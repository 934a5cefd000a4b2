//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

const ferry = `procedure: ferry
version: 1
title: Ferry
summary: Books a ferry.
steps:
  - id: who
    title: Who travels?
    items:
      - {field: name, type: text, label: Name, required: true}
      - {field: seat, type: text, label: Seat}
  - id: when
    title: When does it leave?
    items:
      - {field: tide, type: choice, label: Tide, required: true, options: {high: High water, low: Low water}}
  - id: how
    title: How is it paid?
    items:
      - {field: note, type: text, label: Note}
`

// author writes a procedure in a house, where a preview of it is open.
type author struct {
	*house
	tmp, file string
}

func newAuthor(t *testing.T) *author {
	t.Helper()
	a := &author{house: newHouse(t)}
	a.tmp, a.file = filepath.Join(a.dir, "tmp"), filepath.Join(a.dir, "drafts", "ferry.yaml")
	if err := os.Mkdir(a.tmp, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Dir(a.file), 0o700); err != nil {
		t.Fatal(err)
	}
	a.env = append(a.env, "TMPDIR="+a.tmp)
	return a
}

// save saves the procedure with some of it written in another way, old and new in
// turn, as editors do that write another file and rename it.
func (a *author) save(changes ...string) {
	a.t.Helper()
	a.write(a.file, strings.NewReplacer(changes...).Replace(ferry))
}

func (a *author) write(path, text string) {
	a.t.Helper()
	if err := os.WriteFile(path+"~", []byte(text), 0o600); err != nil {
		a.t.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		a.t.Fatal(err)
	}
}

// stores are the folders of previews that there are.
func (a *author) stores() []string {
	a.t.Helper()
	all, err := filepath.Glob(filepath.Join(a.tmp, "*"))
	if err != nil {
		a.t.Fatal(err)
	}
	return all
}

// untouched holds that nothing of a preview is in the person's own store.
func (a *author) untouched() {
	a.t.Helper()
	if _, err := os.Stat(a.db); err == nil {
		a.t.Errorf("the preview made %s", a.db)
	}
}

// TestAPreviewFollowsTheFile: answered, renamed, taken away, broken and mended, with a
// translation that comes later; then nothing is left.
func TestAPreviewFollowsTheFile(t *testing.T) {
	t.Parallel()
	a := newAuthor(t)
	a.save()
	p := a.open(80, 24, atOnce, "preview", "drafts/ferry.yaml")
	p.Wait("PREVIEW", "Who travels?", "Name")
	p.Send("Aino\r")
	p.Wait("Seat", "saved")
	p.Send("12a")
	p.Wait("12a")

	a.save("Who travels?", "Who is on board?", "field: seat", "field: place", "steps:\n", "renamed: {seat: place}\nsteps:\n", "label: Seat", "label: Number of the seat")
	p.Wait("Who is on board?", "Number of the seat", "12a", "Aino", "Read again at")
	p.Key("enter")
	p.Wait("When does it leave?", "saved")

	a.save("  - id: when\n    title: When does it leave?\n    items:\n      - {field: tide, type: choice, label: Tide, required: true, options: {high: High water, low: Low water}}\n", "",
		"      - {field: seat, type: text, label: Seat}\n", "")
	p.Wait("How is it paid?", "is gone", "place any more: Number of the seat (12a).")

	a.write(a.file, strings.Replace(ferry, "field: note,", "field: note, colour: red,", 1))
	s := p.Wait("drafts/ferry.yaml:18:", "colour", "^")
	if !s.has("How is it paid?", "PREVIEW") {
		t.Errorf("the last good state is not shown:\n%s", s)
	}
	p.Key("enter") // the field in which somebody typed is gone, and keys are for none until one is entered
	p.WaitFor("the field takes keys", func(s screen) bool { return !s.has("enter edit") })
	p.Send("cash")
	p.Wait("cash", "drafts/ferry.yaml:18:")
	a.save()
	p.WaitFor("no fault", func(s screen) bool { return s.has("Read again at", "cash") && !s.has("ferry.yaml:18:") })
	p.Resize(40, 15)
	a.write(filepath.Join(filepath.Dir(a.file), "ferry.de.yaml"), "of: ferry\nlanguage: de\ntexts: {}\ncolor: red\n")
	p.WaitFor("the fault of the translation", func(s screen) bool { return s.has("ferry.de.yaml:4:1", "PREVIEW") })

	if n := len(a.stores()); n != 1 {
		t.Errorf("there are %d stores", n)
	}
	p.Key("ctrl+c")
	if code := p.Exit(); code != 130 {
		t.Errorf("it ends with %d", code)
	}
	if raw := p.Raw(); !strings.Contains(raw, "nothing of it was kept") || strings.Contains(raw, "lotse resume") {
		t.Errorf("it says\n%s", p.Screen())
	}
	if left := a.stores(); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	a.untouched()
}

// TestAPreviewThatWasKilled: its store is private, and the next preview removes it,
// but not that of one which is still open.
func TestAPreviewThatWasKilled(t *testing.T) {
	t.Parallel()
	a := newAuthor(t)
	a.save()
	other := a.open(80, 24, atOnce, "preview", "./drafts")
	other.Wait("PREVIEW", "Who travels?")
	stays := a.stores()
	killed := a.open(80, 24, atOnce, "preview", "./drafts/ferry.yaml", "--at", "how")
	killed.Wait("PREVIEW", "How is it paid?")
	killed.Kill()
	if left := a.stores(); len(left) != 2 {
		t.Fatalf("there are %v", left)
	}
	for _, dir := range a.stores() {
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, %v", dir, info, err)
		}
	}
	third := a.open(80, 24, atOnce, "preview", a.file)
	third.Wait("PREVIEW", "Who travels?")
	third.Signal(syscall.SIGTERM)
	third.Exit()
	if left := a.stores(); len(left) != 1 || left[0] != stays[0] {
		t.Errorf("%v is left, %v is in use", left, stays)
	}
	other.Key("esc")
	other.Wait("esc desk")
	other.Key("esc")
	other.Wait("PREVIEW", "1 run")
	other.Key("ctrl+c")
	other.Exit()
	if left := a.stores(); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
	a.untouched()
}

// TestAPreviewOfWhatIsBroken: on a terminal it waits until it is mended; elsewhere it
// has failed; and what is not there is a slip.
func TestAPreviewOfWhatIsBroken(t *testing.T) {
	t.Parallel()
	a := newAuthor(t)
	a.save("label: Note", "labl: Note")
	p := a.open(80, 24, atOnce, "preview", "./drafts/ferry.yaml")
	p.Wait("drafts/ferry.yaml:18:", "labl", "Waiting until")
	a.save()
	p.Wait("PREVIEW", "Who travels?")
	p.Key("ctrl+c")
	p.Exit()

	a.save("label: Note", "labl: Note")
	waits := a.open(80, 24, atOnce, "preview", "./drafts/ferry.yaml")
	waits.Wait("Waiting until")
	waits.Key("ctrl+c")
	if code := waits.Exit(); code != 130 {
		t.Errorf("it ends with %d", code)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"preview", "./drafts/ferry.yaml", "--plain"}, 1, "ferry.yaml:18:"},
		{[]string{"preview", "./drafts/ferry.yaml"}, 2, "--plain"},
		{[]string{"preview", "./drafts/ferry.yaml", "--json"}, 2, "lotse lint ./drafts/ferry.yaml"},
		{[]string{"preview", "./drafts/none.yaml", "--plain"}, 5, "none.yaml"},
		{[]string{"preview", "ferri", "--plain"}, 5, "teccom-import"},
		{[]string{"preview"}, 2, "preview"},
	} {
		r := call(t, a.lotse(c.args...), "")
		if r.code != c.code || !strings.Contains(r.stdout+r.err, c.says) {
			t.Errorf("%v ends with %d: %s%s", c.args, r.code, r.stdout, r.err)
		}
	}
	if left := a.stores(); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// asksUntil says a word in line mode, and again once it is answered, until a text was
// said: only the program knows when it has looked at the file.
func (a *author) asksUntil(p *terminal, text string) {
	a.t.Helper()
	for n := strings.Count(p.Raw(), " > "); !strings.Contains(p.Raw(), text); n++ {
		p.Send("say\r")
		p.WaitFor("another prompt", func(screen) bool { return strings.Count(p.Raw(), " > ") > n })
	}
}

// TestAPreviewInLines: what was saved since the last prompt is said before the next.
func TestAPreviewInLines(t *testing.T) {
	t.Parallel()
	a := newAuthor(t)
	a.save()
	p := a.open(80, 24, atOnce, "preview", "./drafts/ferry.yaml", "--plain")
	p.Wait("nothing of it is kept", "Name")
	p.Send("Aino\r")
	p.Wait("Seat")
	a.save("field: note,", "field: note, colour: red,")
	a.asksUntil(p, "run goes on as it was before")
	p.Wait("drafts/ferry.yaml:18:", "colour")
	a.save("label: Seat", "label: Number of the seat")
	a.asksUntil(p, "Number of the seat")
	p.Send("quit\r")
	if code := p.Exit(); code != 0 {
		t.Errorf("it ends with %d", code)
	}
	if s := p.Screen(); !s.has("nothing of it was kept") {
		t.Errorf("it says\n%s", s)
	}
	if left := a.stores(); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}
