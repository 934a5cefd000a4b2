package flows

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"
)

// asked is a field with a rule of a few words, in flow style.
func asked(rule string) string {
	return head + "      - {field: f, label: x, type: email, rules: [{free-mail: " + rule + "}]}"
}

// found is a check with findings, in flow style.
func found(findings string) string {
	return head + "      - {field: f, label: x, type: email}\n      - {check: a, run: mail.equal, with: {must: f}, findings: {" + findings + "}}"
}

// TestHowAWarningIsTaken reads what rules and findings say of their warnings,
// beside what says the same without a word.
func TestHowAWarningIsTaken(t *testing.T) {
	for _, c := range []struct {
		doc    string
		accept Acceptance
		format int
	}{
		{asked("{level: warn}"), AcceptOrLeave, 1},
		{asked("{level: warn, accept: required}"), AcceptRequired, 2},
		{head + "      - {field: f, label: x, type: email, rules: [{rule: free-mail, level: warn, accept: required}]}", AcceptRequired, 2},
		{head + "      - {field: f, label: x, type: email, rules: [{require: 'f != \"a@b.example\"', level: warn, accept: required}]}", AcceptRequired, 2},
		{head + "      - {field: f, label: x, type: email, rules: [free-mail]}", AcceptOrLeave, 1},
		{found("letter_case: warn"), AcceptOrLeave, 1},
		{found("letter_case: {level: warn}"), AcceptOrLeave, 2},
		{found("letter_case: {level: warn, accept: required}"), AcceptRequired, 2},
		{found("domain: must, letter_case: {accept: required, level: warn}"), AcceptRequired, 2},
	} {
		p := loads(t, files("p.yaml", c.doc))
		got := AcceptOrLeave
		for i := range p.Steps[0].Items {
			it := &p.Steps[0].Items[i]
			for _, r := range it.Rules {
				got = r.Accept
				if p := r.violationProblem(&violation{}); p.Accept != got || p.Origin != r.Origin {
					t.Errorf("%s: the problem of the rule is not taken as the rule says", c.doc)
				}
			}
			if it.Check != nil {
				f := it.Check.Findings["letter_case"]
				if got = f.Accept; f.Level != Warn {
					t.Errorf("%s: the finding is %+v", c.doc, f)
				}
			}
		}
		if got != c.accept || FormatOf(p.Bytes()) != c.format {
			t.Errorf("%s\nis taken %q in format %d, want %q in %d", c.doc, got, FormatOf(p.Bytes()), c.accept, c.format)
		}
		if q, err := Decode(p.Bytes()); err != nil || q.Digest != p.Digest || !bytes.Equal(q.Bytes(), p.Bytes()) {
			t.Errorf("%s is not decoded the same: %v", c.doc, err)
		}
	}
}

// TestWhereItComesFrom reads from and source of every kind of item, of a column
// and of rules.
func TestWhereItComesFrom(t *testing.T) {
	const of = ", from: law, source: 'Act, 3 §'}"
	for _, c := range []struct {
		doc  string
		want Origin
	}{
		{head + "      - {text: x" + of, Origin{FromLaw, "Act, 3 §"}},
		{head + "      - {field: f, label: x, type: text" + of, Origin{FromLaw, "Act, 3 §"}},
		{head + "      - {task: f, label: x" + of, Origin{FromLaw, "Act, 3 §"}},
		{head + "      - {copy: x, label: x" + of, Origin{FromLaw, "Act, 3 §"}},
		{head + "      - {wait: w, label: x, for: somebody, reason: answers, from: vendor}", Origin{FromVendor, ""}},
		{head + "      - {gate: g, label: x, word: go, warning: x, from: reading}", Origin{FromReading, ""}},
		{head + "      - {text: x, source: a book}", Origin{"", "a book"}}, // which lint minds
		{head + "      - {text: x}", Origin{}},
	} {
		p := loads(t, files("p.yaml", c.doc))
		format := 2
		if c.want == (Origin{}) {
			format = 1
		}
		if got := p.Steps[0].Items[0].Origin; got != c.want || FormatOf(p.Bytes()) != format {
			t.Errorf("%s\ncomes from %+v in format %d, want %+v", c.doc, got, FormatOf(p.Bytes()), c.want)
		}
	}
	p := loads(t, files("p.yaml", head+"      - {list: l, label: x, columns: [{field: f, label: x, type: text"+of+"], rules: [{require: len(l) > 1"+of+"]}"))
	l := p.Steps[0].Items[0]
	if l.Origin != (Origin{}) || l.List.Columns[0].Source != "Act, 3 §" || l.Rules[0].From != FromLaw {
		t.Errorf("the list is %+v", l)
	}
}

