//go:build campaign

package command_test

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/vault"
	"lotse/ui/command"
	"lotse/ui/tool"
)

// keychain is a keychain in memory.
type keychain map[string]string

func (keychain) Answers() error { return nil }
func (keychain) Locked() bool   { return false }

func (k keychain) Get(account string) (string, error) {
	if value, ok := k[account]; ok {
		return value, nil
	}
	return "", keyring.ErrNotFound
}

func (k keychain) Set(account, value string) error {
	k[account] = value
	return nil
}

func (k keychain) Delete(account string) error {
	delete(k, account)
	return nil
}

// colleague is a member of a team at a machine of their own.
type colleague struct {
	t    *testing.T
	at   string
	keys keychain
	data string
	from string // of the procedures; "": testdata
}

func hired(t *testing.T, c *pgtest.Cluster, database, name string, role run.Role) *colleague {
	t.Helper()
	c.Member(t, database, name, role)
	return &colleague{t: t, at: c.URL(name, database), keys: keychain{}, data: t.TempDir()}
}

// does calls a command, asserts how it ends and gives what it said.
func (p *colleague) does(want int, in string, args ...string) string {
	p.t.Helper()
	code, said := p.calls(in, args...)
	if code != want {
		p.t.Fatalf("%q: exit %d, want %d: %s", args, code, want, said)
	}
	return said
}

// calls calls a command, and gives how it ends and what it said.
func (p *colleague) calls(in string, args ...string) (code int, said string) {
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}
	server := realServer()
	server.Open = func(ctx context.Context, place, dir string, talk command.Talk) (run.Archive, error) {
		return postgres.Open(ctx, place, postgres.Options{Dir: dir, Patience: talk.Patience, Vault: func(db *postgres.DB) run.Vault {
			return vault.New(vault.Options{Dir: dir, Settings: db, Keychain: p.keys, Remote: db.Path()})
		}})
	}
	var stdout, stderr bytes.Buffer
	getenv := func(name string) string { return map[string]string{"LOTSE_DB": p.at, "LANG": "C.UTF-8"}[name] }
	code = command.Main(context.Background(), command.Program{
		Store: realStore(), Server: server, Library: flows.Open(os.DirFS(cmp.Or(p.from, "testdata/procedures")), specs), Specs: specs,
		In: strings.NewReader(in), Out: &stdout, Err: &stderr, Getenv: getenv, Random: rand.Reader, Tools: tool.New(getenv),
		Now: now, User: func() string { return "Erika Muster" }, Data: p.data, Version: "v0.0.0-test",
	}, args)
	return code, stdout.String() + stderr.String()
}

func (p *colleague) hears(text string, want ...string) {
	p.t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			p.t.Errorf("no %q in: %s", w, text)
		}
	}
}

// hasKey makes a key and gives its words.
func (p *colleague) hasKey() string {
	p.t.Helper()
	p.does(0, "", "secret", "init", "--keychain")
	var shape struct{ Words []string }
	if err := json.Unmarshal([]byte(p.own()), &shape); err != nil {
		p.t.Fatal(err)
	}
	return strings.Join(shape.Words, " ")
}

func (p *colleague) own() string {
	out := p.does(0, "", "secret", "recipient", "--json")
	return out[strings.Index(out, "{") : strings.LastIndex(out, "}")+1]
}

