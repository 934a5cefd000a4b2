package check

import (
	"context"
	"errors"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/register/compare"
	"lotse/flows/run"
	"lotse/flows/words"
)

// The registers of the tests: Rackbeat's has one customer twice under one code,
// one whose name differs, and one that Netvisor does not have.
const (
	netvisorCustomers = "Asiakaskoodi;Nimi;Y-tunnus\n1001;Muster Oy;0112038-9\n1002;Pohjola Osat Oy;\n"
	rackbeatCustomers = "number;name;vat_number\n1001;Muster Oy;0112038-9\n1002;Pohjola Osat;\n1003;Beispiel Oy;\n1003;Nordkai Oy;\n"
	sameCustomers     = "number;name;vat_number\n1001;Muster Oy;01120389\n1002;Pohjola Osat Oy;\n"
	warnedCustomers   = "number;name;vat_number\n1001;Muster Oy;01120389\n1002;Pohjola Osat;\n"
)

func TestRegisterCheckJudges(t *testing.T) {
	var s shelf
	for name, tt := range map[string]struct {
		right, status, finding, summary string
		counts                          map[string]int
	}{
		"all match": {sameCustomers, Passed, "", "Customers: 2 match, nothing to put right.", nil},
		"a warning": {warnedCustomers, Warned, "same-code-other-name", "Customers: 2 match, 1 to look at.", map[string]int{"same-code-other-name": 1}},
		"a must": {
			rackbeatCustomers, Failed, "code-duplicate", "Customers: 2 match, 2 must be put right, 1 to look at.",
			map[string]int{"code-duplicate": 2, "same-code-other-name": 1, "only-right": 2},
		},
	} {
		got := s.compared(t, s.env(), compare.Customers, "en", netvisorCustomers, tt.right)
		if got.Status != tt.status || got.Finding != tt.finding || english(got.Message) != tt.summary {
			t.Errorf("%s: %s %s %q", name, got.Status, got.Finding, english(got.Message))
		}
		for _, rule := range compare.Customers.Rules() {
			isMapped := rule != compare.IsBarred // no side says who is barred: that has no count
			if n, counted := got.Counts[string(rule)]; n != tt.counts[string(rule)] || counted != isMapped {
				t.Errorf("%s: %s %d times", name, rule, n)
			}
			if level, found := got.Levels[string(rule)]; found != (tt.counts[string(rule)] > 0) || found && level != levelOf[compare.Customers.Level(rule)] {
				t.Errorf("%s: %s has the level %q", name, rule, level)
			}
		}
		report := s.report(t, &got)
		if report.Direction != compare.RackbeatToNetvisor || report.LeftHalf.File != "netvisor.csv" || report.RightHalf.Rows != strings.Count(tt.right, "\n")-1 {
			t.Errorf("%s: report of %+v, %+v, %+v", name, report.Plan, report.LeftHalf, report.RightHalf)
		}
		for rule, n := range report.Counts {
			if n != got.Counts[string(rule)] {
				t.Errorf("%s: %s %d times in the report", name, rule, n)
			}
		}
	}
}

func TestRegisterCheckSaysWhatItDid(t *testing.T) {
	var s shelf
	for lang, want := range map[string]string{
		"en": "Netvisor's: 2 rows (utf-8, ;).|Rackbeat's: 4 rows (utf-8, ;).|2 match by code.|0 match by business ID.|",
		"de": "Netvisor's: 2 Zeilen (|Rackbeat's: 4 Zeilen (|Über den Code gefunden: 2.|",
		"fi": "Netvisor's: 2 riviä (|Rackbeat's: 4 riviä (|Koodilla täsmää 2.|",
	} {
		got := s.compared(t, s.env(), compare.Customers, lang, netvisorCustomers, rackbeatCustomers)
		said := ""
		for _, p := range got.Phases {
			said += words.Say(lang, p.Message) + "|"
			if p.Status == Running {
				t.Errorf("%s: a phase is still running: %+v", lang, p)
			}
		}
		for _, part := range strings.SplitAfter(want, "|") {
			if !strings.Contains(said, strings.TrimSuffix(part, "|")) {
				t.Errorf("%s: %q is not said in %s", lang, part, said)
			}
		}
		if got.Phases[0].Name != "netvisor" || got.Phases[1].Name != "rackbeat" {
			t.Errorf("%s: %s was read before %s", lang, got.Phases[0].Name, got.Phases[1].Name)
		}
		if i := slices.IndexFunc(got.Phases, func(p run.Phase) bool { return p.Name == "code-duplicate" }); i < 0 || got.Phases[i].Status != Failed {
			t.Errorf("%s: no phase about the codes that are there twice: %+v", lang, got.Phases)
		}
	}
}

