package line

import (
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// questioner asks the questions of the dialogue: consequences, warnings, a
// conflict, evidence, a reason. It returns the turn that results from the
// reply, and carries nothing out.
type questioner struct {
	*wording
	prompter *prompter
	steps    *stepAnnouncer
}

// ask asks a question of the dialogue. If the input ends there, or a word of
// line mode is entered instead, the question is dropped.
func (w *questioner) ask(q walk.Question) (walk.Turn, error) {
	switch q := q.(type) {
	case walk.Confirm:
		yes, err := w.confirm(q)
		t := w.walk.Confirmed(yes)
		t.Bad = t.Bad || !yes
		return t, err
	case walk.Proof:
		proof, err := w.prompter.reply(map[flows.Evidence]string{
			flows.SentenceEvidence: w.t.Overlay.ProofSentence, flows.FileEvidence: w.t.Overlay.ProofFile,
		}[q.Kind])
		if err != nil {
			return walk.Turn{Bad: true}, err
		}
		return w.walk.Proved(q.At, proof), nil
	case walk.Read:
		w.steps.since(w.walk.Step())
		return walk.Turn{Bad: true}, nil // it is completed once that was heard
	case walk.Once:
		return w.forgo(q)
	case walk.WherePage:
		return w.wherePage(q)
	case walk.OtherHost:
		return w.otherHost(q)
	case walk.Warnings:
		return w.warnings(q)
	case walk.Expose:
		return w.expose(q)
	case walk.Unlock:
		return w.unlock(q)
	case *walk.Conflict:
		return w.conflict(q)
	}
	return walk.Turn{}, nil
}

// confirm says the consequences of a change. Enter makes the change, since
// whoever corrects an answer means it.
func (w *questioner) confirm(q walk.Confirm) (bool, error) {
	if n := q.Changes(); n == 1 {
		w.sayf("%s:", w.t.Overlay.RippleOne)
	} else {
		w.sayf(w.t.Overlay.RippleTitle+":", n)
	}
	effects := map[run.Effect]string{run.Void: w.l.Void, run.LookAgain: w.l.LookAgain, run.Keep: w.l.Kept}
	for _, c := range q.List {
		names := strings.Join(w.view().ConsequenceLabels(c), ", ")
		if names == "" {
			names = w.t.Overlay.RippleStep
		}
		w.sayf("%s: %s: %s.", effects[c.Effect], flows.CleanLine(c.Title), names)
	}
	text, err := w.prompter.reply(w.l.Confirm)
	if err != nil {
		return false, err
	}
	yes := text == "" || words.IsYes(text, w.l.Yes)
	if !yes {
		w.say(w.l.Left)
	}
	return yes, nil
}

// forgo asks for a word before the person leaves a secret that is shown only
// once.
func (w *questioner) forgo(q walk.Once) (walk.Turn, error) {
	w.say(w.message(flows.Msg("dialogue.once", "what", w.walk.Name(q.At))))
	text, err := w.prompter.reply(fmt.Sprintf(w.l.Once, w.t.Typing.OnceWord))
	if err != nil || !strings.EqualFold(text, w.t.Typing.OnceWord) {
		return walk.Turn{Bad: true}, err
	}
	return w.walk.GoWithout(q), nil
}

// otherHost asks for the name of a host before a secret is sent there that was
// kept for another.
func (w *questioner) otherHost(q walk.OtherHost) (walk.Turn, error) {
	w.say(w.message(w.walk.OtherHostMessage(q)))
	text, err := w.prompter.reply(fmt.Sprintf(w.t.Typing.HostType, q.To.Host()) + ":")
	if err != nil {
		return walk.Turn{Bad: true}, err
	}
	t, ok := w.walk.SendTo(q, text)
	if !ok {
		w.say(w.l.Left)
	}
	t.Bad = t.Bad || !ok
	return t, nil
}

// conflict says what another program changed as well, both values and by whom,
// and asks for each which one is kept. If the input ends, nobody has decided:
// the other program's value stays, and yours is kept as unsubmitted input.
func (w *questioner) conflict(c *walk.Conflict) (walk.Turn, error) {
	mine := make([]bool, len(c.Differences))
	for i, d := range c.Differences {
		w.say(w.message(w.walk.DifferenceMessage(d)))
		text, err := w.prompter.reply(w.l.WhichHolds)
		if err != nil {
			t := w.walk.EndUndecided()
			t.Bad = true
			return t, err
		}
		mine[i] = words.IsYes(text, w.l.Yes) || strings.EqualFold(text, w.l.Yours)
	}
	for _, command := range c.Lost {
		w.say(w.message(w.walk.LossMessage(command)))
	}
	t := w.walk.Decide(mine)
	t.Bad = t.Bad || len(c.Lost) > 0 || slices.Contains(mine, false)
	return t, nil
}

// why is a reason that was given, or is asked for.
func (w *questioner) why(said, prompt string) (string, error) {
	if said == "" {
		var err error
		if said, err = w.prompter.reply(prompt); err != nil {
			return "", err
		}
	}
	said, _ = unquoted(said)
	return said, nil
}
