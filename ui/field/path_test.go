package field

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// tabs completes a path among some, and gives what the last tab was to the page.
func tabs(t *testing.T, names []string, keys ...string) (w Widget, last KeyResult) {
	t.Helper()
	k := testKit()
	k.Names = func(typed string) (all []string) {
		for _, n := range names {
			if strings.HasPrefix(n, typed) {
				all = append(all, n)
			}
		}
		return all
	}
	w = k.Path("", "")
	w.Focus()
	w.SetSize(30, 1)
	for _, key := range keys {
		if key == "tab" {
			last = w.Key(tea.KeyPressMsg{Code: tea.KeyTab})
			continue
		}
		for _, r := range key {
			w.Key(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
	return w, last
}

func TestTabCompletesAPath(t *testing.T) {
	names := []string{"kunden-alt.csv", "kunden-neu.csv", "ordner/", "ordner/größe-a.txt", "ordner/größe-ä.txt", "x/y.txt"}
	for _, c := range []struct {
		keys []string
		text string
		last KeyResult
		list string
	}{
		{[]string{"tab"}, "", Pass, ""},
		{[]string{"q", "tab"}, "q", Pass, ""},
		{[]string{"k", "tab"}, "kunden-", Stay, "kunden-alt.csv  kunden-neu.csv"},
		{[]string{"k", "tab", "n", "tab"}, "kunden-neu.csv", Stay, ""},
		{[]string{"k", "tab", "n", "tab", "tab"}, "kunden-neu.csv", Pass, ""},
		{[]string{"o", "tab"}, "ordner/", Stay, "größe"},
		{[]string{"x", "tab"}, "x/y.txt", Stay, ""},
		{[]string{"kunden-neu.csv", "tab"}, "kunden-neu.csv", Pass, ""},
	} {
		w, last := tabs(t, names, c.keys...)
		lines := strings.Join(w.Lines(), "\n")
		if s, _ := Draft(w); s != c.text || last != c.last || !strings.Contains(lines, c.list) {
			t.Errorf("%q: %q, %v:\n%s", c.keys, s, last, lines)
		}
		if c.list == "" && len(w.Lines()) != 1 {
			t.Errorf("%q lists\n%s", c.keys, lines)
		}
	}
}

// A letter is never cut in two where names part inside of it.
func TestTabCutsNoLetter(t *testing.T) {
	w, _ := tabs(t, []string{"größe-ä.txt", "größe-ö.txt"}, "g", "tab")
	if s, _ := Draft(w); s != "größe-" {
		t.Errorf("%q", s)
	}
}

// Many names are counted, and their line is no wider than the field.
func TestManyNamesAreCounted(t *testing.T) {
	var names []string
	for _, r := range "abcdefghijklmnopqrstuvwxyz" {
		names = append(names, "ordner/datei-"+string(r)+".csv")
	}
	w, _ := tabs(t, names, "o", "tab")
	lines := w.Lines()
	if last := lines[len(lines)-1]; !strings.Contains(last, "datei-a.csv") || !strings.Contains(last, "+24") && !strings.Contains(last, "+25") {
		t.Errorf("%q", last)
	}
}
