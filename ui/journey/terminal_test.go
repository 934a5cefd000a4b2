//go:build unix

package journey

import (
	"os/exec"
	"strings"
	"testing"
)

// The terminal itself is proved on a program that does little.
func TestTerminal(t *testing.T) {
	for name, how := range map[string]answering{"answers at once": atOnce, "answers late": late, "never answers": never} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := open(t, 40, 10, how, bare(t, "input"))
			p.Wait("Bare")
			p.Send("Müller & Söhne")
			p.Wait("> Müller & Söhne")
			p.Key("left", "left", "backspace")
			p.Wait("> Müller & Söne")
			p.Paste("x y")
			p.Wait("> Müller & Söx yne")
			p.Resize(60, 12)
			p.WaitFor("12 lines", func(s screen) bool { return len(s) == 12 && s.has("Söx yne") })
			if synchronised := strings.Contains(p.Raw(), "\x1b[?2026h"); how != late && synchronised != (how == atOnce) {
				t.Errorf("synchronised updates: %v", synchronised)
			}
			p.Key("ctrl+c")
			if code := p.Exit(); code != 0 {
				t.Errorf("exit %d", code)
			}
		})
	}
}

// bare is the baseline program.
func bare(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(program(t, "bare"), args...)
	cmd.Env = []string{"TERM=xterm-256color", "LANG=en_US.UTF-8"}
	return cmd
}
