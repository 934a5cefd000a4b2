package line

import (
	"strings"
	"testing"

	"lotse/flows"
)

// TestReadyComesWithTheFirstPrompt lets the background begin once, when the
// first prompt stands, after what the store told.
func TestReadyComesWithTheFirstPrompt(t *testing.T) {
	r := harbour(t)
	var stood []string
	r.s.Ready = func() { stood = append(stood, r.paper.String()) }
	r.s.Told = []flows.Message{flows.Msg("store.restore_undone", "file", "lotse.db")}
	r.types("help", "quit")
	if len(stood) != 1 {
		t.Fatalf("begun %d times", len(stood))
	}
	told, rest, said := strings.Cut(stood[0], "A restore was cut off before it was done")
	if !said || told != "" || !strings.HasSuffix(rest, "> ") {
		t.Errorf("before it began there stood %q", stood[0])
	}
}
