package desk

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	shipped "lotse/flows/library"
	"lotse/flows/run"
	"lotse/storage/storetest"
	"lotse/storage/vault"
	"lotse/ui/desk/room/roomtest"
)

var testSpecs = flows.Specs{
	Checks:    []flows.CheckSpec{{Name: "probe", Title: "Probe", Inputs: []flows.Input{{Name: "must", Types: []flows.Type{flows.TypeText}}}}},
	Templates: document.Templates(),
}

// rig drives a model by messages, as Bubble Tea would, and runs its commands in
// order. Ticks wait until they are let through.
type rig struct {
	t     testing.TB
	m     *model
	a     *storetest.Memory
	at    time.Time
	ticks []tea.Msg
	said  []tea.Msg // what commands gave that the model does not know, such as the clipboard
	quit  bool
	slow  bool      // commands are under way
	late  []tea.Cmd // those
}

// testLibrary and shippedLibrary are the procedures of the tests and those that Lotse
// comes with. Each is loaded once, for all rigs.
var (
	testLibrary    = sync.OnceValue(func() *flows.Library { return flows.Open(os.DirFS("testdata/procedures"), testSpecs) })
	shippedLibrary = sync.OnceValue(func() *flows.Library {
		return flows.Open(shipped.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates()})
	})
)

func newRig(t testing.TB) *rig {
	t.Helper()
	r := &rig{t: t, a: storetest.NewMemory(), at: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)}
	random := rand.NewChaCha8([32]byte{1})
	now := func() time.Time { return r.at }
	r.a.SetVault(vault.New(vault.Options{Dir: t.TempDir(), Settings: r.a, Now: now, Random: random, Keychain: noKeychain(), WorkFactor: 8}))
	r.start(Config{
		Archive: r.a, Library: testLibrary(), Dark: true,
		Load: func(doc []byte) (*flows.Procedure, error) { return flows.Decode(doc) },
		Env:  run.Env{Now: now, Random: random, By: "Ann"}, Now: now,
	})
	return r
}

func (r *rig) start(cfg Config) {
	r.t.Helper()
	m := newModel(context.Background(), cfg)
	m.tick = func(_ time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		r.ticks = append(r.ticks, f(r.at))
		return nil
	}
	r.m, r.quit = m, false
	r.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.do(m.Init())
}

func (r *rig) send(msg tea.Msg) {
	_, cmd := r.m.Update(msg)
	r.do(cmd)
}

// do runs a command to its end and hands on what it gives.
func (r *rig) do(cmd tea.Cmd) {
	switch {
	case cmd == nil:
		return
	case r.slow:
		r.late = append(r.late, cmd)
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			r.do(c)
		}
	case tea.QuitMsg:
		r.quit = true
	default:
		if !strings.HasPrefix(fmt.Sprintf("%T", msg), "desk.") {
			r.said = append(r.said, msg)
			return
		}
		r.send(msg)
	}
}

func keyOf(k string) tea.KeyPressMsg { return roomtest.Key(k) }

// keys presses keys by their names; a word in quotes is typed.
func (r *rig) keys(names ...string) *rig {
	r.t.Helper()
	for _, msg := range roomtest.Keys(names...) {
		r.send(msg)
	}
	return r
}

func (r *rig) paste(s string) *rig {
	r.send(tea.PasteMsg{Content: s})
	return r
}

func (r *rig) size(w, h int) *rig {
	r.send(tea.WindowSizeMsg{Width: w, Height: h})
	return r
}

// wait lets the time pass in which an overlay takes no keys.
func (r *rig) wait() *rig {
	r.at = r.at.Add(time.Second)
	return r
}

func (r *rig) screen() string { return ansi.Strip(r.m.View().Content) }

// begun is a rig on a fresh rehearsal of the harbour procedure.
func begun(t testing.TB) *rig {
	t.Helper()
	r := newRig(t)
	r.do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
	if r.m.page == nil {
		t.Fatalf("no run was started: %s", r.m.status.text)
	}
	return r
}

// log lists the events as kind and data.
func (r *rig) log() []string {
	r.t.Helper()
	events, err := r.a.Events(context.Background(), r.m.page.s.ID(), 0)
	if err != nil {
		r.t.Fatal(err)
	}
	var out []string
	for _, e := range events {
		out = append(out, string(e.Kind)+" "+string(e.Data))
	}
	return out
}

func (r *rig) value(step, item string) flows.Value {
	r.t.Helper()
	return r.m.page.View().Step(step).Item(item).Value
}

// shows fails unless the screen holds every text.
func (r *rig) shows(texts ...string) *rig {
	r.t.Helper()
	for _, s := range texts {
		if !strings.Contains(r.screen(), s) {
			r.t.Fatalf("not on the screen: %q\n%s", s, r.screen())
		}
	}
	return r
}

func (r *rig) hides(texts ...string) *rig {
	r.t.Helper()
	for _, s := range texts {
		if strings.Contains(r.screen(), s) {
			r.t.Fatalf("on the screen: %q\n%s", s, r.screen())
		}
	}
	return r
}

// library is a rig on a fresh rehearsal of a procedure that Lotse comes with.
func library(t *testing.T, procedure string) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Library = shippedLibrary()
	r.start(cfg)
	r.do(r.m.start(procedure, "Muster GmbH", run.Rehearsal))
	if r.m.page == nil {
		t.Fatalf("no run was started: %s", r.m.status.text)
	}
	return r
}

// fast does commands without keys, and completes their step.
func (r *rig) fast(step string, commands ...run.Command) {
	r.t.Helper()
	if _, err := r.m.page.s.Do(true, append(commands, run.Complete{Step: step})...); err != nil {
		r.t.Fatalf("%s: %v", step, err)
	}
}

// goTo shows a step, focus gives the focus to an item of it, refresh takes the run
// as it stands now.
func (r *rig) goTo(step string) { goTo(r.m, step) }

func (r *rig) focus(item string) { focus(r.m, item) }

func goTo(m *model, step string) {
	m.page.GoTo(step)
	m.page.anew = true
	m.page.arrive()
}

func focus(m *model, item string) {
	m.page.keep()
	m.page.To(item)
	m.page.place.Item = ""
	m.page.arrive()
	m.page.engage()
}

// slowly does something while all that is done beside the screen is under way;
// catchUp lets it end.
func (r *rig) slowly(f func()) {
	r.slow = true
	f()
	r.slow = false
}

func (r *rig) catchUp() {
	late := r.late
	r.late = nil
	for _, cmd := range late {
		r.do(cmd)
	}
}

func (r *rig) refresh() {
	r.m.page.Refresh()
	r.m.page.arrive()
}
