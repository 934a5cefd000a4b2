package register

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// scanned is what Scan, or reading row by row, made of a file.
type scanned struct {
	rows []string
	Oddities
	info Info
}

// theWanted are the second column, none, the first, and the fourth.
func theWanted(after int) Wanted {
	return Wanted{Columns: [4]int{1, -1, 0, 3}, After: after, Header: []string{"a", "b"}}
}

func byScan(text string, w Wanted, o Options) (scanned, error) {
	var got scanned
	var err error
	got.info, err = Scan(context.Background(), source([]byte(text)), o, w, func(b *Batch) error {
		for _, r := range b.Rows {
			line, at := fmt.Sprint(r.Row), r.At
			for _, n := range r.Len {
				line += "|" + b.Text[at:at+int(n)]
				at += int(n)
			}
			got.rows = append(got.rows, line)
		}
		got.Join(&b.Oddities)
		return nil
	})
	return got, err
}

func byRows(text string, w Wanted, o Options) (scanned, error) {
	var got scanned
	r, err := Open(context.Background(), source([]byte(text)), o)
	if err != nil {
		return got, err
	}
	defer r.Close()
	for n := 0; ; n++ {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			got.info = r.Info()
			return got, nil
		}
		if err != nil {
			return got, err
		}
		if n < w.After || IsBlankRow(rec.Cells) {
			continue
		}
		if IsHeaderAgain(rec.Cells, w.Header) {
			got.Again.Add(rec.Row)
			continue
		}
		got.Take(&rec, len(w.Header))
		line := fmt.Sprint(rec.Row)
		for _, c := range w.Columns {
			line += "|"
			if c >= 0 && c < len(rec.Cells) {
				line += string(TrimCell([]byte(rec.Cells[c])))
			}
		}
		got.rows = append(got.rows, line)
	}
}

// sameByScan holds that Scan gives what reading row by row gives, or leaves a
// file alone; it reports whether it took it.
func sameByScan(t *testing.T, text string, after, chunk int, o Options) bool {
	t.Helper()
	defer func(was int) { scanChunk = was }(scanChunk)
	scanChunk = chunk
	w := theWanted(after)
	got, err := byScan(text, w, o)
	if errors.Is(err, ErrIrregular) {
		return false
	}
	want, wantErr := byRows(text, w, o)
	if err != nil || wantErr != nil || !slices.Equal(got.rows, want.rows) || got.Oddities != want.Oddities ||
		fmt.Sprint(got.info) != fmt.Sprint(want.info) {
		t.Fatalf("%q in chunks of %d after %d:\n%+v, %v\n%+v, %v", text, chunk, after, got, err, want, wantErr)
	}
	return true
}

// scanPieces are what random files are made of.
var scanPieces = []string{
	"a", "b", "0", "Öl", "漢", " ", "\u00a0", "\"", "\"\"", ";", ";", ";", ";", "\n", "\n", "\r\n", "\r", "\"x;y\"", "\"x\ny\"", "\"x\r\ny\";", "x;y;z\n", "a;b\n", ";;\n",
	"\ufeff", "\n\ufeff", "\ufeffa;b\n", "\n\ufeff\"a\";\"b\"\n", "a ;\u00a0b;\n", "=\"a\"", ";=\"a\"\n",
}

func randomFile(r *rand.Rand) string {
	var b strings.Builder
	b.WriteString([]string{"", "", "", "\ufeff", "sep=;\n"}[r.IntN(5)])
	for range r.IntN(60) {
		b.WriteString(scanPieces[r.IntN(len(scanPieces))])
	}
	if r.IntN(12) == 0 {
		b.WriteString([]string{"\x00", "\xe4", "\xff;\xc3"}[r.IntN(3)])
	}
	return b.String()
}

func TestScanGivesWhatReadingRowByRowDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	taken := 0
	for range 6_000 {
		text := randomFile(r)
		if sameByScan(t, text, r.IntN(3), 1+r.IntN(40), Options{Delimiter: ';', Encoding: []string{"", "", UTF8, Windows}[r.IntN(4)]}) {
			taken++
		}
	}
	if taken < 2_400 {
		t.Errorf("only %d files were scanned", taken)
	}
}

