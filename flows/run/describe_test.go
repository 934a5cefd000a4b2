package run_test

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

const harbour = `procedure: harbour
version: 3
title: Into the harbour
summary: A ship comes in.
source: {document: none.txt, read: 2026-11-21}
systems: [Harbour]
facts: [S-01]
steps:
  - id: ship
    title: The ship
    facts: [S-01]
    items:
      - {field: name, type: text, label: Name of the ship}
      - {field: cargo, type: choice, label: What is her cargo?, options: {wood: Wood, ore: Iron ore}}
      - {field: holds, type: choices, label: Holds, options: {fore: Fore, aft: Aft}}
      - {field: key, type: secret, label: Key}
      - {task: seen, label: "{{ name }} was seen"}
      - list: crew
        row: sailor
        label: The crew
        columns:
          - {field: sailor, type: text, label: Sailor}
          - {task: aboard, label: Is aboard}
      - {wait: answer, for: the harbour master, label: Word of the harbour master}
      - {gate: bar, label: Over the bar, word: GO, warning: There is no way back.}
`

// TestTold says every kind of event, with and without the procedure.
func TestTold(t *testing.T) {
	p := harbourProcedure(t)
	for _, c := range []struct {
		kind run.EventKind
		step string
		data string
		want string
	}{
		{run.EventStarted, "", `{"procedure":"harbour","version":3,"customer":{"name":"Muster GmbH"}}`, `A run of Into the harbour, version 3, was started for Muster GmbH.`},
		{run.EventAnswered, "ship", `{"item":"ship.name","value":"Bounty"}`, `"Name of the ship" was answered with "Bounty".`},
		{run.EventAnswered, "ship", `{"item":"ship.cargo","value":"ore","stale":["ship","other"]}`, `"What is her cargo?" was answered with "Iron ore". To be looked at again: The ship and other.`},
		{run.EventAnswered, "ship", `{"item":"ship.holds","value":["fore","aft"]}`, `"Holds" was answered with "Fore, Aft".`},
		{run.EventAnswered, "ship", `{"item":"ship.name","value":null}`, `The answer to "Name of the ship" was cleared.`},
		{run.EventAnswered, "ship", `{"item":"ship.name","value":""}`, `The answer to "Name of the ship" was cleared.`},
		{run.EventSecretSet, "ship", `{"item":"ship.key","secret":"s1","fingerprint":"f"}`, `The secret of "Key" was given.`},
		{run.EventSecretSet, "ship", `{"item":"ship.key"}`, `The secret of "Key" was cleared.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"copied"}`, `The secret of "Key" was copied to the clipboard.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"revealed"}`, `The secret of "Key" was shown.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"handed_over","to":"amber canoe dune elbow"}`, `The secret of "Key" was sealed for the key "amber canoe dune elbow", to be handed over.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"shared","to":"anna (amber canoe dune elbow)"}`, `The secret of "Key" was sealed to anna (amber canoe dune elbow) as well.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"unshared","to":"anna"}`, `The secret of "Key" was sealed anew, without anna.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"handed_over"}`, `The secret of "Key" was sealed under a passphrase, to be handed over.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"checked","to":"https://id.example:443"}`, `The secret of "Key" was used in a check, with https://id.example:443.`},
		{run.EventSecretUsed, "ship", `{"item":"ship.key","secret":"s1","purpose":"whispered"}`, `The secret of "Key" was used.`},
		{run.EventRotationBegun, "ship", `{"item":"ship.key","users":["ERP","Kim"]}`, `A rotation of the secret of "Key" was begun. It is used by: ERP and Kim.`},
		{run.EventRotationSealed, "ship", `{"item":"ship.key","secret":"s2","fingerprint":"k1-ab"}`, `The new secret of "Key" was sealed beside the old one (k1-ab).`},
		{run.EventRotationConfirmed, "ship", `{"item":"ship.key","users":["ERP"]}`, `The new secret of "Key" was confirmed in: ERP.`},
		{run.EventRotationGivenUp, "ship", `{"item":"ship.key","why":"The portal is down."}`, `The rotation of the secret of "Key" was given up: the old one stays. The reason: "The portal is down.".`},
		{run.EventSecretDestroyed, "ship", `{"item":"ship.key","secret":"s1","fingerprint":"k1-aa"}`, `A sealed secret of "Key" that is no longer needed was destroyed (k1-aa).`},
		{run.EventForked, "", `{"head":"ab","events":9,"since":4,"by":"Ben"}`, `A copy of the run came from Ben that went on by itself after event 4; it has 9 events.`},
		{run.EventAnswered, "ship", `{"item":"ship.name","value":"Bounty","from":{"head":"ab","seq":5,"by":"Ben"},"stale":["ship"]}`, `"Name of the ship" was answered with "Bounty". It was taken over from the other copy; Ben gave it there. To be looked at again: The ship.`},
		{run.EventUnticked, "ship", `{"item":"ship.seen","from":{"head":"ab"}}`, `The tick at "ship.seen" was taken back. It was taken over from the other copy.`},
		{run.EventRowAdded, "ship", `{"item":"ship.crew","row":"r2"}`, `Row r2 was added to "The crew".`},
		{run.EventRowRemoved, "ship", `{"item":"ship.crew","row":"r2"}`, `Row r2 was removed from "The crew".`},
		{run.EventCell, "ship", `{"item":"ship.crew","row":"r2","column":"sailor","value":"Ahab"}`, `"Sailor" in row r2 of "The crew" was answered with "Ahab".`},
		{run.EventCell, "ship", `{"item":"ship.crew","row":"r2","column":"aboard","value":true}`, `"Is aboard" in row r2 of "The crew" was answered with "yes".`},
		{run.EventCell, "ship", `{"item":"ship.crew","row":"r2","column":"sailor","value":null}`, `The answer to "Sailor" in row r2 of "The crew" was cleared.`},
		{run.EventRowsReplaced, "ship", `{"item":"ship.crew","count":1}`, `"The crew" got 1 row, replacing the ones before.`},
		{run.EventRowsReplaced, "ship", `{"item":"ship.crew","count":7,"append":true,"source":{"name":"crew.csv"}}`, `"The crew" got 7 rows more. They came from the file crew.csv.`},
		{run.EventTicked, "ship", `{"item":"ship.seen"}`, `"ship.seen" was ticked off.`},
		{run.EventTicked, "ship", `{"item":"ship.crew","row":"r2","column":"aboard","note":"by phone","evidence":{"name":"a.png"}}`, `"Is aboard" in row r2 of "The crew" was ticked off. The evidence is the file a.png. The evidence is this: "by phone".`},
		{run.EventUnticked, "ship", `{"item":"ship.seen"}`, `The tick at "ship.seen" was taken back.`},
		{run.EventUnticked, "ship", `{"item":"ship.crew","row":"r2","column":"aboard"}`, `The tick at "Is aboard" in row r2 of "The crew" was taken back.`},
		{run.EventAccepted, "ship", `{"problem":"name.long","why":"It is so."}`, `The problem name.long of "The ship" was accepted. The reason: "It is so.".`},
		{run.EventNoted, "ship", `{"text":"Fog."}`, `A note on "The ship": "Fog.".`},
		{run.EventNotWorked, "ship", `{"item":"ship.crew","why":"It is grey."}`, `"The crew" did not work. The reason: "It is grey.".`},
		{run.EventResolved, "ship", `{"item":"ship.crew"}`, `"The crew" works now.`},
		{run.EventAttached, "ship", `{"item":"ship.crew","file":{"name":"crew.pdf"}}`, `The file crew.pdf was attached to "The crew".`},
		{run.EventAttached, "ship", `{"item":"ship","file":{"name":"crew.pdf"},"note":"as it came"}`, `The file crew.pdf was attached to the step "The ship". The note on it: "as it came".`},
		{run.EventUndone, "ship", `{"of":3,"item":"ship.name"}`, `Event 3, on "Name of the ship", was taken back.`},
		{run.EventUndone, "ship", `{"of":3}`, `Event 3 was taken back.`},
		{run.EventDone, "ship", `{}`, `The step "The ship" was completed.`},
		{run.EventDone, "ship", `{"left":["name.long","crew[r1].sailor.long"]}`, `The step "The ship" was completed. 2 warnings were left as they are: name.long and crew[r1].sailor.long.`},
		{run.EventDone, "ship", `{"left":["name.long"]}`, `The step "The ship" was completed. 1 warning was left as it is: name.long.`},
		{run.EventSkipped, "ship", `{"why":"Not needed"}`, `The step "The ship" was skipped. The reason: "Not needed".`},
		{run.EventReopened, "ship", `{}`, `The step "The ship" was opened again.`},
		{run.EventWaiting, "ship", `{"item":"ship.answer","until":"2026-11-24T00:00:00Z"}`, `Waiting for "Word of the harbour master"; to be checked again on `},
		{run.EventWaiting, "ship", `{"item":"ship.answer"}`, `Waiting for "Word of the harbour master".`},
		{run.EventWaitAnswered, "ship", `{"item":"ship.answer"}`, `"Word of the harbour master": the answer has come.`},
		{run.EventGatePassed, "ship", `{"item":"ship.bar","by":"Ms Öztürk"}`, `"Over the bar" was passed; Ms Öztürk decided.`},
		{run.EventChecked, "ship", `{"item":"ship.look","result":{"status":"failed","summary":"An older sentence."},"stale":true}`, `The check "ship.look" failed. An older sentence. An answer changed while it ran.`},
		{run.EventChecked, "ship", `{"item":"ship.look","result":{"status":"passed","message":{"code":"check.timed_out","args":{"seconds":8}}}}`, `The check "ship.look" passed. No result within 8 seconds.`},
		{run.EventChecked, "ship", `{"item":"ship.look","result":{"status":"warned"}}`, `The check "ship.look" warned.`},
		{run.EventChecked, "ship", `{"item":"ship.look","result":{"status":"unknown"}}`, `The check "ship.look" came to no result.`},
		{run.EventSent, "ship", `{"item":"ship.letter","how":"by e-mail"}`, `"ship.letter" was sent: "by e-mail".`},
		{run.EventEnded, "ship", `{"item":"ship.end","outcome":"sunk","why":"An older reason."}`, `The run ended: sunk. The reason: "An older reason.".`},
		{run.EventAbandoned, "", `{"outcome":"gone","why":"Sold"}`, `The run was given up: gone. The reason: "Sold".`},
		{run.EventLanguage, "", `{"lang":"de"}`, `The language of the run became de.`},
		{run.EventErased, "", `{"item":"ship.name","why":"Asked for","seqs":[2]}`, `"Name of the ship" was erased from 1 event. The reason: "Asked for".`},
		{run.EventErased, "", `{"why":"Asked for","seqs":[2,3]}`, `Data was erased from 2 events. The reason: "Asked for".`},
	} {
		e := &run.Event{Kind: c.kind, Step: c.step, Data: json.RawMessage(c.data)}
		if got := words.Say("en", e.Describe(p)); got != c.want && !(strings.HasSuffix(c.want, " ") && strings.HasPrefix(got, c.want)) {
			t.Errorf("%s %s:\ngot  %s\nwant %s", c.kind, c.data, got, c.want)
		}
		if got := words.Say("en", e.Describe(nil)); got == "" || strings.Contains(got, "{") {
			t.Errorf("%s without its procedure: %q", c.kind, got)
		}
	}
}

// TestToldKeepsToALine shortens what is long, and says what is gone.
func TestToldKeepsToALine(t *testing.T) {
	p := harbourProcedure(t)
	long, err := json.Marshal(map[string]string{"item": "ship.name", "value": strings.Repeat("long\n", 1000)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data json.RawMessage
		want string
	}{
		{long, `"Name of the ship" was answered with "long long long long long long long long long long long long…".`},
		{nil, "The data of an event of the kind answered was erased."},
		{json.RawMessage("{"), "An event of the kind answered, whose data cannot be read here."},
	} {
		e := &run.Event{Kind: run.EventAnswered, Step: "ship", Data: c.data}
		if got := words.Say("en", e.Describe(p)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	e := &run.Event{Kind: "boarded", Data: json.RawMessage("{}")}
	if got := words.Say("en", e.Describe(p)); got != "An event of the kind boarded, whose data cannot be read here." {
		t.Errorf("an event of a later version: %s", got)
	}
}

func harbourProcedure(t *testing.T) *flows.Procedure {
	t.Helper()
	p, err := flows.Open(fstest.MapFS{"harbour.yaml": {Data: []byte(harbour)}}, flows.Specs{}).Procedure("harbour")
	if err != nil {
		t.Fatal(err)
	}
	return p
}
