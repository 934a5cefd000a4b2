package report

import (
	"io"
	"strconv"
	"strings"

	"lotse/flows/document/paper"
	"lotse/flows/run"
	"lotse/flows/words"
)

// footHash is how much of the head stands at the foot of a page; all of it stands
// in the document.
const footHash = 16

// Document is the record for people: what came of it and what is open first, then
// step by step, then letters, files, and how it can be verified.
func Document(r *Record) *paper.Document {
	p := &page{Record: r}
	p.beginning()
	p.open()
	p.steps()
	p.notNeeded()
	p.placeless()
	p.letters()
	p.files()
	p.secrets()
	p.proof()
	return &paper.Document{
		Lang: r.Lang, Title: r.say("report.title", "title", r.Title, "customer", r.Customer.Name), Mark: r.Mark(),
		About: r.about(), Blocks: p.blocks, Foot: r.say("report.foot", "version", r.Version, "run", r.ID, "head", r.Head[:min(len(r.Head), footHash)]+"…"),
		Written: r.Written, Data: func(w io.Writer) error { return WriteJSON(w, r) },
	}
}

// about says when the report was written, and by whom.
func (r *Record) about() string {
	day := dayIn(r.Written, r.zone())
	if r.Sender == "" {
		return r.say("report.about", "day", day)
	}
	return r.say("report.about_by", "day", day, "by", r.Sender)
}

// page is a document being made.
type page struct {
	*Record
	blocks []paper.Block
}

func (p *page) add(b ...paper.Block) { p.blocks = append(p.blocks, b...) }

// heading begins a part.
func (p *page) heading(id, code string) {
	p.add(paper.Heading{Level: 1, ID: id, Text: p.say(code)})
}

// fact is a name and a text; nothing where there is no text.
func (p *page) fact(code, text string) []paper.Fact {
	if text == "" {
		return nil
	}
	return []paper.Fact{{Name: p.say(code), Value: paper.Say(text)}}
}

// exact is a fact that is compared letter by letter.
func (p *page) exact(code, text string) []paper.Fact {
	if text == "" {
		return nil
	}
	return []paper.Fact{{Name: p.say(code), Value: paper.Line{{Text: text, Code: true}}}}
}

// facts adds facts, where there are any.
func (p *page) facts(parts ...[]paper.Fact) {
	var rows []paper.Fact
	for _, part := range parts {
		rows = append(rows, part...)
	}
	if len(rows) > 0 {
		p.add(paper.Facts{Rows: rows})
	}
}

func (p *page) beginning() {
	tone := paper.Plain
	if p.Status == run.StatusDone {
		tone = paper.Good
	}
	p.add(paper.Notice{Tone: tone, Text: paper.Say(p.Achieved)})
	var ended string
	if p.Ended != nil {
		ended = p.time(*p.Ended)
	}
	p.facts(
		p.fact("report.fact_customer", p.Customer.Name),
		p.fact("report.fact_procedure", p.say("report.procedure", "title", p.Title, "version", p.ProcedureVersion)),
		p.fact("source.origin", words.Say(p.Lang, p.Provenance.Message())),
		p.fact("report.fact_status", words.For(p.Lang).Status(string(p.Status))),
		p.fact("report.fact_begun", p.time(p.Started)),
		p.fact("report.fact_ended", ended),
		p.fact("report.fact_worked", p.spent(p.Worked)),
		p.fact("report.fact_people", words.List(p.Lang, p.People)),
		p.fact("report.fact_brought", words.List(p.Lang, p.Brought)),
	)
}

// open lists what is open.
func (p *page) open() {
	p.heading("open", "report.open")
	if len(p.Open) == 0 {
		p.add(paper.Paragraph{Text: paper.Say(p.say("report.open_none"))})
		return
	}
	var points []paper.Line
	for i := range p.Open {
		points = append(points, paper.Say(words.Say(p.Lang, p.Open[i].Message)))
	}
	p.add(paper.List{Points: points})
}

// notNeeded lists the steps that were not needed, each with its reason.
func (p *page) notNeeded() {
	var points []paper.Line
	for i := range p.Steps {
		if s := &p.Steps[i]; s.State == run.NotNeeded {
			text := s.Title
			if len(s.Because) > 0 {
				text = p.say("report.not_needed_because", "step", s.Title, "why", strings.Join(s.Because, "; "))
			}
			points = append(points, paper.Say(text))
		}
	}
	if len(points) > 0 {
		p.heading("not-needed", "report.not_needed")
		p.add(paper.List{Points: points})
	}
}

// letters are the letters as they were sent.
func (p *page) letters() {
	if len(p.Letters) == 0 {
		return
	}
	p.heading("letters", "report.letters")
	for i := range p.Letters {
		l := &p.Letters[i]
		p.add(paper.Heading{Level: 2, ID: "letter." + strconv.Itoa(i+1), Text: l.Label})
		p.facts(p.fact("report.fact_how", l.How), p.fact("report.fact_sent", p.who(l.Deed)), p.exact("report.fact_sum", l.Sum))
		if l.Stale {
			p.add(paper.Notice{Tone: paper.Careful, Text: paper.Say(p.say("report.letter_stale"))})
		}
		if !l.Kept {
			p.add(paper.Paragraph{Text: paper.Say(p.say("report.letter_gone"))})
			continue
		}
		p.add(paper.Verbatim{Text: l.Text})
	}
}

// files are all files that the run names.
func (p *page) files() {
	if len(p.Files) == 0 {
		return
	}
	p.heading("files", "report.files")
	p.add(paper.Table{
		Head: []string{p.say("report.head_file"), p.say("report.head_place"), p.say("report.head_size"), p.say("report.head_sum")},
		Rows: func(yield func([]string) bool) {
			for i := range p.Files {
				f := &p.Files[i]
				size := ""
				if f.Size > 0 {
					size = words.Count(p.Lang, int(f.Size))
				}
				if !yield([]string{f.Name, f.Place.String(), size, f.Sum}) {
					return
				}
			}
		},
	})
}

// secrets are the rotations.
func (p *page) secrets() {
	if len(p.Secrets) == 0 {
		return
	}
	p.heading("secrets", "report.secrets")
	var rows []paper.Fact
	for i := range p.Secrets {
		s := &p.Secrets[i]
		f := paper.Fact{Name: s.Label, Value: paper.Say(p.say(rotationState[s.State])), Tone: paper.Plain}
		if s.Old.Fingerprint != "" && s.New.Fingerprint != "" {
			f.Notes = append(f.Notes, paper.Say(p.say("report.rotation_prints", "old", s.Old.Fingerprint, "new", s.New.Fingerprint)))
		}
		for _, u := range s.Users {
			code, when := "report.rotation_waits", ""
			if u.Confirmed != nil {
				code, when = "report.rotation_has", p.time(*u.Confirmed)
			}
			f.Notes = append(f.Notes, paper.Say(p.say(code, "user", u.Name, "at", when)))
		}
		rows = append(rows, f)
	}
	p.add(paper.Facts{Rows: rows})
}

// proof is what the report can be compared by.
func (p *page) proof() {
	p.heading("proof", "report.proof")
	p.add(paper.Paragraph{Text: paper.Say(p.say("report.proof_how"))}, paper.Paragraph{Text: paper.Say(p.say("cmd.report_verify"))})
	p.facts(
		p.exact("report.fact_run", p.ID),
		p.exact("report.fact_digest", p.Digest),
		p.fact("report.fact_events", words.Count(p.Lang, int(p.Events))),
		p.exact("report.fact_head", p.Head),
		p.fact("report.fact_version", p.Version),
	)
}
