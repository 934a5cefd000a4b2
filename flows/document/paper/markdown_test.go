package paper_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"lotse/flows"
	"lotse/flows/document/paper"
)

func markdownOf(t testing.TB, d *paper.Document) string {
	t.Helper()
	var b strings.Builder
	if err := paper.Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rendered is Markdown as a reader with GFM makes a page of it.
func rendered(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote)).Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// wantTexts are the texts of everywhere, as a reader of Markdown gives them.
func wantTexts(text string) []string {
	s := shown(text)
	label := s + ":"
	if s == "" || strings.ContainsAny(s[len(s)-1:], ":?!.") {
		label = s
	}
	menu := strings.ReplaceAll(s, " > ", " › ")
	stateOf := func(sign string) string { return strings.TrimSpace(sign + " " + s) }
	verbatim := strings.TrimSuffix(flows.Shown(text+"\n"+text), "\n") + "\n"
	fact := s + " · " + stateOf("✗")
	if s == "" {
		fact = "✗"
	} else {
		fact = label + " " + fact
	}
	all := []string{s, s, s, s + " · " + stateOf("✓"), s, s + "and" + s + s + " of " + s + ", " + menu + s, "Warning: " + s, "✓ " + s + s, fact, s, s, s, s, s, " " + s, " " + s, s, s, "b", s, s, "x", s, s, s, verbatim, s}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// readBack are the texts that a reader of the Markdown of everywhere sees.
func readBack(t testing.TB, text string) []string {
	t.Helper()
	return textsOf(t, rendered(t, markdownOf(t, everywhere(text))))
}

func TestMarkdownReadsAsItself(t *testing.T) {
	for _, text := range append(hostile, strings.Repeat("ten thousand ", 800), strings.Repeat("*`[<|_", 1700)) {
		t.Run(text[:min(len(text), 12)], func(t *testing.T) { wantSame(t, readBack(t, text), wantTexts(text)) })
	}
}

// FuzzMarkdown: whatever a text is, it reads as itself.
func FuzzMarkdown(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { wantSame(t, readBack(t, text), wantTexts(text)) })
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("no room")

func TestMarkdownOnAFullDisk(t *testing.T) {
	if err := paper.Markdown(full{}, everywhere("x")); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
