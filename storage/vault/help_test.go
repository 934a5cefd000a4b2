package vault

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

const origin = "https://api.example.org:443"

// memory keeps settings in memory.
type memory struct {
	mu     sync.Mutex
	values map[string]string
	fail   map[string]error // by key, on writing
}

func newMemory() *memory { return &memory{values: map[string]string{}, fail: map[string]error{}} }

func (m *memory) Setting(_ context.Context, key string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.values[key], nil
}

func (m *memory) SetSetting(_ context.Context, key, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.fail[key]; err != nil {
		return err
	}
	m.values[key] = value
	return nil
}

// folder keeps settings in files, so that two programs can share them.
type folder string

func (f folder) Setting(_ context.Context, key string) (string, error) {
	b, err := os.ReadFile(filepath.Join(string(f), key))
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	return string(b), err
}

func (f folder) SetSetting(_ context.Context, key, value string) error {
	temp, err := os.CreateTemp(string(f), "new")
	if err != nil {
		return err
	}
	if _, err := temp.WriteString(value); err != nil {
		return err
	}
	return errors.Join(temp.Close(), os.Rename(temp.Name(), filepath.Join(string(f), key)))
}

// chain is a keychain in memory.
type chain struct {
	mu      sync.Mutex
	items   map[string]string
	locked  bool
	answers error
	cut     int                  // keeps so many bytes only, as some do
	before  func(call string)    // before each call; may block or panic
	after   func(account string) // after Delete
	calls   []string             // in order
}

func newChain() *chain { return &chain{items: map[string]string{}} }

func (c *chain) enter(call string) func() {
	if c.before != nil {
		c.before(call)
	}
	c.mu.Lock()
	c.calls = append(c.calls, call)
	return c.mu.Unlock
}

func (c *chain) Answers() error { defer c.enter("answers")(); return c.answers }
func (c *chain) Locked() bool   { defer c.enter("locked")(); return c.locked }

func (c *chain) Get(account string) (string, error) {
	defer c.enter("get")()
	v, ok := c.items[account]
	if !ok {
		return "", keyring.ErrNotFound
	}
	return v, nil
}

func (c *chain) Set(account, value string) error {
	defer c.enter("set")()
	if c.cut > 0 {
		value = value[:c.cut]
	}
	c.items[account] = value
	return nil
}

func (c *chain) Delete(account string) error {
	defer c.enter("delete")()
	delete(c.items, account)
	if c.after != nil {
		c.after(account)
	}
	return nil
}

func (c *chain) count(call string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := 0
	for _, k := range c.calls {
		if k == call {
			n++
		}
	}
	return n
}

// absent is a keychain that is not there.
func absent() *chain { return &chain{answers: errors.New("there is no session bus")} }

// asker answers prompts in order and counts them.
type asker struct {
	mu      sync.Mutex
	answers []string
	prompts []string
	given   [][]byte
}

func (a *asker) ask(_ context.Context, prompt flows.Message) (run.Secret, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.prompts = append(a.prompts, words.Say(words.English, prompt))
	if len(a.prompts) > len(a.answers) {
		return run.Secret{}, errors.New("asked once too often")
	}
	s := secret(a.answers[len(a.prompts)-1])
	a.given = append(a.given, s.Reveal())
	return s, nil
}

func secret(s string) run.Secret { return run.NewSecret([]byte(s)) }

// quick makes a vault whose passphrases cost little.
func quick(o Options) *Vault {
	if o.Now == nil {
		o.Now = func() time.Time { return time.Date(2026, 11, 21, 9, 30, 0, 123456789, time.UTC) }
	}
	v := New(o)
	v.workFactor = 4
	return v
}

// filed makes settings and a folder with an identity under "correct horse".
func filed(t *testing.T) (*memory, string) {
	t.Helper()
	m, dir := newMemory(), t.TempDir()
	v := quick(Options{Dir: dir, Settings: m, Keychain: absent()})
	if _, err := v.Init(t.Context(), run.FilePlace, secret("correct horse")); err != nil {
		t.Fatal(err)
	}
	return m, dir
}

func mustSeal(t *testing.T, v *Vault, mode run.Mode, value string) run.Sealed {
	t.Helper()
	s, err := v.Seal(t.Context(), mode, "run-1", "client_secret", origin, secret(value))
	if err != nil {
		t.Fatalf("seal: %v", err)
	}
	return s
}

func mustOpen(t *testing.T, v *Vault, mode run.Mode, s run.Sealed, want string) {
	t.Helper()
	got, err := v.Open(t.Context(), mode, s)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	if string(got.Reveal()) != want {
		t.Errorf("opened another value than was sealed")
	}
}

// cleared reports whether nothing of what was given is left in memory.
func (a *asker) cleared() bool {
	for _, b := range a.given {
		for _, c := range b {
			if c != 0 {
				return false
			}
		}
	}
	return true
}
