//go:build campaign

package command_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
)

// office is a team's database with those who work there, and a run of a customer of the
// team South, with an answer, a secret, a file and a note.
type office struct {
	t        *testing.T
	c        *pgtest.Cluster
	database string
	run      string
	paper    string // a file
	sam      *colleague
}

func newOffice(t *testing.T) *office {
	o := &office{t: t, c: pgtest.Start(t), paper: filepath.Join(t.TempDir(), "paper.txt")}
	o.database = o.c.Database(t)
	if err := os.WriteFile(o.paper, []byte("confidential"), 0o600); err != nil {
		t.Fatal(err)
	}
	o.sam = o.hire("sam", run.Consultant, "South")
	o.sam.hasKey()
	o.run = o.begin(o.sam, "Geheim GmbH")
	o.sam.does(0, "", "set", o.run, "ship.name=Nautilus", "ship.purpose=cargo")
	o.sam.does(0, "hunter2", "set", o.run, "--secret-stdin", "ship.key")
	o.sam.does(0, "", "attach", o.run, "ship.papers", o.paper)
	o.sam.does(0, "", "note", o.run, "ship", "a note")
	return o
}

func (o *office) hire(name string, role run.Role, teams ...string) *colleague {
	o.t.Helper()
	o.c.Member(o.t, o.database, name, role, teams...)
	return &colleague{t: o.t, at: o.c.URL(name, o.database), keys: keychain{}, data: o.t.TempDir()}
}

func (o *office) begin(who *colleague, customer string) string {
	o.t.Helper()
	var begun struct{ Run struct{ ID string } }
	out := who.does(0, "", "start", "pilot", "--customer", customer, "--json")
	if err := json.Unmarshal([]byte(out), &begun); err != nil {
		o.t.Fatal(err, out)
	}
	return begun.Run.ID
}

// reading are the commands that look at a run or a customer, changing those that change
// one: of which a {run}, a {customer} and a {file} are named.
var (
	reading = []string{
		"list --customer {customer}", "find Nautilus", "show {run}", "show {run} --json", "log {run}", "log {run} --json", "report {run}", "replay {run}", "resume {run}",
		"open {run} ship.papers", "spell {run} ship.name", "aside {run}", "forks {run}", "page {run} ship", "calendar {run}", "check {run}",
		"draft {run} ship.letter", "sheet {run}", "handover {run} -o {new}", "verify {run}", "rehearse {run}",
		"secret list {run}", "secret list", "secret reveal {run} key", "secret recipient {run} key carl", "team list",
	}
	changing = []string{
		"set {run} ship.name=X", "note {run} ship x", "done {run} ship", "skip {run} ship --why x", "undo {run}", "redact {run} ship.name --why x", "delete {run}", "delete {customer}",
		"end {run} --outcome failed --why x", "failed {run} ship", "gate {run} sail.cast-off --word sail --by x", "lang {run} de", "readback {run} ship.name", "reopen {run} ship",
		"tick {run} berth.asked", "wait {run} berth.answer --answered", "attach {run} ship.papers {file}", "accept {run} ship.long --why x",
		"secret forget {run} key", "team add --customer {customer} --team North", "team remove --customer {customer}", "team add carl --role lead", "team remove sam", "team init",
	}
)

// words are a command's words: {customer} may have a space.
func (o *office) words(line, id, customer string) []string {
	all := strings.Split(line, " ")
	for i := range all {
		all[i] = strings.NewReplacer("{run}", id, "{customer}", customer, "{file}", o.paper, "{new}", filepath.Join(o.t.TempDir(), "new.lotse")).Replace(all[i])
	}
	return all
}

// TestCommandsTellNothing: to who is of another team every command says of a run, and of its
// customer, what it says where there is none.
func TestCommandsTellNothing(t *testing.T) {
	o := newOffice(t)
	north := map[run.Role]*colleague{run.Consultant: o.hire("carl", run.Consultant, "North"), run.Reader: o.hire("rosa", run.Reader, "North")}
	north[run.Consultant].hasKey()
	o.begin(north[run.Consultant], "Offen AG")
	for role, who := range north {
		for _, line := range append(reading, changing...) {
			code, said := who.calls("", o.words(line, o.run, "Geheim GmbH")...)
			there := strings.NewReplacer(o.run, "ID", "Geheim GmbH", "NAME").Replace(fmt.Sprint(code, " ", said))
			code, said = who.calls("", o.words(line, "n0ne", "Niemand KG")...)
			missing := strings.NewReplacer("n0ne", "ID", "Niemand KG", "NAME").Replace(fmt.Sprint(code, " ", said))
			if there != missing {
				t.Errorf("%s, %s: of what another team has it says\n%s\nand where there is nothing\n%s", line, role, there, missing)
			}
		}
	}
}

