//go:build unix

package tool

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// machine is a system with programs of its own: each writes what it was given
// beside itself.
type machine struct {
	*Tools
	dir string
	env map[string]string
}

func newMachine(t *testing.T, system string, env map[string]string, programs ...string) machine {
	t.Helper()
	m := machine{dir: t.TempDir(), env: env}
	env["HOME"] = m.dir
	for _, name := range programs {
		name, script, _ := strings.Cut(name, "|")
		if script == "" {
			script = `{ echo "args $*"; echo "in $(cat)"; env; } > "$0.got.tmp"; mv "$0.got.tmp" "$0.got"`
		}
		if err := os.WriteFile(filepath.Join(m.dir, name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	env["PATH"] = "/usr/bin:/bin"
	m.Tools = New(func(name string) string { return m.env[name] })
	m.system = system
	m.look = func(name string) (string, error) {
		path := filepath.Join(m.dir, name)
		_, err := os.Stat(path)
		return path, err
	}
	return m
}

// got is what a program was given.
func (m machine) got(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(m.dir, name+".got"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCopy(t *testing.T) {
	wayland, x11 := map[string]string{"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, map[string]string{"DISPLAY": ":0"}
	for name, tc := range map[string]struct {
		system   string
		env      map[string]string
		programs []string
		want     string
	}{
		"wayland":           {"linux", wayland, []string{"wl-copy", "xclip"}, "wl-copy"},
		"x11":               {"linux", x11, []string{"wl-copy", "xclip", "xsel"}, "xclip"},
		"x11, xsel":         {"linux", x11, []string{"xsel"}, "xsel"},
		"linux on windows":  {"linux", map[string]string{}, []string{"clip.exe", "xclip"}, "clip.exe"},
		"macos":             {"darwin", map[string]string{}, []string{"pbcopy"}, "pbcopy"},
		"no display":        {"linux", map[string]string{}, []string{"xclip", "wl-copy"}, ""},
		"no program":        {"linux", x11, nil, ""},
		"at another's desk": {"linux", map[string]string{"DISPLAY": ":0", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, []string{"xclip"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, tc.system, tc.env, tc.programs...)
			m.env["LOTSE_DB"], m.env["API_KEY"] = "/elsewhere", "hush"
			got, err := m.Copy(context.Background(), "Größe; $(id)")
			if got != tc.want || tc.want == "" && !errors.Is(err, ErrNone) || tc.want != "" && err != nil {
				t.Fatalf("copied with %q, %v", got, err)
			}
			if tc.want == "" {
				return
			}
			given := m.got(t, tc.want)
			if !strings.Contains(given, "in Größe; $(id)\n") || strings.Contains(given, "args Gr") {
				t.Errorf("it was given\n%s", given)
			}
			if strings.Contains(given, "LOTSE_DB") || strings.Contains(given, "hush") {
				t.Errorf("its environment is not scrubbed:\n%s", given)
			}
		})
	}
}

// TestProgramsGetAScrubbedEnvironment starts each kind of program from an
// environment that has secrets in it.
func TestProgramsGetAScrubbedEnvironment(t *testing.T) {
	given := map[string]string{
		"DISPLAY": ":7", "TERM": "xterm-256color", "LANG": "fi_FI.UTF-8", "LC_TIME": "de_DE.UTF-8", "XDG_DATA_HOME": "/x/share", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/x/bus",
	}
	hidden := []string{
		"LOTSE_DB", "LOTSE_LANG", "LOTSE_NETWORK", "LOTSE_ANYTHING", "HTTPS_PROXY", "http_proxy", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "SSH_AUTH_SOCK",
		"GOTRACEBACK", "LD_PRELOAD", "BASH_ENV", "TEA_TRACE", "SSL_CERT_FILE",
	}
	env := map[string]string{}
	for name, value := range given {
		env[name] = value
	}
	for _, name := range hidden {
		env[name] = "hush-hush"
		t.Setenv(name, "hush-hush") // nor does it come from the process itself
	}
	for name, start := range map[string]func(m machine) (string, error){
		"xclip":    func(m machine) (string, error) { return m.Copy(context.Background(), "x") },
		"xdg-open": func(m machine) (string, error) { return m.Open(context.Background(), "https://example.org") },
		"open": func(m machine) (string, error) {
			m.system = "darwin"
			return m.OpenFile(context.Background(), filepath.Join(m.dir, "open"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, "linux", env, name)
			if got, err := start(m); got != name || err != nil {
				t.Fatalf("%s was started, %v", got, err)
			}
			got := m.got(t, name)
			for variable, value := range given {
				if !strings.Contains(got, "\n"+variable+"="+value+"\n") {
					t.Errorf("it has no %s:\n%s", variable, got)
				}
			}
			if strings.Contains(got, "hush") || strings.Contains(got, "LOTSE") {
				t.Errorf("it was given\n%s", got)
			}
		})
	}
}

func TestCopyEndsWhatHangs(t *testing.T) {
	m := newMachine(t, "darwin", map[string]string{}, "pbcopy|exec sleep 60")
	begun := time.Now()
	if _, err := m.Copy(context.Background(), "x"); err == nil || errors.Is(err, ErrNone) {
		t.Errorf("copied: %v", err)
	}
	if took := time.Since(begun); took > 10*copyTime {
		t.Errorf("it took %v", took)
	}
}

func TestOpen(t *testing.T) {
	const address = "https://example.org/a?b=c&d=%20e"
	display := func(more ...string) map[string]string {
		env := map[string]string{"DISPLAY": ":0"}
		for i := 0; i < len(more); i += 2 {
			env[more[i]] = more[i+1]
		}
		return env
	}
	for name, tc := range map[string]struct {
		system   string
		env      map[string]string
		programs []string
		want     string
		args     string
	}{
		"linux":                  {"linux", display(), []string{"xdg-open"}, "xdg-open", address},
		"macos":                  {"darwin", map[string]string{}, []string{"open"}, "open", address},
		"a browser of one's own": {"linux", display("BROWSER", "missing:fox --new %s"), []string{"fox", "xdg-open"}, "fox", "--new " + address},
		"without a place for it": {"linux", map[string]string{"BROWSER": "fox"}, []string{"fox"}, "fox", address},
		"no display":             {"linux", map[string]string{}, []string{"xdg-open"}, "", ""},
		"over ssh":               {"linux", display("SSH_TTY", "/dev/pts/1"), []string{"xdg-open"}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, tc.system, tc.env, tc.programs...)
			got, err := m.Open(context.Background(), address)
			if got != tc.want || tc.want == "" && !errors.Is(err, ErrNone) || tc.want != "" && err != nil {
				t.Fatalf("opened with %q, %v", got, err)
			}
			if tc.want != "" && !strings.Contains(m.got(t, tc.want), "args "+tc.args+"\n") {
				t.Errorf("it was given\n%s", m.got(t, tc.want))
			}
		})
	}
}

func TestOpenTakesWebAddressesOnly(t *testing.T) {
	m := newMachine(t, "linux", map[string]string{"DISPLAY": ":0"}, "xdg-open")
	for _, address := range []string{"file:///etc/passwd", "javascript:alert(1)", "mailto:a@example.org", "ftp://example.org/a", "file://example.org/a", "javascript://example.org/%0aalert(1)", "--help", "", "https://", "example.org", "https:evil"} {
		if name, err := m.Open(context.Background(), address); err == nil || errors.Is(err, ErrNone) {
			t.Errorf("%q was opened with %s, %v", address, name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(m.dir, "xdg-open.got")); err == nil {
		t.Error("the program was started")
	}
}

func TestOpenSaysWhatFailed(t *testing.T) {
	m := newMachine(t, "linux", map[string]string{"DISPLAY": ":0"}, "xdg-open|exit 3")
	if name, err := m.Open(context.Background(), "https://example.org"); err == nil || name != "xdg-open" {
		t.Errorf("opened with %q, %v", name, err)
	}
}

func TestOpenFile(t *testing.T) {
	display := map[string]string{"DISPLAY": ":0", "BROWSER": "fox"}
	for name, tc := range map[string]struct {
		system   string
		env      map[string]string
		programs []string
		want     string
	}{
		"linux":      {"linux", display, []string{"xdg-open", "fox"}, "xdg-open"},
		"wayland":    {"linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, []string{"xdg-open"}, "xdg-open"},
		"macos":      {"darwin", map[string]string{}, []string{"open"}, "open"},
		"no display": {"linux", map[string]string{"BROWSER": "fox"}, []string{"xdg-open", "fox"}, ""},
		"no program": {"linux", display, nil, ""},
		"over ssh":   {"linux", map[string]string{"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, []string{"xdg-open"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, tc.system, tc.env, tc.programs...)
			t.Chdir(m.dir)
			const file = "--help $(id); Größe.eml"
			if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := m.OpenFile(context.Background(), file)
			if got != tc.want || tc.want == "" && !errors.Is(err, ErrNone) || tc.want != "" && err != nil {
				t.Fatalf("opened with %q, %v", got, err)
			}
			if tc.want == "" {
				return
			}
			args := filepath.Join(m.dir, file)
			if given := m.got(t, tc.want); !strings.Contains(given, "args "+args+"\n") {
				t.Errorf("it was given\n%s", given)
			}
		})
	}
}

func TestOpenFileTakesFilesOnly(t *testing.T) {
	m := newMachine(t, "linux", map[string]string{"DISPLAY": ":0"}, "xdg-open")
	for _, path := range []string{m.dir, filepath.Join(m.dir, "missing"), "https://example.org", "", "/dev/null", "a\x00b"} {
		if name, err := m.OpenFile(context.Background(), path); err == nil || errors.Is(err, ErrNone) {
			t.Errorf("%q was opened with %s, %v", path, name, err)
		}
	}
	if _, err := os.Stat(filepath.Join(m.dir, "xdg-open.got")); err == nil {
		t.Error("the program was started")
	}
}

// fakeShell notes what it is given.
type fakeShell struct {
	got string
	err error
}

func (*fakeShell) name() string { return "shell" }

func (s *fakeShell) open(what string) error {
	s.got = what
	return s.err
}

// TestTheSystemsOwnShell: it opens what no program of the person's own does, whole and
// as it is; where it has nothing for it there is none, and over ssh it is another's.
func TestTheSystemsOwnShell(t *testing.T) {
	m := newMachine(t, "windows", map[string]string{}, "fox")
	s := &fakeShell{}
	m.shell = s
	if name, err := m.Open(t.Context(), "https://example.org/a?b=c&d=\"e f\""); name != "shell" || err != nil || s.got != "https://example.org/a?b=c&d=%22e%20f%22" {
		t.Errorf("%s, %v, given %q", name, err, s.got)
	}
	file := filepath.Join(m.dir, "a b & c.eml")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if name, err := m.OpenFile(t.Context(), file); name != "shell" || err != nil || s.got != file {
		t.Errorf("%s, %v, given %q", name, err, s.got)
	}
	s.err = ErrNone
	if name, err := m.OpenFile(t.Context(), file); name != "" || !errors.Is(err, ErrNone) {
		t.Errorf("nothing is there for it: %q, %v", name, err)
	}
	s.err = errors.New("denied")
	if name, err := m.OpenFile(t.Context(), file); name != "shell" || !errors.Is(err, s.err) {
		t.Errorf("it failed: %q, %v", name, err)
	}
	s.got = ""
	m.env["BROWSER"] = "fox"
	if name, err := m.Open(t.Context(), "https://example.org"); name != "fox" || err != nil || s.got != "" {
		t.Errorf("with a browser of one's own: %q, %v, the shell was given %q", name, err, s.got)
	}
	m.env["SSH_TTY"] = "/dev/pts/1"
	if name, err := m.OpenFile(t.Context(), file); name != "" || !errors.Is(err, ErrNone) || s.got != "" {
		t.Errorf("over ssh: %q, %v, the shell was given %q", name, err, s.got)
	}
}
