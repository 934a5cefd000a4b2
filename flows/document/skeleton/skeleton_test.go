package skeleton_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/document/skeleton"
	"lotse/flows/words"
)

// TestWrite holds that what is written lints clean, in each language, whatever an
// author types.
func TestWrite(t *testing.T) {
	hostile := []string{
		"Set up the \"shop\": a/b # 1", "Ännu en gång - förra året", "\\", "日本語", "{{ customer }}", "", "true", "- x", "|", strings.Repeat("long ", 50), "a\nb\t\x1b[31mc", "$name",
	}
	for _, lang := range words.Languages() {
		for _, text := range append(hostile, "Shop") {
			for _, steps := range [][]string{nil, {"One"}, hostile, {text, text, text}} {
				o := skeleton.Outline{ID: "shop-api", Lang: lang, Title: first(text, "T"), Summary: text, Document: text, Read: "2026-11-30", Steps: filled(steps), Schema: "lotse.schema.json", Head: text}
				if text != "" {
					o.Systems = []string{text, "Other"}
				}
				doc := skeleton.Write(o)
				for _, f := range flows.Lint(fstest.MapFS{"shop-api.yaml": {Data: []byte(doc)}}, "shop-api.yaml", flows.Specs{}) {
					t.Errorf("%s, %q, %q: %s\n%s", lang, text, steps, f, doc)
				}
			}
		}
	}
}

// filled leaves out the empty titles, as whoever asks for them does.
func filled(steps []string) (all []string) {
	for _, s := range steps {
		if strings.TrimSpace(s) != "" {
			all = append(all, s)
		}
	}
	return all
}

func first(text, other string) string {
	if strings.TrimSpace(flows.CleanLine(text)) == "" {
		return other
	}
	return text
}

func TestID(t *testing.T) {
	for text, want := range map[string]string{
		"Set up the shop": "set-up-the-shop", "Große Änderung!": "grosse-anderung", "2. Schritt": "schritt", "日本": "", "  a  b ": "a-b", "Ylläpitäjä": "yllapitaja",
		strings.Repeat("abcdefghi ", 9): "abcdefghi-abcdefghi-abcdefghi-abcdefghi-a",
	} {
		if got := skeleton.ID(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
