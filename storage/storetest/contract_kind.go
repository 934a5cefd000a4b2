package storetest

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// naming is an event of a kind, with a sum wherever its payload has room for
// one: of the kept file where the kind names kept files, else of another.
type naming struct {
	data    func(kept, other run.File) any
	content func(kept run.File) string // what data names by its sum; nil: nothing
	names   bool                       // the kept file
}

// answerOf is the answer of a file field.
func answerOf(f run.File) string { return "sha256:" + f.Sum + "/" + f.Name }

// namings are the kinds of events: a new one has to say which files it names.
var namings = map[run.EventKind]naming{
	run.EventAnswered: {data: func(kept, _ run.File) any {
		return run.Answered{Item: "client.order", Value: answerOf(kept)}
	}, names: true},
	run.EventCell: {data: func(kept, _ run.File) any {
		return run.CellSet{Item: "client.orders", Row: "r1", Column: "order", Value: answerOf(kept)}
	}, names: true},
	run.EventRowsReplaced: {data: func(kept, other run.File) any {
		return run.RowsReplaced{Item: "client.orders", Count: 2, Sum: contentSum(ordersWith(kept)), First: 1, Source: &other}
	}, content: ordersWith, names: true},
	run.EventTicked: {data: func(kept, other run.File) any {
		return run.Ticked{Item: "client.sent", Evidence: &kept, Note: answerOf(other)}
	}, names: true},
	run.EventForked: {data: func(kept, other run.File) any {
		return run.Forked{Head: other.Sum, By: answerOf(other), File: &kept}
	}, names: true},
	run.EventChecked: {data: func(kept, other run.File) any {
		return run.Checked{Item: "client.same", Result: run.CheckResult{Status: "failed", Report: &kept, Inputs: map[string]string{"client.order": answerOf(other)}}}
	}, names: true},

	run.EventAttached: {data: func(kept, other run.File) any {
		return run.Attached{Item: "client", File: kept, Note: answerOf(other)}
	}, names: true},

	run.EventSent: {data: func(_, other run.File) any {
		return run.Sent{Item: "client.mail", How: "by mail", Sum: other.Sum}
	}},
	run.EventMapped: says(func(text string) any {
		return run.Mapped{Item: "client.same", Check: "register.customers", Side: "netvisor", Reading: run.Reading{Columns: map[string]string{"code": text}, Sheet: text, Headers: []string{text}}}
	}),
	run.EventUnticked:     says(func(text string) any { return run.Ticked{Item: "client.sent", Note: text} }),
	run.EventAccepted:     says(func(text string) any { return run.Accepted{Problem: "client.x", Why: text} }),
	run.EventNotWorked:    says(func(text string) any { return run.Failed{Item: "client.sent", Why: text} }),
	run.EventResolved:     says(func(text string) any { return run.Failed{Item: "client.sent", Why: text} }),
	run.EventNoted:        says(func(text string) any { return run.Noted{Text: text} }),
	run.EventDone:         says(func(text string) any { return run.StepChanged{Why: text} }),
	run.EventSkipped:      says(func(text string) any { return run.StepChanged{Why: text} }),
	run.EventReopened:     says(func(text string) any { return run.StepChanged{Why: text} }),
	run.EventWaiting:      says(func(text string) any { return run.Waited{Item: "client.wait", Why: text} }),
	run.EventWaitAnswered: says(func(text string) any { return run.Waited{Item: "client.wait", Why: text} }),
	run.EventGatePassed:   says(func(text string) any { return run.GatePassed{Item: "client.gate", By: "Erika Muster", Why: text} }),
	run.EventEnded:        says(func(text string) any { return run.Ended{Outcome: "over", Why: text} }),
	run.EventAbandoned:    says(func(text string) any { return run.Ended{Outcome: "over", Why: text} }),
	run.EventErased:       says(func(text string) any { return run.Erased{Why: text} }),
	run.EventStarted:      says(func(text string) any { return run.Started{Procedure: text} }),
	run.EventLanguage:     says(func(text string) any { return run.LanguageSet{Lang: text} }),
	run.EventSecretSet:    says(func(text string) any { return run.SecretSealed{Item: "client.key", Fingerprint: text} }),
	run.EventSecretUsed: says(func(text string) any {
		return run.SecretUsed{Item: "client.key", Purpose: run.SecretHandedOver, To: text}
	}),
	run.EventReadBack:   says(func(text string) any { return run.ReadBack{Item: "client.order", Method: text} }),
	run.EventCalled:     says(func(string) any { return run.Called{Seconds: 61} }),
	run.EventRowAdded:   says(func(text string) any { return run.RowChanged{Item: "client.orders", Row: text} }),
	run.EventRowRemoved: says(func(text string) any { return run.RowChanged{Item: "client.orders", Row: text} }),
	run.EventUndone:     says(func(text string) any { return run.Undone{Of: 1, Item: text} }),

	run.EventMoved: says(func(text string) any { return run.Moved{Back: []string{text}} }),

	run.EventRotationBegun:     rotated,
	run.EventRotationSealed:    says(func(text string) any { return run.SecretSealed{Item: "client.key", Secret: text, Fingerprint: text} }),
	run.EventRotationConfirmed: rotated,
	run.EventRotationGivenUp:   rotated,
	run.EventSecretDestroyed:   says(func(text string) any { return run.SecretSealed{Item: "client.key", Secret: text, Fingerprint: text} }),
}

