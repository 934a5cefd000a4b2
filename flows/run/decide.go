package run

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
)

// decision is one event to be, before it is sealed.
type decision struct {
	kind    EventKind
	step    string
	data    any      // pointer to the payload
	effects *effects // inside data; nil where the kind has none
	at      place
	refs    []flows.Ref // what others may have read of what changes
	content []byte
	sealed  *Sealed
}

// decide turns a command into events to be. It changes nothing; a command that
// would change nothing gives none.
func (s *state) decide(c Command, now time.Time) ([]decision, error) {
	if s.closed != nil && !allowedWhenClosed(c) {
		return nil, &Refusal{Code: RefusedClosed, Message: "the run was given up (" + flows.Clean(s.closed.Why) + "); reopen a step to go on with it"}
	}
	switch c := c.(type) {
	case Answer:
		return s.decideAnswer(c, now)
	case SetSecret:
		return s.decideSecret(c)
	case AddRow:
		return s.decideAddRow(c)
	case RemoveRow:
		return s.decideRemoveRow(c)
	case SetCell:
		return s.decideCell(c, now)
	case ReplaceRows:
		return s.decideRows(c, now)
	case Tick:
		return s.decideTick(c)
	case Untick:
		return s.decideUntick(c)
	case Undo:
		return s.decideUndo()
	case RecordCheck:
		return s.decideChecked(c)
	case RecordSent:
		return s.decideSent(c)
	case WaitUntil, WaitAnswered, PassGate:
		return s.decideMoment(c)
	}
	return s.decideStep(c, now)
}

func allowedWhenClosed(c Command) bool {
	switch c.(type) {
	case Note, Reopen, SetLanguage:
		return true
	}
	return false
}

// target finds the item of one of the kinds that a command is about.
func (s *state) target(t Target, kinds ...flows.Kind) (place, *flows.Item, error) {
	at, ok := s.plan.find(t)
	if !ok {
		return place{}, nil, &Refusal{Code: RefusedNotFound, Message: s.plan.unknown(t), Item: string(t)}
	}
	it := s.plan.item(at)
	if !slices.Contains(kinds, it.Kind) {
		return place{}, nil, &Refusal{
			Code: RefusedUsage, Step: s.plan.step(at).ID, Item: it.ID,
			Message: fmt.Sprintf("%s is a %s, not a %s", s.plan.name(at), it.Kind, kinds[0]),
		}
	}
	return at, it, nil
}

// unknown is the sentence for a target that does not exist: it names what does.
func (p *plan) unknown(t Target) string {
	if _, _, err := p.proc.Find(string(t)); err != nil {
		return err.Error()
	}
	return "there is no " + flows.Clean(string(t))
}

func (s *state) decideAnswer(c Answer, now time.Time) ([]decision, error) {
	at, it, err := s.target(c.Item, flows.KindField)
	if err != nil {
		return nil, err
	}
	value := blank(c.Value)
	if it.Field.Type == flows.TypeSecret && value != nil {
		return nil, &Refusal{Code: RefusedSecret, Step: s.plan.step(at).ID, Item: it.ID, Message: it.ID + " is a secret: it cannot be given as an answer; use lotse set RUN --secret-stdin " + s.plan.name(at)}
	}
	if it.Field.Type == flows.TypeSecret {
		return s.decideSecret(SetSecret{Item: c.Item})
	}
	if err := s.limit(value, at, it); err != nil {
		return nil, err
	}
	d := &answeredData{Item: s.plan.name(at)}
	d.Value, d.Invalid, d.Removed = read(it, value, now, s.lang)
	if a := s.answers[it.ID]; a != nil && !a.again && reflect.DeepEqual(a.value, d.Value) && a.invalid == (d.Invalid != "") && reflect.DeepEqual(a.removed, d.Removed) || !a.given() && d.Value == nil {
		return nil, nil
	}
	return s.change(EventAnswered, at, "", d, &d.effects), nil
}

// change is a decision that others may have read the subject of.
func (s *state) change(kind EventKind, at place, column string, data any, e *effects) []decision {
	return []decision{{kind: kind, step: s.plan.step(at).ID, data: data, effects: e, at: at, refs: s.plan.refsOf(at, column)}}
}

// read reads an answer for an item: as it is kept, the code of the problem that
// makes it invalid, and what normalising took away.
func read(it *flows.Item, value flows.Value, now time.Time, lang string) (v flows.Value, invalid string, removed map[string]string) {
	if value == nil {
		return nil, "", nil
	}
	v, problems := it.Read(value, now, lang)
	for _, p := range problems {
		switch {
		case p.Code == codeNormalised:
			removed = p.Args
		case p.Level == flows.Must && invalid == "":
			invalid = p.Code
		}
	}
	return blank(v), invalid, removed
}

