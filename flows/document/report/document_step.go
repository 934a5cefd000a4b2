package report

import (
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/run"
	"lotse/flows/words"
)

// stepTone is the colour of a step's state.
var stepTone = map[run.StepState]paper.Tone{
	run.Done: paper.Good, run.Open: paper.Careful, run.Waiting: paper.Careful, run.Blocked: paper.Careful,
	run.Stale: paper.Careful, run.Skipped: paper.Careful,
}

// steps are the steps that were needed.
func (p *page) steps() {
	p.heading("steps", "report.steps")
	for i := range p.Steps {
		if s := &p.Steps[i]; s.State != run.NotNeeded {
			p.step(s)
		}
	}
}

func (p *page) step(s *Step) {
	p.add(paper.Heading{Level: 2, ID: "step." + s.ID, Text: strconv.Itoa(s.Number) + ". " + s.Title, Tone: stepTone[s.State], State: p.stepState(s)})
	round, done := "", ""
	if s.Round > 1 {
		round = p.say("report.round", "n", s.Round)
	}
	if s.Done != nil {
		done = p.time(*s.Done)
	}
	if line := dotted(p.say(actor[s.Actor]), strings.Join(s.By, ", "), done, p.spent(s.Worked), round); line != "" {
		p.add(paper.Paragraph{Text: paper.Say(line)})
	}
	switch {
	case s.State == run.Blocked && s.BlockedBy != "":
		p.add(paper.Paragraph{Text: paper.Say(p.say("report.blocked_by", "what", s.BlockedBy))})
	case s.Why != "":
		p.add(paper.Paragraph{Text: paper.Say(p.say("report.why", "why", s.Why))})
	}
	p.entries(s)
	p.attached(s)
	p.notes(s)
}

// entries are the items of a step: what stands side by side in one block, each
// list in a table.
func (p *page) entries(s *Step) {
	var rows []paper.Fact
	for i := range s.Entries {
		e := &s.Entries[i]
		switch {
		case !p.tells(s, e):
		case e.List != nil && e.List.Count > 0:
			p.facts(rows)
			rows = nil
			p.list(s, e)
		default:
			rows = append(rows, p.entry(s, e))
		}
	}
	p.facts(rows)
}

// tells reports whether a report has something to say of an entry: what is empty
// and need not be anything is left out.
func (p *page) tells(s *Step, e *Entry) bool {
	if e.Given || e.Default || len(e.Files) > 0 || e.Check != nil || e.Until != nil || slices.ContainsFunc(e.Problems, func(p Problem) bool { return p.Level != flows.Tell && !p.Missing }) {
		return true
	}
	return s.State != run.Blocked && s.State != run.Skipped && slices.ContainsFunc(e.Problems, func(p Problem) bool { return p.Level == flows.Must })
}

// entry is one item as a fact.
func (p *page) entry(s *Step, e *Entry) paper.Fact {
	f := paper.Fact{Name: e.Label}
	switch e.Kind {
	case flows.KindField, flows.KindValue:
		p.answer(&f, e)
	case flows.KindList:
		f.State, f.Tone = p.say("report.rows", "n", 0), paper.Quiet
	case flows.KindAttach: // the file is named below
	default:
		f.State, f.Tone = p.state(e), entryTone(e)
	}
	switch e.Kind {
	case flows.KindTask:
		f.Value = paper.Say(e.Note)
	case flows.KindDraft:
		f.Value = paper.Say(e.Note)
	case flows.KindWait:
		f.Value = paper.Say(e.For)
		if e.Until != nil {
			f.Notes = append(f.Notes, paper.Say(p.say("report.until", "day", dayIn(*e.Until, p.zone()))))
		}
		f.Notes = append(f.Notes, note(e.Note)...)
	case flows.KindGate:
		if e.Done {
			f.Value = paper.Say(p.say("report.decided", "by", e.Decided))
			f.Notes = append(f.Notes, note(e.Note)...)
		}
	case flows.KindCheck:
		p.check(&f, e)
	}
	f.Notes = append(f.Notes, note(p.whoElse(s, e))...)
	if e.ReadBack != nil {
		f.Notes = append(f.Notes, paper.Say(p.say("report.read_back", "who", p.who(*e.ReadBack))))
	}
	for i := range e.Files {
		f.Notes = append(f.Notes, paper.Say(p.file(&e.Files[i])))
	}
	for i := range e.Problems {
		f.Notes = append(f.Notes, p.problem(&e.Problems[i], e.Check)...)
	}
	return f
}

