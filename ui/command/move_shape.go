package command

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/face"
)

// moveShape is what move prints.
type moveShape struct {
	Version int          `json:"version"`
	Run     string       `json:"run"`
	Mode    run.Mode     `json:"mode"`
	From    editionShape `json:"from"`
	To      editionShape `json:"to"`
	Moved   bool         `json:"moved"`
	moveCounts
	Steps []moveStepShape `json:"steps"`

	view   *run.View
	moving *run.Moving
}

type editionShape struct {
	Version int    `json:"procedure_version"`
	Digest  string `json:"digest"`
}

func editionOf(e run.Edition) editionShape { return editionShape(e) }

// moveCounts says how much is kept, has to be looked at again, has no place any
// more, and has one again.
type moveCounts struct {
	Kept  int `json:"kept"`
	Again int `json:"look_again"`
	Void  int `json:"void"`
	Back  int `json:"back"`
}

func countsOf(m *run.Moving) moveCounts { return moveCounts{m.Kept, m.Again, m.Void, m.Back} }

type moveStepShape struct {
	ID      string          `json:"id"`
	Was     string          `json:"was"`
	Title   string          `json:"title"`
	Gone    bool            `json:"gone"`
	Changes []flows.Aspect  `json:"changes"`
	Effect  run.Effect      `json:"effect"`
	Items   []moveItemShape `json:"items"`
}

type moveItemShape struct {
	Item    string         `json:"item"`
	Was     string         `json:"was"`
	Label   string         `json:"label"`
	Gone    bool           `json:"gone"`
	Changes []flows.Aspect `json:"changes"`
	Held    bool           `json:"held"`
	Back    bool           `json:"back"`
	Effect  run.Effect     `json:"effect"`
}

// moveOf is what a move does to a run; m is nil where it is at that version.
func moveOf(s *run.Session, m *run.Moving, to *flows.Procedure, now time.Time) *moveShape {
	shape := &moveShape{Version: 1, Run: s.ID(), Steps: []moveStepShape{}, view: s.View(now)}
	shape.Mode = shape.view.Mode
	shape.From = editionShape{shape.view.ProcedureVersion, shape.view.Digest}
	shape.To = editionShape{to.Version, to.Digest}
	if m == nil {
		return shape
	}
	shape.moveCounts, shape.moving = countsOf(m), m
	for i := range m.Steps {
		st := &m.Steps[i]
		one := moveStepShape{ID: st.ID, Was: st.Was, Title: flows.CleanLine(st.Title), Gone: st.Gone, Changes: list(st.Aspects), Effect: st.Effect, Items: []moveItemShape{}}
		for k := range st.Items {
			it := &st.Items[k]
			was := ""
			if !it.Was.IsZero() {
				was = it.Was.String()
			}
			one.Items = append(one.Items, moveItemShape{
				Item: it.At.String(), Was: was, Label: it.Label, Gone: it.Gone, Changes: list(it.Aspects), Held: it.Held, Back: it.Back, Effect: it.Effect,
			})
		}
		shape.Steps = append(shape.Steps, one)
	}
	return shape
}

func (s *moveShape) lines(p *sheet) {
	p.mark(s.Mode)
	p.say("cmd.move_head", "customer", s.view.Customer.Name, "title", s.view.Title, "from", s.From.Version, "to", s.To.Version)
	if s.From == s.To {
		p.say("move.same")
		return
	}
	rows, same := face.MoveTable(p.lang, s.moving, false)
	for _, r := range rows {
		indent := ""
		if r.Item {
			indent = "  "
		}
		p.row(indent+r.Word, indent+r.Name, r.Why)
	}
	p.line("")
	for _, line := range face.MoveSums(p.lang, s.moving, same) {
		p.line("%s", line)
	}
	if s.Moved {
		p.say("move.moved", "to", s.To.Version)
	}
}

// moveAllShape is what move --all prints.
type moveAllShape struct {
	Version   int            `json:"version"`
	Procedure string         `json:"procedure"`
	To        editionShape   `json:"to"`
	DryRun    bool           `json:"dry_run"`
	Runs      []moveRunShape `json:"runs"`
	Moved     int            `json:"moved"`
	NotMoved  int            `json:"not_moved"`
}

// moveRunShape is one of many runs; Why says why it was not, or cannot be, moved.
type moveRunShape struct {
	Run      string       `json:"run"`
	Customer string       `json:"customer"`
	From     editionShape `json:"from"`
	moveCounts
	Moved bool   `json:"moved"`
	Why   string `json:"why"`

	asks bool // see run.Moving.Asks
}

// count counts what was moved and what was, or would not be, moved.
func (s *moveAllShape) count() {
	s.Moved, s.NotMoved = 0, 0
	for i := range s.Runs {
		switch r := &s.Runs[i]; {
		case r.Moved:
			s.Moved++
		case r.Why != "":
			s.NotMoved++
		}
	}
}

// asks reports whether a move of any of them needs a word of a person.
func (s *moveAllShape) asks() bool {
	return slices.ContainsFunc(s.Runs, func(r moveRunShape) bool { return r.asks })
}

func (s *moveAllShape) lines(p *sheet) {
	if len(s.Runs) == 0 {
		p.say("cmd.move_none", "procedure", s.Procedure, "to", s.To.Version)
		return
	}
	for i := range s.Runs {
		r := &s.Runs[i]
		what := p.text("move.summary", "kept", r.Kept, "again", r.Again, "void", r.Void)
		if r.Why != "" {
			what = r.Why
		}
		p.row(r.Run, strings.TrimSpace(flows.Short(flows.CleanLine(r.Customer))), p.text("cmd.move_from", "from", r.From.Version, "to", s.To.Version), what)
	}
	p.line("")
	if s.DryRun {
		p.say("cmd.move_would", "n", len(s.Runs)-s.NotMoved, "not", s.NotMoved, "to", s.To.Version)
		return
	}
	p.say("cmd.move_did", "n", s.Moved, "not", s.NotMoved, "to", s.To.Version)
}

// placelessShape is something that has no place in the present version.
type placelessShape struct {
	Item    string   `json:"item"`
	Label   string   `json:"label"`
	Version int      `json:"procedure_version"`
	Lines   []string `json:"lines"`
}

func placelessOf(v *run.View) []placelessShape {
	var all []placelessShape
	for i := range v.Placeless {
		p := &v.Placeless[i]
		all = append(all, placelessShape{p.At.String(), flows.CleanLine(p.Label()), p.Version, list(document.Placeless(v.Lang, p))})
	}
	return all
}

func placelessLines(p *sheet, all []placelessShape) {
	if len(all) == 0 {
		return
	}
	p.line("")
	p.say("move.placeless")
	for _, x := range all {
		p.row("  "+x.Item, p.text("move.from_version", "version", x.Version), strings.Join(x.Lines, "; "))
	}
}
