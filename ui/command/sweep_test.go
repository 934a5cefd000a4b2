package command_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/portal"
	"lotse/storage/storetest"
	"lotse/ui/command"
)

// sweepValues are the answers with which each check passes, by check and
// parameter; others get one that fits their type.
var sweepValues = map[string]string{
	"http.endpoint.url":              "https://portal.example/",
	"tls.certificate.host":           "portal.example",
	"tls.certificate.port":           "8443",
	"tls.certificate.days":           "10",
	"tcp.connect.host":               "portal.example",
	"tcp.connect.port":               "4840",
	"dns.txt.name":                   "_dmarc.muster.example",
	"dns.txt.text":                   "v=DMARC1; p=none",
	"dns.txt.contains":               "v=DMARC1",
	"oauth2.token.url":               "https://login.example/oauth2/token",
	"oauth2.token.auth":              "form",
	"teccom.token.token_url":         "https://login.example/oauth2/token",
	"techdata.api.end_point_url":     "https://auth.example.eu/as/token",
	"techdata.api.api_end_point_url": "https://api.example.eu/",
	"techdata.api.soin":              "abcdef0123456789abcdef0123456789abcdef01",
	"rackbeat.self.registers":        "customers,suppliers,products",
	"rackbeat.self.url":              "https://app.example/api/",
	"rackbeat.registers.registers":   "customers,suppliers,products",
	"rackbeat.registers.url":         "https://app.example/api/",
}

// typical are answers by type.
var typical = map[flows.Type]string{
	flows.TypeText: "muster-01", flows.TypeCode: "muster-01", flows.TypeEmail: "info@muster.example", flows.TypeURL: "https://portal.example/",
}

// options of the choices that checks take.
var sweepOptions = map[flows.Type]string{
	flows.TypeChoice:  "options: {basic: Basic, form: Form}",
	flows.TypeChoices: "options: {customers: Customers, suppliers: Suppliers, products: Products}",
}

// sweep is a procedure with every check that there is, its answers, and a secret
// of its own for each of its secret fields.
type sweep struct {
	procedure string
	answers   []string          // FIELD=VALUE
	secrets   map[string]string // by field
}

func newSweep() sweep {
	var fields, checks strings.Builder
	s := sweep{secrets: map[string]string{}}
	for _, spec := range check.Specs() {
		with := map[string][]string{}
		for _, in := range spec.Inputs {
			id := strings.NewReplacer(".", "_").Replace(spec.Name + "_" + in.Name)
			ids := []string{id}
			if in.Many && in.Required {
				ids = append(ids, id+"_b")
			}
			for _, id := range ids {
				fmt.Fprintf(&fields, "      - {field: %s, type: %s, label: %s, %s}\n", id, in.Types[0], id, sweepOptions[in.Types[0]])
				s.answer(id, spec.Name+"."+in.Name, in.Types[0])
			}
			with[in.Name] = ids
		}
		if spec.Name == flows.HTTPJSON {
			s.request(&fields, &checks)
			continue
		}
		encoded, err := json.Marshal(with)
		if err != nil {
			panic(err)
		}
		fmt.Fprintf(&checks, "      - {check: %s, run: %s, level: warn, with: %s}\n", strings.ReplaceAll(spec.Name, ".", "-"), spec.Name, encoded)
	}
	s.procedure = "procedure: sweep\nversion: 1\ntitle: Sweep\nsummary: Every check.\nsource: {document: none.txt, read: 2026-11-21}\nsystems: [Portal]\nfacts: [S-01]\n" +
		"steps:\n  - id: all\n    title: All\n    facts: [S-01]\n    items:\n" + fields.String() + checks.String() +
		"      - {draft: mail, template: test-mail, to: mail_readback_address, label: Mail}\n"
	return s
}

// request has http.json ask something, with a secret.
func (s *sweep) request(fields, checks *strings.Builder) {
	fields.WriteString("      - {field: http_json_path, type: text, label: http_json_path}\n      - {field: http_json_token, type: secret, label: http_json_token}\n")
	s.answer("http_json_path", "", flows.TypeText)
	s.answer("http_json_token", "", flows.TypeSecret)
	checks.WriteString(`      - check: http-json
        run: http.json
        level: warn
        request: {url: "https://shop.example/{{ http_json_path }}", headers: {Authorization: "Bearer {{ secret http_json_token }}"}}
        expect: status == 200 && json.ok
        rehearse: {answer: {body: '{"ok": true}'}}
`)
}

// answer gives a field its answer, or its secret.
func (s *sweep) answer(id, param string, t flows.Type) {
	value := sweepValues[param]
	if value == "" {
		value = typical[t]
	}
	switch {
	case t == flows.TypeSecret:
		s.secrets[id] = fmt.Sprintf(`Ze8ra+/=&%%<q"7>-%02d-Wombat#Hyena'%02d`, len(s.secrets), len(s.secrets))
	case value != "":
		s.answers = append(s.answers, id+"="+value)
	}
}

// swept is a place where lotse runs: a folder, and all that was printed.
type swept struct {
	t       *testing.T
	dir     string
	library fs.FS
	leaks   *storetest.Leaks
	printed bytes.Buffer
	quiet   bool // the arguments are not noted beside what is printed
}

// lotse runs a command in this process, with the real store and vault, and gives
// its exit code and what it printed.
func (s *swept) lotse(stdin string, args ...string) (code int, out string) {
	var stdout, stderr bytes.Buffer
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
	code = command.Main(context.Background(), command.Program{
		Store: realStore(), Library: flows.Open(s.library, specs), Specs: specs,
		In: strings.NewReader(stdin), Out: &stdout, Err: &stderr,
		Getenv: func(string) string { return "" }, Now: time.Now, Random: rand.Reader,
		User: func() string { return "Erika Muster" }, Data: s.dir, Version: "test",
	}, args)
	if s.quiet {
		args = nil
	}
	fmt.Fprintf(&s.printed, "$ lotse %s\n%s%s", args, stdout.String(), stderr.String())
	return code, stdout.String()
}

