package line

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words/wordstest"
	"lotse/storage/storetest"
	"lotse/storage/vault"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/theme"
)

var update = flag.Bool("update", false, "write the transcripts anew")

var specs = flows.Specs{
	Checks:    []flows.CheckSpec{{Name: "probe", Title: "Probe", Inputs: []flows.Input{{Name: "must", Types: []flows.Type{flows.TypeText}}}}},
	Templates: document.Templates(),
}

// absent is a machine without a keychain.
type absent struct{}

var errAbsent = errors.New("no keychain here")

func (absent) Answers() error             { return errAbsent }
func (absent) Locked() bool               { return false }
func (absent) Get(string) (string, error) { return "", errAbsent }
func (absent) Set(string, string) error   { return errAbsent }
func (absent) Delete(string) error        { return errAbsent }

// rig is a desk with one run, and a person who types a script.
type rig struct {
	t     *testing.T
	a     *storetest.Memory
	s     face.Screen
	at    time.Time
	paper transcript
	talk  bytes.Buffer
	width int
}

// harbour is a rig on the procedure with every kind of item.
func harbour(t *testing.T, lang ...string) *rig {
	return onFolder(t, os.DirFS("../desk/testdata/procedures"), specs, lang...)
}

// onFolder is a rig on the procedures of a folder; in another language than
// English they are translated into letters of their own.
func onFolder(t *testing.T, folder fs.FS, specs flows.Specs, lang ...string) *rig {
	t.Helper()
	if len(lang) > 0 {
		overlaid, err := wordstest.Overlaid(folder, specs)
		if err != nil {
			t.Fatal(err)
		}
		folder = overlaid
	}
	return newRig(t, flows.Open(folder, specs), lang...)
}

// teccom is a rig on the procedures that are built in.
func teccom(t *testing.T, lang ...string) *rig {
	return newRig(t, flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates()}), lang...)
}

func newRig(t *testing.T, lib *flows.Library, lang ...string) *rig {
	t.Helper()
	r := &rig{t: t, a: storetest.NewMemory(), at: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC), width: 80}
	random := rand.NewChaCha8([32]byte{1})
	now := func() time.Time { return r.at }
	r.a.SetVault(vault.New(vault.Options{Dir: t.TempDir(), Settings: r.a, Now: now, Random: random, Keychain: absent{}, WorkFactor: 8}))
	r.s = face.Screen{
		Lang:    strings.Join(lang, ""),
		Archive: r.a, Library: lib, Env: run.Env{Now: now, Random: random, By: "Ann"}, Now: now,
		Load: lib.Decode, Out: &r.paper, Err: &r.talk, Typed: true, Width: func() int { return r.width },
	}
	return r
}

// begun starts a run, which is opened then.
func (r *rig) begun(procedure string, mode run.Mode) *rig {
	r.t.Helper()
	s, err := outside.Start(context.Background(), &r.s, procedure, "Muster GmbH", mode)
	if err != nil {
		r.t.Fatal(err)
	}
	r.s.Run = s.ID()
	return r
}

// transcript is what a person sees: what is said, and what they type.
type transcript struct {
	bytes.Buffer
	own bytes.Buffer // what is said alone, with the line breaks that were typed
}

// Write takes what is said.
func (p *transcript) Write(b []byte) (int, error) {
	p.own.Write(b)
	return p.Buffer.Write(b)
}

// WriteString takes what is said, too.
func (p *transcript) WriteString(s string) (int, error) { return p.Write([]byte(s)) }

// typed takes what is typed.
func (p *transcript) typed(text string) {
	if strings.HasSuffix(text, "\n") {
		p.own.WriteByte('\n')
	}
	for _, c := range text {
		if c < ' ' && c != '\n' && c != '\t' { // as a terminal shows it
			p.Buffer.WriteByte('^')
			c += '@'
		}
		p.Buffer.WriteRune(c)
	}
}

// person types a script, line by line, when a line is waited for.
type person struct {
	r     *rig
	lines []string
	cut   string // at last, without an end
}

