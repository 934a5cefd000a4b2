//go:build campaign && linux

package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func init() { roles["LOTSE_TEST_KEYRING"] = useKeyring }

// useKeyring is a program in a session with a real keyring: a first secret, a
// later program, the lock of the collection.
func useKeyring(dir string) error {
	ctx, settings := context.Background(), folder(dir)
	forbid := func(_ context.Context, prompt flows.Message) (run.Secret, error) {
		return run.Secret{}, fmt.Errorf("asked %s", prompt)
	}
	v := New(Options{Dir: dir, Settings: settings, Ask: forbid})
	s, err := v.Seal(ctx, run.Real, "run-1", "client_secret", origin, secret(canary))
	if err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	later := New(Options{Dir: dir, Settings: settings, Ask: forbid})
	back, err := later.Open(ctx, run.Real, s)
	if err != nil || string(back.Reveal()) != canary {
		return fmt.Errorf("open in a later program: %w", err)
	}
	again, err := New(Options{Dir: dir, Settings: settings}).Seal(ctx, run.Real, "run-1", "password", origin, secret(canary))
	if err != nil || again.Fingerprint != s.Fingerprint {
		return fmt.Errorf("fingerprint %s after %s: %w", again.Fingerprint, s.Fingerprint, err)
	}
	st, err := later.State(ctx)
	if err != nil || st.Place != run.KeychainPlace || !st.Keychain || !st.Open {
		return fmt.Errorf("state %+v: %w", st, err)
	}
	if hasIdentityFile(v.Path()) {
		return errors.New("an identity file was made, too")
	}
	if err := v.keychain.Delete(st.Recipient); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	later.Lock()
	if _, err := later.Open(ctx, run.Real, s); !errors.Is(err, flows.ErrSealed) {
		return fmt.Errorf("open after the identity was deleted: %w", err)
	}
	return nil
}

// inSession runs the test binary as a role in a session bus of its own, after a
// shell command.
func inSession(t *testing.T, first, role, with string) string {
	t.Helper()
	for _, tool := range []string{"dbus-run-session", "gnome-keyring-daemon"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: install dbus and gnome-keyring", tool)
		}
	}
	c := exec.Command("dbus-run-session", "--", "sh", "-c", first+`; exec "$0"`, os.Args[0])
	home := t.TempDir()
	c.Env = append(os.Environ(), role+"="+with, "HOME="+home, "XDG_DATA_HOME="+home, "XDG_RUNTIME_DIR="+home, "DISPLAY=")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Errorf("%v: %s", err, out)
	}
	return string(out)
}

func TestRealKeyring(t *testing.T) {
	out := inSession(t, `printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null`, "LOTSE_TEST_KEYRING", t.TempDir())
	if strings.Contains(out, canary) || strings.Contains(out, "AGE-SECRET-KEY") {
		t.Error("a secret was printed")
	}
}

func init() { roles["LOTSE_TEST_BARE_BUS"] = useBareBus }

// useBareBus is a program in a session whose bus has no keyring, or a locked
// one: it must refuse in time and ask nobody.
func useBareBus(dir string) error {
	v := New(Options{Dir: dir, Settings: folder(dir)})
	_, err := v.Seal(context.Background(), run.Real, "run-1", "client_secret", origin, secret(canary))
	if !errors.Is(err, flows.ErrNoIdentity) {
		return fmt.Errorf("seal without a keyring that is open: %w", err)
	}
	return nil
}

func TestLockedKeyring(t *testing.T) {
	inSession(t, `gnome-keyring-daemon --start --components=secrets >/dev/null`, "LOTSE_TEST_BARE_BUS", t.TempDir())
}