// blank gives nil for what is no answer.
func blank(v flows.Value) flows.Value {
	switch v := v.(type) {
	case string:
		if strings.TrimSpace(v) == "" {
			return nil
		}
	case []string:
		if len(v) == 0 {
			return nil
		}
	case []any:
		return blank(plain(v))
	case int:
		return float64(v)
	}
	return v
}

// limit refuses an answer that is over its limit.
func (s *state) limit(v flows.Value, at place, it *flows.Item) error {
	limit, over := flows.TooLong(v)
	if !over {
		return nil
	}
	return &Refusal{Code: RefusedLimit, Step: s.plan.step(at).ID, Item: it.ID, Message: fmt.Sprintf("%s: %d bytes are too many for one answer; the limit is %d", it.ID, flows.Size(v), limit)}
}

func (s *state) decideSecret(c SetSecret) ([]decision, error) {
	at, it, err := s.target(c.Item, flows.KindField)
	if err != nil {
		return nil, err
	}
	if it.Field.Type != flows.TypeSecret {
		return nil, &Refusal{Code: RefusedUsage, Step: s.plan.step(at).ID, Item: it.ID, Message: it.ID + " is not a secret"}
	}
	d := &secretData{Item: s.plan.name(at)}
	if c.Sealed != nil {
		d.Secret, d.Fingerprint, d.Doubts = c.Sealed.ID, c.Sealed.Fingerprint, c.Doubts
	} else if !s.answers[it.ID].given() {
		return nil, nil
	}
	out := s.change(EventSecretSet, at, "", d, &d.effects)
	out[0].sealed = c.Sealed
	return out, nil
}

func (s *state) decideTick(c Tick) ([]decision, error) {
	at, err := s.ticked(c.Item, c.Row, c.Column)
	if err != nil {
		return nil, err
	}
	if err := limitNote(c.Note); err != nil {
		return nil, err
	}
	d := &tickData{Item: s.plan.name(at), Row: c.Row, Column: c.Column, Evidence: c.Evidence, Note: flows.Clean(c.Note)}
	if s.isTicked(at, c.Row, c.Column) && c.Evidence == nil && c.Note == "" {
		return nil, nil
	}
	return s.change(EventTicked, at, c.Column, d, &d.effects), nil
}

func (s *state) decideUntick(c Untick) ([]decision, error) {
	at, err := s.ticked(c.Item, c.Row, c.Column)
	if err != nil || !s.isTicked(at, c.Row, c.Column) {
		return nil, err
	}
	d := &tickData{Item: s.plan.name(at), Row: c.Row, Column: c.Column}
	return s.change(EventUnticked, at, c.Column, d, &d.effects), nil
}

// ticked finds a task, or the list of a row's task.
func (s *state) ticked(t Target, rowID, col string) (place, error) {
	if rowID == "" {
		at, _, err := s.target(t, flows.KindTask)
		return at, err
	}
	at, it, _, err := s.rowOf(t, rowID)
	if err != nil {
		return at, err
	}
	if c := column(it, col); c == nil || c.Kind != flows.KindTask {
		return at, s.noColumn(at, it, col, flows.KindTask)
	}
	return at, nil
}

func (s *state) isTicked(at place, rowID, col string) bool {
	if rowID == "" {
		m := s.marks[s.plan.name(at)]
		return m != nil && m.done
	}
	r := s.lists[s.plan.item(at).ID]
	done, _ := r.order[r.at(rowID)].cell(col).value.(bool)
	return done
}

func (s *state) decideUndo() ([]decision, error) {
	for i := len(s.undos) - 1; i >= 0; i-- {
		u := s.undos[i]
		if s.steps[u.at.step].done && !s.steps[u.at.step].stale || s.erased[u.seq] {
			continue
		}
		d := &undoneData{Of: u.seq, Item: s.plan.name(u.at)}
		if u.at.item < 0 {
			return []decision{{kind: EventUndone, step: s.plan.step(u.at).ID, data: d, at: u.at}}, nil
		}
		return s.change(EventUndone, u.at, u.column, d, &d.effects), nil
	}
	return nil, &Refusal{Code: RefusedNothing, Message: "there is nothing to undo in a step that is open; reopen a step first"}
}

func limitNote(text string) error {
	if len(text) > flows.MaxNote {
		return &Refusal{Code: RefusedLimit, Message: "a note of " + strconv.Itoa(len(text)) + " bytes is too long; the limit is " + strconv.Itoa(flows.MaxNote)}
	}
	return nil
}