// TestSecretOfATeam: what one has sealed opens for a colleague when the words of their
// key are confirmed, and not before; a key that changed is none that was confirmed.
func TestSecretOfATeam(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	erika, anna := hired(t, c, database, "erika", run.Consultant), hired(t, c, database, "anna", run.Consultant)
	hired(t, c, database, "rita", run.Reader)
	erika.hasKey()
	var begun struct{ Run struct{ ID string } }
	if out := erika.does(0, "", "start", "pilot", "--customer", "Muster GmbH", "--json"); json.Unmarshal([]byte(out), &begun) != nil {
		t.Fatal(out)
	}
	id := begun.Run.ID
	erika.does(0, "hunter2", "set", id, "--secret-stdin", "ship.key")

	erika.hears(erika.does(5, "", "secret", "recipient", id, "key", "anna"), "anna has no key")
	annas := anna.hasKey()
	anna.hears(anna.does(0, "", "show", id), "only erika can open it")
	anna.hears(anna.does(0, "", "show", id, "--json"), `"keepers": {`, `"by": "erika"`, `"opens": false`)
	anna.hears(anna.does(1, "", "secret", "reveal", id, "key"), "erika sealed the secret", "lotse secret recipient "+id, `"anna"`)
	anna.hears(anna.does(1, "", "secret", "recipient", id, "key", "anna", "--words", annas), "erika sealed this secret")

	erika.hears(erika.does(3, "", "secret", "recipient", id, "key", "anna", "--no-input"), annas)
	erika.does(3, "", "secret", "recipient", id, "key", "anna", "--words", "one two three four")
	erika.hears(erika.does(5, "", "secret", "recipient", id, "key", "nobody"), "nobody is not in the team")
	erika.hears(erika.does(1, "", "secret", "recipient", id, "key", "rita"), "rita is reader")
	erika.hears(erika.does(2, "", "secret", "recipient", id, "key", "erika"), "to you already")
	anna.does(1, "", "secret", "reveal", id, "key")

	erika.hears(erika.does(0, "", "secret", "recipient", id, "key", "anna", "--words", annas), "opens for anna as well")
	anna.hears(anna.does(0, "", "secret", "reveal", id, "key"), "hunter2")
	anna.hears(anna.does(0, "", "show", id), "sealed by erika; opens for you as well")
	erika.hears(erika.does(0, "", "show", id), "opens for anna as well")
	erika.hears(erika.does(0, "", "secret", "reveal", id, "key"), "hunter2")
	erika.hears(erika.does(0, "", "log", id), "sealed to anna ("+annas+")")
	anna.hears(anna.does(0, "", "secret", "list", id, "--json"), `"by": "erika"`, `"anna"`)
	erika.does(0, "", "secret", "recipient", id, "key", "anna", "--no-input") // confirmed once

	// Another machine of hers.
	desk := &colleague{t: t, at: anna.at, keys: keychain{}, data: t.TempDir()}
	desk.hears(desk.does(1, "", "secret", "reveal", id, "key"), "on another machine and not here", annas, "identity.age", desk.data)
	desk.hears(desk.does(1, "", "secret", "init", "--keychain"), "lotse secret init --new")
	desk.hears(desk.does(1, "", "secret", "recipient"), "not here")
	desk.hears(desk.does(1, "", "doctor"), "on another machine and not here")
	desk.keys = anna.keys
	desk.hears(desk.does(0, "", "secret", "reveal", id, "key"), "hunter2")

	// Whoever runs the server shows another key as hers.
	const spy = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
	c.Exec(t, database, "UPDATE lotse.settings SET value = '"+spy+"' WHERE owner = 'anna' AND key = 'vault.recipient'")
	anna.hears(anna.does(0, "", "doctor"), "shows colleagues another key as yours")
	anna.hears(anna.does(0, "", "secret", "recipient"), "humble knob exit lumber", annas)
	if out := anna.does(0, "", "doctor"); strings.Contains(out, "another key as yours") {
		t.Error(out)
	}
	if out := anna.own(); !strings.Contains(out, "age1") || strings.Contains(out, spy) {
		t.Error(out)
	}

	c.Exec(t, database, "UPDATE lotse.keys SET recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p' WHERE member = 'anna'")
	erika.hears(erika.does(3, "", "secret", "recipient", id, "key", "anna"), "not the one that you confirmed", "humble knob exit lumber")

	erika.hears(erika.does(0, "", "secret", "recipient", id, "key", "anna", "--remove"), "does not open for anna", "lotse secret rotate")
	anna.does(1, "", "secret", "reveal", id, "key")
	erika.hears(erika.does(5, "", "secret", "recipient", id, "key", "anna", "--remove"), "not sealed to anna")
	anna.does(0, "mine", "set", id, "--secret-stdin", "ship.key") // as an answer does
	anna.hears(anna.does(0, "", "secret", "reveal", id, "key"), "mine")
}

// TestANewSecretInATeam: rotated or entered again, the new value opens for those for whom
// the old one did, whoever enters it; the log says so, and who cannot be kept is named.
func TestANewSecretInATeam(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	erika, anna, ben := hired(t, c, database, "erika", run.Consultant), hired(t, c, database, "anna", run.Consultant), hired(t, c, database, "ben", run.Consultant)
	for _, p := range []*colleague{erika, anna, ben} {
		p.from = "../../flows/library"
	}
	erikas, annas, bens := erika.hasKey(), anna.hasKey(), ben.hasKey()
	var begun struct{ Run struct{ ID string } }
	if out := erika.does(0, "", "start", "teccom-import", "--customer", "Muster GmbH", "--json"); json.Unmarshal([]byte(out), &begun) != nil {
		t.Fatal(out)
	}
	id := begun.Run.ID
	erika.does(0, "hunter2", "set", id, "uses_connect5=no", "secret_holder=captured_here", "--secret-stdin", "client_secret")
	erika.does(0, "", "secret", "recipient", id, "client_secret", "anna", "--words", annas)
	erika.does(0, "", "secret", "recipient", id, "client_secret", "ben", "--words", bens)
	rotated := func(p *colleague, value string, said ...string) {
		t.Helper()
		p.does(0, "", "secret", "rotate", id, "client_secret", "--used-by", "ERP")
		p.hears(p.does(0, value, "secret", "rotate", id, "client_secret", "--secret-stdin"), said...)
		p.does(0, "", "secret", "rotate", id, "client_secret", "--confirm")
	}
	opens := func(want string, all ...*colleague) {
		t.Helper()
		for _, p := range all {
			p.hears(p.does(0, "", "secret", "reveal", id, "client_secret"), want)
		}
	}
	rotated(erika, "hunter3")
	opens("hunter3", erika, anna, ben)
	erika.does(0, "hunter3a", "set", id, "--secret-stdin", "client_secret")
	opens("hunter3a", erika, anna, ben)
	if out := erika.does(0, "", "log", id); strings.Count(out, "was sealed to ben as well") != 2 || strings.Count(out, "was sealed to anna as well") != 2 {
		t.Error(out)
	}

	rotated(anna, "hunter4", "does not open for erika and ben")
	opens("hunter4", anna)
	erika.does(1, "", "secret", "reveal", id, "client_secret")
	anna.does(0, "", "secret", "recipient", id, "client_secret", "erika", "--words", erikas)
	rotated(erika, "hunter5")
	opens("hunter5", erika, anna)

	erika.hears(erika.does(0, "hunter5a", "set", id, "--secret-stdin", "client_secret"))
	opens("hunter5a", erika, anna)

	c.Exec(t, database, "REVOKE "+database+"_consultant FROM anna")
	erika.hears(erika.does(0, "hunter5b", "set", id, "--secret-stdin", "client_secret"), "does not open for anna")
	rotated(erika, "hunter6")
	erika.hears(erika.does(0, "", "show", id), "client_secret")
}
