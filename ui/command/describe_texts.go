package command

import (
	"lotse/flows"
	"lotse/flows/words"
)

// stepTexts are what describe says of a step beside its items.
type stepTexts struct {
	Actor    flows.Actor   `json:"actor"`
	Minutes  int           `json:"minutes"`
	Needs    []string      `json:"needs"`
	Internal bool          `json:"internal"`
	Have     string        `json:"have"`
	Who      string        `json:"who"`
	Say      string        `json:"say"`
	See      string        `json:"see"`
	IfNot    []branchShape `json:"ifnot"`
	Source   string        `json:"source"`
	System   string        `json:"system"`
	Page     *pageShape    `json:"page"`
}

// pageShape is a page that a procedure names.
type pageShape struct {
	Address string     `json:"address"`
	From    flows.From `json:"from"`
	Source  string     `json:"source"`
}

func pageOf(p flows.Page) *pageShape {
	if p.Address == "" {
		return nil
	}
	return &pageShape{Address: p.Address, From: p.From, Source: p.Source}
}

type branchShape struct {
	Letter string `json:"letter"`
	Text   string `json:"text"`
}

func stepTextsOf(s *flows.Step) stepTexts {
	t := stepTexts{
		Actor: s.Actor, Minutes: s.Minutes, Needs: list(s.Needs), Internal: s.Internal,
		Have: s.Have, Who: s.Who, Say: s.Say, See: s.See, IfNot: []branchShape{}, Source: s.Source,
		System: s.System, Page: pageOf(s.Page),
	}
	for _, b := range s.IfNot {
		t.IfNot = append(t.IfNot, branchShape(b))
	}
	return t
}

// itemTexts are what describe says of an item beside its answers and rules: of its
// kind alone, so that what does not belong to it is not there.
type itemTexts struct {
	When     string `json:"when"`
	Internal bool   `json:"internal"`
	Help     string `json:"help"`

	Body        string              `json:"body,omitempty"` // of a text or an action
	Tell        bool                `json:"tell,omitempty"`
	Copy        string              `json:"copy,omitempty"`
	Of          string              `json:"of,omitempty"` // of a copy or an action
	Each        string              `json:"each,omitempty"`
	File        *enclosureShape     `json:"file,omitempty"` // of an enclosure
	Is          string              `json:"is,omitempty"`   // of a value
	Placeholder string              `json:"placeholder,omitempty"`
	Unit        string              `json:"unit,omitempty"`
	Default     flows.Value         `json:"default,omitempty"`
	Row         string              `json:"row,omitempty"`
	Min         int                 `json:"min,omitempty"`
	Max         int                 `json:"max,omitempty"`
	Unique      []uniqueShape       `json:"unique,omitempty"`
	Evidence    flows.Evidence      `json:"evidence,omitempty"`
	Run         string              `json:"run,omitempty"` // of a check or an action
	With        map[string][]string `json:"with,omitempty"`
	Const       map[string]string   `json:"const,omitempty"`
	Level       flows.Level         `json:"level,omitempty"`
	Template    string              `json:"template,omitempty"`
	To          string              `json:"to,omitempty"`
	For         string              `json:"for,omitempty"`
	Reason      string              `json:"reason,omitempty"` // of a wait or an end
	Usual       string              `json:"usual,omitempty"`
	Try         string              `json:"try,omitempty"`
	Ladder      []rungShape         `json:"ladder,omitempty"`
	Until       *untilShape         `json:"until,omitempty"`
	Then        string              `json:"then,omitempty"`
	Word        string              `json:"word,omitempty"`
	Warning     string              `json:"warning,omitempty"`
	Requires    []requireShape      `json:"requires,omitempty"`
	Outcome     string              `json:"outcome,omitempty"`
}

// enclosureShape is a file that comes with a procedure; Size in bytes.
type enclosureShape struct {
	Name string         `json:"name"`
	Type flows.FileType `json:"type"`
	Size int            `json:"size"`
	Sum  string         `json:"sha256"`

	told flows.Message
}

func enclosureOf(e *flows.Enclosure) *enclosureShape {
	if e == nil {
		return nil
	}
	return &enclosureShape{Name: e.File, Type: e.Type, Size: len(e.Data), Sum: e.Sum, told: e.Message()}
}

// named is the label of an item, and the file that it brings along.
func (d *describedItemShape) named(lang string) string {
	switch {
	case d.File == nil:
		return d.Label
	case d.Label == "":
		return words.Say(lang, d.File.told)
	}
	return d.Label + ": " + words.Say(lang, d.File.told)
}

// rungShape is a try of a wait; After as a procedure writes it, such as 10m.
type rungShape struct {
	After string `json:"after"`
	Try   string `json:"try"`
}

// untilShape is a day that comes from the answer of a field, or from the day on
// which the wait began, and so many days later.
type untilShape struct {
	Of   string `json:"of"`
	Plus int    `json:"plus"`
}

type uniqueShape struct {
	Column string      `json:"column"`
	When   string      `json:"when"`
	Level  flows.Level `json:"level"`
	Text   string      `json:"text"`
}

type requireShape struct {
	Require string `json:"require"`
	Text    string `json:"text"`
}

func itemTextsOf(it *flows.Item) itemTexts {
	t := itemTexts{When: sourceOf(it.When), Each: it.Each, File: enclosureOf(it.Attach), Internal: it.Internal, Help: it.Help}
	switch {
	case it.Text != nil:
		t.Body, t.Tell = it.Text.Body, it.Text.Tell
	case it.Copy != nil:
		t.Copy, t.Of = it.Copy.Value, it.Copy.Of
	case it.Field != nil:
		t.Placeholder, t.Unit, t.Default = it.Field.Placeholder, it.Field.Unit, it.Field.Default
	case it.Value != nil:
		t.Is = it.Value.Is.Source
	case it.List != nil:
		t.list(it.List)
	case it.Task != nil:
		t.Evidence = it.Task.Evidence
	case it.Check != nil:
		t.Run, t.With, t.Const, t.Level = it.Check.Run, it.Check.With, it.Check.Const, it.Check.Level
	case it.Draft != nil:
		t.Template, t.To = it.Draft.Template, it.Draft.To
	case it.Wait != nil:
		w := it.Wait
		t.For, t.Reason, t.Usual, t.Try, t.Then = w.For, w.Reason, w.Usual, w.Try, w.Then
		for _, r := range w.Ladder {
			t.Ladder = append(t.Ladder, rungShape{flows.Length(r.After), r.Try})
		}
		if w.Until != nil {
			t.Until = &untilShape{w.Until.Of, w.Until.Plus}
		}
	case it.Gate != nil:
		t.gate(it.Gate)
	case it.Action != nil:
		t.Run, t.Of, t.Body = it.Action.Run, it.Action.Of, it.Action.Body
	case it.End != nil:
		t.Outcome, t.Reason = it.End.Outcome, it.End.Reason
	}
	return t
}

func (t *itemTexts) list(l *flows.List) {
	t.Row, t.Min, t.Max = l.Row, l.Min, l.Max
	for _, u := range l.Unique {
		t.Unique = append(t.Unique, uniqueShape{u.Column, sourceOf(u.When), u.Level, u.Text})
	}
}

func (t *itemTexts) gate(g *flows.Gate) {
	t.Word, t.Warning = g.Word, g.Warning
	for _, r := range g.Requires {
		t.Requires = append(t.Requires, requireShape{sourceOf(r.Cond), r.Text})
	}
}
