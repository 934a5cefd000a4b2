package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"lotse/flows/document/paper"
)

// saidOnPDF holds a document against its pages.
func saidOnPDF(t testing.TB, d *paper.Document) {
	t.Helper()
	d.Mark, d.Foot = "", ""
	body := bodyOf(pdfOf(t, d))
	if at := strings.LastIndex(body, "Characters that the font"); at >= 0 {
		body = body[:at]
	}
	wantSaid(t, body, allOnPDF(said(d)))
}

func TestPDFReadsAsItself(t *testing.T) {
	for _, text := range hostile {
		t.Run(text[:min(len(text), 12)], func(t *testing.T) { saidOnPDF(t, everywhere("¶"+text)) })
	}
}

// TestLongTextsOnPDF: a text of many pages is said whole wherever it stands. In a
// table two of them are side by side on each page, so that only their letters can
// be counted.
func TestLongTextsOnPDF(t *testing.T) {
	for _, word := range []string{"seven ", "W", "i"} {
		text := strings.Repeat(word, 10_000/len(word))
		d := everywhere(text)
		d.Mark, d.Foot = "", ""
		got, want := squeezed(bodyOf(pdfOf(t, d))), squeezed(strings.Join(said(d), ""))
		if len(got) < len(want) || strings.Count(got, squeezed(word)) < strings.Count(want, squeezed(word)) {
			t.Errorf("%q: %d bytes are said, want %d", word, len(got), len(want))
		}
	}
}

// FuzzPDF: whatever a text is, it reads as itself or as its code points.
func FuzzPDF(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 300 { // cells that go over pages stand in pieces
			return
		}
		d := everywhere("¶" + text) // lest it be taken for a mark of the page
		for i, b := range d.Blocks {
			if table, ok := b.(paper.Table); ok {
				table.Head = make([]string, len(table.Head)) // one that goes over pages has its head twice
				d.Blocks[i] = table
			}
		}
		saidOnPDF(t, d)
	})
}

// TestPDFIsTheSameEachTime: nothing in the file is of the hour or by chance.
func TestPDFIsTheSameEachTime(t *testing.T) {
	first := bytesOfPDF(t, report("fi"))
	for range 5 {
		if !bytes.Equal(bytesOfPDF(t, report("fi")), first) {
			t.Fatal("the same document is two files")
		}
	}
	var writing sync.WaitGroup // several at once share the fonts
	for range 4 {
		writing.Go(func() {
			if !bytes.Equal(fileOf(report("fi")), first) {
				t.Error("a document that is written beside others is another file")
			}
		})
	}
	writing.Wait()
	d := report("fi")
	d.Written = time.Date(2026, 11, 28, 16, 5, 0, 0, time.FixedZone("", 3600))
	if file := bytesOfPDF(t, d); !bytes.Contains(file, []byte("D:20261128150500")) {
		t.Error("when it was written is not said")
	}
}

// fileOf is a document as a PDF; empty where it could not be written.
func fileOf(d *paper.Document) []byte {
	var b bytes.Buffer
	if err := paper.PDF(&b, d); err != nil {
		return nil
	}
	return b.Bytes()
}

// TestPDFTellsWhatItIs: the title and the language stand in the file itself, and
// the headings in its outline, in their levels.
func TestPDFTellsWhatItIs(t *testing.T) {
	file := bytesOfPDF(t, report("de"))
	for _, want := range []string{"/Lang (de)", "/Title (\xfe\xff\x00T\x00e\x00c\x00C\x00o\x00m", "/Producer (Lotse)", "/Title (\xfe\xff\x00O\x00r\x00g\x00a\x00n", "/Title (\xfe\xff\x00W\x00h\x00a\x00t"} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

// TestFrameOfEveryPage: the mark, the foot and the number stand on each page; one
// that has no room is cut, and said whole once.
func TestFrameOfEveryPage(t *testing.T) {
	d := long(150)
	pages := pdfOf(t, d)
	if len(pages) < 4 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if want := []string{d.Mark, d.Foot, fmt.Sprintf("Page %d of %d", i+1, len(pages))}; !slices.Equal(p.frame(), want) {
			t.Errorf("page %d has %q, want %q", i+1, p.frame(), want)
		}
	}
	d.Mark, d.Foot = strings.Repeat("REHEARSAL ", 1000), strings.Repeat("head 9d41 ", 1000)
	pages = pdfOf(t, d)
	body := squeezed(bodyOf(pages))
	if strings.Count(body, squeezed(d.Mark)) != 1 || strings.Count(body, squeezed(d.Foot)) != 1 {
		t.Error("what was cut is not said whole once")
	}
	for i, p := range pages {
		if f := p.frame(); len(f) != 4 || !strings.HasSuffix(f[0], "…") || !strings.HasSuffix(f[2], "…") || len(f[0]) > 200 {
			t.Errorf("page %d has %.300q", i+1, f)
		}
	}
}

