//go:build campaign

package journey

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/sys/unix"

	"lotse/storage/storetest"
)

// sinks are all places into which a secret could run. Each is looked at by its
// name for every piece of the canary and of the passphrase, in every form.
type sinks struct {
	leaks *storetest.Leaks

	mu     sync.Mutex
	looked map[string]int // bytes, by sink
	hits   int
}

func newSinks() *sinks {
	return &sinks{leaks: storetest.NewPieces(12, canary, passphrase), looked: map[string]int{}}
}

// look looks at what came into a sink.
func (s *sinks) look(t testing.TB, sink string, content []byte) {
	t.Helper()
	form := s.leaks.In(content)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.looked[sink] += len(content)
	if form != "" {
		s.hits++
		t.Errorf("%s has %s", sink, form)
	}
}

// result looks at what a command printed.
func (s *sinks) result(t testing.TB, sink string, r result) {
	t.Helper()
	s.look(t, sink+", stdout", []byte(r.stdout))
	s.look(t, sink+", stderr", []byte(r.err))
}

// process looks at what a process is called with, as far as that may be read.
func (s *sinks) process(t testing.TB, pid int) {
	t.Helper()
	for _, file := range []string{"cmdline", "environ"} {
		content, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", pid, file))
		if err != nil && !errors.Is(err, fs.ErrPermission) {
			t.Errorf("look at the process: %v", err)
		}
		s.look(t, "/proc "+file, content)
	}
}

// house looks at every file of a house: of the store, with what lies beside it,
// of the folder for temporary files, and of the home.
func (s *sinks) house(t testing.TB, h *house) {
	t.Helper()
	err := filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			if errors.Is(err, fs.ErrNotExist) { // the program at work has removed it
				return nil
			}
			return err
		}
		content, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		s.look(t, h.kind(path), content)
		s.packed(t, h.kind(path), content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// kind is which sink a file of the house is.
func (h *house) kind(path string) string {
	name := strings.TrimPrefix(path, h.dir+"/")
	for _, k := range []struct{ in, sink string }{
		{"lotse.db-wal", "write-ahead log"},
		{"lotse.db-shm", "shared memory of the store"},
		{"lotse.db-lock", "lock of the store"},
		{"backups/", "backups"},
		{"evidence/", "evidence"},
		{"letter", "letters"},
		{"report", "reports"},
		{"run.lotse", "runs in a file"},
		{"found", "findings files"},
		{"identity.age", "key file"},
		{"lotse.db", "database"},
		{"core", "core dumps"},
		{"tea", "TEA_TRACE and TEA_DEBUG"},
		{"pipe", "what tmux wrote down"},
	} {
		if strings.Contains(name, k.in) {
			return k.sink
		}
	}
	return "home"
}

// packed looks into a packed file, as a workbook is.
func (s *sinks) packed(t testing.TB, sink string, content []byte) {
	t.Helper()
	if !bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		return
	}
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Errorf("unpack what is in %s: %v", sink, err)
		return
	}
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Errorf("unpack %s: %v", f.Name, err)
			continue
		}
		plain, err := io.ReadAll(part)
		if err != nil {
			t.Errorf("unpack %s: %v", f.Name, err)
		}
		s.look(t, sink+", unpacked", plain)
	}
}

// needs holds that sinks were looked at, and that something was in them.
func (s *sinks) needs(t *testing.T, names ...string) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, name := range names {
		if s.looked[name] == 0 {
			t.Errorf("nothing came into the sink %q", name)
		}
	}
}

// forms are the ways in which the canary is planted to prove the search.
var forms = map[string]func(secret string) string{
	"raw":             func(s string) string { return s },
	"base64, phase 0": func(s string) string { return inBase64("" + s) },
	"base64, phase 1": func(s string) string { return inBase64("a" + s) },
	"base64, phase 2": func(s string) string { return inBase64("ab" + s) },
	"hex":             func(s string) string { return fmt.Sprintf("%x", s) },
	"url":             func(s string) string { return inURL(s) },
	"UTF-16LE":        func(s string) string { return inUTF16(s, false) },
	"UTF-16BE":        func(s string) string { return inUTF16(s, true) },
	"reversed":        reversed,
	"a piece of 12":   func(s string) string { return s[5:17] },
}

// finds holds that the search finds what is planted, in every form, in a file
// of a house and in a packed one.
func (s *sinks) finds(t *testing.T) {
	t.Helper()
	for name, form := range forms {
		planted := "before " + form(canary) + " behind"
		if s.leaks.In([]byte(planted)) == "" {
			t.Errorf("the search does not find what is planted: %s", name)
		}
	}
	if form := s.leaks.In([]byte("Muster GmbH, CANARY-7f3a 9c-hunter22")); form != "" {
		t.Errorf("the search finds %s where nothing is", form)
	}
}

// unechoed reports whether the terminal shows what is typed no more.
func unechoed(t testing.TB, p *terminal) (hidden bool) {
	t.Helper()
	conn, err := p.tty.SyscallConn()
	if err != nil {
		t.Fatalf("look at the terminal: %v", err)
	}
	err = conn.Control(func(fd uintptr) {
		mode, err := unix.IoctlGetTermios(int(fd), unix.TCGETS)
		if err != nil {
			t.Errorf("look at the terminal: %v", err)
			return
		}
		hidden = mode.Lflag&unix.ECHO == 0
	})
	if err != nil {
		t.Fatalf("look at the terminal: %v", err)
	}
	return hidden
}
