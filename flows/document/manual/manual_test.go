package manual

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/document/paper"
)

// procedures are those that come with Lotse.
func procedures(t *testing.T) []*flows.Procedure {
	t.Helper()
	all, err := flows.Open(os.DirFS("../../library"), flows.Specs{Checks: check.Specs(), Templates: document.Templates()}).All()
	if err != nil || len(all) != 5 {
		t.Fatalf("%d procedures, %v", len(all), err)
	}
	return all
}

// bare are the letters and digits of a text: the same in a procedure and in what
// was written of it, whatever signs stand for its form. An address of a link is
// what the writer makes of it, and stands apart.
func bare(text string) string {
	text = regexp.MustCompile(`\]\([^)\s]*\)`).ReplaceAllString(text, "")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, references.Replace(text))
}

// references are the character references of Markdown.
var references = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")

func markdown(t *testing.T, d *paper.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := paper.Markdown(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestEveryTextStandsInIt, by the one walk over the texts of a procedure, in each
// language; and every condition, id and rule.
func TestEveryTextStandsInIt(t *testing.T) {
	for _, p := range procedures(t) {
		for _, lang := range p.Languages {
			p := p.In(lang)
			text := bare(markdown(t, Document(p)))
			n := 0
			for path, passage := range p.Passages() {
				n++
				if !strings.Contains(text, bare(passage)) {
					t.Errorf("%s.%s: %s does not stand in it: %q", p.ID, lang, path, bare(passage))
				}
			}
			if n < 150 {
				t.Errorf("%s.%s: only %d texts", p.ID, lang, n)
			}
			for _, s := range saidOf(p) {
				if !strings.Contains(text, bare(s)) {
					t.Errorf("%s.%s: %q does not stand in it", p.ID, lang, s)
				}
			}
		}
	}
}

// saidOf are what a procedure says beside its texts.
func saidOf(p *flows.Procedure) []string {
	said := []string{p.ID, p.Source.Document, p.Source.Read, p.Digest}
	cond := func(c *flows.Cond) {
		if c != nil {
			said = append(said, c.Source)
		}
	}
	var item func(it *flows.Item)
	item = func(it *flows.Item) {
		said = append(said, it.ID)
		cond(it.When)
		for _, r := range it.Rules {
			said = append(said, r.Name, r.Code, string(r.Level))
			cond(r.Require)
		}
		switch {
		case it.Check != nil:
			said = append(said, it.Check.Run)
			for name, ids := range it.Check.With {
				said = append(said, name+": "+strings.Join(ids, ", "))
			}
			for code := range it.Check.Findings {
				said = append(said, code)
			}
		case it.Draft != nil:
			text, _ := document.TemplateText(it.Draft, p.Lang)
			said = append(said, it.Draft.Template, it.Draft.To, text)
		case it.Wait != nil:
			said = append(said, it.Wait.Then)
		case it.End != nil:
			said = append(said, it.End.Outcome)
		case it.List != nil:
			for i := range it.List.Columns {
				item(&it.List.Columns[i])
			}
		}
	}
	for i := range p.Steps {
		said = append(said, p.Steps[i].ID, strings.Join(p.Steps[i].Needs, ", "))
		cond(p.Steps[i].When)
		for k := range p.Steps[i].Items {
			item(&p.Steps[i].Items[k])
		}
	}
	return said
}

// TestProse takes the Markdown of procedures apart, and leaves all else as it is.
func TestProse(t *testing.T) {
	for text, want := range map[string]string{
		"a **b** `c` *d* [[E > F]] [g](https://h.example)": "a **b** `c` d **E › F** [g](https://h.example)\n",
		"one\ntwo\n\nthree":     "one two\n\nthree\n",
		"x:\n\n- a\n  b\n- c\n": "x:\n\n* a b\n* c\n",
		"2 * 3 * 4 and a_b_c":   "2 \\* 3 \\* 4 and a\\_b\\_c\n",
	} {
		got := markdown(t, &paper.Document{Lang: "en", Title: "T", Blocks: prose(text)})
		got = strings.TrimPrefix(got, "# T\n\n")
		if bare(strings.TrimSpace(got)) != bare(strings.TrimSpace(want)) || strings.Count(got, "\n\n") < strings.Count(want, "\n\n") {
			t.Errorf("%q is written as\n%s, want\n%s", text, got, want)
		}
	}
}
