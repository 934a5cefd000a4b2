package compare

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"lotse/flows"
	"lotse/flows/register"
)

// many is a register of so many rows.
func many(rows int) string {
	var b strings.Builder
	b.WriteString("number;name;vat_number;street\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d;\"Öljy; %d Oy\";FI%08d;Katu %d\n", i+1, i, i, i)
	}
	return b.String()
}

// other is a file that is longer than it was, or shorter.
type other struct {
	io.ReaderAt
	at func(p []byte, off int64) (int, error)
}

func (o other) ReadAt(p []byte, off int64) (int, error) { return o.at(p, off) }

// TestReadOfAFileThatChanges: nothing is made of it.
func TestReadOfAFileThatChanges(t *testing.T) {
	text := many(60_000)
	for name, c := range map[string]struct {
		size int
		code string
	}{"longer": {len(text) - 100, "register.grew"}, "shorter": {len(text) + 100, "register.shrank"}, "the same": {len(text), ""}} {
		r, err := Read(t.Context(), register.Source{Name: "r.csv", R: strings.NewReader(text), Size: int64(c.size)}, Customers, Options{})
		code, kind, said := refused(err)
		if c.code == "" && (err != nil || r.Len() != 60_000) || c.code != "" && (r != nil || kind != flows.ErrUnreadable || code != c.code || !strings.Contains(said, name)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	gone := errors.New("stale file handle")
	src := register.Source{Name: "r.csv", Size: int64(len(text)), R: other{at: func(p []byte, off int64) (int, error) {
		if off > 1<<20 {
			return 0, gone
		}
		return strings.NewReader(text).ReadAt(p, off)
	}}}
	if _, err := Read(t.Context(), src, Customers, Options{}); !errors.Is(err, gone) {
		t.Errorf("a file that vanishes: %v", err)
	}
}

// TestReadEndsWithItsContext, and leaves nothing behind.
func TestReadEndsWithItsContext(t *testing.T) {
	lines := many(200_000)
	before := runtime.NumGoroutine()
	for name, text := range map[string]string{"line feeds": lines, "carriage returns": strings.ReplaceAll(lines, "\n", "\r")} {
		ctx, cancel := context.WithCancel(t.Context())
		var seen int64
		o := Options{Options: register.Options{Progress: func(done, _ int64) {
			if seen = done; done > 2<<20 {
				cancel()
			}
		}}}
		r, err := Read(ctx, register.Source{Name: "r.csv", R: strings.NewReader(text), Size: int64(len(text))}, Customers, o)
		if !errors.Is(err, context.Canceled) || r != nil || seen > 5<<20 {
			t.Errorf("%s: after %d bytes: %v", name, seen, err)
		}
	}
	for range 100 { // what ends by itself is let end
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// TestReadOfAWorkbook takes what Excel has done to it, and says so.
func TestReadOfAWorkbook(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		set := func(at string, cells ...any) {
			if err := f.SetSheetRow("Sheet1", at, &cells); err != nil {
				t.Fatal(err)
			}
		}
		set("A1", "Toimittajat")
		set("A3", "Toimittajakoodi", "Nimi", "Y-tunnus", "Aktiivinen")
		set("A4", 501, "Tukku Oy ", "0112038-9", true)
		set("A5", 123456789012, "Satama Oy", "", false)
		set("A7", "1,2E+11", "Varasto Oy")
		set("A8", "Toimittajakoodi", "Nimi", "Y-tunnus", "Aktiivinen")
		style, err := f.NewStyle(&excelize.Style{NumFmt: 11})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", "A5", "A5", style); err != nil {
			t.Fatal(err)
		}
	})
	r, err := Read(t.Context(), register.Source{Name: "r.xlsx", R: bytes.NewReader(b), Size: int64(len(b))}, Suppliers, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Card{{4, "501", "0112038-9", "Tukku Oy", false}, {5, "123456789012", "", "Satama Oy", true}, {7, "1,2E+11", "", "Varasto Oy", false}}
	for i := range want {
		if i >= r.Len() || r.Card(i) != want[i] || r.Len() != len(want) {
			t.Fatalf("%d rows, %+v", r.Len(), r.Card(min(i, r.Len()-1)))
		}
	}
	var notes []string
	for _, n := range r.Notes {
		notes = append(notes, fmt.Sprintf("%s %d", n.Code, n.Row))
	}
	if got := strings.Join(notes, ", "); got != "title 1, second_header 8, unread 7, spoilt 7, restored 5" {
		t.Error(got)
	}
	if r.Info.Sheet != "Sheet1" || len(r.Info.Sum) != 64 {
		t.Errorf("%+v", r.Info)
	}
}

// TestReadOfAWorkbookThatRepeatsALongText: it is there once, and named by many
// cells; what is held ends at a limit.
func TestReadOfAWorkbookThatRepeatsALongText(t *testing.T) {
	b := workbook(t, func(f *excelize.File) {
		long := strings.Repeat("x", 32_000)
		for i := range 7_000 {
			cells := []any{"number", "name"}
			if i > 0 {
				cells = []any{i, long}
			}
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &cells); err != nil {
				t.Fatal(err)
			}
		}
	})
	_, err := Read(t.Context(), register.Source{Name: "r.xlsx", R: bytes.NewReader(b), Size: int64(len(b))}, Customers, Options{})
	var r *flows.Refusal
	if !errors.As(err, &r) {
		t.Fatal(err)
	}
	if at, _ := r.At.(flows.FilePlace); r.Kind != flows.ErrLimit || at.Row < 6_000 || at.File != "r.xlsx" || len(b) > 1<<20 {
		t.Fatal(len(b), err)
	}
}

func workbook(t *testing.T, build func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	build(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
