package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/flows/words"
)

// forms are all forms of a record, by name.
var forms = map[string]func(io.Writer, *report.Record) error{
	"md":   func(w io.Writer, r *report.Record) error { return paper.Markdown(w, report.Document(r)) },
	"html": func(w io.Writer, r *report.Record) error { return paper.HTML(w, report.Document(r)) },
	"json": report.WriteJSON,
	"csv":  report.WriteCSV,
	"text": func(w io.Writer, r *report.Record) error {
		_, err := io.WriteString(w, report.Summary(r))
		return err
	},
}

// onPages writes a record as PDF, whose text only the campaign of paper reads.
func onPages(w io.Writer, r *report.Record) error { return paper.PDF(w, report.Document(r)) }

// wants compares what stands in every form of a record.
func wants(t *testing.T, r *report.Record, text string, want bool, but ...string) {
	t.Helper()
	for name, write := range forms {
		if got := strings.Contains(string(written(t, write, r)), text); got != want && !slices.Contains(but, name) {
			t.Errorf("%s: %q stands there: %t, want %t", name, text, got, want)
		}
	}
}

// TestWhatStandsInNoReport: no secret, nothing hidden, and nothing internal unless
// it was asked for.
func TestWhatStandsInNoReport(t *testing.T) {
	d := pier(t, run.Real, "")
	plain, internal := d.record("en", false), d.record("en", true)
	for _, text := range []string{secretText, "sealed-key", hiddenText} {
		wants(t, plain, text, false)
		wants(t, internal, text, false)
	}
	for _, text := range []string{internalText, "12.5", "Price", "Wage", "Dear help", "What we think of them", "Opinion"} {
		wants(t, plain, text, false)
		wants(t, internal, text, true, "text")
	}
	wants(t, plain, "f1f2", true, "text") // the fingerprint
}

// TestEveryFormSaysWhatIsNotReal in each language.
func TestEveryFormSaysWhatIsNotReal(t *testing.T) {
	for _, mode := range []run.Mode{run.Rehearsal, run.Demo} {
		d := begin(t, procedure(t, "teccom-import"), mode, "Muster GmbH")
		for _, lang := range words.Languages() {
			mark := words.For(lang).Mode(string(mode))
			if r := d.record(lang, false); mark == "" || r.Mark() != mark {
				t.Errorf("in %s a %s is marked %q", lang, mode, r.Mark())
			}
			wants(t, d.record(lang, false), mark, true, "json", "csv")
			wants(t, d.record(lang, false), string(mode), true, "md", "text")
		}
	}
	if r := pier(t, run.Real, "").record("en", false); r.Mark() != "" {
		t.Errorf("a real run is marked %q", r.Mark())
	}
}

// rendered is Markdown as a page.
func rendered(t *testing.T, text []byte) []byte {
	t.Helper()
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert(text, &page); err != nil {
		t.Fatal(err)
	}
	return page.Bytes()
}

