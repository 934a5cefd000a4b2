package proving

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

// head is a story without its acts.
const head = "procedure: p\ncustomer: c\nabout: a\nbranches: [b]\n"

func TestStoryIsReadStrictly(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"procedure: p\ncustomer: c\nacts: [undo]\n": "line 1: A story needs procedure, customer, about, branches, acts.",
		head:                                                                       "line 1: A story needs procedure",
		head + "acts:\n":                                                           "line 5: Acts are a list",
		head + "acts: [undo]\nmore: 1\n":                                           "line 6: A story has no more",
		head + "acts:\n  - undo\n  - redo\n":                                       `line 7: "redo" does not stand alone`,
		head + "acts:\n  - press: enter\n":                                         "line 6: An act has no press",
		head + "acts:\n  - done: a\n    why: b\n":                                  "line 6: why belongs to warnings: accept",
		head + "acts:\n  - done: a\n    warnings: accept\n":                        "line 6: why belongs to warnings: accept",
		head + "acts:\n  - done: a\n    warnings: go\n":                            "line 6: warnings is one of accept, leave, not \"go\"",
		head + "acts:\n  - remove: a\n    row: r1\n    warnings: leave\n":          "line 6: warnings does not go with remove",
		head + "acts:\n  - skip: a\n":                                              "line 6: skip needs why",
		head + "acts:\n  - done: a\n    tick: b\n":                                 "line 7: An act has one verb, not done and tick",
		head + "acts:\n  - done: [a, b]\n":                                         "line 6: done is about one thing",
		head + "acts:\n  - done: a\n    done: b\n":                                 "line 7: The key done is there already",
		head + "acts:\n  - answer: x\n":                                            "line 6: Names with values are needed here",
		head + "acts:\n  - answer: {a: {b: c}}\n":                                  "line 6: A text is needed here",
		head + "acts:\n  - state: {a: finished}\n":                                 `line 6: a is one of done, open, waiting, blocked, stale, skipped, not_needed, not "finished"`,
		head + "acts:\n  - problem: {a.b.c: bad}\n":                                `line 6: a.b.c is one of must, warn, tell, not "bad"`,
		head + "acts:\n  - answer: {a: b}\n    changes: {c: void}\n":               "line 6: changes and then belong together",
		head + "acts:\n  - answer: {a: b}\n    changes: {c: void}\n    then: go\n": "line 6: then is one of change, leave, not \"go\"",
		head + "acts:\n  - rotate: a\n":                                            "line 6: rotate has one of users, value, confirm and give_up",
		head + "acts:\n  - rotate: a\n    users: [b]\n    value: c\n":              "line 6: rotate has one of",
		head + "acts:\n  - go: a\n    users: [b]\n":                                "line 6: users does not go with go",
		head + "acts:\n  - run: over\n":                                            "line 6: run is one of done, ended, not \"over\"",
		head + "acts:\n  - done: \"a\n":                                            "line 6: This \" is never closed",
		head + "acts: [undo]\n---\na: b\n":                                         "line 7: A second document begins here",
	} {
		if _, err := Parse("s", []byte(raw)); err == nil || !strings.Contains(words.Say("en", flows.Reason(err)), want) {
			t.Errorf("%s\ngives %q, not %q", raw, words.Say("en", flows.Reason(err)), want)
		}
	}
}

// A story is in the order in which it is written, and its values are as they
// are written.
func TestStoryIsReadAsItStands(t *testing.T) {
	t.Parallel()
	s, err := Parse("s", []byte(head+`acts:
  - answer:
      z: no
      a: 0012
      m: [1.50, yes]
      t: ""
      d: |
        one
        two
    at: there
  - kill
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range s.Acts[0].Answers {
		got = append(got, p.Name+"="+strings.Join(p.Values, "+"))
	}
	if is := strings.Join(got, " "); is != "z=no a=0012 m=1.50+yes t= d=one\ntwo" {
		t.Errorf("the answers are %q", is)
	}
	if a := s.Acts[0]; a.At != "there" || a.Line != 6 || !strings.HasPrefix(a.Said, "answer:") || s.Acts[1].Verb != "kill" {
		t.Errorf("the acts are %+v, %+v", a, s.Acts[1])
	}
}
