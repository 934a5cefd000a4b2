package walk

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Spoken is what can be read aloud at an address.
type Spoken struct {
	Text   string
	Answer bool // it is an answer that was given, which can be read back
	Secret bool // a secret: nothing is said of it
}

// Spoken is what can be read aloud of an item or a cell; zero for nothing.
func (w *position) Spoken(at flows.Address) Spoken {
	iv := w.ItemAt(at)
	if iv == nil || !w.IsShown(iv) {
		return Spoken{}
	}
	is := itemSide(iv, at, SideValue)
	switch {
	case iv.Item.Copy != nil:
		text, secret, _ := w.view.Copy(iv)
		return Spoken{Text: text, Secret: secret}
	case iv.Item.Value != nil:
		return Spoken{Text: flows.Clean(iv.Item.Holds().Show(iv.Value))}
	case is.Field == nil:
		return Spoken{}
	case is.Field.Type == flows.TypeSecret:
		return Spoken{Secret: iv.Set}
	}
	text := is.Field.Show(is.Value)
	if is.Field.Unit != "" { // what it counts is not spelled
		text = flows.Format(is.Value)
	}
	return Spoken{Text: flows.Clean(text), Answer: !flows.Empty(is.Value) && (at.Row != "" || !iv.Default)}
}

// ReadBack puts on record that the answer at an address was read back, and is
// right.
func (w *Walk) ReadBack(at flows.Address, method string) Turn {
	return w.Propose(Stay, run.ConfirmReadBack{At: at, Method: method})
}

// EndCall puts on record how long a call took.
func (w *Walk) EndCall(length time.Duration) Turn {
	return w.Record(Stay, run.RecordCall{Length: length})
}
