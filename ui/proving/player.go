package proving

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// Player plays one story by the dialogue alone: it acts by ui/walk and carries out
// what that requests. It has no terminal and draws nothing. After a failure it is not
// used any more.
type Player struct {
	// Open opens the store that the story is played in, and again after a kill; close
	// lets it go.
	Open func(ctx context.Context) (s face.Screen, close func(), err error)
	// Procedure is what the library of the screen calls it by.
	Procedure string
	Mode      run.Mode
	Files     string // the folder of the files that the story names
	Story     *Story

	ctx     context.Context
	screen  face.Screen
	session *run.Session
	runner  *check.Runner
	walk    *walk.Walk
	close   func()

	told  []flows.Message // of the act that is done
	asked []walk.Question // of it, in order
}

// Failure is where a story went otherwise than it says.
type Failure struct {
	Line    int    // of the act, in the story's file; 0: before the first
	Said    string // its first line
	Message flows.Message
	Cause   error // may be nil
}

// Error is the failure for whoever writes programs.
func (f *Failure) Error() string {
	text := fmt.Sprintf("line %d: %s: %s", f.Line, f.Said, f.Message)
	if f.Cause != nil {
		text += ": " + f.Cause.Error()
	}
	return text
}

// Unwrap gives the cause.
func (f *Failure) Unwrap() error { return f.Cause }

// try does a part of the story; what fails in it is the error.
func (p *Player) try(ctx context.Context, part func()) (err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *Failure:
			err = r
		default:
			panic(r)
		}
	}()
	p.ctx = ctx
	part()
	return nil
}

// fail ends the part of the story that is played.
func (p *Player) fail(code string, args ...any) {
	panic(&Failure{Message: flows.Msg(code, args...)})
}

func (p *Player) must(err error) {
	if err != nil {
		m := flows.Reason(err)
		var r *flows.Refusal
		if errors.As(err, &r) {
			m = r.Message
		}
		panic(&Failure{Message: m, Cause: err})
	}
}

// Begin starts the run.
func (p *Player) Begin(ctx context.Context) error {
	return p.try(ctx, func() {
		p.open()
		s, err := outside.Start(ctx, &p.screen, p.Procedure, p.Story.Customer, p.Mode)
		p.must(err)
		p.meet(outside.ResumedRun{Session: s})
	})
}

func (p *Player) open() {
	var err error
	p.screen, p.close, err = p.Open(p.ctx)
	p.must(err)
	p.runner = outside.Runner(&p.screen)
}

// meet begins the dialogue about the run.
func (p *Player) meet(o outside.ResumedRun) {
	if o.Lost {
		p.fail("prove.typing_lost")
	}
	p.session = o.Session
	p.walk = walk.New(o.Session, walk.Face{Now: p.screen.Now, Stops: stops, StopsAtEnd: true}, o.Typing)
}

// stops are the kinds of items that ask for something.
func stops(k flows.Kind) bool {
	return slices.Contains([]flows.Kind{
		flows.KindField, flows.KindList, flows.KindTask, flows.KindWait, flows.KindGate, flows.KindDraft, flows.KindCheck,
	}, k)
}

// Run is the id of the run.
func (p *Player) Run() string { return p.session.ID() }

// Events counts the events of the run.
func (p *Player) Events() int64 { return int64(len(p.session.Events())) }

// View is the run as it stands.
func (p *Player) View() *run.View { return p.walk.View() }

// Kill lets all go that is in memory, and opens the run again.
func (p *Player) Kill(ctx context.Context) error {
	return p.try(ctx, func() {
		p.close()
		id := p.session.ID()
		p.open()
		o, err := outside.Resume(ctx, &p.screen, id)
		p.must(err)
		p.meet(o)
	})
}

// End leaves the run, as a face does before it goes.
func (p *Player) End(ctx context.Context) error {
	err := p.try(ctx, func() {
		p.walk.Ended(nil, p.write(p.walk.Leaving()))
		if last := p.walk.LastWords(); len(last) > 0 {
			p.fail("prove.last_words", "words", last[0])
		}
	})
	p.Close()
	return err
}

// Close lets the store go.
func (p *Player) Close() {
	if p.close != nil {
		p.close()
		p.close = nil
	}
}

// Look holds what the run has come to. What a page says beside problems is a
// screen's.
func (p *Player) Look(ctx context.Context, a *Act) error {
	return p.try(ctx, func() {
		now := p.walk.View()
		if is := p.walk.At().Step; a.At != "" && a.At != is {
			p.fail("prove.at", "is", is, "want", a.At)
		}
		for _, s := range a.States {
			if is := now.Step(p.step(s.Name).ID).State; string(is) != s.Value() {
				p.fail("prove.state", "step", s.Name, "is", string(is), "want", s.Value())
			}
		}
		p.problems(a)
		if a.Run != "" && (a.Run != string(now.Status) || p.walk.At().Step != "") {
			p.fail("prove.run", "is", string(now.Status), "want", a.Run)
		}
	})
}

func (p *Player) problems(a *Act) {
	for _, w := range a.Problems {
		switch is := p.stands(w.Name); {
		case is == nil:
			p.fail("prove.no_problem", "problem", w.Name)
		case string(is.Level) != w.Value():
			p.fail("prove.level", "problem", w.Name, "is", string(is.Level), "want", w.Value())
		}
	}
	for _, name := range a.Gone {
		if p.stands(name) != nil {
			p.fail("prove.still", "problem", name)
		}
	}
}

// stands is a problem that nobody has accepted, by STEP.PROBLEM; nil for none.
func (p *Player) stands(name string) *run.ProblemView {
	for i := range p.walk.View().Steps {
		sv := &p.walk.View().Steps[i]
		for _, pv := range sv.Problems() {
			if sv.Step.ID+"."+pv.ID == name && pv.Accepted == nil {
				return &pv
			}
		}
	}
	return nil
}

// step finds a step.
func (p *Player) step(id string) *flows.Step {
	proc := p.session.Procedure()
	for i := range proc.Steps {
		if proc.Steps[i].ID == id {
			return &proc.Steps[i]
		}
	}
	p.fail("prove.no_step", "step", id)
	return nil
}

// item finds an item by STEP.ITEM, or by its id alone where there is one only, with
// [ROW] behind it in a row; name is STEP.ITEM, or STEP.ITEM[ROW].
func (p *Player) item(as string) (it *flows.Item, name string) {
	id, row, inRow := strings.Cut(as, "[")
	if inRow {
		row = "[" + row
	}
	found := 0
	proc := p.session.Procedure()
	for i := range proc.Steps {
		s := &proc.Steps[i]
		for k := range s.Items {
			if s.Items[k].ID == id || s.ID+"."+s.Items[k].ID == id {
				it, name = &s.Items[k], s.ID+"."+s.Items[k].ID+row
				found++
			}
		}
	}
	if found != 1 {
		p.fail("prove.no_item", "item", as, "n", found)
	}
	return it, name
}

// column finds a column of a list.
func (p *Player) column(list *flows.Item, id string) *flows.Item {
	for i := range list.List.Columns {
		if list.List.Columns[i].ID == id {
			return &list.List.Columns[i]
		}
	}
	p.fail("prove.no_column", "list", list.ID, "column", id)
	return nil
}

// file is the path of a file that the story names, which lies in its folder.
func (p *Player) file(name string) string {
	if !filepath.IsLocal(name) {
		p.fail("prove.file", "file", name)
	}
	path, err := filepath.Abs(filepath.Join(p.Files, name))
	p.must(err)
	return path
}