func TestRegisterCheckThatCannotCompare(t *testing.T) {
	for name, tt := range map[string]struct {
		left, right, finding, say, item string
	}{
		"nothing in it":      {"", sameCustomers, "unreadable", "Netvisor's: ", "step.left"},
		"a quote left open":  {netvisorCustomers, "number;name\n1;\"x\n", "unreadable", "Rackbeat's: row 2", "step.right"},
		"a NUL":              {"a\x00b;c\n1;2\n", sameCustomers, "unreadable", "NUL", "step.left"},
		"no code column":     {"Nimi;Puhelin\nMuster Oy;1\n", sameCustomers, "column_missing", "No column holds the codes", "step.left"},
		"another register":   {netvisorCustomers, "Tuotekoodi;Nimeke\n1;x\n", "other_register", "products", "step.right"},
		"the same file":      {netvisorCustomers, netvisorCustomers, "same_file", "same file", "step.right"},
		"both are unreadble": {"", "", "same_file", "same file", "step.right"},
	} {
		var s shelf
		got := s.compared(t, s.env(), compare.Customers, "en", tt.left, tt.right)
		if got.Status != Unknown || got.Finding != tt.finding || !strings.Contains(english(got.Message), tt.say) {
			t.Errorf("%s: %s %s %q", name, got.Status, got.Finding, english(got.Message))
		}
		if len(got.Causes) != 1 || got.Causes[0].Item != flows.At(tt.item) || got.Counts != nil || got.Report != nil {
			t.Errorf("%s: causes %+v, counts %v, report %v", name, got.Causes, got.Counts, got.Report)
		}
		if c, _ := Find("register.customers"); !slices.ContainsFunc(c.Findings, func(f Finding) bool { return f.Code == got.Finding }) {
			t.Errorf("%s: the check does not specify %s", name, got.Finding)
		}
		if left := len(s.files); left > 2 {
			t.Errorf("%s: %d files are kept", name, left)
		}
	}
}

func TestRegisterCheckOfWhatIsNotKept(t *testing.T) {
	var s shelf
	e := s.env()
	for name, file := range map[string]func(context.Context, string) (run.Content, error){
		"is not there": func(context.Context, string) (run.Content, error) { return nil, flows.ErrNotFound },
		"was changed": func(_ context.Context, sum string) (run.Content, error) {
			return shelved{strings.NewReader(s.files[sum] + "1;x;\n")}, nil
		},
		"cannot be opened": nil,
	} {
		e.File = file
		got := s.compared(t, e, compare.Customers, "en", netvisorCustomers, rackbeatCustomers)
		if got.Status != Unknown || got.Finding != "unreadable" || got.Causes[0].Item != flows.At("step.left") {
			t.Errorf("a file that %s: %+v", name, got)
		}
	}
	e = s.env()
	broken := errors.New("disk full")
	e.Keep = func(context.Context, string, io.Reader) (run.File, error) { return run.File{}, broken }
	if got := s.compared(t, e, compare.Customers, "en", netvisorCustomers, rackbeatCustomers); got.Status != Unknown || !strings.Contains(english(got.Message), "disk full") || got.Counts != nil {
		t.Errorf("a report that cannot be kept: %+v", got)
	}
}

