package sign

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv("LOTSE_TEST_SIGN"); dir != "" {
		key, err := New(dir, &memory{}, nil).Key(context.Background())
		if err != nil {
			os.Exit(1)
		}
		_, _ = os.Stdout.WriteString(hex.EncodeToString(key)) // the other end reads it
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// memory is settings in memory.
type memory struct {
	mu  sync.Mutex
	all map[string]string
	err error // of writing
}

func (m *memory) Setting(_ context.Context, key string) (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.all[key], nil
}

func (m *memory) SetSetting(_ context.Context, key, value string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.err != nil {
		return m.err
	}
	if m.all == nil {
		m.all = map[string]string{}
	}
	m.all[key] = value
	return nil
}

var statement = run.Statement{Kind: run.StatementReport, Run: "ab12", Mode: run.Real, Events: 3, Head: "0f", At: time.Unix(1e9, 0)}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func codeOf(err error) string {
	var r *flows.Refusal
	if errors.As(err, &r) {
		return r.Message.Code
	}
	return ""
}

// written is a key that was made, and its file.
func written(t *testing.T) (k *Key, file []byte) {
	t.Helper()
	k = New(t.TempDir(), &memory{}, nil)
	_, err := k.Sign(t.Context(), statement)
	ok(t, err)
	file, err = os.ReadFile(k.Path())
	ok(t, err)
	return k, file
}

func TestTheKeyIsMadeOnce(t *testing.T) {
	dir, settings := t.TempDir(), &memory{}
	k := New(dir, settings, nil)
	if s, err := k.State(t.Context()); err != nil || s.Key != nil || s.Path != k.Path() {
		t.Errorf("before: %+v, %v", s, err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("looking makes %v", left)
	}
	signature, err := k.Sign(t.Context(), statement)
	ok(t, err)
	if !signature.Proves(statement) {
		t.Error("the signature proves nothing")
	}
	at, err := os.Stat(k.Path())
	ok(t, err)
	if at.Mode() != 0o600 || at.Size() != int64(fileSize) {
		t.Errorf("the file is %v, of %d bytes", at.Mode(), at.Size())
	}
	again, err := New(dir, settings, nil).Key(t.Context())
	ok(t, err)
	s, err := k.State(t.Context())
	ok(t, err)
	if !bytes.Equal(again, signature.Key) || !bytes.Equal(s.Key, again) || len(s.Known) != 1 || !s.Owns(again) || s.At.IsZero() {
		t.Errorf("another key: %x, %+v", again, s)
	}
	if settings.all[keysSetting] != run.KeyName(again) {
		t.Errorf("the setting is %q", settings.all[keysSetting])
	}
	if left, _ := filepath.Glob(k.Path() + "?*"); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

func TestManyMakeOne(t *testing.T) {
	dir := t.TempDir()
	const programs, goroutines = 4, 8
	keys := make([]string, programs+goroutines)
	var all sync.WaitGroup
	for i := range keys {
		all.Go(func() {
			if i >= programs {
				key, err := New(dir, &memory{}, nil).Key(t.Context())
				if err != nil {
					t.Error(err)
				}
				keys[i] = hex.EncodeToString(key)
				return
			}
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), "LOTSE_TEST_SIGN="+dir)
			out, err := cmd.Output()
			if err != nil {
				t.Error(err)
			}
			keys[i] = string(out)
		})
	}
	all.Wait()
	for _, key := range keys {
		if len(key) != 64 || key != keys[0] {
			t.Errorf("several keys: %q", keys)
			break
		}
	}
}

func TestADamagedFileStays(t *testing.T) {
	k, file := written(t)
	bad := map[string][]byte{
		"nothing": nil, "a byte more": append(bytes.Clone(file), '\n'), "capitals": bytes.ToUpper(file), "a text": []byte("hello\n"), "long": bytes.Repeat(file, 100),
		"PEM":         []byte("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----\n"),
		"line ends":   bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n")),
		"another key": append(bytes.Clone(file[:fileSize-65]), bytes.Repeat([]byte("a"), 65)...),
	}
	for i := range file {
		flipped := bytes.Clone(file)
		flipped[i] ^= 1 << (i % 8)
		bad["flipped at "+hex.EncodeToString([]byte{byte(i)})] = flipped
		bad["cut at "+hex.EncodeToString([]byte{byte(i)})] = file[:i]
	}
	for what, content := range bad {
		ok(t, os.WriteFile(k.Path(), content, 0o600))
		_, signed := k.Sign(t.Context(), statement)
		_, key := k.Key(t.Context())
		s, state := k.State(t.Context())
		for _, err := range []error{signed, key, state} {
			if codeOf(err) != "signing.damaged" || !errors.Is(err, flows.ErrDamaged) {
				t.Errorf("%s: %v", what, err)
			}
		}
		if s.Key != nil || len(s.Known) != 1 || s.At.IsZero() {
			t.Errorf("%s: %+v", what, s)
		}
		if left, err := os.ReadFile(k.Path()); err != nil || !bytes.Equal(left, content) {
			t.Errorf("%s: it is another now: %q, %v", what, left, err)
		}
	}
}

func TestNoRegularFile(t *testing.T) {
	k := New(t.TempDir(), &memory{}, nil)
	ok(t, os.Mkdir(k.Path(), 0o700))
	if _, err := k.Sign(t.Context(), statement); codeOf(err) != "signing.damaged" {
		t.Errorf("a folder: %v", err)
	}
}

func TestWhereNoneCanBeMade(t *testing.T) {
	dir := t.TempDir()
	ok(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	for what, k := range map[string]*Key{
		"no folder":    New(filepath.Join(dir, "none"), &memory{}, nil),
		"a file":       New(filepath.Join(dir, "file"), &memory{}, nil),
		"no chance":    New(dir, &memory{}, iotest.ErrReader(io.ErrUnexpectedEOF)),
		"a little one": New(dir, &memory{}, strings.NewReader("x")),
	} {
		if _, err := k.Sign(t.Context(), statement); err == nil {
			t.Errorf("%s: signed", what)
		}
		if _, err := os.Stat(k.Path()); err == nil {
			t.Errorf("%s: a file was made", what)
		}
	}
	if _, err := New(filepath.Join(dir, "none"), &memory{}, nil).Sign(t.Context(), statement); codeOf(err) != "signing.unwritten" {
		t.Errorf("no folder: %v", err)
	}
}

// TestCutOffBefore: what a program left that was killed while it made the key is
// not in the way of the next.
func TestCutOffBefore(t *testing.T) {
	k := New(t.TempDir(), &memory{}, nil)
	ok(t, os.WriteFile(k.Path()+".new", []byte(opening), 0o600))
	if _, err := k.Sign(t.Context(), statement); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(k.Path() + ".new"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("it is left: %v", err)
	}
}

func TestWhatHasToBeTold(t *testing.T) {
	k, file := written(t)
	told := func() string {
		t.Helper()
		m, err := k.Told(t.Context())
		ok(t, err)
		return m.Code
	}
	if got := told(); got != "" {
		t.Errorf("all is well, and %q", got)
	}
	ok(t, os.WriteFile(k.Path(), file[:20], 0o600))
	if got := told(); got != "" { // it is refused when it is needed
		t.Errorf("a damaged file: %q", got)
	}
	ok(t, os.Remove(k.Path()))
	if got := told(); got != "signing.missing" {
		t.Errorf("no file: %q", got)
	}
	_, err := k.Key(t.Context()) // looks, and signs nothing
	ok(t, err)
	if got := told(); got != "signing.other" {
		t.Errorf("another key: %q", got)
	}
	_, err = k.Sign(t.Context(), statement)
	ok(t, err)
	s, err := k.State(t.Context())
	ok(t, err)
	if got := told(); got != "" || len(s.Known) != 2 || !s.Owns(s.Known[0]) || !bytes.Equal(s.Known[1], s.Key) {
		t.Errorf("after it signed: %q, %+v", got, s)
	}
	ok(t, os.WriteFile(k.Path(), file, 0o600)) // the first is found again
	_, err = k.Sign(t.Context(), statement)
	ok(t, err)
	if s, err = k.State(t.Context()); err != nil || len(s.Known) != 2 || !bytes.Equal(s.Known[1], s.Key) {
		t.Errorf("the first again: %+v, %v", s, err)
	}
	unknown := New(k.dir, &memory{}, nil)
	ok(t, os.WriteFile(k.Path(), nil, 0o600)) // nor is it in the way of a database that has signed nothing
	if m, err := unknown.Told(t.Context()); err != nil || !m.IsZero() {
		t.Errorf("a damaged file: %v, %v", m, err)
	}
	fresh := New(t.TempDir(), &memory{all: map[string]string{keysSetting: "zz " + run.KeyName(s.Key)[:10]}}, nil)
	if m, err := fresh.Told(t.Context()); err != nil || !m.IsZero() {
		t.Errorf("a setting that is none: %v, %v", m, err)
	}
}

func TestTheSettingIsNotNeeded(t *testing.T) {
	for _, c := range []struct {
		err    error
		signed bool
	}{{flows.ErrFull, true}, {flows.ErrReadOnly, true}, {io.ErrClosedPipe, false}} {
		k := New(t.TempDir(), &memory{err: c.err}, nil)
		if _, err := k.Sign(t.Context(), statement); (err == nil) != c.signed {
			t.Errorf("%v: %v", c.err, err)
		}
	}
}
