package check

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// today is the day of the tests: a Wednesday.
var today = time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)

func testEnv() Env { return Env{Now: func() time.Time { return today }} }

// given makes inputs of "param=value"; a value of "-" is not there.
func given(pairs ...string) []run.CheckInput {
	var inputs []run.CheckInput
	for i, pair := range pairs {
		param, value, _ := strings.Cut(pair, "=")
		id := string(rune('a'+i%26)) + strings.Repeat("x", i/26)
		in := run.CheckInput{Param: param, Item: flows.AtStep("step"), Label: strings.ToUpper(id)}
		in.Item.Item = id
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

// english is a message as a person reads it.
func english(m flows.Message) string { return words.Say(words.English, m) }

// textsOf are all texts of a result, as a person reads them in a language.
func textsOf(lang string, r *run.CheckResult) []string {
	texts := []string{words.Say(lang, r.Message)}
	for _, p := range r.Phases {
		texts = append(texts, p.Name, words.Say(lang, p.Label), words.Say(lang, p.Message), words.Say(lang, p.Says()))
	}
	for _, cause := range r.Causes {
		texts = append(texts, words.Say(lang, cause.Message))
	}
	return texts
}

// TestSpecs holds what the language of procedures is told of the checks.
func TestSpecs(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Specs() {
		switch {
		case seen[s.Name]:
			t.Errorf("%s is there twice", s.Name)
		case s.Title == "" || len(s.Inputs) == 0 && s.Name != flows.HTTPJSON || !slices.Contains(s.Findings, "missing"):
			t.Errorf("%s is not specified: %+v", s.Name, s)
		}
		seen[s.Name] = true
	}
	for _, want := range []string{
		"mail.address", "mail.equal", "mail.domain", "mail.readback", "relationship.url", "http.endpoint", "http.json", "tls.certificate", "tcp.connect", "dns.txt", "oauth2.token", "teccom.token",
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
		if got.Status != Unknown || got.Finding != c.finding || !strings.Contains(english(got.Message), c.words) {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

func TestMissingJumpsToItsField(t *testing.T) {
	got := ran(t, Request{Check: "mail.address", Inputs: given("address=-")})
	if len(got.Causes) != 1 || got.Causes[0].Item != flows.At("step.a") {
		t.Errorf("causes %+v", got.Causes)
	}
}

func TestASnapshotKeepsSecretsByFingerprint(t *testing.T) {
	inputs := append(given("client_id=muster"), run.CheckInput{Param: "client_secret", Item: flows.At("credentials.secret"), SecretID: "s1", Fingerprint: "ab12"})
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
	if err != nil || len(heard) == 0 || !reflect.DeepEqual(heard, got.Phases) {
		t.Errorf("heard %v, result %v, %v", heard, got.Phases, err)
	}
}

// TestHostileInputsAreClean sends what a terminal would obey through every
// built check, in every language.
func TestHostileInputsAreClean(t *testing.T) {
	evil := "\x1b]0;title\ab\u202e\r\nX@exa\u200bmple.org"
	for _, c := range All() {
		var pairs []string
		for _, in := range c.Inputs {
			pairs = append(pairs, in.Name+"=a@exa\u200bmple.org", in.Name+"=a"+evil, in.Name+"=https://"+evil)
		}
		got := ran(t, Request{Check: c.Name, Inputs: given(pairs...)})
		for _, lang := range words.Languages() {
			for _, s := range textsOf(lang, &got) {
				if s != flows.CleanLine(s) {
					t.Errorf("%s, %s: %q", c.Name, lang, s)
				}
			}
		}
	}
}
