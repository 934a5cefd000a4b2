package run

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// decision is an event before it is sealed.
type decision struct {
	kind    EventKind
	step    string
	data    any      // pointer to the payload
	effects *Effects // inside data; nil where the kind has none
	at      place
	refs    []flows.Ref // what others may have read of what changes
	row     string      // the one row of a list that changes; "" where more do
	content []byte
	sealed  *Sealed
	agreed  bool             // its effects need no confirmation
	to      *flows.Procedure // of a move
}

// decide turns a command into decisions. It changes nothing; a command that
// would change nothing gives none.
func (s *state) decide(c Command, now time.Time) ([]decision, error) {
	if s.closed != nil && !allowedWhenClosed(c) {
		return nil, flows.Refuse(flows.ErrClosed, nil, "refuse.closed", "why", s.closed.Why)
	}
	switch c := c.(type) {
	case Answer:
		return s.decideAnswer(c, now)
	case SetSecret:
		return s.decideSecret(c)
	case UseSecret:
		return s.decideUse(c)
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
	case RecordFork:
		return s.decideFork(c)
	case Take:
		return s.decideTake(c, now)
	case Move:
		return s.decideMove(c, now)
	case BeginRotation, SealRotation, ConfirmRotation, GiveUpRotation:
		return s.decideRotation(c)
	case RecordCheck:
		return s.decideChecked(c)
	case Map:
		return s.decideMap(c)
	case RecordSent:
		return s.decideSent(c)
	case ConfirmReadBack:
		return s.decideReadBack(c)
	case RecordCall:
		return s.decideCall(c)
	case Attach:
		return s.decideAttach(c)
	case Fail:
		return s.decideFail(c)
	case Resolve:
		return s.decideResolve(c)
	case WaitUntil, WaitAnswered, PassGate:
		return s.decideWaitOrGate(c, now)
	}
	return s.decideStep(c, now)
}

func allowedWhenClosed(c Command) bool {
	switch c.(type) {
	case Note, Attach, Reopen, SetLanguage, UseSecret, RecordFork, RecordCall:
		return true
	}
	return false
}

// target finds the item at an address, with answers in its texts; it must be
// of one of the kinds.
func (s *state) target(a flows.Address, kinds ...flows.Kind) (place, *flows.Item, error) {
	at, ok := s.plan.find(a)
	if !ok {
		return place{}, nil, s.plan.unknown(a)
	}
	if err := s.requireRow(at); err != nil {
		return place{}, nil, err
	}
	it := s.shown(at)
	if it.Value != nil && slices.Contains(kinds, flows.KindField) {
		return place{}, nil, s.refuseComputed(at)
	}
	if !slices.Contains(kinds, it.Kind) {
		return place{}, nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.other_kind", "item", s.plan.name(at), "is", flows.Msg("kind."+string(it.Kind)), "want", flows.Msg("kind."+string(kinds[0])))
	}
	return at, it, nil
}

// unknown refuses an address that names nothing; the refusal names what there
// is.
func (p *plan) unknown(a flows.Address) error {
	_, _, err := p.proc.Find(a)
	return err
}

func (s *state) decideAnswer(c Answer, now time.Time) ([]decision, error) {
	at, it, err := s.target(c.At, flows.KindField)
	if err != nil {
		return nil, err
	}
	value := emptyToNil(c.Value)
	if it.Field.Type == flows.TypeSecret && value != nil {
		return nil, flows.Refuse(flows.ErrSecret, s.plan.address(at), "refuse.secret", "item", s.plan.name(at))
	}
	if it.Field.Type == flows.TypeSecret {
		return s.decideSecret(SetSecret{At: c.At})
	}
	if err := s.checkLimit(value, at, it); err != nil {
		return nil, err
	}
	d := &Answered{Item: s.plan.name(at)}
	d.Value, d.Invalid, d.Removed.Message = readAnswer(it, value, now)
	if a := s.answers[it.ID]; a != nil && !a.again && reflect.DeepEqual(a.value, d.Value) && a.invalid == (d.Invalid != "") && reflect.DeepEqual(a.removed, d.Removed.Message) || !a.given() && d.Value == nil {
		return nil, nil
	}
	return s.itemChange(EventAnswered, at, "", d, &d.Effects), nil
}

