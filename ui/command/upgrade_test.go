package command_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/ui/command"
)

// everySchema has a store of every schema that there was; its README says which
// program wrote it.
const everySchema = "../../storage/sqlite/testdata/upgrade"

// TestUpgrade: a store of every schema opens, is kept as it was in a backup, and
// its runs go on to their end.
func TestUpgrade(t *testing.T) {
	stores, err := filepath.Glob(filepath.Join(everySchema, "*.db.gz"))
	if err != nil || len(stores) < 6 {
		t.Fatalf("%d stores, %v", len(stores), err)
	}
	for _, packed := range stores {
		t.Run(strings.TrimSuffix(filepath.Base(packed), ".db.gz"), func(t *testing.T) {
			s := upgraded{t, filepath.Join(t.TempDir(), "lotse.db")}
			old := unpack(t, packed)
			if err := os.WriteFile(s.path, old, 0o600); err != nil {
				t.Fatal(err)
			}
			runs := s.runs()
			if kept, err := filepath.Glob(filepath.Join(filepath.Dir(s.path), "backups", "lotse.db", "*.db")); err != nil || len(kept) == 0 {
				t.Errorf("no backup was made before: %v", err)
			}
			begun, further := runs["Nordkai Oy"], runs["Muster GmbH"]
			s.said(0, "verify", begun.ID)
			s.said(0, "verify", further.ID)

			s.said(0, "set", begun.ID, "uses_connect5=yes")
			s.said(0, "done", begun.ID, "applies")
			s.said(0, "set", further.ID, "organisation=Muster GmbH")
			s.said(0, "tick", further.ID, "sign-in.menu_opened")
			s.said(0, "done", further.ID, "sign-in")
			s.said(0, "set", further.ID, "page_seen=button")
			s.said(0, "verify", further.ID)

			runs = s.runs()
			if got := runs["Nordkai Oy"]; got.Status != "ended" {
				t.Errorf("a run that was just begun is %q at its end", got.Status)
			}
			if got := runs["Muster GmbH"]; got.Status != "open" || got.Progress.Done != 2 {
				t.Errorf("a run in its second step is %q, %d steps done", got.Status, got.Progress.Done)
			}
			s.said(0, "end", further.ID, "--outcome", "abandoned", "--why", "another client is used")
			s.said(0, "verify", further.ID)
		})
	}
}

// TestNewerStore: one of a schema to come is refused and left as it is, with the
// way out.
func TestNewerStore(t *testing.T) {
	s := upgraded{t, filepath.Join(t.TempDir(), "lotse.db")}
	newer := unpack(t, filepath.Join(everySchema, "4.db.gz"))
	binary.BigEndian.PutUint32(newer[60:], 9999) // user_version
	if err := os.WriteFile(s.path, newer, 0o600); err != nil {
		t.Fatal(err)
	}
	if said := s.said(1, "list"); !strings.Contains(said, "9999") || !strings.Contains(said, "Use the newer Lotse") {
		t.Errorf("a newer store: %s", said)
	}
	if now, err := os.ReadFile(s.path); err != nil || !bytes.Equal(now, newer) {
		t.Errorf("a newer store was changed: %v", err)
	}
}

// upgraded is a store that an older program wrote, under the program of today.
type upgraded struct {
	t    *testing.T
	path string
}

// upgradedRun is what a list says of a run.
type upgradedRun struct {
	ID, Status string
	Customer   struct{ Name string }
	Progress   struct{ Done int }
}

// runs are the runs by their customers.
func (s upgraded) runs() map[string]upgradedRun {
	s.t.Helper()
	var list struct{ Runs []upgradedRun }
	if err := json.Unmarshal([]byte(s.said(0, "list", "--json")), &list); err != nil {
		s.t.Fatal(err)
	}
	all := map[string]upgradedRun{}
	for _, r := range list.Runs {
		all[r.Customer.Name] = r
	}
	if len(all) != 2 {
		s.t.Fatalf("the list has %d runs", len(all))
	}
	return all
}

// said is what a command prints, which has to end with a code.
func (s upgraded) said(want int, args ...string) string {
	s.t.Helper()
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
	var stdout, stderr bytes.Buffer
	code := command.Main(context.Background(), command.Program{
		Store: realStore(), Library: flows.Open(library.FS, specs), Specs: specs,
		In: strings.NewReader(""), Out: &stdout, Err: &stderr,
		Getenv: func(string) string { return "" },
		Now:    time.Now, Random: rand.Reader,
		User: func() string { return "Erika Muster" }, Data: filepath.Dir(s.path), Version: "test",
	}, append(args, "--db", s.path))
	if code != want {
		s.t.Fatalf("%v: exit %d\n%s%s", args, code, stdout.String(), stderr.String())
	}
	if want == 0 {
		return stdout.String()
	}
	return stderr.String()
}