// whoElse is who did something, and when, where that is more than the step says
// already: of a check and a gate always, else of another person or another day.
func (p *page) whoElse(s *Step, e *Entry) string {
	if e.Check == nil && e.Decided == "" && len(s.By) < 2 && s.Done != nil && dayIn(*s.Done, p.zone()).Equal(dayIn(e.At, p.zone())) {
		return ""
	}
	return p.who(e.Deed)
}

func note(text string) []paper.Line {
	if text == "" {
		return nil
	}
	return []paper.Line{paper.Say(text)}
}

// answer is a field's.
func (p *page) answer(f *paper.Fact, e *Entry) {
	switch {
	case e.Type == flows.TypeSecret && e.Set:
		f.Value = paper.Say(p.say("report.set", "fingerprint", e.Fingerprint))
	case e.Type == flows.TypeSecret || e.Text == "":
		f.State, f.Tone = p.say("report.not_given"), paper.Careful
	case e.Type == flows.TypeURL || e.Type == flows.TypeEmail:
		f.Value = paper.Line{{Text: e.Text, Code: true}}
	default:
		f.Value = paper.Say(e.Text)
	}
}

// entryTone is the colour of an entry's state.
func entryTone(e *Entry) paper.Tone {
	switch {
	case e.Check != nil && !e.Check.Stale:
		switch e.Check.Status {
		case "passed":
			return paper.Good
		case "failed":
			return paper.Bad
		}
		return paper.Careful
	case e.Done && e.Status != "stale":
		return paper.Good
	}
	return paper.Careful
}

// check adds what a check found, and how.
func (p *page) check(f *paper.Fact, e *Entry) {
	c := e.Check
	if c == nil {
		return
	}
	f.Value = paper.Say(c.Text)
	for i := range c.Phases {
		ph := &c.Phases[i]
		said := ph.Text
		if said == "" {
			said = ph.Label
		}
		f.Notes = append(f.Notes, paper.Say(p.say("report.phase", "status", checkWord(&words.For(p.Lang).Check, ph.Status), "text", said)))
	}
	for _, cause := range c.Causes {
		f.Notes = append(f.Notes, paper.Say(p.say("report.cause", "text", cause)))
	}
	var names []string
	for _, in := range c.Inputs {
		names = append(names, in.Label)
	}
	if len(names) > 0 {
		f.Notes = append(f.Notes, paper.Say(p.say("report.inputs", "names", names)))
	}
	if c.Report != nil {
		f.Notes = append(f.Notes, paper.Say(p.file(c.Report)))
	}
}

// attached are the files of a step.
func (p *page) attached(s *Step) {
	var lines []paper.Line
	for i := range s.Files {
		lines = append(lines, paper.Say(p.file(&s.Files[i])))
	}
	if len(lines) > 0 {
		p.add(paper.List{Points: lines})
	}
}

// file is a file in a line.
func (p *page) file(f *File) string {
	text := p.say("report.file", "name", f.Name, "sum", f.Sum)
	if f.Size > 0 {
		text = p.say("report.file_sized", "name", f.Name, "size", words.Count(p.Lang, int(f.Size)), "sum", f.Sum)
	}
	return dotted(text, f.Note)
}

// problem is a problem in a line, and a second one if it was accepted or left. Of
// a check that says it itself, it is not said again.
func (p *page) problem(pr *Problem, c *Check) []paper.Line {
	code := map[flows.Level]string{flows.Must: "report.problem_must", flows.Warn: "report.problem_warn"}[pr.Level]
	if code == "" || pr.Missing {
		return nil
	}
	var lines []paper.Line
	if c == nil || c.Text != pr.Text {
		lines = append(lines, paper.Say(p.say(code, "text", pr.Text)))
	}
	switch {
	case pr.Accepted != nil:
		lines = append(lines, paper.Say(dotted(p.say("report.accepted", "why", *pr.Accepted), p.who(pr.Deed))))
	case pr.Left:
		lines = append(lines, paper.Say(p.say("report.left")))
	}
	return lines
}

// notes are the remarks on a step.
func (p *page) notes(s *Step) {
	var lines []paper.Line
	for i := range s.Notes {
		lines = append(lines, paper.Line{{Text: s.Notes[i].Text}, {Text: " (" + p.who(s.Notes[i].Deed) + ")"}})
	}
	if len(lines) > 0 {
		p.add(paper.Heading{Level: 3, ID: "notes." + s.ID, Text: p.say("report.notes")}, paper.List{Points: lines})
	}
}
