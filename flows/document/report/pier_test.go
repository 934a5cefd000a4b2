package report_test

import (
	"os"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
)

// marks are texts that stand in one place each.
const (
	internalText = "nobodyelse"
	hiddenText   = "nolongerread"
	secretText   = "sesame-open"
)

// pier is a run in which something of every kind has happened, in a mode, with a
// text wherever a person can write one.
func pier(t testing.TB, mode run.Mode, text string) *drive {
	t.Helper()
	source, err := os.ReadFile("testdata/pier.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := flows.Open(fstest.MapFS{"pier.yaml": {Data: source}}, flows.Specs{Checks: check.Specs(), Templates: document.Templates()}).Procedure("pier")
	if err != nil {
		t.Fatal(err)
	}
	d := begin(t, p, mode, "Muster GmbH "+text)
	day := d.now.AddDate(0, 0, 3)
	d.do(
		run.Answer{At: flows.At("kind"), Value: "old"}, run.Answer{At: flows.At("old_name"), Value: hiddenText},
		run.Answer{At: flows.At("kind"), Value: "new"}, run.Answer{At: flows.At("remark"), Value: text}, run.Answer{At: flows.At("price"), Value: 12.5},
		run.Answer{At: flows.At("opens"), Value: "2026-12-24"}, run.Answer{At: flows.At("plan"), Value: "sha256:" + file("a").Sum + "/plan.pdf"},
		run.SetSecret{At: flows.At("key"), Sealed: &run.Sealed{ID: "sealed-key", Fingerprint: "f1f2", Blob: []byte(secretText)}},
		run.Answer{At: flows.At("phone"), Value: "1234567"}, run.Note{Step: "berth", Text: internalText + text},
		run.Complete{Step: "berth", Accept: "They know " + text},
		run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"person": "Ada", "wage": 3.0, "nick": "Countess", "since": "2026-01-02"}},
		run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"person": "Bo " + text}},
		run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"person": "Ada", "nick": hiddenText}}, run.SetCell{At: flows.At("people[r3].person"), Value: "Cleo"},
		run.Tick{At: flows.At("people[r1].heard"), Note: "On the phone " + text, Evidence: file("call.ogg")},
		run.Answer{At: flows.At("opinion"), Value: internalText}, run.Complete{Step: "inner"},
		run.RecordCheck{At: flows.At("works.same"), Result: run.CheckResult{Status: check.Failed, Message: flows.Msg("check.pair", "a", text, "b", "c", "detail", "d"), Report: file("found.jsonl")}},
	)
	d.do(
		run.Attach{At: flows.AtStep("works"), File: *file("step " + text), Note: "Seen " + text}, run.Attach{At: flows.At("works.same"), File: *file("item")},
		run.Attach{At: flows.AtStep("inner"), File: *file(internalText)},
	)
	d.send(flows.At("works.letter"))
	d.do(
		run.Tick{At: flows.At("works.shown"), Evidence: &run.File{Name: "photo " + text, Sum: file("photo").Sum, Size: 7}},
		run.PassGate{At: flows.At("works.go"), Word: "go", By: "Ada " + text, Why: "It is time"},
		run.WaitUntil{At: flows.At("works.answer"), Until: day, Why: "They are away"},
	)
	d.now = d.now.Add(25 * time.Hour)
	d.do(run.Note{Step: "works", Text: internalText})
	return d
}
