package face_test

import (
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/spell"
	"lotse/flows/words"
	"lotse/ui/face"
)

func spelled(a spell.Alphabet, lang, value string) string {
	parts, all, _ := face.Spell(a, lang, value)
	out := []string{all}
	for _, p := range parts {
		out = append(out, strings.TrimSpace(p.Text+" "+p.Says+" ("+p.Note+")"))
	}
	return strings.ReplaceAll(strings.Join(out, " · "), " ()", "")
}

// TestSpell says case, digits, signs and accents in the language of the alphabet,
// those of the international one in the listener's.
func TestSpell(t *testing.T) {
	for _, c := range []struct {
		a                 spell.Alphabet
		lang, value, want string
	}{
		{spell.DIN, "en", "Ka-47", "Buchstaben sind klein, wenn nicht „groß“ davor steht. · K groß Köln · a Aachen · - Bindestrich (nicht _) · 47 vier sieben"},
		{spell.ICAO, "de", "é 0", "Alle Buchstaben sind klein. · é Echo mit Akut · Leerzeichen · 0 null (nicht O)"},
		{spell.Finnish, "fi", "ÄB", "Kaikki kirjaimet ovat isoja. · Ä äiti · B Bertta (ei 8, d, p, t)"},
		{spell.ICAO, "en", "4711", " · 4711 four seven one one"},
		{spell.ICAO, "en", "\u0430\u202e\x1b", "All letters are small. · а U+0430 (looks like a) · U+202E · U+001B"},
	} {
		if got := spelled(c.a, c.lang, c.value); got != c.want {
			t.Errorf("%q is said as\n%s\nwant\n%s", c.value, got, c.want)
		}
	}
}

// TestSpellSaysAll: every sign and accent has its name in every language, and what
// is too long says how much is left out.
func TestSpellSaysAll(t *testing.T) {
	for _, lang := range words.Languages() {
		for _, s := range spell.Signs() {
			if got := words.Say(lang, flows.Msg("spell."+s)); got == "" || strings.Contains(got, "spell.") {
				t.Errorf("%s has no name in %s: %q", s, lang, got)
			}
		}
	}
	if _, _, rest := face.Spell(spell.ICAO, "en", strings.Repeat("a", 10000)); rest != 10000-face.MaxSpelled {
		t.Errorf("%d are left out", rest)
	}
}

func TestReadBackSaysWhen(t *testing.T) {
	at := time.Date(2026, 11, 21, 12, 3, 0, 0, time.UTC)
	b := &run.ReadBackView{At: at, By: "Erika\x1b[31m"}
	if got := face.ReadBack("en", at.Add(time.Hour), b); got != "read back, 12:03, Erika" {
		t.Errorf("it says %q", got)
	}
	if got := face.ReadBack("de", at.AddDate(0, 0, 1), b); got != "vorgelesen, gestern 12:03, Erika" {
		t.Errorf("it says %q", got)
	}
}
