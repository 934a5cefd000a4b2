package command

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/words"
)

// proceduresShape is what procedures prints.
type proceduresShape struct {
	Version    int              `json:"version"`
	Procedures []procedureShape `json:"procedures"`
	Broken     []brokenShape    `json:"broken"`
}

// brokenShape is a procedure, or a pack, that cannot be used, and why.
type brokenShape struct {
	Name    string      `json:"name"`
	Message string      `json:"message"`
	Faults  []lintFault `json:"faults"`
}

type procedureShape struct {
	ID        string       `json:"id"`
	Name      string       `json:"name"` // by which it is called
	Pack      string       `json:"pack"`
	Version   int          `json:"procedure_version"`
	Title     string       `json:"title"`
	Summary   string       `json:"summary"`
	Languages []string     `json:"languages"`
	Systems   []string     `json:"systems"`
	Steps     int          `json:"steps"`
	Origin    *originShape `json:"origin"`
}

func newProcedures(c *call) *cobra.Command {
	return c.newVerb("procedures", "cmd.short_procedures", 0, 0, func(context.Context, []string) error {
		shape := proceduresShape{Version: 1, Procedures: []procedureShape{}, Broken: []brokenShape{}}
		for _, e := range c.Library.Entries() {
			if e.Err != nil {
				r := refusalOf(e.Err)
				shape.Broken = append(shape.Broken, brokenShape{Name: e.Name, Message: words.Say(c.lang(), r.Message), Faults: c.faultsOf(r)})
				continue
			}
			p := e.Procedure.In(c.lang())
			shape.Procedures = append(shape.Procedures, procedureShape{
				ID: p.ID, Name: e.Name, Pack: e.Provenance.Pack, Version: p.Version, Title: p.Title, Summary: p.Summary,
				Languages: list(p.Languages), Systems: list(p.Systems), Steps: len(p.Steps), Origin: originOf(p.Provenance),
			})
		}
		return c.print(shape)
	})
}

func (s proceduresShape) lines(p *sheet) {
	for _, one := range s.Procedures {
		p.row(one.Name, flows.CleanLine(one.Title), p.text("cmd.steps", "n", one.Steps), strings.Join(one.Languages, " "))
	}
	for _, one := range s.Broken {
		p.line("")
		p.say("source.broken", "name", one.Name, "why", one.Message)
		for _, f := range one.Faults {
			p.line("  %s", f)
		}
	}
}

// originShape is where a procedure was taken from.
type originShape struct {
	Pack    string `json:"pack"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Path    string `json:"path"`
}

// originOf is where a procedure was taken from; nil: it came with the program.
func originOf(o flows.Provenance) *originShape {
	if o.IsZero() {
		return nil
	}
	s := originShape(o)
	return &s
}

// describeShape is what describe prints: the procedure with its includes
// expanded.
type describeShape struct {
	Version          int                  `json:"version"`
	ID               string               `json:"id"`
	ProcedureVersion int                  `json:"procedure_version"`
	Title            string               `json:"title"`
	Summary          string               `json:"summary"`
	Digest           string               `json:"digest"`
	Origin           *originShape         `json:"origin"`
	Lang             string               `json:"lang"`
	Systems          []string             `json:"systems"`
	Languages        []string             `json:"languages"`
	Source           sourceShape          `json:"source"`
	Facts            []string             `json:"facts"`
	Steps            []describedStepShape `json:"steps"`
}

type sourceShape struct {
	Document string `json:"document"`
	Read     string `json:"read"`
}

// code is the sentence that names the source, as far as it is known.
func (s sourceShape) code() string {
	switch {
	case s.Document == "":
		return "cmd.described_langs"
	case s.Read == "":
		return "cmd.described_document"
	}
	return "cmd.described_source"
}

type describedStepShape struct {
	ID    string   `json:"id"`
	Title string   `json:"title"`
	Facts []string `json:"facts"`
	When  string   `json:"when"`
	stepTexts
	Items []describedItemShape `json:"items"`
}

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

func describeOf(p *flows.Procedure) describeShape {
	s := describeShape{
		Version: 1, ID: p.ID, ProcedureVersion: p.Version, Title: p.Title, Summary: p.Summary, Digest: p.Digest, Origin: originOf(p.Provenance), Lang: p.Lang, Systems: list(p.Systems), Languages: list(p.Languages),
		Source: sourceShape{Document: p.Source.Document, Read: p.Source.Read}, Facts: list(p.Facts), Steps: []describedStepShape{},
	}
	for i := range p.Steps {
		step := &p.Steps[i]
		s.Steps = append(s.Steps, describedStepShape{
			ID: step.ID, Title: step.Title, Facts: list(step.Facts), When: sourceOf(step.When), stepTexts: stepTextsOf(step), Items: describedItems(step.Items),
		})
	}
	return s
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

func (s describeShape) lines(p *sheet) {
	p.say("cmd.described", "id", s.ID, "title", s.Title, "version", s.ProcedureVersion)
	p.say(s.Source.code(), "document", s.Source.Document, "read", dayOf(s.Source.Read), "langs", strings.Join(s.Languages, ", "))
	if o := s.Origin; o != nil {
		p.say("source.described", "origin", flows.Provenance(*o).Message())
	}
	for i, step := range s.Steps {
		p.line("")
		head := fmt.Sprintf("%d  %s  %s", i+1, step.ID, step.Title)
		if step.When != "" {
			head += "  " + p.text("cmd.described_when", "condition", step.When)
		}
		p.line("%s", head)
		if step.Page != nil {
			p.line("   %s", step.Page.Address)
		}
		itemRows(p, "   ", step.Items)
	}
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
