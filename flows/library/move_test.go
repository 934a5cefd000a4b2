package library_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// TestMoveAtEveryPoint moves a run of every way through teccom-import after each of
// its commands: what is said before is what happens, what is read back from the
// events is what was there, no answer is lost, and going back brings all of it back.
// From every seventh point, and the last, it is finished by the second version.
func TestMoveAtEveryPoint(t *testing.T) {
	first, second := versions(t)
	for _, w := range walks {
		if w.procedure != broken {
			continue
		}
		t.Run(w.name, func(t *testing.T) {
			p := &point{t: t, first: first, second: second, store: storetest.NewMemory()}
			commands := commandsOf(t, first, w.answers)
			p.begin()
			for n := range len(commands) + 1 {
				if n > 0 {
					do(t, p.s, commands[n-1])
					p.remark(n)
				}
				p.move()
				if n%7 == 0 || n == len(commands)-1 {
					p.finish(w)
				}
			}
		})
	}
}

// point is a point of a run, at which it is moved.
type point struct {
	t             *testing.T
	first, second *flows.Procedure
	store         *storetest.Memory
	env           run.Env
	s             *run.Session
}

func (p *point) begin() {
	customer, err := p.store.AddCustomer(p.t.Context(), run.Customer{ID: "c1", Name: "Muster GmbH"})
	if err != nil {
		p.t.Fatal(err)
	}
	p.env = run.Env{Now: now, Random: rand.NewChaCha8([32]byte{}), By: "test"}
	p.s, err = run.Create(p.env, p.store, run.Start{Procedure: p.first, Customer: customer, Mode: run.Rehearsal, Lang: "en"})
	if err != nil {
		p.t.Fatal(err)
	}
}

// remark notes something about a step and attaches a file to it and to an item of it, in
// turn through all of them: none of that is an answer, and none of it may be lost.
func (p *point) remark(n int) {
	p.t.Helper()
	step := &p.first.Steps[n%len(p.first.Steps)]
	do(p.t, p.s, run.Note{Step: step.ID, Text: fmt.Sprintf("note %d", n)})
	for _, at := range []flows.Address{flows.AtStep(step.ID), {Step: step.ID, Item: step.Items[n%len(step.Items)].ID}} {
		name := fmt.Sprintf("%s-%d.txt", at, n)
		file, err := p.store.Put(p.t.Context(), name, strings.NewReader(name))
		if err != nil {
			p.t.Fatal(err)
		}
		do(p.t, p.s, run.Attach{At: at, File: file})
	}
}

// open opens the run, as it is stored, once more.
func (p *point) open() *run.Session {
	p.t.Helper()
	if err := p.s.Flush(p.t.Context()); err != nil {
		p.t.Fatal(err)
	}
	s, err := run.Resume(p.t.Context(), p.env, p.store, p.s.ID(), decode)
	if err != nil {
		p.t.Fatal(err)
	}
	return s
}

// move moves the run there and back; what is stored does not move.
func (p *point) move() {
	p.t.Helper()
	s := p.open()
	before := s.View(now())
	said, err := s.Moving(p.second)
	if before.Status != run.StatusOpen && before.Status != run.StatusWaiting {
		if !errors.Is(err, flows.ErrClosed) {
			p.t.Fatalf("a run that is %s is moved: %v", before.Status, err)
		}
		return
	}
	if err != nil {
		p.t.Fatal(err)
	}
	do(p.t, s, run.Move{To: p.second})
	compareWithSaid(p.t, said, before, s.View(now()))
	p.sameWhenRead(s)
	do(p.t, s, run.Move{To: p.first})
	back := s.View(now())
	if got, want := held(back), held(before); !reflect.DeepEqual(got, want) || len(back.Placeless) > 0 {
		p.t.Fatalf("there and back it holds\n%v\nwant\n%v\nplaceless %d", got, want, len(back.Placeless))
	}
	p.sameWhenRead(s)
}

// finish moves the run, stores that, and goes on to the end by the second version.
func (p *point) finish(w walk) {
	p.t.Helper()
	s := p.open()
	if v := s.View(now()); v.Status != run.StatusOpen && v.Status != run.StatusWaiting {
		return
	}
	do(p.t, s, run.Move{To: p.second})
	given := inSecond(loadAnswers(p.t, w.answers))
	for i := range p.second.Steps {
		step := &p.second.Steps[i]
		for _, c := range given.commands(p.t, step) {
			if secret, is := c.(run.SetSecret); is && s.View(now()).Step(step.ID).Item(secret.At.Item).Set {
				continue
			}
			do(p.t, s, c)
		}
		if is := s.View(now()).Step(step.ID).State; is == run.NotNeeded || is == run.Done {
			continue
		}
		do(p.t, s, complete(step.ID))
	}
	if v := s.View(now()); v.Status != w.status || v.ProcedureVersion != 2 {
		p.t.Fatalf("the run is %s by version %d, want %s\n%s", v.Status, v.ProcedureVersion, w.status, flat(v))
	}
	p.sameWhenRead(s)
}

