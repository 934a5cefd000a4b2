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
		how  Status
		word string
	}{
		"a task":                       {flows.KindTask, run.ItemView{}, StatusOpen, w.Wizard.NotYet},
		"a task that is done":          {flows.KindTask, run.ItemView{Done: true}, StatusDone, w.Wizard.Ticked},
		"a gate":                       {flows.KindGate, run.ItemView{}, StatusOpen, w.Wizard.GateOpen},
		"a gate that was passed":       {flows.KindGate, run.ItemView{Done: true}, StatusDone, w.Wizard.GatePassed},
		"a wait":                       {flows.KindWait, run.ItemView{}, StatusWaiting, w.States.Waiting},
		"a wait with a day":            {flows.KindWait, run.ItemView{Until: &tomorrow}, StatusWaiting, "tomorrow"},
		"a wait that is over":          {flows.KindWait, run.ItemView{Until: &tomorrow, Done: true}, StatusDone, w.Wizard.WaitAnswered},
		"a letter":                     {flows.KindDraft, run.ItemView{}, StatusOpen, w.Letter.Unsent},
		"a letter that was sent":       {flows.KindDraft, run.ItemView{Done: true}, StatusDone, w.Letter.Sent},
		"a letter, and how":            {flows.KindDraft, run.ItemView{Done: true, Note: "by\npost"}, StatusDone, "sent: by post"},
		"a letter that has changed":    {flows.KindDraft, run.ItemView{Done: true, Note: "by post", Status: "stale"}, StatusStale, w.Letter.Stale},
		"a check":                      {flows.KindCheck, run.ItemView{}, StatusOpen, w.Check.NotYet},
		"a check that passed":          {flows.KindCheck, run.ItemView{Result: result("passed")}, StatusDone, w.Check.Passed},
		"a check that warned":          {flows.KindCheck, run.ItemView{Result: result("warned")}, StatusWarned, w.Check.Warned},
		"a check that failed":          {flows.KindCheck, run.ItemView{Result: result("failed")}, StatusFailed, w.Check.Failed},
		"a check that came to nothing": {flows.KindCheck, run.ItemView{Result: result("unknown")}, StatusOpen, w.Check.Unknown},
		"a check of other answers":     {flows.KindCheck, run.ItemView{Result: result("failed"), Status: "stale"}, StatusStale, w.Check.Stale},
		"an action":                    {flows.KindAction, run.ItemView{}, StatusOpen, w.Wizard.LaterAction},
		"an end":                       {flows.KindEnd, run.ItemView{}, StatusOpen, "ends the run: Nothing is needed."},
	} {
		tt.view.Item = &flows.Item{Kind: tt.kind, End: &flows.End{Reason: "Nothing is needed."}}
		if how, word := StatusOf(w, now, &tt.view); how != tt.how || !strings.Contains(word, tt.word) || tt.word == "" {
			t.Errorf("%s stands %d, %q, not %d, %q", name, how, word, tt.how, tt.word)
		}
	}
}
