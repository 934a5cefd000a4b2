package flows

import (
	"encoding/json"
	"strings"
	"testing"
)

// A rule about the form of a text holds for a secret too: it says what is wrong,
// and neither the sentence nor what is kept has a part of the secret.
func TestRulesOfASecret(t *testing.T) {
	for _, c := range []struct{ rule, secret, want string }{
		{"{min-length: 8}", "hunter2", "Too short: 7 characters, at least 8."},
		{"{min-length: 8}", "hunter23", ""},
		{"{max-length: 4}", "hunter2", "Too long: 7 characters, at most 4."},
		{"digits", "hunter2", "Not only digits."},
		{"digits", "123456", ""},
		{"no-spaces", "hunter 2", "It has spaces in it: remove them."},
		{"{pattern: 'sk_[a-z]+'}", "hunter2", "Not in the expected form."},
		{"{pattern: 'sk_[a-z]+'}", "sk_abc", ""},
		{"{pattern: {match: 'sk_[a-z]+', text: It begins with sk_., level: warn}}", "hunter2", "It begins with sk_."},
	} {
		p := loads(t, files("p.yaml", head+"      - {field: k, label: K, type: secret, rules: ["+c.rule+"]}\n"))
		it := p.Step("one").Item("k")
		violations := it.CheckSecret(c.secret, saturday)
		got := ""
		for _, problem := range it.ViolationProblems(violations) {
			got += inEnglish(problem.Message)
		}
		if got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.rule, c.secret, got, c.want)
		}
		kept, err := json.Marshal(violations)
		if err != nil || strings.Contains(string(kept), "hunter") {
			t.Errorf("%s keeps %s, %v", c.rule, kept, err)
		}
		if FormatOf(p.Bytes()) != fifthFormat {
			t.Errorf("%s: an older program opens what it cannot read", c.rule)
		}
	}
}

// What holds of the value of a text alone is no rule of a secret, nor does its
// sentence name it.
func TestNoRulesOfASecret(t *testing.T) {
	for _, c := range []struct{ rule, words string }{
		{"{rule: look-alike, level: warn}", "cannot be used"},
		{"{one-of: 'a, b'}", "cannot be used"},
		{"{digits: {text: 'Not {value}.'}}", "a secret stands in no sentence"},
	} {
		faults := Lint(files("p.yaml", head+"      - {field: k, label: K, type: secret, rules: ["+c.rule+"]}\n"), "p", Specs{})
		if len(faults) != 1 || !strings.Contains(sentences(Faults(faults)), c.words) {
			t.Errorf("%s: %s", c.rule, sentences(Faults(faults)))
		}
	}
}