// Read types the next line, which the terminal shows.
func (p *person) Read(b []byte) (int, error) {
	if len(p.lines) == 0 {
		n := copy(b, p.cut)
		if p.cut = p.cut[n:]; n == 0 {
			return 0, io.EOF
		}
		return n, nil
	}
	line := p.lines[0] + "\n"
	n := copy(b, line)
	if p.lines[0] = line[n:]; n == len(line) {
		p.lines = p.lines[1:]
	} else {
		p.lines[0] = strings.TrimSuffix(p.lines[0], "\n")
	}
	if p.r.s.Typed {
		p.r.paper.typed(string(b[:n]))
	}
	return n, nil
}

// ask types the next line where nothing is shown.
func (p *person) ask(_ context.Context, prompt string) (run.Secret, error) {
	if len(p.lines) == 0 {
		return run.Secret{}, io.ErrUnexpectedEOF
	}
	line := p.lines[0]
	p.lines = p.lines[1:]
	fmt.Fprint(&p.r.paper, prompt)
	p.r.paper.typed("(not shown)\n")
	return run.NewSecret([]byte(line)), nil
}

// types runs line mode while the lines are typed, and gives the exit code.
func (r *rig) types(lines ...string) int { return r.typesAnd("", lines...) }

func (r *rig) typesAnd(cut string, lines ...string) int {
	r.t.Helper()
	p := &person{r: r, lines: append([]string{}, lines...), cut: cut}
	r.s.In = p
	if r.s.Typed && r.s.Ask == nil {
		r.s.Ask = p.ask
		defer func() { r.s.Ask = nil }()
	}
	code, err := Run(context.Background(), r.s)
	if err != nil {
		r.t.Fatalf("%v\n%s", err, r.paper.String())
	}
	return code
}

// said is all that was seen so far.
func (r *rig) said() string { return r.paper.String() }

// shows fails unless every text was said.
func (r *rig) shows(texts ...string) *rig {
	r.t.Helper()
	flat := strings.Join(strings.Fields(r.said()), " ")
	for _, s := range texts {
		if !strings.Contains(flat, s) {
			r.t.Errorf("not said: %q\n%s", s, r.said())
		}
	}
	return r
}

// log lists the events of the run as kind, step and data.
func (r *rig) log() []string {
	r.t.Helper()
	events, err := r.a.Events(context.Background(), r.s.Run, 0)
	if err != nil {
		r.t.Fatal(err)
	}
	var out []string
	for _, e := range events {
		out = append(out, fmt.Sprintf("%s %s %s", e.Kind, e.Step, e.Data))
	}
	return out
}

// view is the run as it stands on disk.
func (r *rig) view() *run.View {
	r.t.Helper()
	s, err := run.Resume(context.Background(), r.s.Env, r.a, r.s.Run, r.s.Load)
	if err != nil {
		r.t.Fatal(err)
	}
	return s.View(r.at)
}

// plain holds that nothing was written that moves a cursor, or is wider than the
// screen.
func (r *rig) plain() {
	r.t.Helper()
	for _, text := range []string{r.paper.own.String(), r.talk.String()} {
		if bad, ok := unfit(text, r.width); !ok {
			r.t.Errorf("%q does not belong on a line", bad)
		}
	}
}

// unfit gives a line that is too wide, or that has something in it that a
// terminal obeys.
func unfit(text string, width int) (bad string, ok bool) {
	for line := range strings.SplitSeq(text, "\n") {
		if flows.Clean(line) != line || theme.Width(line) > width {
			return line, false
		}
	}
	return "", true
}

// golden compares the transcript, with what was said beside it and the exit
// code, with the one that is kept.
func (r *rig) golden(name string, code int) {
	r.t.Helper()
	got := fmt.Sprintf("%s-- beside --\n%s-- exit %d --\n", r.said(), r.talk.String(), code)
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			r.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		r.t.Fatal(err)
	}
	if got != string(want) {
		r.t.Errorf("the transcript is not that of %s:\n%s", path, got)
	}
}
