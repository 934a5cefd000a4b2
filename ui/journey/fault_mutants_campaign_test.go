//go:build campaign

package journey

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// mutant is a fault that somebody could write into the program, and what must
// not pass then.
type mutant struct {
	name  string
	edits []edit
	tests string // arguments of go test
}

// edit replaces a text in a file of the module that has it once.
type edit struct{ file, is, becomes string }

// mutants are faults that other programs have had.
var mutants = []mutant{
	{"acknowledged before the commit", []edit{
		{"storage/sqlite/db.go", "	return tx.Commit()\n", "	go tx.Commit()\n	return nil\n"},
	}, "./storage/sqlite -run TestDB|TestKill|TestEvents"},
	{"synchronous NORMAL", []edit{
		{"storage/sqlite/dsn.go", `"_synchronous":     {"FULL"}`, `"_synchronous":     {"NORMAL"}`},
		{"storage/sqlite/dsn.go", `"synchronous": "2"`, `"synchronous": "1"`},
	}, "./storage/sqlite -run TestSettingsOfConnections"},
	{"a deferred transaction", []edit{
		{"storage/sqlite/dsn.go", `{"immediate"}`, `{"deferred"}`},
	}, "./storage/sqlite -run TestWritersLockAtOnce"},
	{"the log removed at the start", []edit{
		{"storage/sqlite/place.go", "	case err == nil && info.Mode().IsRegular():\n		return nil\n", "	case err == nil && info.Mode().IsRegular():\n		return ignore(os.Remove(path+\"-wal\"), fs.ErrNotExist)\n"},
	}, "./storage/sqlite -run TestKill"},
	{"a backup by copying", []edit{
		{"storage/sqlite/backup.go", "vacuumInto(ctx, d.path, tmp)", "func() error { b, err := os.ReadFile(d.path); return errors.Join(err, os.WriteFile(tmp, b, 0o600)) }()"},
	}, "./storage/sqlite -run Backup"},
	{"the database opened beside SQLite", []edit{
		{"storage/sqlite/backup.go", "	tmp := file + \".tmp\"\n", "	tmp := file + \".tmp\"\n	if f, err := os.Open(d.path); err == nil {\n		f.Close()\n	}\n"},
	}, "./storage/sqlite -run TestLocksStay"},
	{"the usual HTTP client", []edit{
		{"flows/check/reply.go", "x.transport().RoundTrip(req)", "(&http.Client{Transport: x.transport()}).Do(req)"},
	}, "./flows/check -run Redirect|TestRedirect|TestNetwork|TestNoAnswer"},
	{"an error printed as it is", []edit{
		{"ui/command/refusal.go", `"lotse: "+flows.Clean(body.Message)`, `"lotse: "+c.err.Error()`},
	}, "./ui/command -run TestScript/usage"},
	{"escape sequences stripped, and nothing else", []edit{
		{"flows/clean.go", "	return unicode.IsControl(r) || isInvisible(r) || isDirection(r) || r&0xfffe == 0xfffe\n", "	return r == '\\x1b'\n"},
	}, "./flows -run TestClean"},
	{"a secret as a plain value", []edit{
		{"flows/run/store.go", "type Secret struct{ reveal func() []byte }", "type Secret struct{ Value []byte }"},
		{"flows/run/store.go", "Secret{reveal: func() []byte { return b }}", "Secret{Value: b}"},
		{"flows/run/store.go", "	if s.reveal == nil {\n		return nil\n	}\n	return s.reveal()\n", "	return s.Value\n"},
	}, "./flows/run -run TestNothingShowsASecret"},
	{"no handler for SIGHUP", []edit{
		{"ui/tty/ending.go", "syscall.SIGTERM, syscall.SIGHUP}", "syscall.SIGTERM}"},
	}, "./ui/journey -run TestLeaving/SIGHUP"},
	{"panics caught by the library", []edit{
		{"ui/desk/desk.go", "		tea.WithoutCatchPanics(),", ""},
	}, "./ui/desk -run TestAFault"},
	{"no folder synced", []edit{
		{"storage/sqlite/place.go", `return explain("sync folder", path, disk.SyncFolder(path))`, "_ = disk.SyncFolder\n	return nil"},
	}, "-tags campaign ./storage/sqlite -run TestFoldersAreSynced"},
	{"the version of the schema beside its transaction", []edit{
		{"storage/sqlite/migrate.go", `fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, s.version)`, `fmt.Sprintf("PRAGMA application_id = %d", applicationID)`},
		{"storage/sqlite/migrate.go", "			return fmt.Errorf(\"migrate to version %d: %w\", s.version, err)\n		}\n", "			return fmt.Errorf(\"migrate to version %d: %w\", s.version, err)\n		}\n		if _, err := db.ExecContext(ctx, fmt.Sprintf(\"PRAGMA user_version = %d\", s.version)); err != nil {\n			return err\n		}\n"},
	}, "./storage/sqlite -run Migration"},
	{"events in the order of their times", []edit{
		{"storage/sqlite/event.go", "seq > ?2 ORDER BY seq", "seq > ?2 ORDER BY at"},
	}, "./storage/sqlite -run TestDB"},
	{"a secret bound to no origin", []edit{
		{"storage/vault/blob.go", " || c.Origin != want.Origin", ""},
	}, "./storage/vault -run TestMoved"},
}

