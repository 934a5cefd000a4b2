// Package manual writes a whole procedure as a document, so that a reviewer can read
// what will be asked, said, checked and written without running it: every text, rule,
// condition, check with its inputs and levels, letter, wait and point of no return.
// It imports lotse/flows, flows/words, flows/document and flows/document/paper.
package manual

import (
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/words"
)

// page is a document being made.
type page struct {
	*flows.Procedure
	blocks []paper.Block
	rows   []paper.Fact // of the step or item that is being written
}

// Document is a procedure, in its language.
func Document(p *flows.Procedure) *paper.Document {
	pg := &page{Procedure: p}
	pg.add(paper.Paragraph{Text: paper.Say(p.Summary)})
	pg.fact("manual.systems", strings.Join(p.Systems, ", "))
	pg.fact("manual.source", p.Source.Document)
	pg.fact("manual.read", p.Source.Read)
	pg.fact("manual.languages", strings.Join(p.Languages, ", "))
	pg.facts(p.Facts)
	pg.fact("source.origin", words.Say(p.Lang, p.Provenance.Message()))
	pg.code("manual.digest", p.Digest)
	pg.flush()
	for i := range p.Steps {
		pg.step(i)
	}
	return &paper.Document{
		Lang: p.Lang, Title: p.Title, Blocks: pg.blocks,
		About: pg.say("manual.about", "id", p.ID, "version", p.Version),
		Foot:  pg.say("manual.about", "id", p.ID, "version", p.Version),
	}
}

func (p *page) say(code string, args ...any) string {
	return words.Say(p.Lang, flows.Msg(code, args...))
}

func (p *page) add(b ...paper.Block) { p.blocks = append(p.blocks, b...) }

// fact adds a row, where it has a text.
func (p *page) fact(code, text string) {
	if text != "" {
		p.rows = append(p.rows, paper.Fact{Name: p.say(code), Value: inline(strings.Join(strings.Fields(text), " "))})
	}
}

// code adds a row that is compared letter by letter.
func (p *page) code(code, text string) {
	if text != "" {
		p.rows = append(p.rows, paper.Fact{Name: p.say(code), Value: paper.Line{{Text: text, Code: true}}})
	}
}

// flag adds a row that says yes.
func (p *page) flag(code string, is bool) {
	if is {
		p.rows = append(p.rows, paper.Fact{Name: p.say(code), Value: paper.Say(p.say("manual.yes"))})
	}
}

func (p *page) number(code string, n int) {
	if n != 0 {
		p.fact(code, strconv.Itoa(n))
	}
}

func (p *page) cond(code string, c *flows.Cond) {
	if c != nil {
		p.code(code, c.Source)
	}
}

func (p *page) facts(ids []string) { p.fact("manual.facts", strings.Join(ids, ", ")) }

// long adds a text of paragraphs below the rows so far, under its name.
func (p *page) long(code, text string) {
	if text == "" {
		return
	}
	p.flush()
	if code != "" {
		p.add(paper.Paragraph{Text: paper.Line{{Text: p.say(code), Strong: true}}})
	}
	p.add(prose(text)...)
}

// flush adds the rows so far.
func (p *page) flush() {
	if len(p.rows) > 0 {
		p.add(paper.Facts{Rows: p.rows})
	}
	p.rows = nil
}

func (p *page) step(i int) {
	s := &p.Steps[i]
	p.add(paper.Heading{Level: 1, ID: s.ID, Text: strconv.Itoa(i+1) + ". " + s.Title})
	p.code("manual.step", s.ID)
	p.fact("manual.actor", p.say(actors[s.Actor]))
	p.number("manual.minutes", s.Minutes)
	p.cond("manual.when", s.When)
	p.code("manual.needs", strings.Join(s.Needs, ", "))
	p.flag("manual.internal", s.Internal)
	p.fact("manual.have", s.Have)
	p.fact("manual.who", s.Who)
	p.fact("manual.say", s.Say)
	p.fact("manual.see", s.See)
	for _, b := range s.IfNot {
		p.fact("manual.ifnot", b.Letter+": "+b.Text)
	}
	p.facts(s.Facts)
	p.fact("manual.source", s.Source)
	p.fact("manual.system", s.System)
	p.code("manual.page", s.Page.Address)
	p.fact("manual.page_source", s.Page.Source)
	p.flush()
	for k := range s.Items {
		p.item(&s.Items[k], s.ID, 2)
	}
}

var actors = map[flows.Actor]string{flows.Consultant: "manual.consultant", flows.Customer: "manual.customer", flows.Vendor: "manual.vendor"}

// item writes an item, or a column of a list one level below.
func (p *page) item(it *flows.Item, above string, level int) {
	title := it.Name()
	p.add(paper.Heading{Level: level, ID: above + "." + it.ID, Text: title, State: p.say(kinds[it.Kind])})
	p.code("manual.id", it.ID)
	p.cond("manual.when", it.When)
	p.flag("manual.internal", it.Internal)
	p.kind(it)
	p.facts(it.Facts)
	p.origin(it.Origin)
	for i := range it.Rules {
		p.rule(&it.Rules[i])
	}
	p.long("manual.help", it.Help)
	p.flush()
	if it.List != nil {
		for i := range it.List.Columns {
			p.item(&it.List.Columns[i], above+"."+it.ID, 3)
		}
	}
}

var kinds = map[flows.Kind]string{
	flows.KindText: "manual.kind_text", flows.KindCopy: "manual.kind_copy", flows.KindAttach: "manual.kind_attach", flows.KindField: "manual.kind_field", flows.KindValue: "manual.kind_value", flows.KindList: "manual.kind_list",
	flows.KindTask: "manual.kind_task", flows.KindCheck: "manual.kind_check", flows.KindDraft: "manual.kind_draft", flows.KindWait: "manual.kind_wait",
	flows.KindGate: "manual.kind_gate", flows.KindAction: "manual.kind_action", flows.KindEnd: "manual.kind_end",
}

func (p *page) origin(o flows.Origin) {
	if o.From != "" {
		p.fact("manual.from", p.say(origins[o.From]))
	}
	p.fact("manual.source", o.Source)
}

var origins = map[flows.From]string{flows.FromLaw: "manual.law", flows.FromVendor: "manual.vendor_says", flows.FromReading: "manual.reading"}
