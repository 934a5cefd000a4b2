// Package tool calls the programs of the system that a screen needs: those that
// take a text to the clipboard and clear it again, and one that opens an address or a file. It imports
// nothing of Lotse. It exists so that the screen itself starts no program: what
// is started gets a scrubbed environment and is given a limited time.
package tool

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// ErrNone says that the system has no program for it.
var ErrNone = errors.New("no program for it on this system")

// Limits of time: a program that takes longer to copy is ended; one that opens
// an address is left alone, since it may be the browser itself.
const (
	copyTime = 2 * time.Second
	openTime = 2 * time.Second
)

// Tools are the programs of one system.
type Tools struct {
	getenv func(string) string
	look   func(string) (string, error)
	system string
	board  board // nil: programs have it
	shell  shell // nil: likewise
}

// shell opens an address or a file by the system's own call; ErrNone where nothing is
// there for its kind.
type shell interface {
	name() string
	open(what string) error
}

// New finds programs by the environment that getenv gives: PATH, the display,
// BROWSER, and whether this is a session over ssh.
func New(getenv func(string) string) *Tools {
	return &Tools{getenv: getenv, look: exec.LookPath, system: runtime.GOOS, board: newBoard(), shell: newShell()}
}

// Remote reports whether the person sits at another machine, whose clipboard
// and browser are not to be reached from here.
func (t *Tools) Remote() bool {
	return slices.ContainsFunc([]string{"SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"}, func(name string) bool { return t.getenv(name) != "" })
}

// Open asks the system to open a web address and gives the name of the program;
// ErrNone where there is none, or where the person sits elsewhere.
func (t *Tools) Open(ctx context.Context, address string) (name string, err error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", fmt.Errorf("open an address: it begins with http:// or https://")
	}
	if t.Remote() {
		return "", ErrNone
	}
	whole := oneWord(u.String())
	return t.start(ctx, t.openers(whole), whole)
}

// OpenFile asks the system to open a file, such as a mail in the person's mail
// program, and gives the name of the program; ErrNone as for Open. The system
// decides by the file's ending what opens it: a caller hands over only what it
// wrote itself, or what no ending makes a program of.
func (t *Tools) OpenFile(ctx context.Context, path string) (name string, err error) {
	whole, err := filepath.Abs(path) // so that no program takes it for an option or an address
	if err != nil {
		return "", fmt.Errorf("open a file: %w", err)
	}
	switch about, err := os.Stat(whole); {
	case err != nil:
		return "", fmt.Errorf("open a file: %w", err)
	case !about.Mode().IsRegular():
		return "", fmt.Errorf("open a file: %s is none", whole)
	}
	if t.Remote() {
		return "", ErrNone
	}
	return t.start(ctx, t.viewers(whole), whole)
}

// oneWord is an address in which no sign is left that ends or begins a word of a
// command line: Windows hands a browser a line, not words.
func oneWord(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// start starts the first program that is there, and leaves it alone; without one it
// hands what is to be opened to the system.
func (t *Tools) start(ctx context.Context, lines [][]string, what string) (name string, err error) {
	line, err := t.first(lines)
	if errors.Is(err, ErrNone) && t.shell != nil {
		return t.byShell(what)
	}
	if err != nil {
		return "", err
	}
	name = filepath.Base(line[0])
	cmd := t.command(context.WithoutCancel(ctx), line)
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return name, fmt.Errorf("open with %s: %w", name, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return name, fmt.Errorf("open with %s: %w", name, err)
		}
	case <-time.After(openTime): // it runs on: so it opened something
	}
	return name, nil
}

func (t *Tools) byShell(what string) (name string, err error) {
	switch err := t.shell.open(what); {
	case errors.Is(err, ErrNone):
		return "", err
	case err != nil:
		return t.shell.name(), err
	}
	return t.shell.name(), nil
}

// openers are the calls that open an address; BROWSER is a list of commands, in
// which %s stands for the address.
func (t *Tools) openers(address string) [][]string {
	var lines [][]string
	for _, command := range strings.Split(t.getenv("BROWSER"), ":") {
		words := strings.Fields(command)
		if len(words) == 0 {
			continue
		}
		if !strings.Contains(command, "%s") {
			words = append(words, "%s")
		}
		for i := range words {
			words[i] = strings.ReplaceAll(words[i], "%s", address)
		}
		lines = append(lines, words)
	}
	if len(lines) > 0 && t.system != "darwin" && t.shell == nil {
		return append(lines, []string{"xdg-open", address})
	}
	return append(lines, t.viewers(address)...)
}

// viewers are the calls by which each system opens what it is given with the
// program that the person chose for it; none where it has a shell.
func (t *Tools) viewers(what string) [][]string {
	switch {
	case t.system == "darwin":
		return [][]string{{"open", what}}
	case t.getenv("DISPLAY") != "" || t.getenv("WAYLAND_DISPLAY") != "":
		return [][]string{{"xdg-open", what}}
	}
	return nil
}

// first is the first call whose program is there, by its path.
func (t *Tools) first(lines [][]string) ([]string, error) {
	for _, line := range lines {
		if path, err := t.look(line[0]); err == nil {
			return append([]string{path}, line[1:]...), nil
		}
	}
	return nil, ErrNone
}

// passed are the variables that a program is given: what it needs to find the
// display, the session and the person's language and settings. All others may hold
// what is nobody's business: a key, a proxy with its password, our own database.
var passed = []string{
	"PATH", "HOME", "USER", "LOGNAME", "TERM", "TMPDIR", "TZ",
	"LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LC_COLLATE", "LC_MONETARY", "LC_NUMERIC", "LC_TIME",
	"DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "BROWSER",
	"XDG_RUNTIME_DIR", "XDG_CURRENT_DESKTOP", "XDG_DATA_HOME", "XDG_DATA_DIRS", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_CACHE_HOME", "XDG_STATE_HOME",
	"XDG_SESSION_TYPE", "XDG_SESSION_CLASS", "XDG_SESSION_DESKTOP", "XDG_SESSION_ID", "XDG_SEAT", "XDG_VTNR", "XDG_MENU_PREFIX",
	"DESKTOP_SESSION", "KDE_FULL_SESSION", "KDE_SESSION_VERSION", "WSL_DISTRO_NAME", "WSL_INTEROP",
	"SystemRoot", "SystemDrive", "WINDIR", "USERPROFILE", "USERNAME", "HOMEDRIVE", "HOMEPATH", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP", "COMSPEC", "PATHEXT",
	"PROGRAMDATA", "ALLUSERSPROFILE", "PUBLIC", "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "CommonProgramFiles", "CommonProgramFiles(x86)", "CommonProgramW6432",
}

func (t *Tools) command(ctx context.Context, line []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, line[0], line[1:]...) //nolint:gosec // the programs above, or the person's own BROWSER
	cmd.Env = []string{}
	for _, name := range passed {
		if v := t.getenv(name); v != "" {
			cmd.Env = append(cmd.Env, name+"="+v)
		}
	}
	cmd.WaitDelay = time.Second
	return cmd
}
