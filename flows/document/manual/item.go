package manual

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/document/paper"
	"lotse/flows/words"
)

// kind writes what only an item of its kind has.
func (p *page) kind(it *flows.Item) {
	switch {
	case it.Text != nil:
		p.flag("manual.tell", it.Text.Tell)
		p.long("", it.Text.Body)
	case it.Copy != nil:
		p.code("manual.copy", it.Copy.Value)
		p.code("manual.copy_of", it.Copy.Of)
		p.code("manual.each", it.Each)
	case it.Attach != nil:
		p.fact("manual.attach", words.Say(p.Lang, it.Attach.Message()))
		p.code("manual.digest", it.Attach.Sum)
	case it.Field != nil:
		p.field(it.Field)
	case it.Value != nil:
		p.code("manual.type", string(it.Holds().Type))
		p.code("manual.is", it.Value.Is.Source)
	case it.List != nil:
		p.list(it.List)
	case it.Task != nil:
		p.flag("manual.optional", it.Task.Optional)
		p.code("manual.evidence", string(it.Task.Evidence))
	case it.Check != nil:
		p.check(it.Check)
	case it.Draft != nil:
		p.draft(it.Draft)
	case it.Wait != nil:
		p.wait(it.Wait)
	case it.Gate != nil:
		p.gate(it.Gate)
	case it.Action != nil:
		p.code("manual.run", it.Action.Run)
		p.code("manual.of", it.Action.Of)
		p.long("", it.Action.Body)
	case it.End != nil:
		p.code("manual.outcome", it.End.Outcome)
		p.fact("manual.reason", it.End.Reason)
	}
}

func (p *page) field(f *flows.Field) {
	p.code("manual.type", string(f.Type))
	p.flag("manual.required", f.Required)
	p.flag("manual.once", f.Once)
	p.flag("manual.keep", f.Keep)
	p.flag("manual.large", f.Large)
	p.fact("manual.placeholder", f.Placeholder)
	p.fact("manual.unit", f.Unit)
	if f.Default != nil {
		p.code("manual.default", flows.Format(f.Default))
	}
	for _, o := range f.Options {
		p.rows = append(p.rows, paper.Fact{Name: p.say("manual.option"), Value: paper.Line{{Text: o.Label}, {Text: " "}, {Text: o.Value, Code: true}}})
		p.cond("manual.when", o.When)
	}
}

func (p *page) list(l *flows.List) {
	p.fact("manual.row", l.Row)
	p.number("manual.least", l.Min)
	p.number("manual.most", l.Max)
	for i := range l.Unique {
		u := &l.Unique[i]
		p.code("manual.unique", u.Column)
		p.level(u.Level, "")
		p.cond("manual.when", u.When)
		p.fact("manual.text", u.Text)
	}
}

// level says what something that is not right holds up.
func (p *page) level(l flows.Level, accept flows.Acceptance) {
	text := string(l)
	if accept != flows.AcceptOrLeave {
		text += ", accept: " + string(accept)
	}
	p.code("manual.level", text)
}

func (p *page) check(c *flows.Check) {
	p.code("manual.run", c.Run)
	for _, name := range slices.Sorted(maps.Keys(c.With)) {
		p.code("manual.with", name+": "+strings.Join(c.With[name], ", "))
	}
	for _, name := range slices.Sorted(maps.Keys(c.Const)) {
		p.code("manual.with", name+" = "+c.Const[name])
	}
	p.request(c.Request)
	p.level(c.Level, flows.AcceptOrLeave)
	for _, code := range slices.Sorted(maps.Keys(c.Findings)) {
		p.code("manual.finding", code)
		p.level(c.Findings[code].Level, c.Findings[code].Accept)
	}
}

// request is what http.json asks, and what it makes of the answer.
func (p *page) request(r *flows.HTTPRequest) {
	if r == nil {
		return
	}
	p.code("manual.request", r.Method+" "+r.URL)
	for _, h := range r.Headers {
		line := h.Name + ": "
		if h.Basic {
			line += "Basic "
		}
		if line += h.Text; h.Secret != "" {
			line += "{{ secret " + h.Secret + " }}"
		}
		p.code("manual.header", line)
	}
	p.code("manual.body", r.Body)
	p.cond("manual.expect", r.Expect)
	for i := range r.Found {
		f := &r.Found[i]
		p.code("manual.finding", f.Code)
		p.cond("manual.when", f.When)
		p.fact("manual.text", f.Text)
		p.fact("manual.cause", f.Cause)
	}
	p.code("manual.answers", r.Answer.Body)
	for i := range r.Faults {
		p.code("manual.fault", r.Faults[i].Name)
		p.fact("manual.text", r.Faults[i].Does)
	}
}

func (p *page) draft(d *flows.Draft) {
	p.code("manual.template", d.Template)
	p.code("manual.to", d.To)
	if text, ok := document.TemplateText(d, p.Lang); ok {
		p.flush()
		p.add(paper.Verbatim{Title: p.say("manual.letter"), Text: text})
	}
}

func (p *page) wait(w *flows.Wait) {
	p.fact("manual.for", w.For)
	p.fact("manual.reason", w.Reason)
	p.fact("manual.usual", w.Usual)
	p.code("manual.then", w.Then)
	if w.Until != nil {
		p.code("manual.until", w.Until.String())
	}
	p.long("manual.try", w.Try)
	for _, r := range w.Ladder {
		p.flush()
		p.add(paper.Paragraph{Text: paper.Line{{Text: p.say("manual.rung", "after", flows.Length(r.After)), Strong: true}}})
		p.add(prose(r.Try)...)
	}
}

func (p *page) gate(g *flows.Gate) {
	p.code("manual.word", g.Word)
	for i := range g.Requires {
		p.cond("manual.require", g.Requires[i].Cond)
		p.fact("manual.text", g.Requires[i].Text)
	}
	p.long("manual.warning", g.Warning)
}

func (p *page) rule(r *flows.Rule) {
	name := r.Name
	for _, arg := range slices.Sorted(maps.Keys(r.Args)) {
		name += " " + arg + "=" + r.Args[arg]
	}
	p.code("manual.rule", name)
	p.cond("manual.require", r.Require)
	p.code("manual.code", r.Code)
	p.level(r.Level, r.Accept)
	p.fact("manual.text", r.Text)
	p.origin(r.Origin)
}
