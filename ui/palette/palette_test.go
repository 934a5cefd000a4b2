package palette_test

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/palette"
)

func entry(k palette.Kind, text string) palette.Entry { return palette.Entry{Kind: k, Text: text} }

var some = []palette.Entry{
	entry(palette.Action, "share-safe"), entry(palette.Action, "undo"),
	entry(palette.Step, "Verify connectivity"), entry(palette.Step, "Somebody has to let the crew in"),
	entry(palette.Run, "Müller GmbH, TecCom import"), entry(palette.Run, "Åland Osat, Netvisor"),
	entry(palette.Customer, "Müller GmbH"),
	entry(palette.Place, "answer: K7M-4RX"),
}

// matched are the texts that match, with their marked letters in brackets.
func matched(text string, all []palette.Entry) string {
	var lines []string
	for _, e := range palette.Match(text, all) {
		if e.Kind == palette.Place && text == "" {
			continue
		}
		var b strings.Builder
		for i, r := range []rune(e.Text) {
			mark := false
			for _, m := range e.Marks {
				mark = mark || m == i
			}
			if mark {
				fmt.Fprintf(&b, "[%c]", r)
			} else {
				b.WriteRune(r)
			}
		}
		lines = append(lines, b.String())
	}
	return strings.ReplaceAll(strings.Join(lines, " | "), "][", "")
}

// TestMatch: words in any order, letters with gaps, without marks; letters that
// are only scattered over a text are no match. A place is there already because
// the store found it.
func TestMatch(t *testing.T) {
	for text, want := range map[string]string{
		"":           "share-safe | undo | Verify connectivity | Somebody has to let the crew in | Müller GmbH, TecCom import | Åland Osat, Netvisor | Müller GmbH",
		"und":        "[und]o | answer: K7M-4RX",
		"crew":       "Somebody has to let the [crew] in | answer: K7M-4RX",
		"MULLER":     "[Müller] GmbH, TecCom import | [Müller] GmbH | answer: K7M-4RX",
		"import mul": "[Mül]ler GmbH, TecCom [import] | answer: K7M-4RX",
		"aland":      "[Åland] Osat, Netvisor | answer: K7M-4RX",
		"vercon":     "[Ver]ify [con]nectivity | answer: K7M-4RX",
		"shasa":      "[sha]re-[sa]fe | answer: K7M-4RX",
		"k7m 4r":     "answer: [K7M]-[4R]X",
		"zzz":        "answer: K7M-4RX",
		"oyti":       "answer: K7M-4RX",
		"sbcr":       "answer: K7M-4RX",
	} {
		if got := matched(text, some); got != want {
			t.Errorf("%q:\n%s\nwant\n%s", text, got, want)
		}
	}
}

// TestMatchHostile: any text matches or not, and marks stay within it.
func TestMatchHostile(t *testing.T) {
	for _, text := range []string{"\x00", "\xff\xfe", "e\u0301", strings.Repeat("a", 10_000), "ǅ ﬁ ß", "\u202e"} {
		for _, e := range palette.Match(text, append(some, entry(palette.Run, text+" ﬁle ßtraße ǅ"), entry(palette.Step, ""))) {
			for _, m := range e.Marks {
				if m < 0 || m >= len([]rune(e.Text)) {
					t.Errorf("%q marks %d of %q", text, m, e.Text)
				}
			}
		}
	}
}

func header(id, customer string) run.Header {
	return run.Header{ID: id, Title: "TecCom import", Customer: run.Customer{ID: "c" + customer, Name: customer}}
}

func listed(f *palette.Found, shared bool) string {
	hidden := func(h *run.Header) bool { return shared && h.Customer.Name != "Muster" }
	var lines []string
	for _, e := range palette.Stored(f, shared, hidden, func(e run.IndexEntry) string { return e.Text }, func(*run.Header) string { return "" }) {
		lines = append(lines, e.Text)
	}
	return strings.Join(lines, " | ")
}

// TestStored: each run and each customer once; of others nothing is listed while
// somebody looks on, nor any place, which may be internal.
func TestStored(t *testing.T) {
	f := &palette.Found{
		Recent: []run.Header{header("r1", "Muster"), header("r2", "Beispiel")},
		Hits: []run.Hit{
			{Run: header("r2", "Beispiel"), Entry: run.IndexEntry{Kind: run.CustomerEntry, Text: "Beispiel"}},
			{Run: header("r1", "Muster"), Entry: run.IndexEntry{Kind: run.NoteEntry, At: flows.AtStep("fees"), Text: "dear"}},
			{Run: header("r2", "Beispiel"), Entry: run.IndexEntry{Kind: run.AnswerEntry, Text: "K7M"}},
		},
		Customers: []run.Customer{{ID: "cBeispiel", Name: "Beispiel"}, {ID: "cOther", Name: "Other"}},
	}
	if got, want := listed(f, false), "Beispiel, TecCom import | Beispiel | Muster, TecCom import | Muster | Other | dear | K7M"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if got, want := listed(f, true), "Muster, TecCom import | Muster"; got != want {
		t.Errorf("while others look on: %s\nwant %s", got, want)
	}
}

// BenchmarkMatch is the work of a letter with all that the palette has at most.
func BenchmarkMatch(b *testing.B) {
	var all []palette.Entry
	for i := range 60 {
		all = append(all, entry(palette.Action, fmt.Sprintf("an action %d", i)), entry(palette.Step, fmt.Sprintf("Step %d of a long procedure", i)))
	}
	for i := range 80 {
		all = append(all, entry(palette.Run, fmt.Sprintf("Müller %d GmbH, TecCom import", i)), entry(palette.Customer, fmt.Sprintf("Müller %d GmbH", i)))
	}
	for b.Loop() {
		palette.Match("mull 7", all)
	}
}