// must runs a command that has to succeed.
func (s *swept) must(stdin string, args ...string) string {
	s.t.Helper()
	code, out := s.lotse(stdin, args...)
	if code != 0 {
		s.t.Fatalf("lotse %q: exit %d\n%s", args, code, s.printed.String())
	}
	return out
}

// clean holds that no secret stands in what was printed, nor in any file.
func (s *swept) clean() {
	s.t.Helper()
	if form := s.leaks.In(s.printed.Bytes()); form != "" {
		s.t.Errorf("it prints %s:\n%s", form, s.printed.String())
	}
	files := 0
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		files++
		text, err := os.ReadFile(path)
		if form := s.leaks.In(text); form != "" {
			s.t.Errorf("in %s stands %s", path, form)
		}
		return err
	})
	if err != nil || files == 0 {
		s.t.Errorf("%d files, %v", files, err)
	}
}

// id is the id of the one run.
func (s *swept) id() string {
	s.t.Helper()
	var is struct{ Runs []struct{ ID string } }
	if err := json.Unmarshal([]byte(s.must("", "list", "--json")), &is); err != nil || len(is.Runs) != 1 {
		s.t.Fatalf("%v, %d runs", err, len(is.Runs))
	}
	return is.Runs[0].ID
}

// atOnce is how many faults are tried at the same time: most of them wait.
const atOnce = 12

// TestSweep runs every check in a rehearsal with secrets that can be recognised,
// and each fault switched on, through commands with the real store; then it
// searches all that was written and printed. None of it may hold a secret, nor a
// token that a portal gave.
func TestSweep(t *testing.T) {
	t.Parallel()
	w := newSweep()
	base := &swept{t: t, dir: t.TempDir(), library: w.files(), leaks: storetest.NewLeaks(append(slices.Collect(maps.Values(w.secrets)), portal.Token)...)}
	base.begin(&w)
	faults := faultsByName()
	slots := make(chan struct{}, atOnce)
	var wg sync.WaitGroup
	for _, name := range append([]string{""}, slices.Sorted(maps.Keys(faults))...) {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			one := &swept{t: t, dir: t.TempDir(), library: base.library, leaks: base.leaks}
			if err := os.CopyFS(one.dir, os.DirFS(base.dir)); err != nil {
				t.Error(err)
				return
			}
			one.rehearse(name, faults[name])
		})
	}
	wg.Wait()
}

func (s *sweep) files() fs.FS { return fstest.MapFS{"sweep.yaml": {Data: []byte(s.procedure)}} }

// begin starts the run with all answers and secrets.
func (s *swept) begin(w *sweep) {
	s.t.Helper()
	s.must("", "start", "sweep", "--customer", "Muster GmbH", "--mode", "rehearsal", "--no-input")
	id := s.id()
	s.must("", append([]string{"set", id, "--yes"}, w.answers...)...)
	for field, secret := range w.secrets {
		s.must(secret+"\n", "set", id, "--secret-stdin", "all."+field)
		// Where a secret must not be, it is refused, and not repeated.
		if code, _ := s.lotse("", "set", id, "all."+field+"=x", "--json"); code == 0 {
			s.t.Errorf("%s is taken from the command line", field)
		}
	}
	s.clean()
}

// faultsByName are the faults, each with the checks that have it and what they
// find. One that takes its time is switched on for one check alone.
func faultsByName() map[string]map[string]string {
	faults := map[string]map[string]string{}
	for _, name := range check.Portals() {
		for _, f := range check.FaultsOf(name) {
			if faults[f.Name] == nil {
				faults[f.Name] = map[string]string{}
			}
			if slow := f.Finding == "timed_out" || f.Finding == "offline"; !slow || len(faults[f.Name]) == 0 {
				faults[f.Name][name] = f.Finding
			}
		}
	}
	return faults
}

// rehearse runs all checks with a fault, and everything that tells of it.
func (s *swept) rehearse(fault string, at map[string]string) {
	id := s.id()
	args := []string{"rehearse", id}
	for _, name := range slices.Sorted(maps.Keys(at)) {
		args = append(args, name+"="+fault)
	}
	if fault != "" {
		s.must("", args...)
	}
	_, out := s.lotse("", "check", id, "--json")
	var is struct {
		Checks []struct{ Check, Status, Finding, Summary string }
	}
	if err := json.Unmarshal([]byte(out), &is); err != nil || len(is.Checks) != len(check.Specs()) {
		s.t.Errorf("%s: %v, %d checks", fault, err, len(is.Checks))
	}
	for _, c := range is.Checks {
		if want, on := at[c.Check]; on && c.Finding != want || !on && c.Finding != "" && slices.Contains(check.Portals(), c.Check) {
			s.t.Errorf("%s at %s finds %s %q: %s", fault, c.Check, c.Status, c.Finding, c.Summary)
		}
	}
	for _, args := range [][]string{
		{"show", id},
		{"show", id, "--json"},
		{"log", id, "--json"},
		{"replay", id},
		{"secret", "list", "--json"},
		{"backup"},
		{"doctor"},
		{"draft", id, "all.mail", "-o", filepath.Join(s.dir, "mail.eml")},
		{"draft", id, "all.mail", "--mailto"},
	} {
		s.lotse("", args...)
	}
	s.clean()
}