// TestOnlookers: who may read a run and not write it changes nothing by any command, and is
// told that it is the role.
func TestOnlookers(t *testing.T) {
	o := newOffice(t)
	before := o.sam.does(0, "", "log", o.run, "--json")
	for name, who := range map[string]*colleague{"reader": o.hire("rita", run.Reader, "South"), "auditor": o.hire("adam", run.Auditor)} {
		for _, line := range changing {
			code, said := who.calls("", o.words(line, o.run, "Geheim GmbH")...)
			told := false
			for _, sentence := range []string{"You look on: your role reads", `The role "` + name + `"`, "may not change who is in the team", "only they can bring them up to date"} {
				told = told || strings.Contains(said, sentence)
			}
			if code != 1 || !told {
				t.Errorf("%s, %s: exit %d: %s", line, name, code, said)
			}
		}
		for _, line := range []string{"show {run}", "log {run}", "report {run}", "doctor"} {
			if code, said := who.calls("", o.words(line, o.run, "")...); code != 0 || strings.Contains(said, "hunter2") {
				t.Errorf("%s, %s: exit %d: %s", line, name, code, said)
			}
		}
	}
	if after := o.sam.does(0, "", "log", o.run, "--json"); after != before {
		t.Errorf("the log was\n%s\nand is\n%s", before, after)
	}
}

// TestOddNames: whatever a login is called, it works, and writes nothing to a terminal.
func TestOddNames(t *testing.T) {
	o := newOffice(t)
	names := []string{
		`Anna "Q" O'Neil`, "ÄÖÜ" + strings.Repeat("ß", 28), "UPPER", "a\x1b[31mred", "two\nlines", "\u202eevil", "at@host:5", "%41%", "lotse", `\back\slash`, "{member}", "'; DROP TABLE runs; --",
	}
	for i, name := range names {
		who := o.hire(name, run.Consultant, "Odd")
		id := o.begin(who, fmt.Sprintf("Odd %d", i))
		for _, line := range []string{"set {run} ship.name=Nautilus", "log {run}", "show {run}", "list", "doctor"} {
			if code, said := who.calls("", o.words(line, id, "")...); code != 0 || strings.ContainsAny(said, "\x1b\u202e") {
				t.Errorf("%q: %s: exit %d: %q", name, line, code, said)
			}
		}
		var log struct{ Events []struct{ By string } }
		if err := json.Unmarshal([]byte(who.does(0, "", "log", id, "--json")), &log); err != nil || len(log.Events) != 2 || log.Events[1].By != name {
			t.Errorf("%q: %+v, %v", name, log, err)
		}
	}
	var list struct{ Members []struct{ Name string } }
	if err := json.Unmarshal([]byte(o.sam.does(0, "", "team", "list", "--json")), &list); err != nil || len(list.Members) != len(names)+1 {
		t.Errorf("%+v, %v", list, err)
	}
	if said := o.sam.does(0, "", "team", "list"); strings.ContainsAny(said, "\x1b\u202e") || strings.Count(said, "  consultant\n") != len(names) {
		t.Errorf("%q", said)
	}
}

// TestForgedText: what a colleague has put into the tables by plain SQL writes nothing to
// another's terminal.
func TestForgedText(t *testing.T) {
	o := newOffice(t)
	lena := o.hire("lena", run.Lead)
	o.c.Exec(t, o.database, strings.NewReplacer("{bad}", `E'x\x1b[31m\u202e\x07y'`, "{json}", `"x\u001b[31m\u202ey"`).Replace(`SET search_path = lotse;
		UPDATE runs SET title = {bad}, current = {bad}, current_title = {bad}, why = {bad}, waits_for = {bad}, lang = {bad}, procedure = {bad}, news = '{"Code":{json}}';
		UPDATE customers SET name = {bad}, folded = {bad};
		UPDATE texts SET body = {bad} || ' Nautilus', places = '[[{json}, {json}]]', words = 'nautilus';
		UPDATE secrets SET field = {bad}, origin = {bad}, fingerprint = {bad};
		INSERT INTO teams VALUES ({bad}); INSERT INTO memberships VALUES ({bad}, 'lena');
		UPDATE events SET by = {bad}, step = {bad} WHERE seq = 2;
		INSERT INTO settings VALUES ('lena', 'note', {bad})`))
	for _, line := range []string{
		"list", "list --customer x", "find Nautilus", "show {run}", "log {run}", "report {run}", "replay {run}", "resume {run}", "secret list", "secret list {run}", "team list",
		"config", "doctor", "verify {run}", "page {run} ship", "handover {run} -o {new}", "delete {run}",
	} {
		if _, said := lena.calls("", o.words(line, o.run, "")...); strings.ContainsAny(said, "\x1b\u202e\x07") {
			t.Errorf("%s: %q", line, said)
		} else if line == "verify {run}" && !strings.Contains(said, "Whoever runs the server") {
			t.Errorf("%s: %q", line, said)
		}
	}
}
