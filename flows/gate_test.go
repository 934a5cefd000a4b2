package flows

import (
	"strings"
	"testing"
	"testing/fstest"
)

// gated is a procedure with a gate, and gatedFi its overlay, with %W for the digest
// of the gate's word.
const (
	gated   = head + "      - {gate: g, label: G, word: open, warning: W}\n"
	gatedFi = "of: p\nlanguage: fi\ntexts:\n  steps.one.items.g.word: {en: %W, text: avaa}\n"
)

func gateIn(t *testing.T, lang, overlay string) *Gate {
	t.Helper()
	f := files("p.yaml", gated, "p.fi.yaml", strings.Replace(overlay, "%W", textDigest("open"), 1))
	return loads(t, f).In(lang).Step("one").Item("g").Gate
}

// A gate takes the word of its language, which it shows, and the English one.
func TestWhatAGateTakes(t *testing.T) {
	stale := strings.Replace(gatedFi, "%W", textDigest("opens"), 1)
	for _, c := range []struct {
		name, lang, overlay, shows string
		takes, refuses             []string
	}{
		{"in English", "en", gatedFi, "open", []string{"open", " open\n"}, []string{"avaa", "Open", "o pen", "", " "}},
		{"in Finnish", "fi", gatedFi, "avaa", []string{"avaa", " avaa ", "open", " open"}, []string{"Avaa", "avaa open", "Open", "", " "}},
		{"without that language", "de", gatedFi, "open", []string{"open"}, []string{"avaa", ""}},
		{"translated from another English", "fi", stale, "open", []string{"open"}, []string{"avaa", "opens"}},
	} {
		g := gateIn(t, c.lang, c.overlay)
		if g.Word != c.shows {
			t.Errorf("%s: it shows %q", c.name, g.Word)
		}
		for _, typed := range c.takes {
			if !g.Takes(typed) {
				t.Errorf("%s: it refuses %q", c.name, typed)
			}
		}
		for _, typed := range c.refuses {
			if g.Takes(typed) {
				t.Errorf("%s: it takes %q", c.name, typed)
			}
		}
	}
}

// A copy that is filled for a run takes what the gate takes.
func TestAFilledGateTakesBothWords(t *testing.T) {
	f := files("p.yaml", gated, "p.fi.yaml", strings.Replace(gatedFi, "%W", textDigest("open"), 1))
	g := loads(t, f).In("fi").FilledStep(0, func(_ Passage, name string) string { return name }).Item("g").Gate
	if !g.Takes("avaa") || !g.Takes("open") {
		t.Errorf("%+v does not take both", g)
	}
}

// Lint refuses a word that line mode reads for itself, in the procedure and in an
// overlay. The procedure loads all the same: in line mode, a gate's word goes first.
func TestNoWordOfLineModeOpensAGate(t *testing.T) {
	specs := Specs{LineWords: func() []string { return []string{"next", "no", "ei"} }}
	for word, read := range map[string]string{
		"next": "next", "Next": "Next", `"no"`: "no", "ei": "ei", "EI": "EI", "next please": "next",
		"nextdoor": "", "eikä": "", "open next": "", "rackbeat": "",
	} {
		for name, f := range map[string]fstest.MapFS{
			"p":    files("p.yaml", strings.Replace(gated, "word: open", "word: ◆"+word, 1)),
			"p.fi": files("p.yaml", gated, "p.fi.yaml", "of: p\nlanguage: fi\ntexts:\n  steps.one.items.g.word: ◆{en: "+textDigest("open")+", text: "+word+"}\n"),
		} {
			place := marked(f)
			faults := Faults(Lint(f, name, specs))
			if read != "" {
				expect(t, word, faults, place, read+" is a command of line mode")
			} else if strings.Contains(sentences(faults), "Line mode") {
				t.Errorf("%s: %v", word, faults)
			}
			if _, err := Open(f, specs).Procedure("p"); err != nil {
				t.Errorf("%s does not load, though only lint minds: %v", word, err)
			}
		}
	}
}
