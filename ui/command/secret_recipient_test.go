package command_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/ui/command"
)

// TestHandOverOnATerminal: one person seals a secret for another, who has a key
// of their own, after the words of it are confirmed; the other opens it.
func TestHandOverOnATerminal(t *testing.T) {
	ours, theirs := t.TempDir(), t.TempDir()
	for _, dir := range []string{ours, theirs} {
		d := talkTo(t, program(t, dir, "secret", "init", "--file"))
		d.answer("nobody can recover", "correct horse\n")
		d.answer("once more", "correct horse\n")
		if code, text := d.left(); code != 0 {
			t.Fatalf("exit %d\n%s", code, text)
		}
	}
	out, err := program(t, theirs, "secret", "recipient", "--json").Output()
	var key struct {
		Recipient string
		Words     []string
	}
	if err != nil || json.Unmarshal(out, &key) != nil || len(key.Words) != 4 {
		t.Fatalf("%v\n%s", err, out)
	}
	id := started(t, ours)
	d := talkTo(t, program(t, ours, "set", id, "--secret-stdin", "ship.key"))
	d.answer("ship.key: ", "hunter2\n")
	if code, text := d.left(); code != 0 {
		t.Fatalf("exit %d\n%s", code, text)
	}

	file := filepath.Join(ours, "secret.age")
	d = talkTo(t, program(t, ours, "secret", "recipient", id, "key", key.Recipient, "-o", file))
	d.answer("Type seal to go on", "yes\n")
	if code, text := d.left(); code != 3 || !strings.Contains(text, strings.Join(key.Words, " ")) {
		t.Fatalf("exit %d\n%s", code, text)
	}
	if _, err := os.Stat(file); err == nil {
		t.Fatal("a file was written, and nobody confirmed it")
	}
	d = talkTo(t, program(t, ours, "secret", "recipient", id, "key", key.Recipient, "-o", file))
	d.answer("Type seal to go on", "seal\n")
	d.answer("assphrase", "correct horse\n")
	if code, text := d.left(); code != 0 || strings.Contains(text, "hunter2") {
		t.Fatalf("exit %d\n%s", code, text)
	}
	at, err := os.Stat(file)
	if err != nil || at.Mode().Perm() != 0o600 {
		t.Fatalf("%v: %v", at, err)
	}
	opensAs(t, theirs, file, id, "hunter2")
}

// opensAs opens a hand-over with the key of an installation.
func opensAs(t *testing.T, dir, file, id, want string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	path := sqlite.In(filepath.Join(dir, "data", "lotse"))
	a, err := realStore().Open(t.Context(), path, command.Talk{Tell: func(flows.Message) {}})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close() //nolint:errcheck // nothing is written
	if err := a.Vault().Unlock(t.Context(), run.NewSecret([]byte("correct horse"))); err != nil {
		t.Fatal(err)
	}
	got, err := a.Vault().OpenFrom(t.Context(), text, run.Secret{})
	if err != nil || string(got.Secret.Reveal()) != want || got.Run != id || got.Field != "key" || got.Mode != run.Real {
		t.Errorf("opened as %q of %s, %s (%s): %v", got.Secret.Reveal(), got.Field, got.Run, got.Mode, err)
	}
}
