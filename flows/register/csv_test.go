package register

import (
	"context"
	"encoding/csv"
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"lotse/flows"

	"golang.org/x/text/encoding/charmap"
)

func utf16Of(s string, big, bom bool) []byte {
	var b []byte
	put := func(u uint16) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	if bom {
		put(0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		put(u)
	}
	return b
}

func windows(t *testing.T, s string) []byte {
	t.Helper()
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDialects(t *testing.T) {
	const text = "Name;Ort\nMüller & Söhne;Köln\n\"Öl; Fett\";Århus\n"
	const want = "Name|Ort\nMüller & Söhne|Köln\nÖl; Fett|Århus"
	for _, tc := range []struct {
		name       string
		file       []byte
		encoding   string
		delimiter  string
		wantedRows string
	}{
		{"utf-8", []byte(text), UTF8, ";", want},
		{"utf-8 with its mark", []byte("\ufeff" + text), UTF8, ";", want},
		{"utf-16 little endian", utf16Of(text, false, true), UTF16LE, ";", want},
		{"utf-16 big endian", utf16Of(text, true, true), UTF16BE, ";", want},
		{"utf-16 little endian without a mark", utf16Of(text, false, false), UTF16LE, ";", want},
		{"utf-16 big endian without a mark", utf16Of(text, true, false), UTF16BE, ";", want},
		{"windows-1252", windows(t, text), Windows, ";", want},
		{"windows-1252 with its own signs", windows(t, "Name;Preis\nŽ „x“;5 €\n"), Windows, ";", "Name|Preis\nŽ „x“|5 €"},
		{"crlf", []byte(strings.ReplaceAll(text, "\n", "\r\n")), UTF8, ";", want},
		{"cr", []byte(strings.ReplaceAll(text, "\n", "\r")), UTF8, ";", want},
		{"comma", []byte("Name,Ort\n\"a,b\",c\n"), UTF8, ",", "Name|Ort\na,b|c"},
		{"tab", []byte("Name\tOrt\na;b\tc,d\n"), UTF8, "tab", "Name|Ort\na;b|c,d"},
		{"bar", []byte("Name|Ort\na|c\n"), UTF8, "|", "Name|Ort\na|c"},
		{"decimal commas in semicolons", []byte("Name;Preis\nRohr;12,50\nBlech;3,20\n"), UTF8, ";", "Name|Preis\nRohr|12,50\nBlech|3,20"},
		{"a line that names the delimiter", []byte("sep=|\na;b|c\n"), UTF8, "|", "a;b|c"},
		{"one column", []byte("Name\nRohr\n"), UTF8, ",", "Name\nRohr"},
		{"no line end at the end", []byte("a;b\nc;d"), UTF8, ";", "a|b\nc|d"},
		{"empty lines", []byte("\n\na;b\n\n\nc;d\n\n"), UTF8, ";", "a|b\nc|d"},
		{"a mark inside", []byte("a;b\n1;2\n\ufeff\"a\";\"b\"\n\ufeff\n\ufeff\"3\n\";4\n"), UTF8, ";", "a|b\n1|2\na|b\n3\n|4"},
		{"Windows in the last row", []byte("a;b\n1;2\n3;4\n\"\xd6\nl\";2\nx;\xe4\n"), Windows, ";", "a|b\n1|2\n3|4\nÖ\nl|2\nx|ä"},
		{"delimiters at the end", []byte("a;b\n1;2;;\n3;4;\"\";\n"), UTF8, ";", "a|b\n1|2||\n3|4||"},
		{"a line that names another delimiter", []byte("sep=:\na|b:c\n1:2\n"), UTF8, ":", "a|b|c\n1|2"},
		{"a quote as a letter", []byte("a;b\nRohr 3/4\" lang;5\n"), UTF8, ";", "a|b\nRohr 3/4\" lang|5"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			all, info, err := read(tc.file, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := grid(all); got != tc.wantedRows {
				t.Errorf("rows\n%s\nwanted\n%s", got, tc.wantedRows)
			}
			if info.Encoding != tc.encoding || info.Delimiter != tc.delimiter {
				t.Errorf("understood %s %q, wanted %s %q", info.Encoding, info.Delimiter, tc.encoding, tc.delimiter)
			}
		})
	}
}

func TestADialectCanBeSaid(t *testing.T) {
	all, info, err := read([]byte("a,b;c\n"), Options{Delimiter: ',', Encoding: Windows})
	if err != nil || grid(all) != "a|b;c" || info.Delimiter != "," || info.Encoding != Windows {
		t.Errorf("%v, %+v, %v", grid(all), info, err)
	}
	if _, _, err := read([]byte("a\n"), Options{Encoding: "ebcdic"}); err == nil || !strings.Contains(sentence(err), "utf-8, utf-16le") {
		t.Errorf("an unknown encoding: %v", err)
	}
}

func TestRowsAreLinesAsAnEditorCounts(t *testing.T) {
	for name, file := range map[string]string{
		"lf":   "a;b\n\n\"two\nlines\";c\nd;e\n",
		"crlf": "a;b\r\n\r\n\"two\r\nlines\";c\r\nd;e\r\n",
		"cr":   "a;b\r\r\"two\rlines\";c\rd;e\r",
	} {
		all, _, err := read([]byte(file), Options{})
		if err != nil || len(all) != 3 {
			t.Fatalf("%s: %v, %v", name, all, err)
		}
		if all[0].Row != 1 || all[1].Row != 3 || all[2].Row != 5 {
			t.Errorf("%s: rows %d, %d, %d", name, all[0].Row, all[1].Row, all[2].Row)
		}
		if all[1].Cells[0] != "two\nlines" {
			t.Errorf("%s: %q", name, all[1].Cells[0])
		}
	}
}

func TestBadFiles(t *testing.T) {
	long := strings.Repeat("x", MaxField+1)
	for _, tc := range []struct {
		name        string
		file        string
		kind        flows.RefusalKind
		code        string
		row, column int
		says        string
	}{
		{"empty", "", flows.ErrUnreadable, "register.empty", 0, 0, "empty"},
		{"a quote that never closes", "a;b\nc;\"d\ne;f\n", flows.ErrUnreadable, "register.quote_open", 2, 2, "never closes"},
		{"a quote that never closes, for long", "a;b\nc;\"d\n" + strings.Repeat("eeeeeeeeeeeeeee\n", 80_000), flows.ErrUnreadable, "register.quote_long", 2, 2, "does not close"},
		{"a field over the limit", "a;b\nc;" + long + "\n", flows.ErrLimit, "register.field_long", 2, 2, "1 MiB"},
		{"a quoted field over the limit", "a;b\n\"" + long + "\";c\n", flows.ErrLimit, "register.field_long", 2, 1, "1 MiB"},
		{"a line over the limit", "a;b\n" + strings.Repeat("xxxxxxxxxxxxxxx;", 2<<20), flows.ErrLimit, "register.columns_many", 2, MaxColumns + 1, "columns"},
		{"a million columns", strings.Repeat("a;", 1_000_000) + "\n", flows.ErrLimit, "register.columns_many", 1, MaxColumns + 1, "16384 columns"},
		{"a NUL byte", "a;b\nc;d\x00e\n", flows.ErrUnreadable, "register.nul", 2, 2, "NUL"},
		{"two encodings", "ä;b\nc;\xe4\n", flows.ErrUnreadable, "register.mixed", 2, 2, "UTF-8"},
		{"a sheet's remains", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", flows.ErrUnreadable, "register.is_xls", 0, 0, "password"},
		{"an old Excel file", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", flows.ErrUnreadable, "register.is_xls", 0, 0, ".xlsx"},
		{"a PDF", "%PDF-1.7", flows.ErrUnreadable, "register.is_pdf", 0, 0, "PDF"},
		{"a web page", "\n<!doctype html>", flows.ErrUnreadable, "register.is_web_page", 0, 0, "web page"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, _, err := read([]byte(tc.file), Options{})
			code, kind, at := refused(err)
			if code != tc.code || kind != tc.kind || at != (flows.FilePlace{File: "file.csv", Row: tc.row, Column: tc.column}) || !strings.Contains(sentence(err), tc.says) {
				t.Errorf("%s %s at %+v: %v", kind, code, at, err)
			}
		})
	}
}

func TestAFileOverTheLimitIsNotBegun(t *testing.T) {
	_, err := Open(context.Background(), Source{R: endless{}, Size: MaxFile + 1}, Options{})
	if _, kind, _ := refused(err); kind != flows.ErrLimit || !strings.Contains(sentence(err), "2048 MiB") {
		t.Errorf("%v", err)
	}
}

// TestMemoryStaysFlat reads a line of a gigabyte: only a little of it is held.
func TestMemoryStaysFlat(t *testing.T) {
	size := int64(1 << 30)
	src := Source{R: endless{}, Size: size}
	r, err := Open(context.Background(), src, Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.Next()
	if _, kind, at := refused(err); kind != flows.ErrLimit || at != (flows.FilePlace{Row: 1, Column: 1}) {
		t.Errorf("%v", err)
	}
}

// endless has no line end.
type endless struct{}

func (e endless) ReadAt(p []byte, at int64) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	if at > 2*MaxRecord {
		return 0, errors.New("read on though the limit was passed")
	}
	return len(p), nil
}

// changing is a file whose size is another one by now.
type changing struct{ r *strings.Reader }

func (c changing) ReadAt(p []byte, at int64) (int, error) { return c.r.ReadAt(p, at) }

func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	text := strings.Repeat("a;b\n", 100)
	for name, size := range map[string]int64{"shorter": 500, "longer": 300} {
		r, err := Open(context.Background(), Source{R: changing{strings.NewReader(text)}, Size: size}, Options{})
		for err == nil {
			_, err = r.Next()
		}
		if _, kind, _ := refused(err); kind != flows.ErrUnreadable || !strings.Contains(sentence(err), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	r, err := Open(ctx, source([]byte(strings.Repeat("a;b\n", 1_000_000))), Options{Progress: func(done, _ int64) {
		if done > 1<<20 {
			cancel()
		}
	}})
	n := 0
	for ; err == nil; n++ {
		_, err = r.Next()
	}
	if !errors.Is(err, context.Canceled) || n > 600_000 {
		t.Errorf("after %d rows: %v", n, err)
	}
}

func TestTheSumIsTheFiles(t *testing.T) {
	_, info, err := read([]byte("abc"), Options{})
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; err != nil || info.Sum != want {
		t.Errorf("%s, %v", info.Sum, err)
	}
}

// oracle reads as encoding/csv does.
func oracle(text string, comma rune, lazy bool) ([][]string, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, lazy
	return r.ReadAll()
}

// agree fails unless the splitter and encoding/csv take a text apart alike.
func agree(t *testing.T, text string) {
	t.Helper()
	if strings.ContainsRune(text, 0) {
		return
	}
	s := newSplitter(strings.NewReader(text), ';', '\n', pageCode)
	s.buf = s.buf[:7] // many refills
	var got [][]string
	var lines []int
	var err error
	lazy := false
	for {
		var rec Record
		if rec, err = s.record(); err != nil {
			break
		}
		lazy = lazy || rec.Odd
		got, lines = append(got, slices.Clone(rec.Cells)), append(lines, rec.Row)
	}
	_, strict := oracle(text, ';', false)
	if !errors.Is(err, io.EOF) {
		if strict == nil {
			t.Fatalf("%q: encoding/csv takes it, here %v", text, err)
		}
		return
	}
	want, err := oracle(text, ';', true)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	// The quotes of ="0815" are a spreadsheet's, and none that are odd.
	formula := strict != nil && strings.Contains(text, `="`)
	if (strict != nil) != lazy && !formula {
		t.Fatalf("%q: encoding/csv says %v, odd quotes were seen: %v", text, strict, lazy)
	}
	sameGrid(t, text, got, want)
	sameLines(t, text, lines)
}

// sameLines holds that records begin on the lines on which encoding/csv has them.
func sameLines(t *testing.T, text string, lines []int) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = ';', -1, true
	for i, line := range lines {
		if _, err := r.Read(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if want, _ := r.FieldPos(0); line != want {
			t.Fatalf("%q: record %d is on line %d, encoding/csv has it on %d", text, i, line, want)
		}
	}
}

func sameGrid(t *testing.T, text string, got, want [][]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%q: %d records, encoding/csv has %d", text, len(got), len(want))
	}
	for i := range got {
		for k, cell := range want[i] {
			if w := string(fromWindows([]byte(cell))); len(got[i]) != len(want[i]) || got[i][k] != w {
				t.Fatalf("%q: record %d is %q, encoding/csv has %q", text, i, got[i], want[i])
			}
		}
	}
}

var seeds = []string{
	"a;b\nc;d\n", "a;b\r\nc;d\r\n", "\"a\";\"b\"\"c\"\n", "\"a\nb\";c\n", "\"a\r\nb\";c", "a\r", "\r", "\"", "\"\"", "\"\"\"", "a;\"b", "a\"b;c\n",
	"\"a\"b;c\n", "\"a\" ;b\n", ";;\n;\n", "\n\n\n", "a;b;\"\n\n\n\"\n", " \"a\";b\n", "\"a;b\n", "\xe4;\xff\n", "\"\r\n\";x\r\n\r\ny", "a\r\r\nb", "\"a\"\r\r\n",
}

func TestQuotesAreReadAsEncodingCSVReadsThem(t *testing.T) {
	for _, text := range seeds {
		agree(t, text)
	}
}

// filePieces are what random files are made of.
var filePieces = []string{
	"a", "b", "0", "Öl", "漢", " ", "\u00a0", "\xe4", "\"", "\"\"", ";", ";", ";", ";", "\n", "\n", "\r\n", "\r", "\"x;y\"", "\"x\ny\"", "\"x\r\ny\";", "x;y;z\n", "a;b\n", ";;\n",
	"a ;\u00a0b;\n",
}

func TestRandomFilesAreReadAsEncodingCSVReadsThem(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 6_000 {
		var b strings.Builder
		for range r.IntN(60) {
			b.WriteString(filePieces[r.IntN(len(filePieces))])
		}
		agree(t, b.String())
	}
}

func FuzzSplit(f *testing.F) {
	for _, text := range seeds {
		f.Add(text)
	}
	f.Fuzz(agree)
}
