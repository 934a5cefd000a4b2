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
	return s.plan.isRead(refs) || slices.ContainsFunc(refs, func(r flows.Ref) bool { return len(s.sentWith(r, "")) > 0 })
}

// sentWith lists the sent drafts that contain what a ref names; row is the one row
// of a list that a change concerns, "" where it is not known. Which answers
// a draft contains depends on its template, so it is known only from the sent
// event and not from the procedure.
func (s *state) sentWith(ref flows.Ref, row string) []place {
	id, column := ref.ID, ""
	switch ref.Kind {
	case flows.RefField, flows.RefList:
	case flows.RefColumn:
		at, ok := s.plan.columns[ref.ID]
		if !ok {
			return nil
		}
		id, column = s.plan.item(at).ID, ref.ID
	default:
		return nil
	}
	var sent []place
	for _, draft := range s.plan.drafts {
		for _, at := range s.places(draft) {
			if m := s.marks[s.plan.name(at)]; m.answered() && m.hasRead(id, row, column) {
				sent = append(sent, at)
			}
		}
	}
	return sent
}

// readItem is the field or the list of what a letter has read.
func readItem(read string) string {
	a, _ := flows.ParseItem(read)
	return a.Item
}

// hasRead reports whether a letter that was sent contains a field, a list, or the
// cell of a row. What happens to a list as a whole changes no cell of a letter.
func (m *mark) hasRead(id, row, column string) bool {
	return slices.ContainsFunc(m.draftReads, func(read string) bool {
		a, _ := flows.ParseItem(read)
		if a.Row == "" {
			return read == id
		}
		return a.Item == id && a.Column == column && (row == "" || row == a.Row)
	})
}