// TestFaultMutants puts each fault into a copy of the module and runs the tests
// that are to see it: they have to fail. They pass in the copy without it, so
// that it is not the copy that they see.
func TestFaultMutants(t *testing.T) {
	t.Parallel()
	copied := t.TempDir()
	if err := copyModule(copied); err != nil {
		t.Fatal(err)
	}
	tried, killed := 0, 0
	for i, m := range mutants {
		switch {
		case *faultRound >= 0 && i != *faultRound:
			continue
		case *faultRound < 0 && !*faultLong && uint64(i)%4 != *faultSeed%4:
			continue // the short form takes a quarter, another one each time
		}
		tried++
		if out, err := tested(copied, m); err != nil {
			t.Fatalf("%s: without it, too, the tests fail: %v\n%s", m.name, err, out)
		}
		undo, err := m.into(copied)
		if err != nil {
			t.Fatalf("%s: %v", m.name, err)
		}
		out, err := tested(copied, m)
		if e := undo(); e != nil {
			t.Fatal(e)
		}
		var exit *exec.ExitError
		switch {
		case err == nil:
			t.Errorf("%s: go test %s sees nothing", m.name, m.tests)
		case !errors.As(err, &exit) || !strings.Contains(out, "--- FAIL") && !strings.Contains(out, "panic:"):
			t.Errorf("%s: no test failed: %v\n%s", m.name, err, out)
		default:
			killed++
		}
	}
	report("mutants", "%d killed of %d, there are %d", killed, tried, len(mutants))
}

// tested runs the tests that are to see a mutant.
func tested(dir string, m mutant) (string, error) {
	cmd := exec.Command("go", append([]string{"test", "-trimpath", "-vet=off", "-count=1"}, strings.Fields(m.tests)...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// into puts the mutant into a copy, and gives what takes it out again.
func (m mutant) into(dir string) (undo func() error, err error) {
	was := map[string][]byte{}
	undo = func() (err error) {
		for path, text := range was {
			err = errors.Join(err, os.WriteFile(path, text, 0o600))
		}
		return err
	}
	for _, e := range m.edits {
		path := filepath.Join(dir, e.file)
		text, err := os.ReadFile(path)
		if err != nil {
			return undo, err
		}
		if n := strings.Count(string(text), e.is); n != 1 {
			return undo, errors.Join(undo(), errors.New(e.file+" has the text to replace not once: "+e.is))
		}
		if was[path] == nil {
			was[path] = text
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(text), e.is, e.becomes, 1)), 0o600); err != nil {
			return undo, err
		}
	}
	return undo, nil
}

// copyModule copies what git knows of the module, as it stands in the folder.
func copyModule(to string) error {
	out, err := exec.Command("git", "-C", "../..", "ls-files", "-co", "--exclude-standard", "-z").Output()
	if err != nil {
		return err
	}
	files := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	for _, file := range slices.Compact(files) {
		text, err := os.ReadFile(filepath.Join("../..", file))
		if errors.Is(err, os.ErrNotExist) {
			continue // removed, and not from git yet
		}
		if err != nil {
			return err
		}
		path := filepath.Join(to, file)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, text, 0o600)); err != nil {
			return err
		}
	}
	return nil
}
