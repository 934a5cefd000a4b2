package room

import (
	"fmt"
	"testing"
)

// TestScroll: what is drawn stays within the text, whatever keys come and
// however the room changes.
func TestScroll(t *testing.T) {
	lines := make([]string, 20)
	for i := range lines {
		lines[i] = fmt.Sprint(i)
	}
	var s Scroll
	for _, step := range []struct {
		keys  []string
		rows  int
		first string
		many  int
	}{
		{nil, 5, "0", 5},
		{[]string{"up"}, 5, "0", 5},
		{[]string{"down", "down"}, 5, "2", 5},
		{[]string{"pgdown"}, 5, "5", 5},
		{[]string{"pgup"}, 5, "2", 5},
		{[]string{"space", "space", "space", "space", "space", "space"}, 5, "15", 5},
		{nil, 18, "2", 18},
		{nil, 40, "0", 20},
		{[]string{"down"}, 0, "1", 1},
	} {
		for _, k := range step.keys {
			if !s.Key(k) {
				t.Errorf("%s does not scroll", k)
			}
		}
		if got := s.Part(lines, step.rows); got[0] != step.first || len(got) != step.many || s.Scrolls() != (len(lines) > max(step.rows, 1)) {
			t.Errorf("after %v in %d rows: %d lines from %s, want %d from %s", step.keys, step.rows, len(got), got[0], step.many, step.first)
		}
	}
	if s.Key("enter") || s.PageKey("down") || !s.PageKey("pgup") {
		t.Error("other keys scroll, or those of pages do not")
	}
}
