package face

import (
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// shortest is the time from which what was spent in a step is worth a word.
const shortest = 30 * time.Second

// StepTime says how long a step takes, in a few words each: once it is completed how
// long it took, before that what its procedure says and how long it took here. None
// where nobody knows.
func StepTime(t *words.Strings, x *run.Experience, s *run.StepView) []string {
	say := func(code string, d time.Duration) string {
		return words.Say(t.Lang, flows.Msg(code, "n", run.Minutes(d)))
	}
	if m := took(s, "spent.took"); !m.IsZero() {
		return []string{words.Say(t.Lang, m)}
	}
	says, here := time.Duration(s.Step.Minutes)*time.Minute, x.Steps[s.Step.ID]
	switch {
	case here > 0 && says > 0:
		return []string{say("spent.usually", says), say("spent.here", here)}
	case here > 0:
		return []string{say("spent.here", here)}
	case says > 0:
		return []string{fmt.Sprintf(t.Wizard.Minutes, s.Step.Minutes)}
	}
	return nil
}

// StepTook says in a sentence how long a completed step took; zero of another.
func StepTook(s *run.StepView) flows.Message { return took(s, "spent.line_took") }

func took(s *run.StepView, code string) flows.Message {
	if s.State != run.Done || s.Spent < shortest {
		return flows.Message{}
	}
	return flows.Msg(code, "n", run.Minutes(s.Spent))
}

// TimeLeft says about how much work is left; "" for none.
func TimeLeft(t *words.Strings, left time.Duration) string {
	if left <= 0 {
		return ""
	}
	return words.Say(t.Lang, flows.Msg("spent.left", "n", run.Minutes(left)))
}
