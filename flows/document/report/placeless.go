package report

import (
	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/document/paper"
	"lotse/flows/run"
)

// Placeless is what was entered in another version of the procedure, and has no place
// in the present one.
type Placeless struct {
	At      string // in that version
	Label   string
	Version int
	Lines   []string // what was entered
}

// placelessOf are those of a run that whoever reads may see.
func placelessOf(v *run.View, internal bool) []Placeless {
	all := []Placeless{}
	for i := range v.Placeless {
		p := &v.Placeless[i]
		if internal || !p.Internal {
			all = append(all, Placeless{At: p.At.String(), Label: flows.CleanLine(p.Label()), Version: p.Version, Lines: document.Placeless(v.Lang, p)})
		}
	}
	return all
}

// placeless lists the answers without a place.
func (p *page) placeless() {
	var rows []paper.Fact
	for i := range p.Placeless {
		x := &p.Placeless[i]
		f := paper.Fact{Name: x.Label, State: p.say("move.from_version", "version", x.Version), Tone: paper.Quiet}
		for k, line := range x.Lines {
			if k == 0 {
				f.Value = paper.Say(line)
				continue
			}
			f.Notes = append(f.Notes, paper.Say(line))
		}
		rows = append(rows, f)
	}
	if len(rows) > 0 {
		p.heading("placeless", "move.placeless")
		p.facts(rows)
	}
}

// placelessShape is one of them in the JSON.
type placelessShape struct {
	At      string   `json:"at"`
	Label   string   `json:"label"`
	Version int      `json:"procedure_version"`
	Lines   []string `json:"lines"`
}

func placelessShapeOf(x *Placeless) placelessShape {
	return placelessShape{At: x.At, Label: x.Label, Version: x.Version, Lines: each(x.Lines, same)}
}
