package tool

import (
	"strings"
	"testing"
)

// TestTheWindowsClipboard copies, reads back and clears what is no letter of a code
// page, by the system's own calls.
func TestTheWindowsClipboard(t *testing.T) {
	b := newBoard()
	for _, text := range []string{"plain", "Größe; Äänekoski\n€ 漢字 \U0001F6A2", strings.Repeat("x", mostRead/2), ""} {
		if err := b.copy(t.Context(), text); err != nil {
			t.Fatal(err)
		}
		if got, err := b.read(t.Context()); err != nil || string(got) != text {
			t.Errorf("%.40q came back as %.40q, %v", text, got, err)
		}
	}
}
