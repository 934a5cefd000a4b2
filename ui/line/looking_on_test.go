package line

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/run"
)

// TestAReaderIsTold: whoever looks on is told so at the beginning, and again of what
// they write; an empty line goes on.
func TestAReaderIsTold(t *testing.T) {
	c := onClock(t)
	c.s.Env.LooksOn = true
	before := c.log()
	c.types("good", "", "note hello", "quit")
	if n := strings.Count(c.said(), "You look on"); n != 3 {
		t.Errorf("it is said %d times:\n%s", n, c.said())
	}
	c.shows("Key")
	if !slices.Equal(before, c.log()) {
		t.Error("something was written")
	}
	if _, err := run.Create(c.s.Env, c.s.Archive, run.Start{}); err == nil {
		t.Error("a run is begun")
	}
}
