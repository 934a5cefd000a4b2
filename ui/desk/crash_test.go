package desk

import (
	"bytes"
	"strings"
	"testing"
)

// TestTheTerminalIsTakenBack where closing the screen fails of the same fault:
// nothing that the screen may have set stays.
func TestTheTerminalIsTakenBack(t *testing.T) {
	for name, tc := range map[string]struct {
		closing func()
		byHand  bool
	}{
		"closes":        {func() {}, false},
		"fails as well": {func() { panic("hush-hush") }, true},
	} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			k := keptTerminal{out: &out}
			k.takeBack(tc.closing)
			for _, mode := range []string{"?1049l", "?25h", "?1000l", "?1002l", "?1003l", "?1006l", "?1004l", "?2004l", "?2026l", ">4m", "<u", "m"} {
				if got := strings.Contains(out.String(), "\x1b["+mode); got != tc.byHand {
					t.Errorf("%s is written: %v", mode, got)
				}
			}
			if strings.Contains(out.String(), "hush") {
				t.Errorf("it tells %q", out.String())
			}
		})
	}
}