// TestPDFSaysWhatItLacks: a line at the end names the first character that the
// fonts lack; where they lack none there is none.
func TestPDFSaysWhatItLacks(t *testing.T) {
	for lang, want := range map[string]string{"en": "Characters that the font", "de": "Zeichen, die der Schrift", "fi": "Merkit, jotka puuttuvat"} {
		d := report(lang)
		if strings.Contains(bodyOf(pdfOf(t, d)), want) {
			t.Errorf("%s: nothing lacks, and it is said", lang)
		}
		d.Title = "שלום and 東京"
		if body := bodyOf(pdfOf(t, d)); !strings.Contains(body, want) || !strings.Contains(body, "[U+05E9].") || strings.Contains(body, "[U+6771].") {
			t.Errorf("%s: what lacks is not said:\n%.300s", lang, body)
		}
		// What is written from right to left stands letter by letter as it is read.
		if body := squeezed(bodyOf(pdfOf(t, d))); !strings.Contains(body, "[U+05E9][U+05DC][U+05D5][U+05DD]and[U+6771][U+4EAC]") {
			t.Errorf("%s: the title is %.100s", lang, body)
		}
	}
}

// TestCodePointsStayWhole where a line has room for one.
func TestCodePointsStayWhole(t *testing.T) {
	d := &paper.Document{Blocks: []paper.Block{paper.Paragraph{Text: paper.Say(strings.Repeat("שלום", 100))}, paper.Facts{Rows: []paper.Fact{{Name: strings.Repeat("東", 50)}}}}}
	lines := 0
	for _, set := range pdfOf(t, d)[0] {
		if strings.Count(set.text, "[") != strings.Count(set.text, "]") {
			t.Errorf("a line is %q", set.text)
		}
		lines++
	}
	if lines < 20 {
		t.Errorf("%d lines", lines)
	}
}

// TestHeadingIsNeverAlone: a heading stands on the page of what follows it,
// wherever on a page it comes.
func TestHeadingIsNeverAlone(t *testing.T) {
	tall := strings.Repeat("a tall cell ", 120)
	for name, following := range map[string]paper.Block{
		"paragraph": paper.Paragraph{Text: paper.Say("FIRST")},
		"notice":    paper.Notice{Text: paper.Say("FIRST")},
		"facts":     paper.Facts{Rows: []paper.Fact{{Name: "FIRST", Value: paper.Say(tall)}}},
		"list":      paper.List{Points: []paper.Line{paper.Say("FIRST")}},
		"boxes":     paper.Boxes{Rows: []paper.Box{{Text: paper.Say("FIRST")}}},
		"table":     paper.Table{Head: []string{"a", "b"}, Rows: rowsOf([]string{"FIRST", tall})},
		"letter":    paper.Verbatim{Title: "to", Text: "FIRST\nsecond"},
	} {
		turned := 0
		for above := 24; above < 40; above++ { // a page has room for some 32
			d := &paper.Document{Title: "t"}
			for range above {
				d.Blocks = append(d.Blocks, paper.Paragraph{Text: paper.Say("above")})
			}
			d.Blocks = append(d.Blocks, paper.Heading{Level: 1, Text: "PART"}, paper.Heading{Level: 2, Text: "SUBPART"}, following)
			on := map[string]int{}
			for i, p := range pdfOf(t, d) {
				for _, set := range p {
					on[set.text] = i
				}
			}
			if on["PART"] != on["FIRST"] || on["SUBPART"] != on["FIRST"] {
				t.Fatalf("%s, below %d: the headings are on pages %d and %d, what follows on %d", name, above, on["PART"], on["SUBPART"], on["FIRST"])
			}
			turned = max(turned, on["FIRST"])
		}
		if turned == 0 {
			t.Errorf("%s: no page was turned", name)
		}
	}
}

