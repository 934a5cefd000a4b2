package command_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/disk"
	"lotse/storage/postgres"
	"lotse/storage/sqlite"
	"lotse/storage/vault"
	"lotse/ui/build"
	"lotse/ui/command"
	"lotse/ui/tool"
)

func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"lotse": func() { os.Exit(lotse()) }})
}

// tests are what runs where the program does not, which is left to collect its garbage
// as it is released: they have much of it beside little memory.
type tests struct{ *testing.M }

func (ts tests) Run() int {
	debug.SetGCPercent(400)
	return ts.M.Run()
}

// update writes what the scripts compare with anew.
var update = flag.Bool("update-scripts", false, "write what the scripts compare with anew")

func TestScripts(t *testing.T) {
	procedures, err := filepath.Abs("testdata/procedures")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup:         func(e *testscript.Env) error { return settle(e, procedures) },
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exit": exits, "masked": masked, "runid": runID, "head": head, "firstid": firstID, "size": size, "latin1": latin1, "awaits": awaits, "workbook": workbook, "spoil": spoil},
	})
}

// settle gives a script its folders and its token service.
func settle(e *testscript.Env, procedures string) error {
	library, err := filepath.Abs("../../flows/library")
	if err != nil {
		return err
	}
	e.Setenv("HOME", e.WorkDir)
	e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
	e.Setenv("PROCEDURES", procedures)
	for _, v := range os.Environ() { // of a server of this machine
		if name, _, _ := strings.Cut(v, "="); strings.HasPrefix(name, "PG") {
			e.Setenv(name, "")
		}
	}
	e.Setenv("LIBRARY", library)
	return tokens(e)
}

// realStore is the store that main wires, without a keychain.
func realStore() command.Store {
	return command.Store{
		In: sqlite.In,
		Open: func(ctx context.Context, path string, talk command.Talk) (run.Archive, error) {
			return sqlite.Open(ctx, path, sqlite.Options{
				Vault: func(db *sqlite.DB) run.Vault { return realVault(filepath.Dir(db.Path()), db, talk) },
				Tell:  talk.Tell,
			})
		},
		Restore: sqlite.Restore,
		Backups: sqlite.BackupsOf,
		Alone:   sqlite.Alone,
	}
}

func realVault(dir string, settings vault.Settings, talk command.Talk) run.Vault {
	return vault.New(vault.Options{
		Dir: dir, Settings: settings, Keychain: noKeychain{}, WorkFactor: 8,
		Ask: func(_ context.Context, prompt flows.Message) (run.Secret, error) { return talk.Ask(prompt) },
	})
}

// realServer is a team's server, as main wires it, without a keychain.
func realServer() command.Server {
	return command.Server{
		Is:         postgres.Is,
		Check:      postgres.Check,
		Unverified: postgres.Unverified,
		NoBackup:   postgres.NoBackup,
		Open: func(ctx context.Context, place, dir string, talk command.Talk) (run.Archive, error) {
			if err := disk.MakeFolder(dir); err != nil {
				return nil, err
			}
			return postgres.Open(ctx, place, postgres.Options{
				Dir: dir, Now: now,
				Vault:    func(db *postgres.DB) run.Vault { return realVault(dir, db, talk) },
				Patience: talk.Patience,
			})
		},
		Init: postgres.Init,
		Roster: func(ctx context.Context, place string) (run.Roster, error) {
			return postgres.OpenRoster(ctx, place)
		},
	}
}

// lotse is the program of the scripts: the real store and vault, with a library
// of the tests' own, and neither a keychain nor a full screen.
func lotse() int {
	command.CollectLate(os.Getenv)
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved}
	return command.Main(context.Background(), command.Program{
		Store:   realStore(),
		Server:  realServer(),
		Library: flows.Open(os.DirFS(os.Getenv("PROCEDURES")), specs),
		Specs:   specs,
		In:      os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv:  os.Getenv,
		Now:     now,
		Tools:   tool.New(os.Getenv),
		After:   after,
		Random:  rand.Reader,
		User:    func() string { return "Erika Muster" },
		Data:    filepath.Join(os.Getenv("XDG_DATA_HOME"), "lotse"),
		Version: "v0.0.0-test",
		Build: build.Info{
			Version: "v0.0.0-test", Commit: "0123456789abcdef0123", Date: "2026-11-30T12:00:00Z", Go: "go1.26", Platform: "linux/amd64",
			Libraries: []build.Library{{Path: "example.com/one", Version: "v1.0.0"}},
		},
	}, os.Args[1:])
}

// now is the time, or what a script says it is.
func now() time.Time {
	if t, err := time.Parse(time.RFC3339, os.Getenv("NOW")); err == nil {
		return t
	}
	return time.Now()
}

