package face

import (
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

func TestStands(t *testing.T) {
	now := time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)
	tomorrow := now.AddDate(0, 0, 1)
	w := words.For("en")
	result := func(status string) *run.CheckResult { return &run.CheckResult{Status: status} }
	for name, tt := range map[string]struct {
		kind flows.Kind
		view run.ItemView
		how  Standing
		word string
	}{
		"a task":                       {flows.KindTask, run.ItemView{}, StandsOpen, w.Wizard.NotYet},
		"a task that is done":          {flows.KindTask, run.ItemView{Done: true}, StandsDone, w.Wizard.Ticked},
		"a gate":                       {flows.KindGate, run.ItemView{}, StandsOpen, w.Wizard.GateOpen},
		"a gate that was passed":       {flows.KindGate, run.ItemView{Done: true}, StandsDone, w.Wizard.GatePassed},
		"a wait":                       {flows.KindWait, run.ItemView{}, StandsWaiting, w.States.Waiting},
		"a wait with a day":            {flows.KindWait, run.ItemView{Until: &tomorrow}, StandsWaiting, "tomorrow"},
		"a wait that is over":          {flows.KindWait, run.ItemView{Until: &tomorrow, Done: true}, StandsDone, w.Wizard.WaitAnswered},
		"a letter":                     {flows.KindDraft, run.ItemView{}, StandsOpen, w.Letter.Unsent},
		"a letter that was sent":       {flows.KindDraft, run.ItemView{Done: true}, StandsDone, w.Letter.Sent},
		"a letter, and how":            {flows.KindDraft, run.ItemView{Done: true, Note: "by\npost"}, StandsDone, "sent: by post"},
		"a letter that has changed":    {flows.KindDraft, run.ItemView{Done: true, Note: "by post", Status: "stale"}, StandsStale, w.Letter.Stale},
		"a check":                      {flows.KindCheck, run.ItemView{}, StandsOpen, w.Check.NotYet},
		"a check that passed":          {flows.KindCheck, run.ItemView{Result: result("passed")}, StandsDone, w.Check.Passed},
		"a check that warned":          {flows.KindCheck, run.ItemView{Result: result("warned")}, StandsDoubtful, w.Check.Warned},
		"a check that failed":          {flows.KindCheck, run.ItemView{Result: result("failed")}, StandsFailed, w.Check.Failed},
		"a check that came to nothing": {flows.KindCheck, run.ItemView{Result: result("unknown")}, StandsOpen, w.Check.Unknown},
		"a check of other answers":     {flows.KindCheck, run.ItemView{Result: result("failed"), Status: "stale"}, StandsStale, w.Check.Stale},
		"an action":                    {flows.KindAction, run.ItemView{}, StandsOpen, w.Wizard.LaterAction},
	} {
		tt.view.Item = &flows.Item{Kind: tt.kind}
		if how, word := Stands(w, now, &tt.view); how != tt.how || !strings.Contains(word, tt.word) || tt.word == "" {
			t.Errorf("%s stands %d, %q, not %d, %q", name, how, word, tt.how, tt.word)
		}
	}
}