// TestTableOverPages: its head stands again on each page, and a row is not cut.
func TestTableOverPages(t *testing.T) {
	rows := [][]string{}
	for i := range 60 {
		rows = append(rows, []string{"N" + decimal(i) + "N", strings.Repeat("word ", 150) + "END" + decimal(i) + "."})
	}
	pages := pdfOf(t, &paper.Document{Title: "t", Blocks: []paper.Block{paper.Table{Head: []string{"Number", "Text"}, Rows: rowsOf(rows...)}}})
	seen := 0
	for i, p := range pages {
		body := squeezed(p.body())
		if strings.Count(body, "NumberText") != 1 {
			t.Errorf("page %d has no head of the table, or more than one", i+1)
		}
		for k := range rows {
			begins, ends := strings.Contains(body, "N"+decimal(k)+"N"), strings.Contains(body, "END"+decimal(k)+".")
			if begins != ends {
				t.Errorf("page %d has a part of row %d", i+1, k)
			}
			if begins {
				seen++
			}
		}
	}
	if seen != len(rows) || len(pages) < 5 {
		t.Errorf("%d rows on %d pages", seen, len(pages))
	}
}

// TestWideTables: every cell is said, however many columns there are.
func TestWideTables(t *testing.T) {
	for _, n := range []int{0, 1, 7, 30, 120} {
		head, row := make([]string, n), make([]string, n)
		for i := range n {
			head[i], row[i] = "column"+decimal(i)+".", "value"+decimal(i)+"."
		}
		d := &paper.Document{Title: "t", Blocks: []paper.Block{paper.Table{Head: head, Rows: rowsOf(row, row[:n/2], append(row, "over", "and over"))}}}
		body := bodyOf(pdfOf(t, d))
		if n > 0 {
			row[n-1] += " over and over"
		}
		if n == 0 || n > 30 {
			continue // no cells, or columns so narrow that a head goes over pages
		}
		wantSaid(t, body, append(append([]string{"t"}, head...), slices.Concat(row[:n-1], []string{"value" + decimal(n-1) + "."}, row[:n/2], row[:n-1], row[n-1:])...))
	}
}

// TestLinesBeginWithAWord: a blank at which a line was broken falls away; those at
// the beginning of a text stay.
func TestLinesBeginWithAWord(t *testing.T) {
	d := &paper.Document{Blocks: []paper.Block{
		paper.Paragraph{Text: paper.Say(strings.Repeat("several  words ", 100))}, paper.Verbatim{Text: "    set in\n" + strings.Repeat("x ", 200)},
	}}
	setIn := 0
	for _, set := range pdfOf(t, d)[0] {
		if strings.HasPrefix(set.text, "    set in") {
			setIn++
		} else if strings.HasPrefix(set.text, " ") {
			t.Errorf("a line is %q", set.text)
		}
	}
	if setIn != 1 {
		t.Error("the blanks before a text are gone")
	}
}

var uri = regexp.MustCompile(`/URI \(([^)]*)\)`)

// TestLinksOfAPDF: only addresses that may be followed can be clicked.
func TestLinksOfAPDF(t *testing.T) {
	d := &paper.Document{Blocks: []paper.Block{paper.Paragraph{Text: paper.Line{
		{Text: "a", Link: "https://example.org/a?b=1&c=(2)"}, {Text: "b", Link: "javascript:alert(1)"}, {Text: "c", Link: "file:///etc/passwd"}, {Text: "d", Link: "mailto:a@example.org"},
	}}}}
	var got []string
	for _, m := range uri.FindAllSubmatch(bytesOfPDF(t, d), -1) {
		got = append(got, string(m[1]))
	}
	if want := []string{"https://example.org/a?b=1&c=%282%29", "mailto:a@example.org"}; !slices.Equal(got, want) {
		t.Errorf("the links are %q, want %q", got, want)
	}
}

func TestPDFOnAFullDisk(t *testing.T) {
	if err := paper.PDF(full{}, everywhere("x")); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}

// TestEmptyDocument: nothing to say is no reason to fail.
func TestEmptyDocument(t *testing.T) {
	for name, write := range map[string]func(io.Writer, *paper.Document) error{"Markdown": paper.Markdown, "HTML": paper.HTML, "PDF": paper.PDF} {
		d := &paper.Document{Blocks: []paper.Block{paper.Paragraph{}, paper.Facts{}, paper.List{}, paper.Boxes{}, paper.Table{Rows: rowsOf()}, paper.Verbatim{}, paper.Notice{}, paper.Heading{}}}
		if err := write(io.Discard, d); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