// noKeychain is a machine without one.
type noKeychain struct{}

var errNoKeychain = errors.New("no keychain")

func (noKeychain) Answers() error             { return errNoKeychain }
func (noKeychain) Locked() bool               { return false }
func (noKeychain) Get(string) (string, error) { return "", errNoKeychain }
func (noKeychain) Set(string, string) error   { return errNoKeychain }
func (noKeychain) Delete(string) error        { return errNoKeychain }

// masks are what differs from run to run.
var masks = []struct {
	what *regexp.Regexp
	with string
}{
	{regexp.MustCompile(`"(id|run|forgotten)": "[0-9a-z]{10,}"`), `"$1": "ID"`},
	{regexp.MustCompile(`"(digest|head|hash|sha256|key)": ?"[0-9a-f]{64}"`), `"$1": "HASH"`},
	{regexp.MustCompile(`("file": "[^"]+\.lotse",\s+"size": )[0-9]+`), `${1}SIZE`},
	{regexp.MustCompile(`"(words|key_words)": \[[^\]]+\]`), `"$1": ["WORDS"]`},
	{regexp.MustCompile(`sha256:[0-9a-f]{64}`), `sha256:HASH`},
	{regexp.MustCompile(`"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z"`), `"TIME"`},
	{regexp.MustCompile(`"spent_s": [0-9]+`), `"spent_s": SECONDS`},
	{regexp.MustCompile(`"fingerprint": "[^"]+"`), `"fingerprint": "FINGERPRINT"`},
	{regexp.MustCompile(`"next": "[^"]+"`), `"next": "CURSOR"`},
	{regexp.MustCompile(`age1[0-9a-z]{50,}`), `age1RECIPIENT`},
	{regexp.MustCompile(`run [0-9a-z]{10}\b`), `run ID`},
}

// masked writes the output of the last command, masked, into the file
// "masked".
func masked(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: masked stdout|stderr|FILE")
	}
	text := strings.ReplaceAll(ts.ReadFile(args[0]), ts.Getenv("WORK"), "$WORK")
	for _, m := range masks {
		text = m.what.ReplaceAllString(text, m.with)
	}
	ts.Check(os.WriteFile(ts.MkAbs("masked"), []byte(text), 0o600))
}

// runID puts the id of the run that stdout shows into a variable.
func runID(ts *testscript.TestScript, neg bool, args []string) {
	m := regexp.MustCompile(`"run": \{\s+"id": "([0-9a-z]+)"`).FindStringSubmatch(ts.ReadFile("stdout"))
	if neg || len(args) != 1 || m == nil {
		ts.Fatalf("usage: runid VARIABLE, after a command that prints a run as JSON")
	}
	ts.Setenv(args[0], m[1])
}

// head puts the head of the run that stdout shows into a variable.
func head(ts *testscript.TestScript, neg bool, args []string) {
	m := regexp.MustCompile(`"head": "([0-9a-f]{64})"`).FindStringSubmatch(ts.ReadFile("stdout"))
	if neg || len(args) != 1 || m == nil {
		ts.Fatalf("usage: head VARIABLE, after a command that prints a run as JSON")
	}
	ts.Setenv(args[0], m[1])
}

// firstID puts the id of the first run of a list into a variable.
func firstID(ts *testscript.TestScript, neg bool, args []string) {
	m := regexp.MustCompile(`"runs": \[\s+\{\s+"id": "([0-9a-z]+)"`).FindStringSubmatch(ts.ReadFile("stdout"))
	if neg || len(args) != 1 || m == nil {
		ts.Fatalf("usage: firstid VARIABLE, after lotse list --json")
	}
	ts.Setenv(args[0], m[1])
}

// size makes a file of so many bytes.
func size(ts *testscript.TestScript, neg bool, args []string) {
	var n int
	if _, err := fmt.Sscan(args[1], &n); neg || err != nil {
		ts.Fatalf("usage: size FILE BYTES")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte("x"), n), 0o600))
}

// latin1 writes a file anew, letter by letter one byte.
func latin1(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: latin1 FILE")
	}
	var encoded []byte
	for _, c := range ts.ReadFile(args[0]) {
		encoded = append(encoded, byte(c))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), encoded, 0o600))
}

// exits runs lotse and compares the exit code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE lotse ...")
	}
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case err == nil:
		ts.Fatalf("exit code 0, want %s", args[0])
	case !errors.As(err, &exit):
		ts.Fatalf("%v", err)
	case fmt.Sprint(exit.ExitCode()) != args[0]:
		ts.Fatalf("exit code %d, want %s", exit.ExitCode(), args[0])
	}
}