// onPage is the text of a page, without what is not shown, and the names of its
// elements.
func onPage(page []byte) (text string, elements []string) {
	shown, hidden := &strings.Builder{}, ""
	for z := html.NewTokenizer(bytes.NewReader(page)); z.Next() != html.ErrorToken; {
		switch token := z.Token(); token.Type {
		case html.TextToken:
			if hidden == "" {
				shown.WriteString(token.Data)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			elements = append(elements, token.Data)
			if !slices.Contains([]string{"bdi", "span", "strong", "code", "wbr"}, token.Data) {
				shown.WriteByte(' ')
			}
			if hidden == "" && slices.Contains([]string{"template", "style", "title"}, token.Data) {
				hidden = token.Data
			}
		case html.EndTagToken:
			if token.Data == hidden {
				hidden = ""
			}
		case html.CommentToken:
			elements = append(elements, "!--")
		}
	}
	return shown.String(), elements
}

// holdsPage holds that a text can be read on a page, and that nothing in it became
// markup.
func holdsPage(t *testing.T, page []byte, text string) {
	t.Helper()
	shown, elements := onPage(page)
	for _, bad := range []string{"script", "img", "a", "del", "!--"} {
		if slices.Contains(elements, bad) {
			t.Errorf("there is a <%s>", bad)
		}
	}
	if !strings.Contains(onLine(shown), onLine(text)) {
		t.Errorf("it cannot be read: %s", short(onLine(text)))
	}
}

// TestThePageSaysWhatTheMarkdownSays, word by word, of each procedure in each
// language.
func TestThePageSaysWhatTheMarkdownSays(t *testing.T) {
	for _, c := range drives {
		d := begin(t, procedure(t, c.procedure), run.Rehearsal, "Muster & Söhne <GmbH>")
		d.toEnd(c.answers)
		for _, lang := range words.Languages() {
			r := d.record(lang, false)
			page, _ := onPage(written(t, forms["html"], r))
			markdown, _ := onPage(rendered(t, written(t, forms["md"], r)))
			if got, want := wordsOf(page), wordsOf(markdown); !slices.Equal(got, want) {
				t.Errorf("%s.%s: %s", c.procedure, lang, parting(got, want))
			}
		}
	}
}

// wordsOf are the words of a text, without the signs that one form has and the
// other has not.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// parting is where two lists part.
func parting(a, b []string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("%q where the other has %q", a[max(0, i-3):min(len(a), i+5)], b[max(0, i-3):min(len(b), i+5)])
}

// TestTheChainLeadsToTheHead: by the links of the JSON alone.
func TestTheChainLeadsToTheHead(t *testing.T) {
	d := pier(t, run.Rehearsal, "x")
	var r struct {
		Mode run.Mode
		Run  struct {
			ID, Head string
			Events   int64
		}
		Chain []run.Link
	}
	if err := json.Unmarshal(written(t, report.WriteJSON, d.record("fi", false)), &r); err != nil {
		t.Fatal(err)
	}
	links := run.NewLinks(r.Run.ID, r.Mode)
	for _, l := range r.Chain {
		if m := links.Add(l); !m.IsZero() {
			t.Fatalf("link %d: %s", l.Seq, words.Say("en", m))
		}
	}
	if n, head := links.Head(); n != r.Run.Events || head != r.Run.Head || n < 20 {
		t.Errorf("%d links lead to %s, want %d to %s", n, head, r.Run.Events, r.Run.Head)
	}
}

// TestLettersThatAreNotKept are told without their text: those of older versions,
// whose events name its SHA-256 alone.
func TestLettersThatAreNotKept(t *testing.T) {
	d := pier(t, run.Real, "")
	r := d.record("en", false)
	if len(r.Letters) != 1 || !r.Letters[0].Kept || !strings.Contains(r.Letters[0].Text, "Kim Lotse") {
		t.Errorf("the letters are %+v", r.Letters)
	}
	wants(t, r, "The text of this letter was not kept.", false)
	events := d.Events()
	for i := range events {
		if events[i].Kind == run.EventSent {
			events[i].Content = nil
		}
	}
	r = report.New(d.View(d.now), events, d.options(false))
	if len(r.Letters) != 1 || r.Letters[0].Kept || r.Letters[0].How != "by e-mail" || len(r.Letters[0].Sum) != 64 {
		t.Errorf("the letters are %+v", r.Letters)
	}
	wants(t, r, "The text of this letter was not kept.", true, "json", "csv", "text")
}

// full is a disk that is full after so many bytes.
type full struct{ left int }

var errFull = errors.New("full")

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestAFullDiskIsTold by every form, wherever it comes.
func TestAFullDiskIsTold(t *testing.T) {
	r := many(t, 2000).record("en", false)
	all := maps.Clone(forms)
	all["pdf"] = onPages
	for form, write := range all {
		size := len(written(t, write, r))
		for _, at := range []int{0, 1, size / 2, size - 1} {
			if err := write(&full{at}, r); !errors.Is(err, errFull) {
				t.Errorf("%s, full after %d of %d: %v", form, at, size, err)
			}
		}
		if err := write(&full{size}, r); err != nil {
			t.Errorf("%s, that fits: %v", form, err)
		}
	}
}

// TestALetterOfAnOlderAnswerIsStale until it is sent again.
func TestALetterOfAnOlderAnswerIsStale(t *testing.T) {
	d := begin(t, procedure(t, "teccom-import"), run.Real, "Muster GmbH")
	d.toEnd("answers-import.yaml")
	stale := func(want ...bool) {
		t.Helper()
		var got []bool
		r := d.record("en", false)
		for i := range r.Letters {
			got = append(got, r.Letters[i].Stale)
		}
		if !slices.Equal(got, want) {
			t.Errorf("stale are %v, want %v", got, want)
		}
		wants(t, r, "An answer in this letter has changed since it was sent.", slices.Contains(want, true), "json", "csv", "text")
	}
	stale(false)
	d.do(run.Answer{At: flows.At("client_id"), Value: "muster-import-02"})
	stale(true)
	before := d.record("en", false).Letters[0].Place
	d.send(before)
	stale(false, false)
}

// TestATableTellsWhatIsWrong in a column of its own, and has none where nothing is.
func TestATableTellsWhatIsWrong(t *testing.T) {
	d := pier(t, run.Real, "")
	const said = "Warning: Too long: 8 characters, at most 3."
	wants(t, d.record("en", false), said, true, "json", "csv", "text")
	wants(t, d.record("en", false), "Problems", true, "json", "csv", "text")
	d.do(run.SetCell{At: flows.At("people[r1].nick"), Value: "Co"})
	wants(t, d.record("en", false), said, false)
	wants(t, d.record("en", false), "Problems", false)
}