// TestScanSkipsAndChecks holds what looks at eight bytes at once to what does not.
func TestScanSkipsAndChecks(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	letters := []string{"a", ";", ";", ":", "\xbb", "\xba", "\xc3", "\xc1\xbf", "ä", "漢", "\x00", "\x80", "\U0001f600"}
	for range 20_000 {
		var b []byte
		for range r.IntN(30) {
			b = append(b, letters[r.IntN(len(letters)-r.IntN(8))]...)
		}
		n := 1 + r.IntN(6)
		want, left := b, n
		for ; left > 0; left-- {
			_, rest, ok := bytes.Cut(want, []byte{';'})
			if want = rest; !ok {
				break
			}
		}
		if got, missing := skipCells(b, ';', n); missing != left || string(got) != string(want) {
			t.Fatalf("%q, %d: %q, %d missing; wanted %q, %d", b, n, got, missing, want, left)
		}
		if isUTF8(b) != utf8.Valid(b) {
			t.Fatalf("%q is UTF-8: %v", b, utf8.Valid(b))
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("a;b\n1;2;3;4\n", 1, 8)
	f.Add("a;b\n1;2\n\ufeff\"a\";\"b\"\n\ufeff\n\ufeff\"x\ny\";2\n", 1, 5)
	f.Add("\ufeff\"a\";\"b\"\r\n\"x\r\ny\";\"\"\"\"\r\n", 0, 3)
	f.Fuzz(func(t *testing.T, text string, after, chunk int) {
		if len(text) > 0 && after >= 0 && after < 5 && chunk > 0 && chunk < 1<<20 {
			sameByScan(t, text, after, chunk, Options{Delimiter: ';'})
		}
	})
}

// TestScanTakesWhatIsUsual holds that the files that come every day are not read
// in the slow way.
func TestScanTakesWhatIsUsual(t *testing.T) {
	for name, text := range map[string]string{
		"Netvisor's": "a;b;c\r\n1;Öl;\"x; y\"\r\n2;;z\r\n", "marked": "\ufeffa;b;c\n1;2;3\n", "all quoted": "\"a\";\"b\"\n\"1\";\"2\n3\"\n",
		"no line end": "a;b\n1;2", "ragged": "a;b;c\n1\n1;2;3;4;5\n", "Windows": "a;b\n\xd6l;2\n", "turns out to be Windows": "a;b\n1;2\n3;4\n\"\xd6\nl\";2\nx;\xe4\n",
		"blank rows, the header again": "a;b\n;;\n1;2\n ;\u00a0;\na;b\n", "a mark inside": "a;b\n1;2\n\ufeff\"a\";\"b\"\n\ufeff\n\ufeff\"3\n\";4\n", "ends in delimiters": "a;b\n1;2;;\n3;4;\"\";\n",
	} {
		o := Options{Delimiter: ';'}
		if name == "Windows" { // and not found out
			o.Encoding = Windows
		}
		for _, chunk := range []int{1, 3, 7, 1 << 20} {
			if !sameByScan(t, text, 1, chunk, o) {
				t.Errorf("%s is not scanned in chunks of %d", name, chunk)
			}
		}
	}
}

// TestScanOfWhatNamesItsDelimiter holds that a delimiter that is none here is
// left to who reads row by row.
func TestScanOfWhatNamesItsDelimiter(t *testing.T) {
	for line, want := range map[string]bool{"sep=|": true, "sep=:": false, "sep=\"": false, "sep=\xa4": false} {
		for _, row := range []string{"a|b:c\"d", "ä", "\"x\";\"y\""} {
			if got := sameByScan(t, line+"\n"+row+"\n1;2\n", 0, 4, Options{}); got != want {
				t.Errorf("%q: scanned: %v", line, got)
			}
		}
	}
}

// TestScanEndsAtOnce cancels it, and refuses a batch: nothing is left behind.
func TestScanEndsAtOnce(t *testing.T) {
	text := strings.Repeat("1;2;3\n", 1<<20)
	refused := errors.New("refused")
	for range 5 {
		ctx, cancel := context.WithCancel(context.Background())
		n := 0
		_, err := Scan(ctx, source([]byte(text)), Options{Delimiter: ';'}, theWanted(0), func(*Batch) error {
			n++
			cancel()
			return nil
		})
		if !errors.Is(err, context.Canceled) || n > 2*scanAhead+2 {
			t.Fatalf("after %d batches: %v", n, err)
		}
		if _, err := Scan(context.Background(), source([]byte(text)), Options{Delimiter: ';'}, theWanted(0), func(*Batch) error { return refused }); !errors.Is(err, refused) {
			t.Fatal(err)
		}
	}
}