func TestBadWordsOfWarnings(t *testing.T) {
	for _, c := range []struct{ doc, words string }{
		{asked("{accept: ◆required}"), "Only warnings are accepted: give it the level warn, or remove accept"},
		{asked("{level: must, accept: ◆required}"), "Only warnings are accepted: give it the level warn, or remove accept"},
		{asked("{level: tell, accept: ◆required}"), "Only warnings are accepted: give it the level warn, or remove accept"},
		{asked("{level: warn, accept: ◆always}"), "accept cannot be always: it is one of required."},
		{asked("{level: warn, accept: ◆[required]}"), "has to be a text"},
		{asked("{level: warn, accept:◆ }"), "Nothing is written here, but the value of accept has to be a text"},
		{asked("{level: warn, ◆acept: required}"), "There is no key acept"},
		{asked("{level: warn, from: ◆vendors}"), "it is one of law, vendor and reading."},
		{found("letter_case: {level: must, accept: ◆required}"), "Only warnings are accepted: give it the level warn, or remove accept"},
		{found("letter_case: ◆{accept: required}"), "The key level is missing: a finding needs it."},
		{found("letter_case: {level: ◆warning}"), "it is one of must, warn and tell"},
		{found("letter_case: {level: warn, ◆why: x}"), "There is no key why in a finding"},
		{found("letter_case: ◆[warn]"), "has to be a text"},
		{head + "      - {text: x, from: ◆document}", "it is one of law, vendor and reading."},
		{head + "      - {text: x, from: vendor, source: ◆'{{ customer }}'}", "{{ customer }}"},
	} {
		f := files("p.yaml", c.doc)
		place := marked(f)
		expect(t, c.doc, Lint(f, "p", specs), place, c.words)
		if _, err := Open(f, specs).Procedure("p"); err == nil {
			t.Errorf("%s loads", c.doc)
		}
	}
	doubted := files("p.yaml", head+"      - {text: x, source: ◆a book}")
	expect(t, "a source alone", Lint(doubted, "p", specs), marked(doubted), "Say where this comes from: from is law, vendor or reading")
}

// TestFormats: a document says in which form it is written, and no program has
// written what its form does not have.
func TestFormats(t *testing.T) {
	asking := loads(t, files("p.yaml", strings.Replace(asked("{level: warn, accept: required}"), "    title: First\n", "    title: First\n    have: The papers\n", 1)))
	plain, newer := loads(t, files("p.yaml", asked("{level: warn}"))), loads(t, files("p.yaml", asked("{level: warn, accept: required}")))
	paged := loads(t, files("p.yaml", strings.Replace(asked("{level: warn}"), "    title: First\n", "    title: First\n    page: https://example.org/portal\n", 1)))
	swap := func(p *Procedure, from, to string) []byte {
		return []byte(strings.Replace(string(p.Bytes()), `"format":`+from, `"format":`+to, 1))
	}
	for _, c := range []struct {
		doc    []byte
		want   error
		format int
	}{
		{plain.Bytes(), nil, 1},
		{newer.Bytes(), nil, 2},
		{swap(plain, "1", "2"), ErrDamaged, 2},
		{swap(newer, "2", "1"), ErrDamaged, 1},
		{asking.Bytes(), nil, 3},
		{swap(asking, "3", "2"), ErrDamaged, 2},
		{paged.Bytes(), nil, 4},
		{swap(paged, "4", "3"), ErrDamaged, 3},
		{swap(newer, "2", strconv.Itoa(NewestFormat+1)), ErrNewer, NewestFormat + 1},
		{swap(plain, "1", "0"), ErrDamaged, 0},
		{[]byte("{"), ErrDamaged, 0},
		{nil, ErrDamaged, 0},
	} {
		if _, err := Decode(c.doc); !errors.Is(err, c.want) || c.want == nil && err != nil {
			t.Errorf("%.60s: %v, want %v", c.doc, err, c.want)
		}
		if got := FormatOf(c.doc); got != c.format {
			t.Errorf("%.60s has the format %d, want %d", c.doc, got, c.format)
		}
	}
}