// itemChange is a decision about something that others may have read.
func (s *state) itemChange(kind EventKind, at place, column string, data any, e *Effects) []decision {
	return []decision{{kind: kind, step: s.plan.step(at).ID, data: data, effects: e, at: at, refs: s.plan.refsOf(at, column)}}
}

// readAnswer reads an answer for an item. It gives the value in the form in
// which it is kept, the code of the problem that makes it invalid, and what
// normalising removed.
func readAnswer(it *flows.Item, value flows.Value, now time.Time) (v flows.Value, invalid string, removed flows.Message) {
	if value == nil {
		return nil, "", flows.Message{}
	}
	v, problems := it.Read(value, now)
	for _, p := range problems {
		switch {
		case p.Code == codeNormalised:
			removed = p.Message
		case p.Level == flows.Must && p.Code != codeNotOffered && invalid == "":
			invalid = p.Code
		}
	}
	return emptyToNil(v), invalid, removed
}

// emptyToNil gives nil for a value that is no answer.
func emptyToNil(v flows.Value) flows.Value {
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
		return emptyToNil(plain(v))
	case int:
		return float64(v)
	}
	return v
}

// checkLimit refuses an answer that is over its limit.
func (s *state) checkLimit(v flows.Value, at place, it *flows.Item) error {
	limit, over := flows.TooLong(v)
	if !over {
		return nil
	}
	return flows.Refuse(flows.ErrLimit, s.plan.address(at), "refuse.answer_long", "item", it.ID, "size", flows.Size(v), "limit", limit)
}

func (s *state) decideSecret(c SetSecret) ([]decision, error) {
	at, it, err := s.target(c.At, flows.KindField)
	if err != nil {
		return nil, err
	}
	if it.Field.Type != flows.TypeSecret {
		return nil, flows.Refuse(flows.ErrUsage, s.plan.address(at), "refuse.no_secret", "item", s.plan.name(at))
	}
	if err := s.refuseWhileRotating(at); err != nil {
		return nil, err
	}
	d := &SecretSealed{Item: s.plan.name(at)}
	if c.Sealed != nil {
		d.Secret, d.Fingerprint, d.Origin, d.Violations = c.Sealed.ID, c.Sealed.Fingerprint, c.Sealed.Origin, c.Violations
	} else if !s.answers[it.ID].given() {
		return nil, nil
	}
	out := s.itemChange(EventSecretSet, at, "", d, &d.Effects)
	out[0].sealed = c.Sealed
	return append(out, s.sharedWith(at, c.Sealed)...), nil
}

func (s *state) decideUndo() ([]decision, error) {
	for i := len(s.undos) - 1; i >= 0; i-- {
		u := s.undos[i]
		if s.isSettled(&u) {
			continue
		}
		d := &Undone{Of: u.seq, Item: s.plan.name(u.at)}
		if u.at.item < 0 || u.attached {
			return []decision{{kind: EventUndone, step: s.plan.step(u.at).ID, data: d, at: u.at}}, nil
		}
		return ofRow(s.itemChange(EventUndone, u.at, u.column, d, &d.Effects), u.about()), nil
	}
	if len(s.moves) > 0 {
		return nil, flows.Refuse(flows.ErrNothing, nil, "refuse.undo_moved")
	}
	return nil, flows.Refuse(flows.ErrNothing, nil, "refuse.nothing_to_undo")
}

// isSettled reports whether undo leaves a change alone: it is erased, or its step
// is completed, or its secret is being replaced. An attachment rests on none of
// the two.
func (s *state) isSettled(u *inverse) bool {
	switch {
	case s.erased[u.seq]:
		return true
	case u.attached:
		return false
	}
	return s.steps[u.at.step].done && !s.steps[u.at.step].stale || s.rotations[u.at].isOpen()
}

func checkNoteLimit(text string) error {
	if len(text) > flows.MaxNote {
		return flows.Refuse(flows.ErrLimit, nil, "refuse.note_long", "size", len(text), "limit", flows.MaxNote)
	}
	return nil
}
