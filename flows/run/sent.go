package run

import (
	"encoding/json"
	"slices"
	"time"

	"lotse/flows"
)

// SentLetter is a letter as it went out.
type SentLetter struct {
	At   flows.Address // of the draft
	Seq  int64         // of the event
	When time.Time
	By   string
	How  string
	Sum  string // SHA-256 of the text, hex; "" where an older event names none
	Text string // as it was sent; "" where an older event did not keep it
	Kept bool   // Text is there
}

// LettersSent are the letters that events put on record as sent, the oldest
// first. One whose event was erased is not among them.
func LettersSent(events []Event) []SentLetter {
	var sent []SentLetter
	for i := range events {
		e := &events[i]
		var d Sent
		if e.Kind != EventSent || e.Data == nil || json.Unmarshal(e.Data, &d) != nil {
			continue
		}
		sent = append(sent, SentLetter{
			At: named(d.Item).AsItem(), Seq: e.Seq, When: e.At, By: e.By, How: d.How,
			Sum: d.Sum, Text: string(e.Content), Kept: d.Kept && e.Content != nil,
		})
	}
	return sent
}

// isRead reports whether anything reads one of refs: the procedure, or a draft
// that was sent.
func (s *state) isRead(refs []flows.Ref) bool {
	return s.plan.isRead(refs) || slices.ContainsFunc(refs, func(r flows.Ref) bool { return len(s.sentWith(r)) > 0 })
}

// sentWith lists the sent drafts that contain what a ref names. Which answers
// a draft contains depends on its template, so it is known only from the sent
// event and not from the procedure.
func (s *state) sentWith(ref flows.Ref) []place {
	id := ref.ID
	switch ref.Kind {
	case flows.RefField, flows.RefList:
	case flows.RefColumn:
		at, ok := s.plan.columns[ref.ID]
		if !ok {
			return nil
		}
		id = s.plan.item(at).ID
	default:
		return nil
	}
	var sent []place
	for _, at := range s.plan.drafts {
		if m := s.marks[s.plan.name(at)]; m != nil && m.done && slices.Contains(m.draftReads, id) {
			sent = append(sent, at)
		}
	}
	return sent
}
