package journey

import (
	"context"
	"crypto/rand"
	"os/user"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/vault"
	shared "lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// walkFace plays a story by the dialogue alone: it acts by ui/walk and carries
// out what that requests in this process, over the store of the house. It has no
// terminal and draws nothing; what it tells and asks is looked at by its codes.
type walkFace struct {
	*stage
	screen  shared.Screen
	session *run.Session
	runner  *check.Runner
	walk    *walk.Walk
	close   func() // lets the store go

	told  []flows.Message // of the act that is done
	asked []walk.Question // of it, in order
}

func newWalkFace(st *stage) face { return &walkFace{stage: st} }

// procedures are those of the library. They are for every player.
var procedures = sync.OnceValue(func() *flows.Library {
	return flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates()})
})

func (f *walkFace) begin() {
	f.t.Helper()
	f.open()
	s, err := outside.Start(f.t.Context(), &f.screen, f.story.procedure, f.story.customer, f.mode())
	f.must(err)
	f.run = s.ID()
	f.meet(outside.ResumedRun{Session: s})
}

// open opens the store of the house with what a face is started with.
func (f *walkFace) open() {
	f.t.Helper()
	db, err := sqlite.Open(f.t.Context(), f.db, sqlite.Options{Vault: func(db *sqlite.DB) run.Vault {
		return vault.New(vault.Options{Dir: filepath.Dir(db.Path()), Settings: db, Keychain: noKeychain{}, WorkFactor: 8})
	}})
	f.must(err)
	now := func() time.Time { return time.Now().UTC() } // as the house has it
	network := &outside.Network{Getenv: func(string) string { return "" }, Now: now, Off: true, Store: db}
	f.screen = shared.Screen{
		Archive: db, Library: procedures(), Load: procedures().Decode, Network: network.For, Lang: f.story.lang, Now: now,
		Env: run.Env{Now: now, Random: rand.Reader, By: person(f.t), Show: document.Show},
	}
	f.runner = outside.Runner(&f.screen)
	f.close = sync.OnceFunc(func() { _, _ = network.Close(), db.Close() })
	f.t.Cleanup(f.close)
}

// person is whoever the program takes its user for.
func person(t testing.TB) string {
	t.Helper()
	u, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// noKeychain is the keychain of a house: there is none.
type noKeychain struct{ vault.Keychain }

// Answers is of vault.Keychain.
func (noKeychain) Answers() error { return flows.ErrNotFound }

func (f *walkFace) mode() run.Mode {
	if f.story.mode != "" {
		return run.Mode(f.story.mode)
	}
	return run.Real
}

// meet begins the dialogue about the run.
func (f *walkFace) meet(o outside.ResumedRun) {
	f.t.Helper()
	if o.Lost {
		f.t.Fatal("typing is lost")
	}
	f.session = o.Session
	f.walk = walk.New(o.Session, walk.Face{Now: f.screen.Now, Stops: stops, StopsAtEnd: true}, o.Typing)
}

// stops are the kinds of items that ask for something.
func stops(k flows.Kind) bool {
	return slices.Contains([]flows.Kind{
		flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck,
	}, k)
}

// kill lets all go that is in memory.
func (f *walkFace) kill() {
	f.t.Helper()
	f.close()
	f.open()
	o, err := outside.Resume(f.t.Context(), &f.screen, f.run)
	f.must(err)
	f.meet(o)
}

// end leaves the run, as a face does before it goes.
func (f *walkFace) end() {
	f.t.Helper()
	f.walk.Ended(nil, f.write(context.Background(), f.walk.Leaving()))
	if last := f.walk.LastWords(); len(last) > 0 {
		f.t.Errorf("it is left with %v", last)
	}
	f.close()
}

func (f *walkFace) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

// look holds what the run has come to. What a page says beside problems is a
// screen's.
func (f *walkFace) look(a *act) {
	f.t.Helper()
	now := f.walk.View()
	if is := f.walk.At().Step; a.at != "" && a.at != is {
		f.t.Errorf("it stands at %s, not at %s", is, a.at)
	}
	for _, p := range a.states {
		if is := now.Step(f.step(p.name).ID).State; string(is) != p.value() {
			f.t.Errorf("step %s is %s, not %s", p.name, is, p.value())
		}
	}
	for _, p := range a.problems {
		switch is := f.stands(p.name); {
		case is == nil:
			f.t.Errorf("there is no problem %s", p.name)
		case string(is.Level) != p.value():
			f.t.Errorf("problem %s is a %s, not a %s", p.name, is.Level, p.value())
		}
	}
	for _, name := range a.gone {
		if f.stands(name) != nil {
			f.t.Errorf("there is still the problem %s", name)
		}
	}
	if a.run != "" && (a.run != string(now.Status) || f.walk.At().Step != "") {
		f.t.Errorf("the run is %s, and it stands at %q", now.Status, f.walk.At().Step)
	}
	if f.t.Failed() {
		f.t.FailNow()
	}
}

// stands is a problem that nobody has accepted, by STEP.PROBLEM; nil for none.
func (f *walkFace) stands(name string) *run.ProblemView {
	for i := range f.walk.View().Steps {
		sv := &f.walk.View().Steps[i]
		for _, pv := range sv.Problems() {
			if sv.Step.ID+"."+pv.ID == name && pv.Accepted == nil {
				return &pv
			}
		}
	}
	return nil
}
