package field

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
)

// typeIn types a text as keys.
func typeIn(w Widget, texts ...string) {
	for _, s := range texts {
		if msg, ok := codes[s]; ok {
			w.Key(msg)
			continue
		}
		w.Key(tea.KeyPressMsg{Code: []rune(s)[0], Text: s})
	}
}

func TestMarksAreComposed(t *testing.T) {
	for name, tc := range map[string]struct {
		keys []string
		want string
	}{
		"a mark of its own":        {[]string{"Z", "o", "e", "\u0301"}, "Zo\u00e9"},
		"in one key":               {[]string{"e\u0301"}, "\u00e9"},
		"in the middle":            {[]string{"a", "x", "left", "\u0308", "b"}, "\u00e4bx"},
		"then the cursor is right": {[]string{"e", "\u0301", "left", "x"}, "x\u00e9"},
		"what does not compose":    {[]string{"q", "\u0301", "z"}, "q\u0301z"},
		"a mark alone":             {[]string{"\u0301", "a"}, "\u0301a"},
		"what is not seen":         {[]string{"a", "\u202e", "\u200b", "b"}, "ab"},
		"two marks":                {[]string{"u", "\u0308", "\u0301"}, "\u01d8"},
	} {
		for kind, w := range map[string]Widget{"line": testKit().Line("", ""), "area": testKit().Area("", "")} {
			w.Focus()
			typeIn(w, tc.keys...)
			if got := w.Value(); got != tc.want {
				t.Errorf("%s, in a %s: %+q, want %+q", name, kind, got, tc.want)
			}
		}
	}
	l := testKit().Line("", "")
	l.Focus()
	l.Paste("Mu\u0308ller")
	typeIn(l, "!")
	if got := l.Value(); got != "M\u00fcller!" {
		t.Errorf("pasted: %+q", got)
	}
	l = testKit().Line("", "")
	l.Focus()
	if say := l.Paste("a\u202eb\u200bc\r\nd"); say == "" {
		t.Error("nothing says that signs were left out")
	}
	if drawn := l.Lines()[0]; strings.ContainsAny(drawn, "\u202e\u200b") || l.Value() != "a\u202eb\u200bc\r\nd" {
		t.Errorf("drawn %+q, to be judged as pasted: %+q", drawn, l.Value())
	}
	s := testKit().For(&flows.Field{Type: flows.TypeSecret}, nil, nil)
	s.Focus()
	typeIn(s, "e", "\u0301")
	if got := s.Value(); got != "e\u0301" {
		t.Errorf("a secret was changed to %+q", got)
	}
}