// rotated is an event of a rotation.
var rotated = says(func(text string) any { return run.Rotated{Item: "client.key", Users: []string{text}, Why: text} })

// says is a kind that holds words, which name no file whatever they are.
func says(data func(text string) any) naming {
	return naming{data: func(_, other run.File) any { return data(answerOf(other)) }}
}

// ordersWith are rows of which one names a file.
func ordersWith(kept run.File) string {
	return `[{"name":{"value":"Muster GmbH"}},{"order":{"value":"` + answerOf(kept) + `"}}]`
}

// testEveryKind holds of each kind of event that the files are missed that it
// names, and no others, and that they go with it.
func testEveryKind(t *testing.T, a *store) {
	c, other := customer(t, a, "Muster GmbH"), run.File{Name: "other.csv", Sum: contentSum("nobody keeps it"), Size: 15}
	for _, kind := range run.EventKinds() {
		n, known := namings[kind]
		if !known {
			t.Errorf("%s: which files does it name?", kind)
			continue
		}
		kept, err := a.Put(ctx, "order.pdf", strings.NewReader("order of "+string(kind)))
		ok(t, err)
		l := started(t, a, "of-"+string(kind), c)
		e := l.Add(kind, n.data(kept, other))
		if n.content != nil {
			e.Content = []byte(n.content(kept))
		}
		ok(t, a.Append(ctx, l.Batch(2)))
		f, err := a.Examine(ctx)
		ok(t, err)
		if len(f.Problems) > 0 {
			t.Fatalf("%s: problems %v", kind, f.Problems)
		}
		ok(t, a.DeleteRun(ctx, l.Header.ID))
		if _, err = a.Open(ctx, kept.Sum); n.names {
			is(t, err, flows.ErrNotFound)
		}
		if n.names {
			missed(t, a, kind, l, kept)
		}
	}
}

// missed puts a run back whose file is gone: it is missed.
func missed(t *testing.T, a run.Archive, kind run.EventKind, l *Log, kept run.File) {
	t.Helper()
	ok(t, a.Append(ctx, l.Batch(1)))
	f, err := a.Examine(ctx)
	ok(t, err)
	if len(f.Problems) != 1 || f.Problems[0].Code != "store.no_evidence" || !strings.Contains(f.Problems[0].String(), kept.Sum) {
		t.Errorf("%s: problems %v, want that %s is not there", kind, f.Problems, kept.Sum)
	}
	ok(t, a.DeleteRun(ctx, l.Header.ID))
}
