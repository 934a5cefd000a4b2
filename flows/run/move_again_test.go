package run_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

const dockDocument = `procedure: dock
version: 1
title: A dock
summary: For what has to be seen again after a move.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: base
    title: The base
    items:
      - {field: name, type: text, label: Name, required: true}
      - {field: wind, type: text, label: Wind}
      - {field: size, type: choice, label: Size, options: {s: Small, l: Large}}
      - {text: "Mind the crane.", id: crane}
      - list: crew
        label: Crew
        unique: [{column: badge, level: warn}]
        columns:
          - {field: badge, type: code, label: Badge}
          - {field: deck, type: text, label: Deck, rules: [{rule: max-length, max: 3, level: warn, code: long}]}
  - id: papers
    title: The papers
    items:
      - {task: signed, label: Signed}
      - {field: mail, type: email, label: Mail, rules: [{rule: max-length, max: 5, level: warn, code: long}]}
      - {field: fax, type: text, label: Fax, rules: [{rule: max-length, max: 5, level: warn, code: long}]}
      - {check: equal, run: test.equal, with: {left: name}, label: Equal}
      - {wait: reply, for: the office, reason: answers, label: The reply}
  - id: late
    title: Later
    items:
      - {task: told, label: Told}
  - id: open
    title: Still open
    items: [{task: rest, label: The rest, optional: true}]
`

func dockWith(t testing.TB, version string, pairs ...string) *flows.Procedure {
	t.Helper()
	return procedureOf(t, "dock", dockDocument, version, pairs...)
}

