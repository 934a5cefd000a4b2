package field

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/theme"
)

func testKit() Kit {
	return Kit{Theme: theme.New(true, false), Text: words.For("en"), Lang: words.English, Today: time.Date(2026, 11, 21, 10, 0, 0, 0, time.UTC)}
}

var codes = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "space": {Code: tea.KeySpace, Text: " "},
	"esc": {Code: tea.KeyEscape}, "tab": {Code: tea.KeyTab}, "left": {Code: tea.KeyLeft}, "backspace": {Code: tea.KeyBackspace},
}

// press presses keys; what is no key's name is typed. It gives the last act.
func press(w Widget, keys ...string) (act KeyResult) {
	for _, k := range keys {
		if msg, ok := codes[k]; ok {
			act = w.Key(msg)
			continue
		}
		for _, r := range k {
			act = w.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return act
}

func options(n int) *flows.Field {
	f := &flows.Field{Type: flows.TypeChoice}
	for i := range n {
		f.Options = append(f.Options, flows.Option{Value: "v" + string(rune('a'+i)), Label: "Label " + string(rune('A'+i))})
	}
	return f
}

func TestChoice(t *testing.T) {
	for _, tc := range []struct {
		name     string
		n        int
		many     bool
		standing flows.Value
		keys     []string
		act      KeyResult
		want     flows.Value
	}{
		{"moving chooses nothing", 3, false, nil, []string{"down", "down"}, Stay, nil},
		{"enter chooses and goes on", 3, false, nil, []string{"down", "enter"}, Take, "vb"},
		{"space chooses and stays", 3, false, nil, []string{"down", "space"}, Keep, "vb"},
		{"a digit chooses at once", 3, false, nil, []string{"3"}, Take, "vc"},
		{"a digit without an option does nothing", 3, false, "va", []string{"4"}, Pass, "va"},
		{"letters choose nothing", 3, false, nil, []string{"L"}, Pass, nil},
		{"the pointer begins at the answer", 3, false, "vc", []string{"enter"}, Take, "vc"},
		{"it stays at the ends", 3, false, nil, []string{"up", "up", "enter"}, Take, "va"},
		{"the filter types", 12, false, nil, []string{"/", "label l", "enter"}, Take, "vl"},
		{"esc closes the filter first", 12, false, nil, []string{"/", "label l", "esc", "enter"}, Take, "va"},
		{"space types in the filter", 12, false, nil, []string{"/", "label", "space", "c", "enter"}, Take, "vc"},
		{"nothing matches, nothing is chosen", 12, false, nil, []string{"/", "zzz", "enter"}, Stay, nil},
		{"no filter for a few", 3, false, nil, []string{"/"}, Pass, nil},
		{"several by space", 3, true, nil, []string{"down", "space", "up", "space", "enter"}, Take, []string{"va", "vb"}},
		{"space takes one away", 3, true, []string{"va", "vb"}, []string{"space"}, Stay, []string{"vb"}},
		{"digits turn several on", 3, true, nil, []string{"3", "1"}, Stay, []string{"va", "vc"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := options(tc.n)
			if tc.many {
				f.Type = flows.TypeChoices
			}
			w := testKit().For(f, tc.standing, nil)
			w.Focus()
			if act := press(w, tc.keys...); act != tc.act {
				t.Errorf("the last key did %d, want %d", act, tc.act)
			}
			if got := w.Value(); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("value %#v, want %#v", got, tc.want)
			}
		})
	}
}

func TestALongChoiceKeepsThePointerInView(t *testing.T) {
	w := testKit().For(options(20), nil, nil)
	w.Focus()
	w.SetSize(30, 5)
	for i := range 25 {
		lines := ansi.Strip(strings.Join(w.Lines(), "\n"))
		if !strings.Contains(lines, "›") || strings.Count(lines, "\n") != 4 {
			t.Fatalf("after %d: %q", i, lines)
		}
		press(w, "down")
	}
}

func TestLineIsOneLineAndNeverTooWide(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	parts := []string{"a", "漢字", "é", "e\u0301", "नि", " ", "👍🏽", "ß", "-", "x.y"}
	for range 300 {
		l := testKit().Line("", "a placeholder")
		l.Focus()
		width := 4 + r.IntN(30)
		l.SetSize(width, 1)
		for range 30 {
			switch r.IntN(6) {
			case 0:
				press(l, "left")
			case 1:
				press(l, "backspace")
			default:
				press(l, parts[r.IntN(len(parts))])
			}
			lines := l.Lines()
			if l.Value() != "" && len(lines) != 1 {
				t.Fatalf("%d lines: %q", len(lines), lines)
			}
			for _, line := range lines {
				if w := theme.Width(line); w > width || strings.Contains(line, "\n") {
					t.Fatalf("%d cells in %d: %q of %q", w, width, line, l.Value())
				}
			}
		}
	}
}

// TestPlaceholderIsWhole: what stands in an empty field is wrapped, with the
// focus and without, not cut.
func TestPlaceholderIsWhole(t *testing.T) {
	const hint = "typed masked, sealed at once"
	for _, focused := range []bool{true, false} {
		l := testKit().Masked(hint)
		if focused {
			l.Focus()
		}
		l.SetSize(16, 1)
		var shown []string
		for _, line := range l.Lines() {
			shown = append(shown, strings.TrimSpace(ansi.Strip(line)))
		}
		if got := strings.Join(shown, " "); got != hint || len(shown) != 2 {
			t.Errorf("focused %t: %q", focused, shown)
		}
	}
}

func TestAPasteKeepsWhatWasPasted(t *testing.T) {
	l := testKit().Line("", "")
	l.Focus()
	l.Paste("one\r\ntwo ")
	if got := l.Value(); got != "one\r\ntwo " {
		t.Errorf("value %q: the answer's rules must see what was pasted", got)
	}
	press(l, "x")
	if got := Format(l.Value()); strings.ContainsAny(got, "\r\n") || !strings.HasSuffix(got, "x") {
		t.Errorf("after typing it is %q", got)
	}
}

func TestMaskedShowsNoLetter(t *testing.T) {
	l := testKit().For(&flows.Field{Type: flows.TypeSecret}, nil, nil)
	l.Focus()
	press(l, "hush")
	if s := ansi.Strip(l.Lines()[0]); strings.ContainsAny(s, "hus") || !strings.Contains(s, "****") {
		t.Errorf("drawn as %q", s)
	}
	if l.Value() != "hush" {
		t.Errorf("value %q", l.Value())
	}
}

func TestDateSaysWhichDayItUnderstood(t *testing.T) {
	d := testKit().For(&flows.Field{Type: flows.TypeDate}, nil, nil)
	d.Focus()
	d.SetSize(60, 1)
	press(d, "+3d")
	if d.Value() != "2026-11-24" || !strings.Contains(ansi.Strip(d.Lines()[0]), "Tue 2026-11-24") {
		t.Errorf("value %v, drawn %q", d.Value(), d.Lines())
	}
	press(d, "x")
	if d.Value() != "+3dx" || !strings.Contains(ansi.Strip(d.Lines()[0]), "not a date") {
		t.Errorf("value %v, drawn %q", d.Value(), d.Lines())
	}
}

func TestDateRefusesADayThatThereIsNot(t *testing.T) {
	d := testKit().For(&flows.Field{Type: flows.TypeDate}, nil, nil)
	d.Focus()
	d.SetSize(60, 1)
	press(d, "31.2.")
	if d.Value() != "31.2." || !strings.Contains(ansi.Strip(d.Lines()[0]), "no such day") {
		t.Errorf("value %v, drawn %q", d.Value(), d.Lines())
	}
	press(d, "backspace", "backspace", "3.")
	if d.Value() != "2027-03-31" || !strings.Contains(ansi.Strip(d.Lines()[0]), "Wed 2027-03-31") {
		t.Errorf("value %v, drawn %q", d.Value(), d.Lines())
	}
}

func TestAreaMakesLinesAndOwnsThem(t *testing.T) {
	a := testKit().Area("", "")
	a.Focus()
	a.SetSize(20, 3)
	press(a, "one", "enter", "two")
	if a.Value() != "one\ntwo" || !a.Owns("enter") || a.Owns("tab") {
		t.Errorf("value %q", a.Value())
	}
	if lines := a.Lines(); len(lines) != 3 {
		t.Errorf("%d lines, want 3", len(lines))
	}
}

func TestConfirmBeginsWithTheSafeAnswer(t *testing.T) {
	c := testKit().Confirm("Leave it", "Change it")
	c.Focus()
	c.SetSize(40, 1)
	if c.Value() != false || !strings.Contains(ansi.Strip(c.Lines()[0]), "› Leave it") {
		t.Errorf("value %v, drawn %q", c.Value(), ansi.Strip(c.Lines()[0]))
	}
	press(c, "tab")
	if c.Value() != true || !strings.Contains(ansi.Strip(c.Lines()[0]), "› Change it") {
		t.Errorf("value %v, drawn %q", c.Value(), ansi.Strip(c.Lines()[0]))
	}
	if press(c, "enter") != Take {
		t.Error("enter takes nothing")
	}
}

func TestSame(t *testing.T) {
	for _, tc := range []struct {
		a, b flows.Value
		want bool
	}{
		{nil, "", true},
		{"", []string{}, true},
		{"a", nil, false},
		{"a, b", []string{"a", "b"}, true},
		{[]string{"a"}, []string{"b"}, false},
		{"12", 12.0, true},
		{"true", true, true},
	} {
		if Same(tc.a, tc.b) != tc.want || Same(tc.b, tc.a) != tc.want {
			t.Errorf("Same(%#v, %#v) is not %v", tc.a, tc.b, tc.want)
		}
	}
}

// TestHint has an empty field say what an answer looks like: in the procedure's
// words, else in those of its type, where its label does not say so.
func TestHint(t *testing.T) {
	for want, f := range map[string]flows.Field{
		"such as 12":                           {Type: flows.TypeNumber, Placeholder: "such as 12"},
		"a number":                             {Type: flows.TypeNumber},
		"path of a file; tab completes it":     {Type: flows.TypeFile},
		"a date such as 24.11., +3d or friday": {Type: flows.TypeDate},
	} {
		if got := testKit().hint(&f); got != want {
			t.Errorf("%s: %q, want %q", f.Type, got, want)
		}
	}
	for _, plain := range []flows.Type{flows.TypeText, flows.TypeCode, flows.TypeEmail, flows.TypeEmails, flows.TypeURL} {
		if got := testKit().hint(&flows.Field{Type: plain}); got != "" {
			t.Errorf("%s: %q", plain, got)
		}
	}
}
