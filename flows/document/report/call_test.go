package report_test

import (
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
)

// TestReadBackIsTold in the report, and not of an answer that has changed since.
func TestReadBackIsTold(t *testing.T) {
	d := begin(t, procedure(t, "sage-main-contact"), run.Real, "Muster GmbH")
	d.toEnd("walk-sage-ordered.yaml")
	at := flows.At("address.main_email")
	d.do(run.ConfirmReadBack{At: at, Method: "din5009"})
	tells := func(want bool) {
		t.Helper()
		r := d.record("en", false)
		md, json := string(written(t, paper.Markdown, report.Document(r))), string(written(t, report.WriteJSON, r))
		if strings.Contains(md, "read back: ") != want || strings.Contains(json, `"read_back":{"at":`) != want {
			t.Errorf("the report tells of it: %t in Markdown, %t in JSON", strings.Contains(md, "read back: "), strings.Contains(json, `"read_back"`))
		}
	}
	tells(true)
	d.do(run.Reopen{Step: "address"}, run.Answer{At: at, Value: "another@example.org"})
	tells(false)
}

// TestCallTellsWhatChanged since the call began, the first changes first, and
// nothing that is internal.
func TestCallTellsWhatChanged(t *testing.T) {
	d := begin(t, procedure(t, "sage-main-contact"), run.Real, "Muster GmbH")
	since := len(d.Events())
	p := d.Procedure()
	call := func() string {
		return report.Call(d.record("en", false), p, d.Events()[since:], 61*time.Second)
	}
	if got := call(); !strings.Contains(got, "In this call (2 minutes):\n- Nothing was changed.\n") {
		t.Errorf("of nothing it says\n%s", got)
	}
	d.toEnd("walk-sage-ordered.yaml")
	d.do(run.Note{Step: "person", Text: "the MARK"})
	got := call()
	if n := strings.Count(got[strings.Index(got, "In this call"):], "\n- "); n != 12 || !strings.Contains(got, "changes more") {
		t.Errorf("it names %d changes:\n%s", n, got)
	}
	since = len(d.Events()) - 1
	if got := call(); strings.Contains(got, "MARK") {
		t.Errorf("it tells a note:\n%s", got)
	}
}
