package line

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// answerSlot is a place for one answer: a field, or a cell of a row.
type answerSlot struct {
	it       *flows.Item
	name     string
	value    flows.Value
	standard bool // the value is the default: nobody has given it
	set      bool // a secret is there
	inRow    bool // asked over and over: its options stand in the prompt

	give func(v flows.Value) walk.Turn // gives the answer
	next func() error                  // goes on
}

// answers has the prompts of fields and cells, and reads a line as their
// answer, also for a field that is named by its id.
type answers struct {
	*wording
	prompter  *prompter
	announcer *itemAnnouncer
	requests  *requestRunner
	navigator *navigator
}

func (w *answers) ask(iv *run.ItemView) question {
	item := w.target()
	b := answerSlot{
		it: iv.Item, name: iv.Label(), value: iv.Value, standard: iv.Default, next: w.navigator.next,
		give: func(v flows.Value) walk.Turn { return w.walk.AnswerAt(item, v, walk.Stay) },
	}
	q := question{prompt: w.blankPrompt(b), take: func(text string) error { return w.take(b, text) }}
	if len(iv.Item.Field.Options) > 0 {
		q.short = strings.TrimPrefix(q.prompt, sentence(b.name)+" ")
	}
	return q
}

// blankPrompt says what is asked for, the present answer, and what can be
// entered.
func (w *answers) blankPrompt(b answerSlot) string {
	said := []string{sentence(b.name)}
	draft, typed := w.walk.Typed(w.at())
	secret := b.it.Field.Type == flows.TypeSecret
	switch {
	case typed && secret:
		said = append(said, w.l.DraftSecret)
	case typed:
		said = append(said, fmt.Sprintf(w.l.Draft, flows.CleanLine(draft.Text)))
	case b.set:
		said = append(said, w.l.KeepSecret)
	case b.standard:
		said = append(said, fmt.Sprintf(w.l.KeepDefault, show(b.it.Field, b.value)))
	case !flows.Empty(b.value):
		said = append(said, fmt.Sprintf(w.l.Keep, show(b.it.Field, b.value)))
	default:
		said = append(said, w.wanted(b))
	}
	if b.it.Help != "" {
		said = append(said, w.l.MoreExplains)
	}
	return strings.TrimSuffix(strings.Join(said, " "), ".")
}

// wanted says whether an answer is required, and in which form.
func (w *answers) wanted(b answerSlot) string {
	f := b.it.Field
	word := w.l.Optional
	if f.Required {
		word = w.l.Needed
	}
	form := words.Say(w.Lang, f.Form())
	switch {
	case f.Area:
		form = w.l.FormArea
	case f.Type == flows.TypeFile && len(outside.Samples(w.Files, b.it.ID)) > 0:
		form += ", " + fmt.Sprintf(w.l.FormSuchAs, outside.Samples(w.Files, b.it.ID)[0])
	case b.inRow && len(f.Options) > 0:
		var options []string
		for i, o := range f.Options {
			options = append(options, fmt.Sprintf("%d %s", i+1, flows.CleanLine(o.Label)))
		}
		return word + ": " + strings.Join(options, "; ") + "."
	case len(f.Options) == 0 && (f.Type == flows.TypeChoice || f.Type == flows.TypeChoices):
		form = "" // what it depends on is said above
	case f.Type == flows.TypeChoice:
		form = fmt.Sprintf(w.l.FormChoice, len(f.Options))
	case f.Type == flows.TypeChoices:
		form = fmt.Sprintf(w.l.FormChoices, len(f.Options))
	case form == "" && f.Placeholder != "":
		form = fmt.Sprintf(w.l.FormSuchAs, flows.CleanLine(f.Placeholder))
	}
	if form == "" {
		return word + "."
	}
	return word + ", " + form + "."
}

// take submits a typed answer; an empty line keeps the present one.
func (w *answers) take(b answerSlot, text string) error {
	if text == "" {
		draft, typed := w.walk.Typed(w.at())
		if !typed {
			return b.next()
		}
		text = draft.Text
	} else if b.it.Field.Area {
		whole, err := w.area(text)
		if err != nil {
			return err
		}
		text = whole
	}
	v, said, ok := w.understand(b.it.Field, text)
	if !ok {
		return nil
	}
	if said != "" {
		w.say(said)
	}
	return w.give(b, v)
}

// give submits an answer, and goes on if nothing is wrong with it.
func (w *answers) give(b answerSlot, v flows.Value) error {
	before := w.rowIDs()
	t, err := w.requests.handleTurn(b.give(v))
	switch {
	case err != nil || t.Bad:
		return err
	case !t.Done: // it stands there already
		return b.next()
	}
	w.toNewRow(before)
	return w.navigator.sayProblems(b.next)
}

// area reads more lines, until a line with only a dot.
func (w *answers) area(first string) (string, error) {
	lines := []string{first}
	size := len(first)
	for {
		line, err := w.prompter.read(w.l.AreaPrompt)
		if err != nil {
			return "", w.cutOff(lines, err)
		}
		if line == words.AreaEnd {
			return strings.Join(lines, "\n"), nil
		}
		if size += len(line) + 1; size > flows.MaxText {
			w.sayf(w.l.TooLong, flows.MaxText>>10)
			continue
		}
		lines = append(lines, line)
	}
}

// cutOff keeps the lines that came before the end of the input.
func (w *answers) cutOff(lines []string, err error) error {
	var cut *partialInput
	if errors.As(err, &cut) {
		lines = append(lines, cut.text)
	}
	w.requests.noteInput(strings.Join(lines, "\n"))
	return withoutPartial(err)
}

// understand reads an answer of the field's type, and says what it understood
// if that is not what was typed. ok is false if the text is no answer, which
// was said then.
func (w *answers) understand(f *flows.Field, text string) (v flows.Value, said string, ok bool) {
	switch f.Type {
	case flows.TypeChoice:
		o, ok := w.prompter.pick(f.Options, text)
		return o.Value, fmt.Sprintf(w.l.Chosen, sentence(flows.CleanLine(o.Label))), ok
	case flows.TypeChoices:
		values, ok := w.prompter.pickSome(f, text)
		return values, fmt.Sprintf(w.l.Chosen, sentence(show(f, values))), ok
	case flows.TypeDate:
		if day, ok := flows.ParseDate(text, w.now()); ok {
			return day.Format(time.DateOnly), w.understood(day), true
		}
	}
	return text, "", true
}
