package command

import (
	"maps"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

type describedItemShape struct {
	ID       string        `json:"id"`
	Kind     flows.Kind    `json:"kind"`
	Type     flows.Type    `json:"type"`
	Label    string        `json:"label"`
	Facts    []string      `json:"facts"`
	Required bool          `json:"required"`
	Once     bool          `json:"once"` // a secret that is shown only once
	Keep     bool          `json:"keep"` // a new round leaves the answer as it is
	Options  []optionShape `json:"options"`
	Rules    []ruleShape   `json:"rules"`
	Findings []foundShape  `json:"findings"` // what single findings of a check hold up
	From     flows.From    `json:"from"`
	Source   string        `json:"source"`
	itemTexts
	Fields []describedItemShape `json:"fields"`
}

type foundShape struct {
	Code   string      `json:"code"`
	Level  flows.Level `json:"level"`
	Accept *string     `json:"accept"`
}

type optionShape struct {
	Value string `json:"value"`
	Label string `json:"label"`
	When  string `json:"when,omitempty"`
}

type ruleShape struct {
	Name    string            `json:"name"`
	Args    map[string]string `json:"args"`
	Require string            `json:"require"`
	Code    string            `json:"code"`
	Level   flows.Level       `json:"level"`
	Accept  *string           `json:"accept"`
	Text    string            `json:"text"`
	From    flows.From        `json:"from"`
	Source  string            `json:"source"`
}

func describedItems(items []flows.Item) []describedItemShape {
	all := []describedItemShape{}
	for i := range items {
		all = append(all, describedItem(&items[i]))
	}
	return all
}

func describedItem(it *flows.Item) describedItemShape {
	d := describedItemShape{
		ID: it.ID, Kind: it.Kind, Label: it.Label, Facts: list(it.Facts),
		Options: []optionShape{}, Rules: []ruleShape{}, Findings: []foundShape{}, Fields: []describedItemShape{},
		From: it.From, Source: it.Source, itemTexts: itemTextsOf(it),
	}
	for _, r := range it.Rules {
		args := r.Args
		if args == nil {
			args = map[string]string{}
		}
		d.Rules = append(d.Rules, ruleShape{
			Name: r.Name, Args: args, Require: sourceOf(r.Require), Code: r.Code, Level: r.Level, Accept: acceptOf(r.Accept),
			Text: r.Text, From: r.From, Source: r.Source,
		})
	}
	if f := it.Holds(); f != nil {
		d.Type, d.Required, d.Once, d.Keep = f.Type, f.Required, f.Once, f.Keep
		for _, o := range f.Options {
			d.Options = append(d.Options, optionShape{o.Value, o.Label, sourceOf(o.When)})
		}
	}
	if it.Check != nil {
		for _, code := range slices.Sorted(maps.Keys(it.Check.Findings)) {
			f := it.Check.Findings[code]
			d.Findings = append(d.Findings, foundShape{code, f.Level, acceptOf(f.Accept)})
		}
	}
	if it.List != nil {
		d.Required = it.List.Min > 0
		d.Fields = describedItems(it.List.Columns)
	}
	if it.Task != nil {
		d.Required = !it.Task.Optional
	}
	return d
}

// acceptOf is how a warning has to be taken; null where it may be left.
func acceptOf(a flows.Acceptance) *string {
	if a == flows.AcceptOrLeave {
		return nil
	}
	word := string(a)
	return &word
}

// sourceOf is a condition as it was written.
func sourceOf(c *flows.Cond) string {
	if c == nil {
		return ""
	}
	return c.Source
}

// dayOf is the day that is written in digits, as a sentence names it; a text that
// is no day stays.
func dayOf(written string) any {
	if day, err := time.Parse(time.DateOnly, written); err == nil {
		return day
	}
	return written
}

// itemRows show items, one a line.
func itemRows(p *sheet, indent string, items []describedItemShape) {
	for _, it := range items {
		kind := string(it.Kind)
		if it.Type != "" {
			kind = string(it.Type)
		}
		for _, word := range []struct {
			is   bool
			code string
		}{{it.Required, "cmd.is_required"}, {it.Once, "cmd.is_once"}, {it.Keep, "cmd.is_kept"}} {
			if word.is {
				kind += ", " + p.text(word.code)
			}
		}
		p.row(indent+it.ID, kind, it.named(p.lang), strings.Join(it.Facts, " "))
		itemRows(p, indent+"  ", it.Fields)
	}
}
