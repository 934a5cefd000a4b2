package report

import (
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Options say for whom a record is made.
type Options struct {
	Internal bool      // with what is internal: steps, items, notes
	Now      time.Time // in the zone of whoever reads
	Sender   string    // who hands it out; "" for nobody
	Version  string    // of Lotse
}

// New makes the record of a run from a view in the recipient's language
// (run.Session.ViewIn) and the run's events.
func New(v *run.View, events []run.Event, o Options) *Record {
	b := &builder{View: v, Options: o, trail: follow(v, events), events: events}
	r := &Record{
		Header: v.Header, Provenance: v.Provenance, Internal: o.Internal, Version: o.Version, Written: o.Now, Sender: flows.CleanLine(o.Sender),
		Worked: v.Spent, People: b.by[""], Achieved: words.Say(v.Lang, Achieved(v)), Open: Open(v, o.Internal, o.Now),
	}
	r.Customer.Name, r.Title = flows.CleanLine(v.Customer.Name), flows.CleanLine(v.Title)
	if r.Status == run.StatusDone || r.Status == run.StatusEnded || r.Status == run.StatusAbandoned {
		r.Ended = when(b.ended)
	}
	n := 0
	for i := range v.Steps {
		if s := &v.Steps[i]; o.Internal || !s.Step.Internal {
			step := b.step(s)
			if s.State != run.NotNeeded {
				n++
				step.Number = n
			}
			r.Steps = append(r.Steps, step)
		}
	}
	r.Files = b.files
	r.Secrets = b.rotations()
	r.Placeless = placelessOf(v, o.Internal)
	for i := range events {
		r.Links = append(r.Links, events[i].Link())
		if w := flows.CleanLine(events[i].Writer); w != "" && w != flows.CleanLine(events[i].By) && !slices.Contains(r.Brought, w) {
			r.Brought = append(r.Brought, w)
		}
	}
	r.Letters = b.letters()
	return r
}

// builder makes the parts of a record.
type builder struct {
	*run.View
	Options
	*trail
	events []run.Event
	files  []File
}

// when is a time that may not be known.
func when(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func (b *builder) step(sv *run.StepView) Step {
	id := sv.Step.ID
	s := Step{
		ID: id, Title: flows.CleanLine(sv.Step.Title), Actor: sv.Step.Actor, Internal: sv.Step.Internal,
		State: sv.State, Round: sv.Round, Why: flows.CleanLine(sv.Why),
	}
	if sv.State == run.NotNeeded {
		s.Because = b.because(sv)
		return s
	}
	s.BlockedBy = b.blockers(sv)
	s.Begun, s.Worked, s.By = when(b.begun[id]), sv.Spent, b.by[id]
	if sv.State == run.Done || sv.State == run.Skipped {
		s.Done = when(b.done[id])
	}
	if b.Internal {
		for _, n := range sv.Notes {
			s.Notes = append(s.Notes, Note{Deed{flows.CleanLine(n.By), n.At}, flows.Clean(n.Text)})
		}
	}
	s.Files = b.attached(flows.AtStep(id), sv.Attachments)
	for i := range sv.Items {
		switch iv := &sv.Items[i]; {
		case iv.State != run.Applies || iv.Item.Internal && !b.Internal:
		case isEntry(iv):
			s.Entries = append(s.Entries, b.entry(sv, iv))
		default:
			s.Files = append(s.Files, b.attached(flows.Address{Step: id, Item: iv.Item.ID}, iv.Attachments)...)
		}
	}
	return s
}

// attached are files that were attached at a place.
func (b *builder) attached(at flows.Address, all []run.Attachment) []File {
	var files []File
	for _, a := range all {
		files = append(files, b.file(File{Place: at, File: a.File, Note: flows.Clean(a.Note), Deed: Deed{flows.CleanLine(a.By), a.At}}))
	}
	return files
}

// isEntry reports whether an item has an entry of its own: what is only read has
// none.
func isEntry(iv *run.ItemView) bool {
	switch iv.Item.Kind {
	case flows.KindText, flows.KindCopy, flows.KindEnd:
		return false
	case flows.KindAction:
		return iv.Rotation != nil
	}
	return true
}

// blockers names the steps and items that a step waits for.
func (b *builder) blockers(sv *run.StepView) string {
	seen := *sv
	seen.BlockedBy = slices.DeleteFunc(slices.Clone(sv.BlockedBy), func(name string) bool {
		at, _ := flows.ParseStep(name)
		before := b.Step(at.Step)
		return before != nil && before.Step.Internal && !b.Internal
	})
	return flows.CleanLine(b.Blockers(&seen))
}

// letters are the letters as they went out.
func (b *builder) letters() []Letter {
	var all []Letter
	sent := run.LettersSent(b.events)
	for i := range sent {
		l := &sent[i]
		sv := b.Step(l.At.Step)
		if sv == nil || sv.Item(l.At.Item) == nil || !b.Internal && (sv.Step.Internal || sv.Item(l.At.Item).Item.Internal) {
			continue
		}
		iv := sv.Item(l.At.Item)
		again := slices.ContainsFunc(sent[i+1:], func(later run.SentLetter) bool { return later.At == l.At })
		all = append(all, Letter{
			Place: l.At, Label: iv.Label(), How: flows.CleanLine(l.How), Deed: Deed{flows.CleanLine(l.By), l.When},
			Sum: l.Sum, Text: flows.Clean(l.Text), Kept: l.Kept, Stale: iv.Status == "stale" && !again,
		})
	}
	return all
}

// rotations are those of the secrets that may be named.
func (b *builder) rotations() []Rotation {
	var all []Rotation
	for _, r := range b.Rotations() {
		sv := b.Step(r.Field.Step)
		iv := sv.Item(r.Field.Item)
		if b.Internal || !sv.Step.Internal && !iv.Item.Internal {
			all = append(all, Rotation{r.Field, iv.Label(), r.State, r.Begun, r.Ended, r.Users, r.Old, r.New})
		}
	}
	return all
}
