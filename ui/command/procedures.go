package command

import (
	"context"
	"fmt"
	"strings"

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
