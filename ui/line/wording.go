package line

import (
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// wording puts the run into words: the state of items, rows and steps,
// problems, messages. What comes from the run is in the run's language,
// everything else in the person's. It returns sentences and writes none.
type wording struct {
	*printer
	*position
}

// runText is a message of the run, in the run's language.
func (w *wording) runText(m flows.Message) string { return words.Say(w.view().Lang, m) }

// message is a message in a sentence: what comes from the run in the run's
// language and without its markup, everything else in the person's.
func (w *wording) message(m flows.Message) string {
	for _, name := range m.Names() {
		if part, ok := m.Args[name].(flows.Message); ok && face.IsRunMessage(part.Code) {
			m = m.With(name, w.plain(w.runText(part)))
		}
	}
	text := face.MessageText(w.Lang, w.view().Lang, m)
	if face.IsRunMessage(m.Code) {
		text = w.plain(w.runText(m))
	}
	return sentence(face.Capital(text))
}

// sentence ends a text with a mark at which a screen reader pauses.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:") {
		return s
	}
	return s + "."
}

// named puts a name before a text about it.
func named(name, words string) string {
	if strings.HasSuffix(sentence(name), ".") {
		return strings.TrimSuffix(name, ".") + ": " + words
	}
	return name + " " + face.Capital(words)
}

// mode is a word before what must not be mistaken for a real run; "" in a real
// run.
func (w *wording) mode() string {
	if word := w.t.Mode(string(w.view().Mode)); word != "" {
		return word + ". "
	}
	return ""
}

// nameOf is the name of an item: for a wait without a label, who is waited
// for.
func nameOf(iv *run.ItemView) string {
	if iv.Item.Label == "" && iv.Item.Wait != nil {
		return face.Capital(flows.CleanLine(iv.Item.Wait.For))
	}
	return iv.Label()
}

// labelOf is the name of a column.
func labelOf(it *flows.Item) string {
	iv := run.ItemView{Item: it}
	return iv.Label()
}

// state is a step's state in words: until when it waits, or why it is in that
// state.
func (w *wording) state(sv *run.StepView) string {
	word := face.Capital(w.t.State(string(sv.State)))
	if sv.Due != nil {
		word += ", " + fmt.Sprintf(w.t.Desk.Until, w.day(*sv.Due))
	}
	if sv.Why != "" {
		word += ": " + strings.TrimSuffix(flows.CleanLine(sv.Why), ".")
	}
	return word
}

// status is the state of an item in words.
func (w *wording) status(iv *run.ItemView) string {
	switch iv.Item.Kind {
	case flows.KindCopy:
		return w.copied(iv)
	case flows.KindField:
		return w.value(iv)
	case flows.KindValue:
		if iv.Value == nil {
			return strings.TrimSuffix(w.message(iv.Pending), ".")
		}
		return show(iv.Item.Holds(), iv.Value)
	case flows.KindList:
		return w.rowCount(len(iv.Rows))
	}
	_, word := face.StatusOf(w.t, w.now(), iv)
	switch {
	case iv.Item.Kind == flows.KindTask && iv.Done:
		return strings.Join(append([]string{word}, proof(iv)...), ", ")
	case iv.Item.Kind == flows.KindWait && iv.Until != nil && !iv.Done:
		return w.t.States.Waiting + ", " + word
	case iv.Item.Kind == flows.KindCheck && !walk.ToRun(iv):
		return word + ": " + w.runText(iv.Result.Message)
	}
	return word
}

func (w *wording) copied(iv *run.ItemView) string {
	value, secret, err := w.view().Copy(iv)
	switch {
	case secret:
		return w.l.CopySecret
	case err != nil:
		return face.Sentence(w.view().Lang, err)
	}
	return value
}

// proof is the evidence that a task was done.
func proof(iv *run.ItemView) []string {
	var words []string
	if iv.Note != "" {
		words = append(words, flows.CleanLine(iv.Note))
	}
	for _, f := range iv.Evidence {
		words = append(words, flows.CleanLine(f.Name))
	}
	return words
}

// value is a field's answer in words.
func (w *wording) value(iv *run.ItemView) string {
	f := iv.Item.Field
	switch {
	case f.Type == flows.TypeSecret && iv.Set:
		kept := []string{w.t.Field.SecretSet, iv.Fingerprint}
		if who := face.Keepers(w.Lang, iv); who != "" {
			kept = append(kept, who)
		}
		return strings.Join(kept, ", ")
	case f.Type == flows.TypeSecret || flows.Empty(iv.Value):
		return w.l.Unanswered
	case iv.Default:
		return show(f, iv.Value) + ", " + w.t.Field.Default
	}
	return show(f, iv.Value)
}

// show is an answer in one line.
func show(f *flows.Field, v flows.Value) string {
	if f == nil || flows.Empty(v) {
		return ""
	}
	return strings.Join(strings.Fields(flows.Clean(f.Show(v))), " ")
}

// understood says a day in full.
func (w *wording) understood(day time.Time) string {
	return fmt.Sprintf(w.l.Understood, words.FullDay(w.Lang, day))
}

// problem is a problem in a sentence that begins with its level.
func (w *wording) problem(pv run.ProblemView) string {
	words := w.plain(w.runText(pv.Message))
	if pv.Row != "" {
		words = named(w.where(pv), words)
	}
	switch {
	case pv.Accepted != nil:
		return fmt.Sprintf(w.l.Accepted, sentence(flows.CleanLine(*pv.Accepted)))
	case pv.Level == flows.Tell:
		return words
	}
	level := w.l.Must
	if pv.Level == flows.Warn {
		level = w.l.Warning
	}
	words = level + " " + words
	if pv.Acceptable {
		words += " " + w.l.CanAccept
	}
	return words
}

// where names what a problem is about.
func (w *wording) where(pv run.ProblemView) string {
	sv := w.walk.Step()
	iv := sv.Item(pv.Item)
	if iv == nil {
		return pv.Item
	}
	if pv.Row == "" {
		return nameOf(iv)
	}
	name := w.rowName(iv, pv.Row)
	if c := iv.Column(pv.Column); c != nil {
		name += ", " + labelOf(c)
	}
	return name
}
