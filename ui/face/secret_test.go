package face

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestAGlimpseIsLegible: what a screen shows is shown as it is, everything else
// can be told apart and taken back.
func TestAGlimpseIsLegible(t *testing.T) {
	for value, want := range map[string]string{
		"hunter2":          "hunter2",
		`a\b"c`:            `a\b"c`,
		"two words":        "two words",
		"Größe 漢字":         "Größe 漢字",
		"a\tb\nc":          `a\tb\nc`,
		"\x1b]52;c;ZQ==\a": `\x1b]52;c;ZQ==\a`,
		"zero\u200bwidth":  `zero\u200bwidth`,
		"no\u00a0break":    `no\u00a0break`,
		"\xff\x00\\":       `\xff\x00\\`,
		"\u202eright":      `\u202eright`,
	} {
		g := NewGlimpse("Key", run.NewSecret([]byte(value)), run.Real, func(m flows.Message) string { return m.Code })
		notes := []string{"use.gone_in", "use.escaped"}
		if want == value {
			notes = notes[:1]
		}
		if g.Value != want || !slices.Equal(g.Below(), notes) {
			t.Errorf("%q is shown as %q, below %v", value, g.Value, g.Below())
		}
	}
}

// TestAGlimpseSaysWhatProtectsNothing in a rehearsal and a demo.
func TestAGlimpseSaysWhatProtectsNothing(t *testing.T) {
	for mode, code := range map[run.Mode]string{run.Real: "", run.Rehearsal: "use.rehearsal", run.Demo: "use.demo"} {
		if m := SecretNote(mode); m.Code != code {
			t.Errorf("of a %s it says %q", mode, m.Code)
		}
	}
}
