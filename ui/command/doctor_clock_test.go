package command_test

import (
	"strings"
	"testing"
	"time"
)

// A clock that was set back is told by the newest change of the store; one that
// differs by as little as two machines do is not.
func TestDoctorHoldsTheClockAgainstTheStore(t *testing.T) {
	for _, back := range []struct {
		by   time.Duration
		want string
	}{
		{0, "[✓] clock: "},
		{time.Minute, "[✓] clock: "},
		{26 * time.Hour, "[!] clock: "},
	} {
		c := newCalls(t)
		c.start()
		c.back = back.by
		_, out, _ := c.run("doctor")
		if !strings.Contains(out, back.want) || strings.Contains(out, "set the clock") != strings.HasPrefix(back.want, "[!]") {
			t.Errorf("set back by %s:\n%s", back.by, out)
		}
	}
}