// inSecond are answers by the names of the second version.
func inSecond(g answered) answered {
	delete(g, "buyer-grouping")
	if done, is := g["overview"]; is {
		g["listed"] = map[string]any{"listed_all": done["all_listed"]}
		delete(g, "overview")
	}
	rename(g["applies"], "uses_connect5", "has_connect5")
	rename(g["organisations"], "readback_code", "code_read")
	g["hotline"] = map[string]any{"hotline": "Erika Muster"}
	return g
}

func rename(of map[string]any, old, now string) {
	if v, is := of[old]; is {
		of[now] = v
		delete(of, old)
	}
}

// commandsOf are the commands of a walk, all that it takes to its end.
func commandsOf(t *testing.T, p *flows.Procedure, answers string) (all []run.Command) {
	t.Helper()
	s := begin(t, p)
	given := loadAnswers(t, answers)
	for i := range p.Steps {
		step := &p.Steps[i]
		commands := given.commands(t, step)
		for _, c := range commands {
			do(t, s, c)
		}
		all = append(all, commands...)
		if s.View(now()).Step(step.ID).State == run.NotNeeded {
			continue
		}
		do(t, s, complete(step.ID))
		all = append(all, complete(step.ID))
	}
	return all
}

// compareWithSaid compares a moved run with what was said before.
func compareWithSaid(t *testing.T, said *run.Moving, before, after *run.View) {
	t.Helper()
	void := 0
	for _, step := range said.Steps {
		for _, it := range step.Items {
			switch it.Effect {
			case run.Void:
				void++
			case run.LookAgain:
				if iv := after.Step(it.At.Step).Item(it.At.Item); !iv.LookAgain {
					t.Fatalf("%s is not to be looked at again", it.At)
				}
			case run.Keep:
			}
		}
		if sv := after.Step(step.ID); step.Effect == run.LookAgain && sv.State != run.Stale && before.Step(step.Was).State == run.Done {
			t.Fatalf("the step %s is %s", step.ID, sv.State)
		}
	}
	items := 0
	for _, p := range after.Placeless {
		if p.At.Item != "" {
			items++
		}
	}
	if void != said.Void || items != said.Void {
		t.Fatalf("%d items are void, %d by the summary, %d have no place", void, said.Void, items)
	}
	if n, m := len(held(before)), len(held(after))+len(after.Placeless); n != m {
		t.Fatalf("%d things were there, %d are:\n%v\n%v", n, m, held(before), held(after))
	}
	if after.ProcedureVersion != 2 || after.Procedure != before.Procedure {
		t.Fatalf("the run is of version %d", after.ProcedureVersion)
	}
}

// held is what a run holds, by item, a list as a whole; and by step what was noted and
// attached there.
func held(v *run.View) map[string]string {
	all := map[string]string{}
	for i := range v.Steps {
		if sv := &v.Steps[i]; len(sv.Notes)+len(sv.Attachments) > 0 {
			all[sv.Step.ID] = fmt.Sprint(sv.Notes, sv.Attachments)
		}
		for k := range v.Steps[i].Items {
			it := &v.Steps[i].Items[k]
			if it.Given() || it.Result != nil || it.Until != nil || len(it.Attachments) > 0 {
				all[v.Steps[i].Step.ID+"."+it.Item.ID] = fmt.Sprint(it.Value, it.Fingerprint, it.Done, it.Note, it.Evidence, len(it.Rows), rowsOf(it), it.Attachments)
			}
		}
	}
	return all
}

func rowsOf(it *run.ItemView) (all []string) {
	for _, r := range it.Rows {
		all = append(all, r.Row+fmt.Sprint(r.Values))
	}
	return all
}

// sameWhenRead reads the run from its events and the documents that they name: the
// chain holds, and it looks the same.
func (p *point) sameWhenRead(s *run.Session) {
	p.t.Helper()
	documents := map[string][]byte{}
	for _, e := range run.Editions(s.Events()) {
		documents[e.Digest] = map[string]*flows.Procedure{p.first.Digest: p.first, p.second.Digest: p.second}[e.Digest].Bytes()
	}
	c, err := run.NewCopy(p.env, s.Events(), documents, decode)
	if err != nil {
		p.t.Fatal(err)
	}
	if got, want := flat(c.View(now())), flat(s.View(now())); got != want {
		p.t.Fatalf("read it is\n%s\nwant\n%s", got, want)
	}
}

var decoder = flows.Open(nil, flows.Specs{})

// decode decodes each version once.
func decode(doc []byte) (*flows.Procedure, error) { return decoder.Decode(doc) }

// flat writes a view, the state of each step and item.
func flat(v *run.View) string {
	var b strings.Builder
	fmt.Fprintln(&b, v.Status, v.ProcedureVersion, v.Current, v.Progress.Done, v.Progress.Stale)
	for i := range v.Steps {
		sv := &v.Steps[i]
		fmt.Fprintln(&b, sv.Step.ID, sv.State, sv.Round, sv.Notes)
		for k := range sv.Items {
			it := &sv.Items[k]
			fmt.Fprintln(&b, " ", it.Item.ID, it.State, it.Value, it.Fingerprint, it.Done, it.Status, it.LookAgain, len(it.Problems), rowsOf(it))
		}
	}
	for _, p := range v.Placeless {
		fmt.Fprintln(&b, p.At, p.Version, p.Value, p.Done, len(p.Rows))
	}
	return b.String()
}
