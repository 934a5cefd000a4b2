//go:build campaign

package command_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
)

// talk is what is typed at a server, by whom, and what it says to that.
type talk struct {
	t        *testing.T
	c        *pgtest.Cluster
	database string
	text     strings.Builder
}

func (k *talk) does(who string, lines ...string) {
	k.t.Helper()
	for _, line := range lines {
		args := strings.Split(line, " ")
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "~", " ")
		}
		code, out, said := onServer(k.t, k.c.URL(who, k.database), args...)
		fmt.Fprintf(&k.text, "%s$ lotse %s\n", who, line)
		k.text.WriteString(out)
		for l := range strings.Lines(said) {
			k.text.WriteString("! " + l)
		}
		if code != 0 {
			fmt.Fprintf(&k.text, "exit %d\n", code)
		}
		k.text.WriteString("\n")
	}
}

// TestTeam: what lotse team says of each thing that one may do, and may not; "~" stands
// for a space. It is written anew with -update-scripts.
func TestTeam(t *testing.T) {
	c := pgtest.Start(t)
	c.Exec(t, "postgres", `CREATE ROLE weak LOGIN; CREATE ROLE group_only; CREATE ROLE alone LOGIN NOINHERIT`)
	c.Exec(t, "postgres", "CREATE DATABASE desk OWNER weak")
	k := &talk{t: t, c: c, database: "desk"}
	k.does("weak", "team list", "team init")
	k.does("postgres", "team init", "team init", "team init --json", "team list", "team list --json",
		"team add", "team add anna", "team add anna --role boss", "team add anna --role lead --team North", "team add anna --role lead --team North",
		"team add desk_lead --role reader", "team add group_only --role reader", "team add alone --role reader", "team add postgres --role lead", "team add ~ --role reader")
	k.does("anna", "team add ben --role consultant --team South")
	c.Exec(t, "desk", "CREATE ROLE ben LOGIN; CREATE ROLE cleo LOGIN; CREATE ROLE eva LOGIN")
	k.does("anna", "team add ben --role consultant --team South", "team add ben --role consultant", "team add ben --role reader --team West --json",
		"team add ben --role consultant", "team add ben --team ~", "team add cleo --role auditor --json", "team list")
	if code, out, said := onServer(t, c.URL("ben", "desk"), "start", "pilot", "--customer", "Muster GmbH"); code != 0 {
		t.Fatal(out, said)
	}
	k.does("ben", "team list", "team add eva --role reader", "team remove cleo", "team add --customer Muster~GmbH --team South")
	k.does("cleo", "team list", "start pilot --customer Muster~GmbH")
	k.does("eva", "team list", "list", "team add eva --role lead")
	k.does("anna", "team add --customer Nobody --team South", "team add --customer Muster~GmbH", "team add --customer Muster~GmbH --team South",
		"team list --json", "team remove --customer Muster~GmbH", "team remove --customer Nobody",
		"team remove", "team remove ben --team North", "team remove ben --team South", "team remove ben --team South --json",
		"team remove ben", "team remove ben", "team remove eva", "team remove nobody", "team remove cleo --json", "team list")
	k.does("ben", "list")
	k.does("anna", "team remove anna")
	k.does("postgres", "team add anna --role reader", "team add anna --role lead", "team remove anna", "team remove anna")

	port := strconv.Itoa(c.Port)
	got := strings.NewReplacer(c.Dir, "/run/postgresql", "&port="+port, "", "?port="+port, "").Replace(k.text.String())
	path := filepath.Join("testdata", "team.golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("it says\n%s\nwant\n%s", got, want)
	}
}

// TestUnverified: that it is not verified which server answers is said where somebody
// sets a team up, and not by each command.
func TestUnverified(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Lead)
	c.Exec(t, database, "ALTER ROLE anna PASSWORD 'right'")
	home := t.TempDir()
	t.Setenv("HOME", home)
	if err := os.WriteFile(filepath.Join(home, ".pgpass"), []byte("*:*:*:*:right\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := fmt.Sprintf("postgres://anna@127.0.0.1:%d/%s?sslmode=", c.Port, database)
	const warning = "does not verify which server answers (sslmode=require)"
	for _, tt := range []struct {
		place string
		args  []string
		want  bool
	}{
		{at + "require", []string{"team", "list"}, true},
		{at + "require", []string{"team", "init"}, true},
		{at + "require", []string{"list"}, false},
		{at + "require", []string{"doctor"}, false}, // it has a line of its own
		{at + "verify-full&sslrootcert=" + c.CA(), []string{"team", "list"}, false},
	} {
		code, _, said := onServer(t, tt.place, tt.args...)
		if strings.Contains(said, warning) != tt.want || !tt.want && said != "" || tt.want && code == 0 && strings.Count(said, "\n") != 1 {
			t.Errorf("%s: exit %d: %s", tt.args, code, said)
		}
	}
}

// TestReadOnlyServer: that a server takes no changes is said where somebody looks at the
// team, before anything is tried.
func TestReadOnlyServer(t *testing.T) {
	c := pgtest.Start(t)
	database := c.Database(t)
	c.Member(t, database, "anna", run.Lead)
	const warning = "takes no changes"
	if code, _, said := onServer(t, c.URL("anna", database), "team", "list"); code != 0 || said != "" {
		t.Errorf("of a server that does: exit %d: %s", code, said)
	}
	c.Exec(t, database, "ALTER ROLE anna SET default_transaction_read_only = on")
	if code, out, said := onServer(t, c.URL("anna", database), "team", "list"); code != 0 || !strings.Contains(out, "anna") || strings.Count(said, warning) != 1 {
		t.Errorf("exit %d: %s%s", code, out, said)
	}
	if code, _, said := onServer(t, c.URL("anna", database), "list"); code != 0 || said != "" {
		t.Errorf("a list: exit %d: %s", code, said)
	}
}
