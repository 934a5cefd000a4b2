//go:build campaign && unix

package journey

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lotse/storage/postgres/pgtest"
)

// office is where storage/README.md is followed: a server as Debian's, whoever manages
// it, and the members' machines.
type office struct {
	page
	c    *pgtest.Cluster
	path string // of the programs, sudo among them
}

// sudo runs as the server's user what the page says, and takes packages as installed.
const sudo = `#!/bin/sh
case "$1" in
apt) shift; exec apt-get --simulate -qq "$@" ;;
-u) user=$2; shift 2; exec env HOME=%s setpriv --reuid="$user" --regid="$user" --clear-groups "$@" ;;
esac
exit 1
`

func newOffice(t *testing.T) *office {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Fatal("this test has to run as root, to become the server's user")
	}
	c := pgtest.Start(t)
	dir := filepath.Join(c.Dir, "bin")
	put(t, filepath.Join(dir, "sudo"), fmt.Sprintf(sudo, c.Dir))
	for _, path := range []string{dir, filepath.Join(dir, "sudo")} {
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return &office{page{t, fileText(t, "../../storage/README.md")}, c, strings.Join([]string{dir, bin, os.Getenv("PATH")}, ":")}
}

// machine is a machine in the office, whose user has a home.
func (o *office) machine() *house {
	h := newHouse(o.t)
	h.env = append(h.env, "PATH="+o.path, "PGSSLROOTCERT="+o.c.CA(), "XDG_DATA_HOME=", "XDG_CONFIG_HOME=", "LOTSE_DB=")
	return h
}

// here are lines of the page for this office: its server is at another address.
func (o *office) here(lines ...string) string {
	at := fmt.Sprintf("127.0.0.1:%d", o.c.Port)
	return strings.NewReplacer("db.example.org:5432", at, "db.example.org/", at+"/").Replace(strings.Join(lines, "\n"))
}

// does types lines into a shell, with a password where one is asked for.
func (o *office) does(h *house, lines string) {
	o.t.Helper()
	cmd := exec.Command("sh", "-ec", lines)
	cmd.Dir, cmd.Env = h.dir, h.env
	p := open(o.t, 120, 60, atOnce, cmd)
	if strings.Contains(lines, `\password`) {
		for _, prompt := range []string{"Enter new password", "Enter it again"} {
			p.Wait(prompt)
			p.Send("Muster-" + "7\r")
		}
	}
	if code := p.Exit(); code != 0 {
		o.t.Fatalf("%s: exit %d\n%s", lines, code, p.Screen())
	}
}

// lines does the page's commands from the first on, one by one.
func (o *office) lines(h *house, first string) {
	o.t.Helper()
	for _, line := range o.commands(first) {
		o.does(h, line)
	}
}

// TestTeamSetUpByThePage follows storage/README.md, command by command as they stand
// there: a server is set up, two people are let in, they work by TLS and a password, and
// it all comes back from the server's backup.
func TestTeamSetUpByThePage(t *testing.T) {
	o := newOffice(t)
	server := newHouse(t)
	server.env = append(server.env, "PATH="+o.path, "PGHOST="+o.c.Dir, fmt.Sprintf("PGPORT=%d", o.c.Port))
	o.lines(server, "sudo apt install postgresql")
	o.lines(server, "sudo -u postgres lotse team add ben")

	annas, bens := o.machine(), o.machine()
	o.does(annas, `lotse start netvisor-rackbeat --customer "Beispiel Oy" --no-input`) // in a file, before there was a team
	joining := strings.Join(o.commands("chmod 600"), "\n")
	for h, name := range map[*house]string{annas: "anna", bens: "ben"} {
		line := strings.Replace(o.here(o.commands("db.example.org:5432:lotse:anna:")[0]), "anna:…", name+":Muster-7", 1)
		put(t, filepath.Join(h.dir, ".pgpass"), line+"\n")
		o.does(h, strings.ReplaceAll(o.here(joining), "anna@", name+"@"))
		h.env = append(h.env, "LOTSE_DB="+strings.Replace(o.here("postgres://anna@db.example.org/lotse"), "anna@", name+"@", 1))
		h.start()
	}
	o.does(annas, o.here(o.commands("lotse copy --from ~/.local")...))
	if runs := bens.runs(); len(runs) != 3 {
		t.Errorf("Ben sees %d runs", len(runs))
	}

	o.lines(server, "sudo -u postgres pg_dump")
	want := bens.runs()
	annas.run("delete", want[0], "--no-input") // after the dump
	o.lines(server, "sudo -u postgres createdb lotse_back")
	if got := bens.runs(); !slices.Equal(got, want) {
		t.Errorf("the backup has the runs %v, not %v", got, want)
	}
	for _, id := range want {
		bens.verify(id)
	}
	o.c.Exec(t, "postgres", "CREATE ROLE stranger LOGIN")
	r := call(t, exec.Command("psql", "-Atc", "SELECT 1", o.c.URL("stranger", "lotse")), "")
	if !strings.Contains(r.err, "permission denied for database") {
		t.Errorf("somebody who is not in the team gets to the database: %+v", r)
	}
}
