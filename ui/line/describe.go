package line

import (
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

func (k *voice) day(d time.Time) string { return face.Day(k.t, k.now(), d) }

// plain is a text with Markdown in it as one plain line.
func (k *voice) plain(text string) string { return k.inline(text) }

// sentence ends with a sign that a voice stops at.
func sentence(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?:") {
		return s
	}
	return s + "."
}

// named sets a name before what is said of it.
func named(name, words string) string {
	if strings.HasSuffix(sentence(name), ".") {
		return strings.TrimSuffix(name, ".") + ": " + words
	}
	return name + " " + face.Capital(words)
}

// describe says an item as it stands.
func (w *dialogue) describe(iv *run.ItemView) {
	if iv.State != run.Applies {
		return
	}
	switch iv.Item.Kind {
	case flows.KindText:
		switch {
		case iv.Item.Text.Fold:
			w.say(w.l.Folded)
		case iv.Item.Text.Tell:
			w.prose(w.l.Tell, iv.Item.Text.Body)
		default:
			w.prose("", iv.Item.Text.Body)
		}
	case flows.KindEnd:
		w.sayf(w.t.Overlay.EndHint, flows.CleanLine(iv.Item.End.Reason))
	default:
		w.say(sentence(named(nameOf(iv), w.stands(iv))))
		w.doubts(iv.From)
	}
}

// doubts says which warnings the answers of fields have.
func (w *dialogue) doubts(fields []string) {
	for _, m := range w.walk.Doubts(fields) {
		w.sayf("%s %s", w.l.Warning, w.message(m))
	}
}

// stands is how an item stands, in words.
func (w *dialogue) stands(iv *run.ItemView) string {
	switch iv.Item.Kind {
	case flows.KindCopy:
		return w.copied(iv)
	case flows.KindField:
		return w.value(iv)
	case flows.KindList:
		return w.rowCount(len(iv.Rows))
	}
	_, word := face.Stands(w.t, w.now(), iv)
	switch {
	case iv.Item.Kind == flows.KindTask && iv.Done:
		return strings.Join(append([]string{word}, proof(iv)...), ", ")
	case iv.Item.Kind == flows.KindWait && iv.Until != nil && !iv.Done:
		return w.t.States.Waiting + ", " + word
	case iv.Item.Kind == flows.KindCheck && !walk.ToRun(iv):
		return word + ": " + w.said(iv.Result.Message)
	}
	return word
}

func (w *dialogue) copied(iv *run.ItemView) string {
	value, secret, err := w.view().Copy(iv)
	switch {
	case secret:
		return w.l.CopySecret
	case err != nil:
		return face.Sentence(w.view().Lang, err)
	}
	return value
}

// proof is what shows that a task was done.
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
func (w *dialogue) value(iv *run.ItemView) string {
	f := iv.Item.Field
	switch {
	case f.Type == flows.TypeSecret && iv.Set:
		return w.t.Field.SecretSet + ", " + iv.Fingerprint
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

// problems says problems with their levels, and the way out.
func (w *dialogue) problems(all []run.ProblemView) {
	for _, pv := range all {
		w.say(w.problem(pv))
	}
}

// problem is a problem in a sentence that begins with its level.
func (w *dialogue) problem(pv run.ProblemView) string {
	words := w.plain(w.said(pv.Message))
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
	if pv.Can {
		words += " " + w.l.CanAccept
	}
	return words
}

// where names what a problem is about.
func (w *dialogue) where(pv run.ProblemView) string {
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

// labelOf is what a column is called.
func labelOf(it *flows.Item) string {
	iv := run.ItemView{Item: it}
	return iv.Label()
}
