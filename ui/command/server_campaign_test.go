//go:build campaign

package command_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/postgres/pgtest"
	"lotse/ui/command"
	"lotse/ui/tool"
)

// onServer runs a command on a team's server.
func onServer(t *testing.T, place string, args ...string) (code int, out, said string) {
	t.Helper()
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}
	var stdout, stderr bytes.Buffer
	getenv := func(name string) string { return map[string]string{"LOTSE_DB": place, "LANG": "C.UTF-8"}[name] }
	code = command.Main(context.Background(), command.Program{
		Store: realStore(), Server: realServer(), Library: flows.Open(os.DirFS("testdata/procedures"), specs), Specs: specs,
		In: strings.NewReader(""), Out: &stdout, Err: &stderr, Getenv: getenv, Random: rand.Reader, Tools: tool.New(getenv),
		Now: now, User: func() string { return "Erika Muster" }, Data: t.TempDir(), Version: "v0.0.0-test",
	}, args)
	return code, stdout.String(), stderr.String()
}

// TestDoctorOnServer: doctor says which server it is, who one is there, how far its
// clock is away, and which rights go too far.
func TestDoctorOnServer(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant, "north")
	place := c.URL("anna", database)
	lines := func() map[string]string {
		_, out, _ := onServer(t, place, "doctor", "--json")
		var shape struct {
			Lines []struct{ Name, State, Detail string }
		}
		if err := json.Unmarshal([]byte(out), &shape); err != nil || len(shape.Lines) == 0 {
			t.Fatal(err, out)
		}
		all := map[string]string{}
		for _, l := range shape.Lines {
			all[l.Name] += l.State + " " + l.Detail + "\n"
		}
		return all
	}
	for name, want := range map[string]string{
		"server": "ok PostgreSQL 1", "member": `ok "anna", consultant, in north`, "rights": "ok as narrow", "backups": "ok the business of", "promise": "",
	} {
		if got := lines()[name]; !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
	c.Exec(t, database, "ALTER ROLE anna SUPERUSER")
	if got := lines()["rights"]; !strings.HasPrefix(got, `warn "anna" is a superuser`) {
		t.Error("rights:", got)
	}
	t.Setenv("NOW", time.Now().Add(-2*time.Hour).Format(time.RFC3339))
	if got := lines()["server"]; !strings.Contains(got, "warn The clock of the server is 72") {
		t.Error("two hours behind:", got)
	}
}

// TestCommandsOnServer: a run begins, is listed and is read on a server; the packs and
// keys are the person's own.
func TestCommandsOnServer(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	place := c.URL("anna", database)
	for _, args := range [][]string{
		{"start", "pilot", "--customer", "Muster GmbH", "--json"},
		{"list"},
		{"find", "Muster"},
		{"config", "lang", "en"},
		{"procedures"},
		{"pack", "list"},
	} {
		if code, out, said := onServer(t, place, args...); code != 0 {
			t.Errorf("%s: exit %d: %s%s", args, code, out, said)
		}
	}
	if _, out, _ := onServer(t, place, "list"); !strings.Contains(out, "Muster GmbH") {
		t.Error("the list:", out)
	}
	for _, args := range [][]string{{"delete", "Muster GmbH"}, {"delete", "Muster GmbH", "--lang", "de"}, {"delete", "Muster GmbH", "--lang", "fi"}} {
		c.Exec(t, database, fmt.Sprintf("GRANT %s_lead TO anna", database))
		if code, out, said := onServer(t, place, args...); code != 0 || !strings.Contains(out+said, map[string]string{"de": "In den Sicherungen des Servers", "fi": "Palvelimen varmuuskopioissa"}[args[len(args)-1]]) || strings.Contains(out, "from the backups too") {
			t.Errorf("%s: exit %d: %s%s", args, code, out, said)
		}
		onServer(t, place, "start", "pilot", "--customer", "Muster GmbH")
	}
	if code, _, said := onServer(t, place, "backup"); code != 2 || !strings.Contains(said, "pg_dump") {
		t.Errorf("backup: exit %d: %s", code, said)
	}
}

// TestCommandsOnAReplica: a copy of a server is read, and nothing is changed at it, nor
// half changed; doctor says what it is.
func TestCommandsOnAReplica(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Consultant)
	code, out, said := onServer(t, c.URL("anna", database), "start", "pilot", "--customer", "Muster GmbH", "--json")
	var begun struct{ Run struct{ ID string } }
	if err := json.Unmarshal([]byte(out), &begun); code != 0 || err != nil || begun.Run.ID == "" {
		t.Fatal(code, out, said, err)
	}
	r := c.Replica(t)
	r.CaughtUp(t, c)
	place := r.URL("anna", database)
	for _, args := range [][]string{{"list"}, {"show", begun.Run.ID}, {"log", begun.Run.ID}, {"verify", begun.Run.ID}, {"find", "Muster"}} {
		if code, out, said := onServer(t, place, args...); code != 0 || said != "" || out == "" {
			t.Errorf("%s: exit %d: %s%s", args, code, out, said)
		}
	}
	if code, out, said := onServer(t, place, "team", "list"); code != 0 || !strings.Contains(out, "anna") || strings.Count(said, "takes no changes") != 1 {
		t.Errorf("the team: exit %d: %s%s", code, out, said)
	}
	if _, out, _ := onServer(t, place, "doctor"); !strings.Contains(out, "This server is a copy of another one and takes no changes.") {
		t.Error("doctor:", out)
	}
	for _, args := range [][]string{{"start", "pilot", "--customer", "Beispiel AG"}, {"delete", begun.Run.ID}, {"team", "add", "anna", "--role", "lead"}, {"team", "init"}} {
		at := place
		if args[0] == "team" {
			at = r.URL("postgres", database)
		}
		if code, out, said := onServer(t, at, args...); code != 1 || out != "" || strings.Count(said, "\n") != 1 || !strings.Contains(said, "takes no changes: it is a copy of another server") {
			t.Errorf("%s: exit %d: %s%s", args, code, out, said)
		}
	}
	if _, out, _ := onServer(t, c.URL("anna", database), "list"); !strings.Contains(out, "Muster GmbH") || strings.Contains(out, "Beispiel AG") {
		t.Error("the list of the primary:", out)
	}
}
