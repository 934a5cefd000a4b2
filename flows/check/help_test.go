package check

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// today is the day of the tests: a Wednesday.
var today = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)

func testEnv() Env { return Env{Now: func() time.Time { return today }} }

// given makes inputs of "param=value"; a value of "-" is not there.
func given(pairs ...string) []run.CheckInput {
	var inputs []run.CheckInput
	for i, pair := range pairs {
		param, value, _ := strings.Cut(pair, "=")
		in := run.CheckInput{Param: param, Item: "step." + string(rune('a'+i)), Label: strings.ToUpper(string(rune('a' + i)))}
		if value != "-" {
			in.Value = value
		}
		inputs = append(inputs, in)
	}
	return inputs
}

func ran(t *testing.T, q Request) run.CheckResult {
	t.Helper()
	result, err := NewRunner(testEnv()).Run(t.Context(), q, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestSentencesInEveryLanguage(t *testing.T) {
	name := regexp.MustCompile(`\{[a-z_]+\}`)
	names := func(s string) []string {
		all := name.FindAllString(s, -1)
		slices.Sort(all)
		return all
	}
	for _, all := range []flows.Sentences{sentences, netSentences, registerSentences} {
		for lang, table := range all {
			for code, english := range all["en"] {
				if !slices.Equal(names(english), names(table[code])) {
					t.Errorf("%s %s: %q, in English %q", lang, code, table[code], english)
				}
			}
			if len(table) != len(all["en"]) {
				t.Errorf("%s has %d sentences, English %d", lang, len(table), len(all["en"]))
			}
		}
	}
}

func TestSpecs(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range All() {
		s := c.Spec
		switch {
		case seen[s.Name]:
			t.Errorf("%s is there twice", s.Name)
		case s.Title == "" || len(s.Inputs) == 0 || !slices.Contains(s.Findings, "missing"):
			t.Errorf("%s is not specified: %+v", s.Name, s)
		case s.Built != (c.run != nil):
			t.Errorf("%s says that it is built: %v", s.Name, s.Built)
		}
		seen[s.Name] = true
	}
	for _, want := range []string{
		"mail.address", "mail.equal", "mail.domain", "mail.readback", "relationship.url", "http.endpoint", "oauth2.token", "teccom.token",
		"teccom.relations", "techdata.api", "techdata.catalogue", "rackbeat.self", "rackbeat.registers", "register.products", "register.customers", "register.suppliers",
	} {
		if !seen[want] {
			t.Errorf("there is no check %s", want)
		}
	}
}

// TestWhatCannotRunIsUnknown holds the runner: what keeps a check from being
// run is no failure of what it checks.
func TestWhatCannotRunIsUnknown(t *testing.T) {
	for _, c := range []struct {
		name, finding, words string
		q                    Request
	}{
		{"no such check", "no_check", "no check mail.equals", Request{Check: "mail.equals"}},
		{"an input not answered", "missing", "A is not there yet", Request{Check: "mail.address", Inputs: given("address=-")}},
		{"an input not wired", "missing", "address is not there yet", Request{Check: "mail.address"}},
	} {
		got := ran(t, c.q)
		if got.Status != Unknown || got.Finding != c.finding || !strings.Contains(got.Summary, c.words) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// TestACheckThatIsNotBuiltIsUnknown is for a procedure that is ahead of the
// program.
func TestACheckThatIsNotBuiltIsUnknown(t *testing.T) {
	r := NewRunner(testEnv())
	r.find = func(string) (Check, bool) { return Check{Spec: flows.CheckSpec{Name: "planned"}}, true }
	for lang, words := range map[string]string{"en": "later version", "de": "späteren Version"} {
		got, err := r.Run(t.Context(), Request{Check: "planned", Lang: lang}, nil)
		if err != nil || got.Status != Unknown || got.Finding != "not_built" || !strings.Contains(got.Summary, words) {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

func TestMissingJumpsToItsField(t *testing.T) {
	got := ran(t, Request{Check: "mail.address", Inputs: given("address=-")})
	if len(got.Causes) != 1 || got.Causes[0].Item != "step.a" {
		t.Errorf("causes %+v", got.Causes)
	}
}

func TestASnapshotKeepsSecretsByFingerprint(t *testing.T) {
	inputs := append(given("client_id=muster"), run.CheckInput{Param: "client_secret", Item: "credentials.secret", SecretID: "s1", Fingerprint: "ab12"})
	got := ran(t, Request{Check: "teccom.token", Inputs: inputs})
	if got.Inputs["step.a"] != "muster" || got.Inputs["credentials.secret"] != "ab12" || len(got.Inputs) != 2 {
		t.Errorf("snapshot %v", got.Inputs)
	}
}

func TestACancelledCheckHasNoResult(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	got, err := NewRunner(testEnv()).Run(ctx, Request{Check: "mail.equal", Inputs: given("must=a@example.org", "must=a@example.org")}, nil)
	if err == nil || got.Status != "" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestProgressHearsOfEveryPhase(t *testing.T) {
	var heard []run.Phase
	got, err := NewRunner(testEnv()).Run(t.Context(), Request{Check: "mail.address", Inputs: given("address=info@example.org")}, func(p run.Phase) { heard = append(heard, p) })
	if err != nil || len(heard) == 0 || !slices.Equal(heard, got.Phases) {
		t.Errorf("heard %v, result %v, %v", heard, got.Phases, err)
	}
}

// TestHostileInputsAreClean sends what a terminal would obey through every
// built check, in every language.
func TestHostileInputsAreClean(t *testing.T) {
	evil := "\x1b]0;title\ab\u202e\r\nX@exa\u200bmple.org"
	for _, c := range All() {
		for lang := range sentences {
			var pairs []string
			for _, in := range c.Spec.Inputs {
				pairs = append(pairs, in.Name+"=a@exa\u200bmple.org", in.Name+"=a"+evil, in.Name+"=https://"+evil)
			}
			got := ran(t, Request{Check: c.Spec.Name, Lang: lang, Inputs: given(pairs...)})
			texts := []string{got.Summary}
			for _, p := range got.Phases {
				texts = append(texts, p.Name, p.Detail)
			}
			for _, cause := range got.Causes {
				texts = append(texts, cause.Text)
			}
			for _, s := range texts {
				if s != flows.CleanLine(s) {
					t.Errorf("%s, %s: %q", c.Spec.Name, lang, s)
				}
			}
		}
	}
}

// TestEveryFindingHasItsSentence holds the findings of the network against their
// statuses, sentences and reasons.
func TestEveryFindingHasItsSentence(t *testing.T) {
	said := map[string]string{}
	for _, own := range []flows.Sentences{netSentences, liveSentences} {
		maps.Copy(said, own["en"])
	}
	for finding := range statuses {
		if said["net_"+finding] == "" {
			t.Errorf("no sentence for %s", finding)
		}
	}
	for code := range said {
		if finding, ok := strings.CutPrefix(code, "net_"); ok && statuses[finding] == "" {
			t.Errorf("no status for %s", finding)
		}
	}
	for finding, all := range reasons {
		for _, why := range all {
			if statuses[finding] == "" || said[why.text] == "" {
				t.Errorf("%s: %s", finding, why.text)
			}
		}
	}
	for _, c := range All() {
		if c.run == nil {
			continue
		}
		for _, finding := range c.Spec.Findings {
			if finding != "missing" && statuses[finding] == "" && netSentences["en"]["net_"+finding] != "" {
				t.Errorf("%s: %s has no status", c.Spec.Name, finding)
			}
		}
	}
}
