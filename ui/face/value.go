package face

import (
	"strings"
	"time"
	"unicode"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// Value is all there is to show of an item or a cell.
type Value struct {
	Name     string
	Text     string   // in full; of a secret only that it is set
	Secret   bool     // Text is not the value, and is not copied
	Groups   string   // the same in groups, where it is a code; else ""
	Warnings []string // its problems, in the run's language, in Markdown
	About    []string // who entered it
}

// ValueAt is the value at an address; its Text is empty where there is none. events
// are those of the run. Where others look on, a secret has no fingerprint.
func ValueAt(t *words.Strings, now time.Time, w *walk.Walk, events []run.Event, at flows.Address, shared bool) Value {
	iv, spoken := w.ItemAt(at), w.Spoken(at)
	of := Value{Name: w.Name(at), Text: spoken.Text, Secret: spoken.Secret}
	if iv == nil {
		return of
	}
	if of.Groups = grouped(of.Text); of.Secret {
		of.Text, of.Groups = t.Field.SecretSet, ""
		if !shared && iv.Fingerprint != "" {
			of.Text += ", " + iv.Fingerprint
		}
		if who := Keepers(t.Lang, iv); who != "" && !shared {
			of.About = append(of.About, who)
		}
	}
	for _, pv := range problemsAt(iv, at) {
		of.Warnings = append(of.Warnings, words.Say(w.View().Lang, pv.Message))
	}
	if e := run.Entered(events, at); e != nil {
		of.About = append(of.About, words.Say(t.Lang, flows.Msg("page.value_entered", "when", DayAndTime(t, now, e.At), "by", flows.CleanLine(e.By))))
	} else if iv.Default {
		of.About = append(of.About, t.Field.Default)
	}
	return of
}

// Keepers says who sealed the secret of an item and for whom it opens; "" where that is
// only whoever asks.
func Keepers(lang string, iv *run.ItemView) string {
	m := iv.Keepers.Message()
	if m.IsZero() {
		return ""
	}
	return words.Say(lang, m)
}

// problemsAt are the problems of an item, or of one of its cells.
func problemsAt(iv *run.ItemView, at flows.Address) []run.ProblemView {
	if at.Row == "" {
		return iv.Problems
	}
	var out []run.ProblemView
	for i := range iv.Rows {
		for _, pv := range iv.Rows[i].Problems {
			if iv.Rows[i].Row == at.Row && pv.Column == at.Column {
				out = append(out, pv)
			}
		}
	}
	return out
}

// A value is read in groups of so many signs if it is one word of that many at
// least, with a digit in it, and not so long that nobody reads it aloud.
const (
	group     = 4
	leastCode = 10
	mostCode  = 80
)

// grouped is a code in groups; "" for what is no code.
func grouped(text string) string {
	signs := []rune(strings.TrimSpace(text))
	if len(signs) < leastCode || len(signs) > mostCode || !strings.ContainsFunc(text, unicode.IsDigit) {
		return ""
	}
	var out strings.Builder
	for i, r := range signs {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return "" // what has signs in it has groups of its own
		}
		if i > 0 && i%group == 0 {
			out.WriteByte(' ')
		}
		out.WriteRune(r)
	}
	return out.String()
}