// TestProgressOfAComparison hears how far it is, while nothing of that stays in
// the result.
func TestProgressOfAComparison(t *testing.T) {
	var s shelf
	inputs := []run.CheckInput{
		{Param: "netvisor", Label: "Netvisor's", Value: s.put("a.csv", many(1000, 30_000))},
		{Param: "rackbeat", Label: "Rackbeat's", Value: s.put("b.csv", many(2000, 30_000))},
	}
	var ended []run.Phase
	last, times := map[string]float64{}, map[string]int{}
	got, err := NewRunner(s.env()).Run(t.Context(), Request{Check: "register.customers", Inputs: inputs}, func(p run.Phase) {
		if p.Status != Running {
			ended = append(ended, p)
			return
		}
		if p.Done <= last[p.Name] || p.Done > 1 || p.Message.IsZero() {
			t.Errorf("%s is %v done after %v: %q", p.Name, p.Done, last[p.Name], english(p.Message))
		}
		last[p.Name] = p.Done
		if times[p.Name]++; times[p.Name] > 100 {
			t.Errorf("heard %d times of %s", times[p.Name], p.Name)
		}
	})
	if err != nil || !reflect.DeepEqual(ended, got.Phases) {
		t.Errorf("heard %v, result %v, %v", ended, got.Phases, err)
	}
	if names := slices.Sorted(maps.Keys(last)); !slices.Equal(names, []string{"match", "netvisor", "rackbeat"}) {
		t.Errorf("heard of %v", names)
	}
}

// TestNotesOfAFileAreTold has a title above the header, which is left out.
func TestNotesOfAFileAreTold(t *testing.T) {
	var s shelf
	for _, right := range []string{sameCustomers, sameCustomers + strings.Repeat("\n", largeFiles)} {
		got := s.compared(t, s.env(), compare.Customers, "en", netvisorCustomers, "Customers of Beispiel Oy\n"+right)
		if got.Status != Passed || len(got.Phases) < 3 || got.Phases[2].Name != "rackbeat" || !strings.HasPrefix(english(got.Phases[2].Message), "Rackbeat's: row 1: ") {
			t.Errorf("%d bytes: %+v", len(right), got)
		}
	}
	r := registers{job: &job{Request: Request{}, env: testEnv()}, kind: compare.Customers, left: &side{}, right: &side{}}
	reg := compare.Register{}
	for i := range 7 {
		reg.Notes = append(reg.Notes, register.Issue{Level: flows.Warn, Row: i + 2, Message: flows.Said("A formula.")})
	}
	r.show(progress{side: r.left, done: 1, read: &reg})
	if n := len(r.phases); n != 1+mostNotes+1 || r.phases[1].Status != Warned || !strings.Contains(english(r.phases[n-1].Message), "2 more") {
		t.Errorf("%+v", r.phases)
	}
}

// TestTheLeftRegisterIsToldFirst reads one that takes longer than the right one.
func TestTheLeftRegisterIsToldFirst(t *testing.T) {
	var s shelf
	got := s.compared(t, s.env(), compare.Customers, "en", many(1000, 60_000), sameCustomers)
	if len(got.Phases) < 2 || got.Phases[0].Name != "netvisor" || got.Phases[1].Name != "rackbeat" {
		t.Errorf("phases %+v", got.Phases)
	}
}

func TestACancelledComparisonHasNoResult(t *testing.T) {
	var s shelf
	e := s.env()
	ctx, cancel := context.WithCancel(t.Context())
	inputs := []run.CheckInput{
		{Param: "netvisor", Value: s.put("a.csv", many(1000, 30_000))}, {Param: "rackbeat", Value: s.put("b.csv", many(2000, 30_000))},
	}
	kept := len(s.files)
	got, err := NewRunner(e).Run(ctx, Request{Check: "register.customers", Inputs: inputs}, func(run.Phase) { cancel() })
	if !errors.Is(err, context.Canceled) || got.Status != "" || len(s.files) != kept {
		t.Errorf("%+v, %v, %d files more", got, err, len(s.files)-kept)
	}
}

// TestEveryRuleIsAFinding holds the specifications against the registers' rules.
func TestEveryRuleIsAFinding(t *testing.T) {
	for _, kind := range compare.Kinds() {
		c, ok := Find("register." + string(kind))
		spec := c.Spec()
		if !ok || len(spec.Levels) != len(kind.Rules()) {
			t.Fatalf("%s: %+v", kind, spec)
		}
		for _, rule := range kind.Rules() {
			want := map[compare.Level]flows.Level{compare.Must: flows.Must, compare.Warn: flows.Warn, compare.Info: flows.Tell}[kind.Level(rule)]
			if !slices.Contains(spec.Findings, string(rule)) || spec.Levels[string(rule)] != want {
				t.Errorf("%s: %s has the level %q", kind, rule, spec.Levels[string(rule)])
			}
		}
	}
}
