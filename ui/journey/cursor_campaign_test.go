//go:build campaign && unix

package journey

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestCursorInTmux types what is wide, composed or astral into a field, in a
// terminal that knows cells: its own cursor, which an input method follows,
// stands behind what is seen. Needs tmux.
func TestCursorInTmux(t *testing.T) {
	h := newHouse(t)
	run := h.start()
	h.run("set", run, "uses_connect5=no")
	h.run("done", run, "applies")
	h.run("tick", run, "sign-in.signed_in")
	tmux := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("tmux", append([]string{"-L", "lotse-" + run, "-f", "/dev/null"}, args...)...)
		cmd.Env, cmd.Dir = append(h.env, "LC_ALL=C.UTF-8"), h.dir
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("tmux %q: %v\n%s", args, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	lotse := h.lotse("resume", run)
	tmux("-u", "new-session", "-d", "-x", "80", "-y", "24", strings.Join(lotse.Args, " "))
	defer tmux("kill-server")
	label := h.says("teccom-import")["organisation"]
	x := func(what string, ok func(x, y int) bool) int {
		t.Helper()
		for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
			var x, y int
			if _, err := fmt.Sscan(tmux("display-message", "-p", "#{cursor_x} #{cursor_y}"), &x, &y); err != nil {
				t.Fatal(err)
			}
			if ok(x, y) {
				return x
			}
			if time.Now().After(end) {
				t.Fatalf("after %s the cursor is in column %d of line %d:\n%s", what, x, y, tmux("capture-pane", "-p"))
			}
		}
	}
	from := x("the start", func(_, y int) bool {
		lines := strings.Split(tmux("capture-pane", "-p"), "\n")
		return y < len(lines) && strings.HasPrefix(lines[y], "│ "+label)
	})
	for _, typed := range []struct {
		text  string
		cells int
	}{{"ab", 2}, {"äßåø", 4}, {"漢字", 4}, {"e\u0301", 1}, {"😀", 2}, {"x", 1}} {
		tmux("send-keys", "-l", typed.text)
		from += typed.cells
		x(fmt.Sprintf("%q", typed.text), func(x, _ int) bool { return x == from })
	}
	for _, cells := range []int{1, 2, 1, 2} { // back over x, the emoji, é, 字
		tmux("send-keys", "Left")
		from -= cells
		x("the arrow", func(x, _ int) bool { return x == from })
	}
}
