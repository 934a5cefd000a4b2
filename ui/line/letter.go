package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// letters says drafts, writes them to files, and records that they were sent.
// It knows in which language each is wanted.
type letters struct {
	*wording
	prompter    *prompter
	announcer   *itemAnnouncer
	requests    *requestRunner
	navigator   *navigator
	comparisons *comparisons
	langs       map[flows.Address]string // in which letters are wished for
}

func (w *letters) letterPrompt(iv *run.ItemView) string {
	return sentence(iv.Label()) + " " + sentence(face.Capital(w.status(iv))) + " " + w.l.LetterPrompt
}

// letterNamed finds the draft that is meant: the named one, the current one,
// or the only one of the step. If it finds none it says so.
func (w *letters) letterNamed(args string) (p flows.Address, rest string, ok bool) {
	first, rest := cut(args)
	if p, iv, err := w.walk.Find(first); err == nil && iv.Item.Kind == flows.KindDraft {
		return p.Whole(), rest, true
	}
	var found []string
	for _, iv := range w.items() {
		if iv.State == run.Applies && iv.Item.Kind == flows.KindDraft {
			found = append(found, iv.Item.ID)
		}
	}
	switch {
	case slices.Contains(found, w.at().Item):
		return w.target(), args, true
	case len(found) == 1:
		return flows.Address{Step: w.at().Step, Item: found[0]}, args, true
	}
	w.say(w.l.NoLetter)
	return p, "", false
}

// letter writes a draft as it would be sent now; if that fails it says why.
func (w *letters) letter(t flows.Address) (document.Letter, bool) {
	l, err := document.Write(w.view(), t.Step, t.Item, document.Asked{Lang: w.langs[t], Sender: w.Env.By, Today: w.now()})
	if err != nil {
		w.sayf(w.l.Refused, w.sentence(err))
		return l, false
	}
	return l, true
}

// draft says a letter, in the language that is asked for.
func (w *letters) draft(args string) error {
	p, lang, ok := w.letterNamed(args)
	if !ok {
		return nil
	}
	if lang != "" {
		w.langs[p] = lang
	}
	l, ok := w.letter(p)
	if !ok {
		return nil
	}
	if lang != "" && l.Lang != lang {
		delete(w.langs, p)
		w.sayf(w.l.LetterLangs, strings.Join(l.Langs, ", "))
	}
	w.readLetter(&l)
	return nil
}

func (w *letters) readLetter(l *document.Letter) {
	words := &w.t.Letter
	if l.Mail {
		to := words.Blank
		if l.To != "" {
			to = l.To
		}
		w.sayf("%s: %s", words.To, to)
		w.sayf("%s: %s", words.Subject, l.Subject)
	} else {
		w.say(l.Subject)
	}
	var missing []string
	for _, id := range l.Missing {
		missing = append(missing, w.view().AnswerLabel(id))
	}
	if len(missing) > 0 {
		w.say(sentence(fmt.Sprintf(words.Missing, strings.Join(missing, ", "))))
	}
	w.announcer.answerWarnings(l.Read)
	for _, line := range l.Lines(w.width() - 1) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			w.say(line)
		}
	}
	w.say(w.l.LetterEnd)
}

// sent records that a letter was sent with its present text.
func (w *letters) sent(args string) error {
	p, how, ok := w.letterNamed(args)
	if !ok {
		return nil
	}
	if how == "" {
		var err error
		if how, err = w.prompter.reply(w.l.LetterHow); err != nil {
			return err
		}
	}
	if how, _ = unquoted(how); how == "" {
		w.say(w.t.Letter.HowMissing)
		return nil
	}
	l, ok := w.letter(p)
	if !ok {
		return nil
	}
	here := w.target() == p
	if done, err := w.requests.do(l.Sent(p, how)); err != nil || !done {
		return err
	}
	w.say(w.l.LetterSent)
	if here {
		return w.navigator.next()
	}
	return nil
}

// write writes a letter, or the findings of a comparison, to a new file.
func (w *letters) write(args string) error {
	if w.comparisons.writeFindings(args) {
		return nil
	}
	p, path, ok := w.letterNamed(args)
	if !ok {
		return nil
	}
	if path, _ = unquoted(path); path == "" {
		w.say(w.t.Letter.Unnamed)
		return nil
	}
	l, ok := w.letter(p)
	if !ok {
		return nil
	}
	if err := outside.WriteLetter(path, &l); err != nil {
		w.sayf(w.l.Refused, w.sentence(err))
		return nil
	}
	w.sayf(w.t.Letter.Saved, path)
	return nil
}
