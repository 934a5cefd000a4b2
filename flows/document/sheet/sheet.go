// Package sheet makes the sheet that a customer gets before a run: what to have at
// hand, who should be there, how long it takes, and what may have to be waited for.
// It tells of nothing internal, and of no step, since the customer has none to do
// before the call. It imports lotse/flows, flows/run, flows/words and
// flows/document/paper, and writes in no format itself.
package sheet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/run"
	"lotse/flows/words"
)

// part is a step as far as it is still to come.
type part struct {
	step   *flows.Step
	sure   bool          // it is needed, whatever the answers will be
	waits  []*flows.Wait // that may come up in it, each with the item that names it
	names  []string      // of the waits
	hidden []string      // ids of items that do not apply
}

// page is a sheet being made.
type page struct {
	lang   string
	parts  []part
	blocks []paper.Block
}

// OfProcedure is the sheet of a procedure before there is a run, in its language.
func OfProcedure(p *flows.Procedure) *paper.Document {
	return ofProcedure(p).document(p, "", "")
}

func ofProcedure(p *flows.Procedure) *page {
	pg := &page{lang: p.Lang}
	for i := range p.Steps {
		s := part{step: &p.Steps[i], sure: p.Steps[i].When == nil}
		for k := range s.step.Items {
			if it := &s.step.Items[k]; it.Kind == flows.KindWait && !it.Internal {
				s.wait(it)
			}
		}
		pg.take(s)
	}
	return pg
}

// OfRun is the sheet of a run: what still applies. The procedure is the run's, in
// the language of the view.
func OfRun(v *run.View, p *flows.Procedure) *paper.Document {
	pg := &page{lang: v.Lang}
	for i := range v.Steps {
		sv := &v.Steps[i]
		if sv.State == run.Done || sv.State == run.NotNeeded || sv.State == run.Skipped {
			continue
		}
		s := part{step: sv.Step, sure: sv.State != run.Blocked || sv.Step.When == nil}
		for k := range sv.Items {
			if sv.Items[k].State == run.Hidden {
				s.hidden = append(s.hidden, sv.Items[k].Item.ID)
			}
			if iv := &sv.Items[k]; iv.Item.Kind == flows.KindWait && iv.State != run.Hidden && !iv.Done && !iv.Item.Internal {
				s.wait(iv.Item)
			}
		}
		pg.take(s)
	}
	mark := map[run.Mode]string{run.Rehearsal: "sheet.rehearsal", run.Demo: "sheet.demo"}[v.Mode]
	if mark != "" {
		mark = pg.say(mark)
	}
	return pg.document(p, flows.CleanLine(v.Customer.Name), mark)
}

func (s *part) wait(it *flows.Item) {
	s.waits, s.names = append(s.waits, it.Wait), append(s.names, it.Label)
}

func (p *page) take(s part) {
	if !s.step.Internal {
		p.parts = append(p.parts, s)
	}
}

func (p *page) say(code string, args ...any) string {
	return words.Say(p.lang, flows.Msg(code, args...))
}

func (p *page) add(b ...paper.Block) { p.blocks = append(p.blocks, b...) }

// document is the sheet; customer is "" where it is for none in particular.
func (p *page) document(proc *flows.Procedure, customer, mark string) *paper.Document {
	p.add(paper.Paragraph{Text: paper.Say(p.say("sheet.goal", "summary", flows.CleanLine(proc.Summary)))})
	p.length()
	p.points("sheet.have", p.texts(func(s *flows.Step) string { return s.Have }), func(points []paper.Line) paper.Block {
		var boxes paper.Boxes
		for _, l := range points {
			boxes.Rows = append(boxes.Rows, paper.Box{Text: l})
		}
		return boxes
	})
	list := func(points []paper.Line) paper.Block { return paper.List{Points: points} }
	p.points("sheet.files", p.files(), list)
	p.points("sheet.who", p.texts(func(s *flows.Step) string { return s.Who }), list)
	p.points("sheet.waits", p.waits(), list)
	if p.asksSecret() {
		p.add(paper.Notice{Text: paper.Say(p.say("sheet.secrets"))})
	}
	return &paper.Document{Lang: p.lang, Title: p.say("sheet.title", "title", flows.CleanLine(proc.Title)), Mark: mark, About: customer, Foot: words.Say(p.lang, proc.Provenance.Message()), Blocks: p.blocks}
}

// points adds a heading and points below it, where there are any.
func (p *page) points(code string, texts []string, block func([]paper.Line) paper.Block) {
	if len(texts) == 0 {
		return
	}
	var points []paper.Line
	for _, text := range texts {
		points = append(points, paper.Say(flows.CleanLine(text)))
	}
	p.add(paper.Heading{Level: 1, ID: strings.TrimPrefix(code, "sheet."), Text: p.say(code)}, block(points))
}

// texts are what the steps say of themselves, each once, in their order.
func (p *page) texts(of func(*flows.Step) string) []string {
	var all []string
	for _, s := range p.parts {
		if text := of(s.step); text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

// files are what comes with the procedure.
func (p *page) files() []string {
	var all []string
	for _, s := range p.parts {
		for i := range s.step.Items {
			it := &s.step.Items[i]
			if it.Attach == nil || it.Internal || slices.Contains(s.hidden, it.ID) {
				continue
			}
			text := words.Say(p.lang, it.Attach.Message())
			if label := flows.CleanLine(it.Label); label != "" && !names(label) {
				text = label + ": " + text
			}
			if !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	return all
}

// waits are what may have to be waited for. Whoever is not known yet has no name:
// then it is what is waited for that is said.
func (p *page) waits() []string {
	var all []string
	for _, s := range p.parts {
		for i, w := range s.waits {
			text := s.names[i]
			if !names(w.For) && !names(w.Reason) {
				text = capital(p.say("sheet.wait", "who", flows.CleanLine(w.For), "what", flows.CleanLine(w.Reason)))
			}
			if w.Usual != "" && !names(w.Usual) {
				text = p.say("sheet.wait_usual", "wait", text, "usual", flows.CleanLine(w.Usual))
			}
			if !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	return all
}

// capital begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// names reports whether a text lacks an answer: it names one, or is empty where
// one that is not known stood.
func names(text string) bool {
	return strings.Contains(text, "{{") || strings.Contains(text, "…") || strings.TrimSpace(text) == ""
}

// length says how long it takes: from what is surely needed to all that may be.
func (p *page) length() {
	least, most := p.minutes()
	switch {
	case most == 0:
	case least == most:
		p.add(paper.Paragraph{Text: paper.Say(p.say("sheet.minutes", "n", most))})
	default:
		p.add(paper.Paragraph{Text: paper.Say(p.say("sheet.minutes_between", "least", least, "most", most))})
	}
}

// minutes are those of what is surely needed, and those of all that may be.
func (p *page) minutes() (least, most int) {
	for _, s := range p.parts {
		most += s.step.Minutes
		if s.sure {
			least += s.step.Minutes
		}
	}
	return rounded(least), rounded(most)
}

// rounded is a number of minutes as people say it, never less.
func rounded(minutes int) int { return (minutes + 4) / 5 * 5 }

// asksSecret reports whether a secret may come up.
func (p *page) asksSecret() bool {
	return slices.ContainsFunc(p.parts, func(s part) bool {
		return slices.ContainsFunc(s.step.Items, func(it flows.Item) bool { return it.Field != nil && it.Field.Type == flows.TypeSecret })
	})
}
