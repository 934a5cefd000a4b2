package flows

import (
	"maps"
	"slices"
	"strconv"
)

// Passage is one text of a procedure: where it stands, and what becomes of it.
// There is one walk over them: what lint proves, a translation covers, ripple
// reads and a run fills is what the walk says of a text, so that none can be
// proven and shown raw, or filled and never proven.
type Passage struct {
	Path       string // such as steps.applies.items.uses_connect5.label
	Text       *string
	Lang       string // that it is in: the base language where a translation lacks it
	Translated bool   // a translation covers it
	Names      bool   // it may name answers as {{ field }}, and {{ customer }}
	// Use is how it reads what it names. UseText is prose: an answer stands in it
	// as a person reads it. UseInput is something to work with: an answer stands in
	// it as it is kept, and a change of that answer is one of the text.
	Use Use
}

// visit is told every passage of a walk that is not empty.
type visit func(Passage)

// prose is what a person reads. Its path is that of what it belongs to and its own
// part of it, which are joined where there is a text.
func (v visit) prose(path, part string, text *string) {
	if *text != "" {
		v(Passage{Path: path + part, Text: text, Translated: true, Names: true, Use: UseText})
	}
}

// input is what is pasted, or handed to a check: the same in every language.
func (v visit) input(path, part string, text *string) {
	if *text != "" {
		v(Passage{Path: path + part, Text: text, Names: true, Use: UseInput})
	}
}

// plain is what stands where no answer is known, or has to be what it is letter
// by letter.
func (v visit) plain(path, part string, text *string, translated bool) {
	if *text != "" {
		v(Passage{Path: path + part, Text: text, Translated: translated, Use: UseText})
	}
}

// eachPassage visits every text of the procedure, in its order.
func (p *Procedure) eachPassage(v visit) {
	v = p.inLang(v)
	p.ownPassages(v)
	for i := range p.Steps {
		p.Steps[i].eachPassage(v)
	}
}

// inLang tells a visit the language that each text is in.
func (p *Procedure) inLang(v visit) visit {
	if p.tongue == nil {
		return func(t Passage) { t.Lang = p.Lang; v(t) }
	}
	translated := p.tongue.texts(p.Lang)
	return func(t Passage) {
		t.Lang = p.Base()
		if translated[t.Path] != "" {
			t.Lang = p.Lang
		}
		v(t)
	}
}

// ownPassages visits the procedure's own texts, which are read before there is
// a run.
func (p *Procedure) ownPassages(v visit) {
	v.plain("", "title", &p.Title, true)
	v.plain("", "summary", &p.Summary, true)
}

func (s *Step) path() string { return "steps." + s.ID }

// eachPassage visits the step's texts and those of its items.
func (s *Step) eachPassage(v visit) {
	s.ownPassages(v)
	for i := range s.Items {
		s.Items[i].eachPassage(s.path()+".items."+s.Items[i].ID, v)
	}
}

// ownPassages visits the step's own texts, without those of its items.
func (s *Step) ownPassages(v visit) {
	path := s.path()
	v.prose(path, ".title", &s.Title)
	v.prose(path, ".say", &s.Say)
	v.prose(path, ".see", &s.See)
	v.plain(path, ".have", &s.Have, true)
	v.plain(path, ".who", &s.Who, true)
	v.plain(path, ".source", &s.Source, false)
	for i := range s.IfNot {
		v.prose(path, ".ifnot."+s.IfNot[i].Letter, &s.IfNot[i].Text)
	}
}

// eachPassage visits the item's texts, and those of a list's columns.
func (it *Item) eachPassage(path string, v visit) {
	it.ownPassages(path, v)
	if it.List != nil {
		for i := range it.List.Columns {
			it.List.Columns[i].eachPassage(path+".columns."+it.List.Columns[i].ID, v)
		}
	}
}

// ownPassages visits the item's own texts, without those of its columns.
func (it *Item) ownPassages(path string, v visit) {
	v.prose(path, ".label", &it.Label)
	v.prose(path, ".help", &it.Help)
	v.plain(path, ".source", &it.Source, false)
	switch it.Kind {
	case KindText:
		v.prose(path, ".text", &it.Text.Body)
	case KindCopy:
		v.input(path, ".copy", &it.Copy.Value)
	case KindField:
		it.Field.passages(path, v)
	case KindList:
		v.prose(path, ".row", &it.List.Row)
		for i := range it.List.Unique {
			v.prose(path, ".unique."+strconv.Itoa(i), &it.List.Unique[i].Text)
		}
	case KindCheck:
		it.Check.passages(path, v)
	case KindWait:
		v.prose(path, ".for", &it.Wait.For)
		v.prose(path, ".reason", &it.Wait.Reason)
		v.prose(path, ".usual", &it.Wait.Usual)
		v.prose(path, ".try", &it.Wait.Try)
		for i := range it.Wait.Ladder {
			v.prose(path, ".ladder."+strconv.Itoa(i), &it.Wait.Ladder[i].Try)
		}
	case KindGate:
		it.Gate.passages(path, v)
	case KindAction:
		v.prose(path, ".body", &it.Action.Body)
	case KindEnd:
		v.prose(path, ".reason", &it.End.Reason)
	}
	for i := range it.Rules {
		at := path + ".rules." + it.Rules[i].code()
		v.prose(at, "", &it.Rules[i].Text)
		v.plain(at, ".source", &it.Rules[i].Source, false)
	}
}

// passages of a field: the value of an option is the same in every language and
// whatever is answered, and so is a label that is the value.
func (f *Field) passages(path string, v visit) {
	v.prose(path, ".placeholder", &f.Placeholder)
	v.plain(path, ".unit", &f.Unit, true)
	f.defaultPassage(path, v)
	for i := range f.Options {
		o := &f.Options[i]
		at := path + ".options." + o.Value
		if o.Label != o.Value {
			v.prose(at, "", &o.Label)
		}
		v.plain(at, "", &o.Value, false)
	}
}

// passages of a check: its constants. A map has no places to point at, so each
// is written back where it was changed.
func (c *Check) passages(path string, v visit) {
	for _, name := range slices.Sorted(maps.Keys(c.Const)) {
		text := c.Const[name]
		v.input(path, ".with."+name+".const", &text)
		if text != c.Const[name] {
			c.Const[name] = text
		}
	}
	c.Request.passages(path, v)
}

// passages of a gate: its word is typed letter by letter, and names no answer.
func (g *Gate) passages(path string, v visit) {
	v.plain(path, ".word", &g.Word, true)
	v.prose(path, ".warning", &g.Warning)
	for i := range g.Requires {
		v.prose(path, ".requires."+strconv.Itoa(i)+".text", &g.Requires[i].Text)
	}
}
