//go:build unix

package tool

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Programs that copy to a file beside themselves, read it and clear it, called as
// the real ones are.
const (
	wlCopy  = `wl-copy|case "$1" in --clear) : > "${0%/*}/board";; *) cat > "${0%/*}/board";; esac`
	wlPaste = `wl-paste|[ "$1" = --no-newline ] && cat "${0%/*}/board"`
	xclip   = `xclip|case "$*" in *-o) cat "${0%/*}/board";; *) cat > "${0%/*}/board";; esac`
	xsel    = `xsel|case "$*" in *--output) cat "${0%/*}/board";; *--clear) : > "${0%/*}/board";; *) cat > "${0%/*}/board";; esac`
	pbcopy  = `pbcopy|cat > "${0%/*}/board"`
	pbpaste = `pbpaste|cat "${0%/*}/board"`
	clipExe = `clip.exe|cat > "${0%/*}/board"`
)

func (m machine) board(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(m.dir, "board"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func (m machine) put(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(m.dir, "board"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func is(text string) func([]byte) bool { return func(b []byte) bool { return string(b) == text } }

var (
	onWayland = map[string]string{"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
	onX11     = map[string]string{"DISPLAY": ":0"}
)

// TestClearComparesFirst: what was copied meanwhile stays, also what only begins
// or ends with the text.
func TestClearComparesFirst(t *testing.T) {
	const text = "Größe; $(id)\n"
	for name, tc := range map[string]struct {
		system   string
		env      map[string]string
		programs []string
	}{
		"wayland": {"linux", onWayland, []string{wlCopy, wlPaste, xclip}},
		"xclip":   {"linux", onX11, []string{xclip, xsel}},
		"xsel":    {"linux", onX11, []string{xsel}},
		"macos":   {"darwin", map[string]string{}, []string{pbcopy, pbpaste}},
	} {
		for other, cleared := range map[string]bool{text: true, "another": false, "": false, text + "\n": false, "x" + text: false, strings.TrimSpace(text): false} {
			t.Run(name+"/"+other, func(t *testing.T) {
				m := newMachine(t, tc.system, maps.Clone(tc.env), tc.programs...)
				if _, err := m.Copy(context.Background(), text); err != nil || m.board(t) != text {
					t.Fatalf("copied %q, %v", m.board(t), err)
				}
				m.put(t, other)
				got, err := m.Clear(context.Background(), is(text))
				if err != nil || got != cleared {
					t.Errorf("cleared %v, %v", got, err)
				}
				want := other
				if cleared {
					want = ""
				}
				if left := m.board(t); left != want {
					t.Errorf("left %q, want %q", left, want)
				}
			})
		}
	}
}

// TestClearWithoutReading: what cannot be read back is not cleared, and that is
// an error.
func TestClearWithoutReading(t *testing.T) {
	for name, tc := range map[string]struct {
		system   string
		env      map[string]string
		programs []string
	}{
		"linux on windows":       {"linux", map[string]string{}, []string{clipExe}},
		"windows":                {"windows", map[string]string{}, []string{clipExe}},
		"wayland without paste":  {"linux", onWayland, []string{wlCopy}},
		"macos without paste":    {"darwin", map[string]string{}, []string{pbcopy}},
		"reading fails":          {"linux", onX11, []string{`xclip|case "$*" in *-o) exit 1;; *) cat > "${0%/*}/board";; esac`}},
		"clearing fails":         {"linux", onX11, []string{`xsel|case "$*" in *--output) cat "${0%/*}/board";; *--clear) exit 3;; *) cat > "${0%/*}/board";; esac`}},
		"reading takes too long": {"darwin", map[string]string{}, []string{pbcopy, "pbpaste|exec sleep 60"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, tc.system, maps.Clone(tc.env), tc.programs...)
			if _, err := m.Copy(context.Background(), "hush"); err != nil {
				t.Fatal(err)
			}
			if cleared, err := m.Clear(context.Background(), is("hush")); cleared || err == nil || strings.Contains(err.Error(), "hush") {
				t.Errorf("cleared %v, %v", cleared, err)
			}
			if m.board(t) != "hush" {
				t.Errorf("left %q", m.board(t))
			}
		})
	}
	m := newMachine(t, "linux", map[string]string{"DISPLAY": ":0", "SSH_CLIENT": "192.0.2.1 1 22"}, xclip)
	if _, err := m.Clear(context.Background(), is("")); !errors.Is(err, ErrNone) {
		t.Errorf("over ssh: %v", err)
	}
}

// TestReach tells by which program a text comes to a clipboard, and through what.
func TestReach(t *testing.T) {
	for name, tc := range map[string]struct {
		env      map[string]string
		programs []string
		program  string
		readable bool
		through  []string
	}{
		"wayland":               {onWayland, []string{wlCopy, wlPaste}, "wl-copy", true, nil},
		"wayland without paste": {onWayland, []string{wlCopy}, "wl-copy", false, nil},
		"x11":                   {onX11, []string{xsel}, "xsel", true, nil},
		"windows' own":          {map[string]string{}, []string{clipExe}, "clip.exe", false, nil},
		"nothing":               {onX11, nil, "", false, nil},
		"tmux here":             {map[string]string{"DISPLAY": ":0", "TMUX": "/tmp/tmux-0/default,1,0"}, []string{xclip}, "xclip", true, []string{"tmux"}},
		"screen":                {map[string]string{"STY": "1.pts"}, nil, "", false, []string{"screen"}},
		"ssh, connection":       {map[string]string{"DISPLAY": ":0", "SSH_CONNECTION": "x"}, []string{xclip}, "", false, []string{"ssh"}},
		"ssh, tty":              {map[string]string{"SSH_TTY": "x"}, nil, "", false, []string{"ssh"}},
		"ssh, client":           {map[string]string{"SSH_CLIENT": "x"}, nil, "", false, []string{"ssh"}},
		"all":                   {map[string]string{"SSH_CLIENT": "x", "TMUX": "x", "STY": "x"}, nil, "", false, []string{"tmux", "screen", "ssh"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMachine(t, "linux", maps.Clone(tc.env), tc.programs...)
			program, readable, through := m.Reach()
			if program != tc.program || readable != tc.readable || !slices.Equal(through, tc.through) {
				t.Errorf("%q %v %v", program, readable, through)
			}
		})
	}
}

// TestLongClipboard: of a clipboard that holds far more than any secret only the
// beginning is read.
func TestLongClipboard(t *testing.T) {
	m := newMachine(t, "linux", maps.Clone(onX11), xclip)
	m.put(t, strings.Repeat("x", 3*mostRead))
	n := 0
	if cleared, err := m.Clear(context.Background(), func(b []byte) bool { n = len(b); return false }); cleared || err != nil || n != mostRead {
		t.Errorf("read %d bytes: %v, %v", n, cleared, err)
	}
}
