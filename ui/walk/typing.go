package walk

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Typing is input that was typed and not submitted. A secret is only in
// run.Secret, which no print and no encoder can show.
type Typing struct {
	At     flows.Address
	Text   string     // "" for a secret, and where nothing is typed
	Secret run.Secret // of a secret's field
	Hidden bool       // it is a secret's
	Blank  bool       // the answer that stands was taken out of the field
	Kept   time.Time  // when it was kept, of what an earlier dialogue left; zero for what is typed in this one
}

// Gone reports whether nothing is typed any more.
func (t Typing) Gone() bool { return t.empty() && !t.Blank }

func (t Typing) empty() bool { return t.Text == "" && t.Secret.Reveal() == nil }

// same reports whether the same is typed.
func (t Typing) same(o Typing) bool {
	return t.Blank == o.Blank && t.Text == o.Text && bytes.Equal(t.Secret.Reveal(), o.Secret.Reveal())
}

// Type notes what is typed at an address and not submitted; the next Save
// keeps it. It reports whether it has changed.
func (w *navigator) Type(t Typing) bool {
	was, had := w.typed[t.At]
	switch {
	case t.Gone() && !had, had && was.same(t):
		return false
	case t.Gone():
		delete(w.typed, t.At)
		delete(w.overtaken, t.At)
	default:
		w.typed[t.At] = t
	}
	w.save.typing[t.At] = t
	return true
}

// Typed is the unsubmitted input at an address.
func (w *navigator) Typed(a flows.Address) (Typing, bool) {
	t, ok := w.typed[a]
	return t, ok
}

// typedIn reports whether an item, or a cell of it, has unsubmitted input.
func (w *navigator) typedIn(step, item string) bool {
	for a := range w.typed {
		if a.Step == step && a.Item == item {
			return true
		}
	}
	return false
}

// TypedHere is the first address in the step, by name, with unsubmitted input;
// false if there is none. What is typed in a form is not in the step.
func (w *navigator) TypedHere() (flows.Address, bool) {
	all := slices.SortedStableFunc(maps.Keys(w.typed), compareAddress)
	i := slices.IndexFunc(all, func(a flows.Address) bool {
		_, _, inForm := a.Form()
		return a.Step == w.at.Step && !inForm
	})
	if i < 0 {
		return flows.Address{}, false
	}
	return all[i], true
}

func compareAddress(a, b flows.Address) int { return cmp.Compare(a.String(), b.String()) }

// Forget drops input that has become an answer, or is not wanted; the next
// write removes it from disk.
func (w *navigator) Forget(a flows.Address) {
	if _, ok := w.typed[a]; !ok {
		return
	}
	delete(w.typed, a)
	delete(w.overtaken, a)
	delete(w.save.typing, a)
	delete(w.save.writing, a) // a write that fails brings it back no more
	w.save.forgotten[a] = true
	w.s.Taken(run.Unsaved{Step: a.Step, Item: a.Item, Row: a.Row, Column: a.Column})
}

// TypedIn is the unsubmitted input of an item, its cells included.
func (w *navigator) TypedIn(item flows.Address) []Typing {
	var all []Typing
	for a, t := range w.typed {
		if a.Whole() == item.Whole() {
			all = append(all, t)
		}
	}
	return all
}
