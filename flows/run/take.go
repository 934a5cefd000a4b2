package run

import (
	"time"

	"lotse/flows"
)

type (
	// Take does what another command does, and puts on record that it was taken from
	// another copy of the run, or from another run of the customer.
	Take struct {
		Command Command
		From    Origin
	}
	// Origin is where an answer was taken from: the copy, or the other run, by its head,
	// and the event of it that gave the answer there, with who gave it.
	Origin struct {
		Run  string `json:"run,omitempty"` // id of the other run; "": a copy of this one
		Head string `json:"head"`
		Seq  int64  `json:"seq,omitempty"`
		By   string `json:"by,omitempty"`
	}
	// Taken stands in the payloads of what can be taken from another copy.
	Taken struct {
		From *Origin `json:"from,omitempty"`
	}
)

func (Take) command() {}

func (t *Taken) takenFrom(o Origin) { t.From = &o }

func (t *Taken) origin() *Origin { return t.From }

func (s *state) decideTake(c Take, now time.Time) ([]decision, error) {
	decisions, err := s.decide(c.Command, now)
	if err != nil {
		return nil, err
	}
	c.From.By = flows.CleanLine(c.From.By)
	for _, d := range decisions {
		if t, ok := d.data.(interface{ takenFrom(o Origin) }); ok {
			t.takenFrom(c.From)
		}
	}
	return decisions, nil
}

// TakeCommand is what has the run hold at an address what another copy of it
// holds: theirs is that copy's view. The refusal says what is not taken over so:
// a secret, and what is done and not given.
func TakeCommand(theirs *View, at flows.Address) (Command, error) {
	step := theirs.Step(at.Step)
	if step == nil || step.Item(at.Item) == nil {
		return nil, flows.Refuse(flows.ErrUsage, at, "fork.not_taken", "item", at.String())
	}
	it := step.Item(at.Item)
	switch {
	case it.Item.Kind == flows.KindField && it.Item.Field.Type == flows.TypeSecret:
		return nil, flows.Refuse(flows.ErrSecret, at, "fork.secret", "item", it.Label())
	case it.Item.Kind == flows.KindField:
		return Answer{At: at, Value: it.answered()}, nil
	case it.Item.Kind == flows.KindList && at.Row != "":
		return takeCell(it, at)
	case it.Item.Kind == flows.KindList:
		return takeRows(it, at), nil
	case it.Item.Kind == flows.KindTask && it.Done:
		return Tick{At: at, Evidence: firstOf(it.Evidence), Note: it.Note}, nil
	case it.Item.Kind == flows.KindTask:
		return Untick{At: at}, nil
	}
	return nil, flows.Refuse(flows.ErrUsage, at, "fork.not_taken", "item", it.Label())
}

// answered is what was given to a field; nil for its default.
func (it *ItemView) answered() flows.Value {
	if it.Default {
		return nil
	}
	return it.Value
}

// FilesOf are the sums of the kept files that a command names.
func FilesOf(c Command) (sums []string) {
	switch c := c.(type) {
	case Answer:
		sums = withAnswer(sums, c.Value)
	case SetCell:
		sums = withAnswer(sums, c.Value)
	case Tick:
		sums = fileOf(c.Evidence)
	case ReplaceRows:
		for _, row := range c.Rows {
			for _, v := range row {
				sums = withAnswer(sums, v)
			}
		}
	}
	return sums
}

func firstOf(files []File) *File {
	if len(files) == 0 {
		return nil
	}
	return &files[0]
}

func takeCell(it *ItemView, at flows.Address) (Command, error) {
	for _, r := range it.Rows {
		if r.Row == at.Row && at.Column != "" {
			return SetCell{At: at, Value: r.Values[at.Column]}, nil
		}
	}
	return nil, flows.Refuse(flows.ErrUsage, at, "fork.not_taken", "item", at.String())
}

func takeRows(it *ItemView, at flows.Address) Command {
	rows := make([]map[string]flows.Value, len(it.Rows))
	for i, r := range it.Rows {
		rows[i] = r.Values
	}
	return ReplaceRows{List: at, Rows: rows}
}
