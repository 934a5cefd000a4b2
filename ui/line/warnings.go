package line

import (
	"strings"

	"lotse/ui/walk"
)

// mostWarnings is how many warnings are said at once.
const mostWarnings = 10

// warnings says the warnings of a step, and asks what to do with them. If the
// input ends, or a word is entered instead, the step is not completed.
func (w *questioner) warnings(q walk.Warnings) (walk.Turn, error) {
	for _, m := range w.walk.WarningMessages(q, mostWarnings) {
		w.sayf("%s %s", w.l.Warning, w.message(m))
	}
	k := &w.t.Warnings
	prompt := k.Ask
	switch {
	case !q.CanLeave():
		prompt = k.AskAccept
	case !q.CanAccept():
		prompt = k.AskLeave
	}
	for {
		line, err := w.prompter.read(prompt)
		if err != nil {
			return walk.Turn{Bad: true}, withoutPartial(err)
		}
		if t, ok, err := w.decideWarnings(q, strings.TrimSpace(line)); ok {
			return t, err
		}
		w.say(k.Unknown) // it is no answer of the step, either
	}
}

// decideWarnings handles the reply to that question; ok is false if the line
// is neither a reply nor a word.
func (w *questioner) decideWarnings(q walk.Warnings, line string) (t walk.Turn, ok bool, err error) {
	k := &w.t.Warnings
	word, rest := cut(line)
	name, _ := cut(rest)
	_, problem := w.walk.FindProblem(name)
	switch {
	case word == "":
		t = w.walk.ToWarning(q)
		t.Bad = true
		return t, true, nil
	case strings.EqualFold(word, k.LeaveWord) && rest == "":
		return w.walk.LeaveWarnings(q), true, nil
	case strings.EqualFold(word, k.AcceptWord) && problem == "" && q.CanAccept():
		t, err = w.acceptAll(q, rest)
		return t, true, err
	}
	_, _, known := lookUp(line)
	return walk.Turn{Bad: true}, known, &wordError{line}
}

// acceptAll accepts with one reason, which is asked for if it was not given.
func (w *questioner) acceptAll(q walk.Warnings, why string) (walk.Turn, error) {
	why, err := w.why(why, w.l.AcceptWhy)
	if err != nil {
		return walk.Turn{Bad: true}, err
	}
	return w.walk.AcceptWarnings(q, why), nil
}
