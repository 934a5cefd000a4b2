package command

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// transferShape is what copy prints.
type transferShape struct {
	Version   int           `json:"version"`
	From      string        `json:"from"`
	To        string        `json:"to"`
	DryRun    bool          `json:"dry_run"`
	Customers tallyShape    `json:"customers"`
	Pages     tallyShape    `json:"pages"`
	Runs      relatedShape  `json:"runs"`
	Events    int64         `json:"events"`
	Files     int           `json:"files"`
	Bytes     int64         `json:"bytes"`
	Missing   int           `json:"missing"`
	Secrets   []sealerShape `json:"secrets"`
	Rehearsed int           `json:"rehearsed"`
	Withheld  int           `json:"withheld"`
	Stayed    []stayedShape `json:"stayed"`
}

// tallyShape is how many there are, and how many of them were not there.
type tallyShape struct {
	All int `json:"all"`
	New int `json:"new"`
}

// relatedShape counts runs by how they stood to what was there.
type relatedShape struct {
	All      int `json:"all"`
	New      int `json:"new"`
	Ahead    int `json:"ahead"`
	Same     int `json:"same"`
	Behind   int `json:"behind"`
	Diverged int `json:"diverged"`
}

// sealerShape is how many secrets one member sealed; By is "" for whoever copies, and
// Key theirs.
type sealerShape struct {
	By         string `json:"by"`
	Key        string `json:"key"`
	OpensThere bool   `json:"opens_there"`
	N          int    `json:"n"`
}

// stayedShape is a run, or with Run "" a customer, that was left. Code is "" where
// nothing is wrong.
type stayedShape struct {
	Run       string            `json:"run"`
	Customer  string            `json:"customer"`
	Procedure string            `json:"procedure"`
	Code      flows.RefusalKind `json:"code"`
	Message   string            `json:"message"`
}

func (o *copyOptions) transferOf(d *outside.Transferred) transferShape {
	r := d.Relations
	s := transferShape{
		Version: 1, DryRun: o.dry,
		Customers: tallyShape{d.Customers, d.NewCustomers}, Pages: tallyShape{d.Pages, d.NewPages},
		Runs:   relatedShape{d.Runs, r[run.CopyNew], r[run.CopyAhead], r[run.CopySame], r[run.CopyBehind], r[run.CopyDiverged]},
		Events: d.Events, Files: d.Files, Bytes: d.Bytes, Missing: d.Missing, Rehearsed: d.Rehearsed, Withheld: d.Withheld, Stayed: []stayedShape{},
	}
	for i := range d.Stayed {
		left := &d.Stayed[i]
		s.Stayed = append(s.Stayed, stayedShape{
			Run: left.Run.ID, Customer: left.Customer, Procedure: left.Run.Procedure, Code: left.Kind, Message: words.Say(o.lang(), left.Message),
		})
	}
	return s
}

func (s transferShape) lines(p *sheet) {
	if s.DryRun {
		p.say("cmd.copy_would", "from", s.From, "to", s.To)
	} else {
		p.say("cmd.copied_all", "from", s.From, "to", s.To)
	}
	p.say("cmd.copied_runs", "all", s.Runs.All, "new", s.Runs.New, "ahead", s.Runs.Ahead, "same", s.Runs.Same)
	p.say("cmd.copied_customers", "all", s.Customers.All, "new", s.Customers.New)
	if s.Files > 0 {
		p.say("cmd.copied_files", "n", s.Files, "size", flows.Msg("cmd.bytes", "n", s.Bytes))
	}
	if s.Missing > 0 {
		p.say("cmd.copied_missing", "n", s.Missing)
	}
	for _, one := range s.Secrets {
		one.line(p)
	}
	if s.Rehearsed > 0 {
		p.say("cmd.copied_rehearsed", "n", s.Rehearsed)
	}
	if s.Withheld > 0 {
		p.say("cmd.copied_withheld", "n", s.Withheld)
	}
	s.stayedLines(p)
	p.say("cmd.copied_not")
}

// line says whose key opens secrets.
func (s sealerShape) line(p *sheet) {
	switch {
	case s.By != "":
		p.say("cmd.copied_secrets_of", "n", s.N, "by", s.By)
	case s.OpensThere:
		p.say("cmd.copied_secrets_open", "n", s.N)
	case s.Key == "":
		p.say("cmd.copied_secrets", "n", s.N)
	default:
		p.say("cmd.copied_secrets_key", "n", s.N, "key", s.Key)
	}
}

// mostStayed is how many runs that were left stand in the text.
const mostStayed = 50

func (s *transferShape) stayedLines(p *sheet) {
	if len(s.Stayed) == 0 {
		return
	}
	p.say("cmd.copied_stayed", "n", len(s.Stayed))
	for i, left := range s.Stayed {
		if i == mostStayed {
			p.under("%s", p.text("cmd.copied_stayed_more", "n", len(s.Stayed)-i))
			return
		}
		p.row(left.Run, left.Customer, left.Message)
	}
}