// atDock is a run in which both steps were completed over warnings, one of which was
// accepted and one left in each, and the third was skipped.
func atDock(t testing.TB) *world {
	w := newWorld(t)
	w.proc = dockWith(t, "1")
	s, err := run.Create(w.env, w.store, run.Start{Procedure: w.proc, Customer: w.view().Customer, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	w.Session = s
	w.must(
		run.Answer{At: flows.At("base.name"), Value: "Aurora"}, run.Answer{At: flows.At("base.wind"), Value: "north"}, run.Answer{At: flows.At("base.size"), Value: "s"},
		run.ReplaceRows{List: flows.At("base.crew"), Rows: []map[string]flows.Value{{"badge": "A1", "deck": "lower"}, {"badge": "B2", "deck": "upper"}}},
		run.Accept{Step: "base", Problem: "crew[r1].deck.long", Why: "so it is called"},
		run.Complete{Step: "base", Leave: true},
		run.Tick{At: flows.At("papers.signed")}, run.Answer{At: flows.At("papers.mail"), Value: "a@b.example"}, run.Answer{At: flows.At("papers.fax"), Value: "0123456"},
		run.Accept{Step: "papers", Problem: "mail.long", Why: "it is theirs"},
	)
	w.must(
		run.RecordCheck{At: flows.At("papers.equal"), Result: run.CheckResult{Status: "passed", Inputs: run.Snapshot(w.inputs(flows.At("papers.equal")))}},
		run.WaitUntil{At: flows.At("papers.reply"), Until: w.now.AddDate(0, 0, 1), Why: "they are away"}, run.WaitAnswered{At: flows.At("papers.reply"), Why: "by phone"},
		run.Complete{Step: "papers", Leave: true},
		run.Skip{Step: "late", Why: "not today"},
	)
	w.flush()
	return w
}

// standing says what state the steps are in, what has to be seen again, and what was
// accepted or left of their warnings.
func (w *world) standing() string {
	var all []string
	v := w.view()
	for i := range v.Steps {
		sv := &v.Steps[i]
		all = append(all, sv.Step.ID+":"+string(sv.State))
		for k := range sv.Items {
			if it := &sv.Items[k]; it.LookAgain {
				all = append(all, it.Item.ID+":again")
			}
		}
		for _, p := range sv.Problems() {
			switch {
			case p.Accepted != nil:
				all = append(all, p.ID+":"+*p.Accepted)
			case p.Left:
				all = append(all, p.ID+":left")
			default:
				all = append(all, p.ID)
			}
		}
	}
	return strings.Join(all, ", ")
}

const (
	baseStands   = "base:done, crew[r1].deck.long:so it is called, crew[r2].deck.long:left"
	papersStands = "papers:done, mail.long:it is theirs, fax.long:left"
	lateStands   = "late:skipped, told.required, open:open"
)

// dockMove is how the steps stand after a move to a version in which texts are replaced
// by others; "" is as before.
type dockMove struct {
	pairs              []string
	base, papers, late string
}

var dockMoves = map[string]dockMove{
	"all is called otherwise": {
		[]string{
			"list: crew", "list: men", "field: badge", "field: number", "{column: badge", "{column: number", "field: deck", "field: floor", "field: mail", "field: post", "field: fax", "field: wire",
			"id: base", "id: ground", "id: papers", "id: deeds", "id: late", "id: after",
			"title: A dock\n", "title: A dock\nrenamed: {crew: men, badge: number, deck: floor, mail: post, fax: wire, base: ground, papers: deeds, late: after}\n",
		},
		"ground:done, men[r1].floor.long:so it is called, men[r2].floor.long:left", "deeds:done, post.long:it is theirs, wire.long:left", "after:skipped, told.required, open:open",
	},
	"other words": {[]string{"Mind the crane.", "Mind the cranes."}, "", "", ""},
	"a question": {
		[]string{"label: Wind", "label: Which wind?"},
		"base:stale, wind:again, wind.look_again, crew[r1].deck.long:so it is called, crew[r2].deck.long:left", "", "",
	},
	"a rule": {
		[]string{"level: warn, code: long}]}\n      - {field: fax", "level: warn, code: long}, {rule: max-length, max: 90, level: warn, code: longer}]}\n      - {field: fax"},
		"", "papers:stale, mail:again, mail.long, mail.look_again, fax.long:left", "",
	},
	"options":          {[]string{"l: Large", "l: Large, m: Middle"}, "base:stale, size:again, size.look_again, crew[r1].deck.long:so it is called, crew[r2].deck.long:left", "", ""},
	"a type that fits": {[]string{"wind, type: text", "wind, type: code"}, "base:stale, wind:again, wind.look_again, crew[r1].deck.long:so it is called, crew[r2].deck.long:left", "", ""},
	"a column's rule":  {[]string{"label: Badge}", "label: Badge, required: true}"}, "base:stale, crew:again, crew[r1].deck.long, crew[r2].deck.long", "", ""},
	"a check":          {[]string{"with: {left: name}", "with: {left: wind}"}, "", "papers:stale, equal:again, mail.long:it is theirs, fax.long:left, equal.stale", ""},
	"something new to read": {
		[]string{"      - list: crew", "      - {text: Mind the rope., id: rope, tell: true}\n      - list: crew"},
		"base:stale, rope.read, crew[r1].deck.long:so it is called, crew[r2].deck.long:left", "", "",
	},
	"something new that need not be read": {[]string{"      - list: crew", "      - {text: Mind the rope., id: rope}\n      - list: crew"}, "", "", ""},
	"something new that is not there":     {[]string{"      - list: crew", "      - {text: Mind the rope., id: rope, tell: true, when: size == \"l\"}\n      - list: crew"}, "", "", ""},
	"something missing": {
		[]string{"      - {task: signed, label: Signed}", "      - {task: signed, label: Signed}\n      - {field: seal, type: text, label: Seal, required: true}"},
		"", "papers:stale, seal.required, mail.long:it is theirs, fax.long:left", "",
	},
	"something that may be missing": {[]string{"      - {task: signed, label: Signed}", "      - {task: signed, label: Signed}\n      - {field: seal, type: text, label: Seal}"}, "", "", ""},
	"something new in what was skipped": {
		[]string{"      - {task: told, label: Told}", "      - {task: told, label: Told}\n      - {field: why, type: text, label: Why, required: true}"},
		"", "", "late:skipped, told.required, why.required, open:open",
	},
	"what a check read is void": {
		[]string{"name, type: text", "name, type: date", "left: name", "left: wind"},
		"base:stale, name.required, crew[r1].deck.long:so it is called, crew[r2].deck.long:left", "papers:stale, equal:again, mail.long:it is theirs, fax.long:left, equal.stale", "",
	},
}

// TestMoveLooksAgain at what differs, and at the step that it is in, and at nothing else.
func TestMoveLooksAgain(t *testing.T) {
	for name, c := range dockMoves {
		t.Run(name, func(t *testing.T) {
			w := atDock(t)
			if got, want := w.standing(), strings.Join([]string{baseStands, papersStands, lateStands}, ", "); got != want {
				t.Fatalf("before the move:\n%s\nwant\n%s", got, want)
			}
			two := dockWith(t, "2", c.pairs...)
			said, err := w.Moving(two)
			if err != nil {
				t.Fatal(err)
			}
			w.must(run.Move{To: two})
			w = w.resume()
			want := []string{baseStands, papersStands, lateStands}
			for i, changed := range []string{c.base, c.papers, c.late} {
				if changed != "" {
					want[i] = changed
				}
			}
			if got := w.standing(); got != strings.Join(want, ", ") {
				t.Errorf("it is\n%s\nwant\n%s", got, strings.Join(want, ", "))
			}
			if stale := strings.Contains(w.standing(), ":stale"); said.Asks() != stale {
				t.Errorf("it asks: %t; a step has to be looked at again: %t", said.Asks(), stale)
			}
			reply := w.view().Steps[1].Items[slices.IndexFunc(w.view().Steps[1].Items, func(it run.ItemView) bool { return it.Item.ID == "reply" })]
			if !reply.Done || reply.Why != "by phone" {
				t.Errorf("the reply is %+v", reply)
			}
		})
	}
}
