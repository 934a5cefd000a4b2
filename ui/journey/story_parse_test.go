package journey

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// head is a story without its acts.
const head = "procedure: p\ncustomer: c\nabout: a\nbranches: [b]\n"

func TestStoryIsReadStrictly(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"procedure: p\ncustomer: c\nacts: [undo]\n": "line 1: procedure, customer, about, branches and acts are needed",
		head:                                                                       "line 1: procedure",
		head + "acts:\n":                                                           "line 5: acts are a list",
		head + "acts: [undo]\nmore: 1\n":                                           "line 6: a story has no more",
		head + "acts:\n  - undo\n  - redo\n":                                       `line 7: "redo" does not stand alone`,
		head + "acts:\n  - press: enter\n":                                         "line 6: an act has no press",
		head + "acts:\n  - done: a\n    why: b\n":                                  "line 6: why belongs to warnings: accept",
		head + "acts:\n  - done: a\n    warnings: accept\n":                        "line 6: why belongs to warnings: accept",
		head + "acts:\n  - done: a\n    warnings: go\n":                            "line 6: warnings is accept or leave",
		head + "acts:\n  - remove: a\n    row: r1\n    warnings: leave\n":          "line 6: warnings does not go with remove",
		head + "acts:\n  - skip: a\n":                                              "line 6: skip needs why",
		head + "acts:\n  - done: a\n    tick: b\n":                                 "line 7: an act has one verb, not done and tick",
		head + "acts:\n  - done: [a, b]\n":                                         "line 6: done is about one thing",
		head + "acts:\n  - done: a\n    done: b\n":                                 "line 7: The key done is there already",
		head + "acts:\n  - answer: x\n":                                            "line 6: this has to be names with values",
		head + "acts:\n  - answer: {a: {b: c}}\n":                                  "line 6: a text is needed here",
		head + "acts:\n  - state: {a: finished}\n":                                 `line 6: a is one of done, open, waiting, blocked, stale, skipped, not_needed, not "finished"`,
		head + "acts:\n  - problem: {a.b.c: bad}\n":                                `line 6: a.b.c is one of must, warn, tell, not "bad"`,
		head + "acts:\n  - answer: {a: b}\n    changes: {c: void}\n":               "line 6: changes and then belong together",
		head + "acts:\n  - answer: {a: b}\n    changes: {c: void}\n    then: go\n": "line 6: then is change or leave",
		head + "acts:\n  - rotate: a\n":                                            "line 6: rotate has one of users, value, confirm and give_up",
		head + "acts:\n  - rotate: a\n    users: [b]\n    value: c\n":              "line 6: rotate has one of",
		head + "acts:\n  - go: a\n    users: [b]\n":                                "line 6: users does not go with go",
		head + "acts:\n  - run: over\n":                                            "line 6: run is done or ended",
		head + "acts:\n  - done: \"a\n":                                            "line 6: This \" is never closed",
		head + "acts: [undo]\n---\na: b\n":                                         "line 7: A second document begins here",
	} {
		if _, err := parseStory("s", []byte(raw)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngives %v, not %q", raw, err, want)
		}
	}
}

// A story is in the order in which it is written, and its values are as they
// are written.
func TestStoryIsReadAsItStands(t *testing.T) {
	t.Parallel()
	s, err := parseStory("s", []byte(head+`acts:
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
	for _, p := range s.acts[0].answers {
		got = append(got, p.name+"="+strings.Join(p.values, "+"))
	}
	if is := strings.Join(got, " "); is != "z=no a=0012 m=1.50+yes t= d=one\ntwo" {
		t.Errorf("the answers are %q", is)
	}
	if a := s.acts[0]; a.at != "there" || a.line != 6 || !strings.HasPrefix(a.said, "answer:") || s.acts[1].verb != "kill" {
		t.Errorf("the acts are %+v, %+v", a, s.acts[1])
	}
}

// Two logs that part are told by their first difference and the act behind it.
func TestPartingLogsNameTheAct(t *testing.T) {
	t.Parallel()
	p := played{acts: []*act{{line: 6, said: "one"}, {line: 7, said: "two"}}, upTo: []int64{2, 3}}
	want := []string{"start", "e2", "e3"}
	for text, is := range map[string][]string{
		"":                                {"start", "e2", "e3"},
		"at event 2, of line 6: one:":     {"start", "x", "e3"},
		"at event 3, of line 7: two:":     {"start", "e2"},
		"at event 4, after the last act:": {"start", "e2", "e3", "e4"},
		"by commands  e3\nhere         nothing more": {"start", "e2"},
	} {
		if got := p.parting(want, is); (got == "") != (text == "") || !strings.Contains(got, text) {
			t.Errorf("%q: it says %q", is, got)
		}
	}
}

// Each procedure that is shipped has a story in each language.
func TestEveryProcedureIsWalkedInEveryLanguage(t *testing.T) {
	t.Parallel()
	all, err := stories("testdata/stories")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range procedures().IDs() {
		for _, lang := range words.Languages() {
			if !slices.ContainsFunc(all, func(s *story) bool { return s.procedure == id && cmp.Or(s.lang, words.English) == lang }) {
				t.Errorf("no story walks %s in %s", id, lang)
			}
		}
	}
}
