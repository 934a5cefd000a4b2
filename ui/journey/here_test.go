package journey

import (
	"bytes"
	"context"
	"crypto/rand"
	"os/user"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words"
	folders "lotse/storage/disk"
	"lotse/storage/sqlite"
	"lotse/storage/vault"
	"lotse/ui/command"
)

// callHere runs a command as the program does, in this process, where a procedure is
// decoded once: most of what a started program takes is its start.
func (h *house) callHere(stdin string, args ...string) result {
	h.t.Helper()
	var out, talk bytes.Buffer
	program := programHere(h.t, filepath.Join(h.dir, "data", "lotse"), h.getenv)
	program.In, program.Out, program.Err = strings.NewReader(stdin), &out, &talk
	code := command.Main(h.t.Context(), program, args)
	return result{code, out.String(), talk.String()}
}

// getenv is the environment of what runs in the house.
func (h *house) getenv(key string) (value string) {
	for _, pair := range h.env { // the last one counts
		if name, v, _ := strings.Cut(pair, "="); name == key {
			value = v
		}
	}
	return value
}

// programHere is the program as main wires it, without a screen and a keychain.
func programHere(t testing.TB, data string, getenv func(string) string) command.Program {
	t.Helper()
	me := person(t)
	return command.Program{
		Store: command.Store{
			In: sqlite.In, Restore: sqlite.Restore, Backups: sqlite.BackupsOf, Alone: sqlite.Alone,
			Open: func(ctx context.Context, path string, talk command.Talk) (run.Archive, error) {
				return sqlite.Open(ctx, path, sqlite.Options{Tell: talk.Tell, Vault: func(db *sqlite.DB) run.Vault {
					return vault.New(vault.Options{Dir: filepath.Dir(db.Path()), Settings: db, Keychain: noKeychain{}, WorkFactor: 8})
				}})
			},
		},
		Lock:    folders.Lock,
		Library: procedures(),
		Specs:   flows.Specs{Checks: check.Specs(), Templates: document.Templates(), LineWords: words.Reserved},
		Getenv:  getenv, Now: time.Now, Random: rand.Reader,
		User: func() string { return me }, Data: data, Version: "test",
	}
}

// person is whoever the program takes its user for.
func person(t testing.TB) string {
	t.Helper()
	u, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	if u.Name != "" {
		return u.Name
	}
	return u.Username
}

// noKeychain is the keychain of a house: there is none.
type noKeychain struct{ vault.Keychain }

// Answers is of vault.Keychain.
func (noKeychain) Answers() error { return flows.ErrNotFound }

// procedures are those of the library. They are for every player.
var procedures = sync.OnceValue(func() *flows.Library {
	return flows.Open(library.FS, flows.Specs{Checks: check.Specs(), Templates: document.Templates()})
})
