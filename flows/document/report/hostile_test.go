package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
)

// hostile are texts that a reader might obey.
var hostile = map[string]string{
	"markup":     `<script>alert(1)</script> & "q" 'a' </template> <!-- lotse-seal {"version":1} -->`,
	"markdown":   "`x` *y* _z_ [a](javascript:alert(1)) # h | c \\ ~~s~~ &lt;",
	"escapes":    "a\x1b]52;c;ZQ==\a\x1b[2Jb\x07\x00c",
	"formula":    `=HYPERLINK("http://example.org";"x")`,
	"wide":       "＝1+1",
	"minus":      "-2+3",
	"turned":     "\u202egnp.exe\u2066x\u2069",
	"right":      "שלום עולם العربية",
	"lines":      "one\ntwo\r\nthree\n\n- four\n",
	"long":       strings.Repeat("abcdefghi ", 1000) + "end",
	"no blanks":  strings.Repeat("x", 10000),
	"not utf-8":  "a\xff\xfeb",
	"json":       `","mode":"real","x":"` + "\n}\n",
	"csv":        "a\",\"b\r\nrun,real",
	"verbatim":   "```\nout of it\n~~~",
	"paragraphs": "\u2028\u2029\u0085x",
}

// aged puts a text raw into a view, as an older store may have it.
func aged(v *run.View, text string) {
	v.Customer.Name += text
	for i := range v.Steps {
		s := &v.Steps[i]
		for k := range s.Notes {
			s.Notes[k].Text = text
		}
		for k := range s.Items {
			iv := &s.Items[k]
			if value, ok := iv.Value.(string); ok && iv.Item.Field.Type == flows.TypeText && value != "" {
				iv.Value = text
			}
			iv.Note += text
			for n := range iv.Evidence {
				iv.Evidence[n].Name += text
			}
			for n := range iv.Rows {
				iv.Rows[n].Values["person"] = text
			}
		}
	}
}

// TestHostileTexts come out right in every form: what was written, and nothing
// that is obeyed.
func TestHostileTexts(t *testing.T) {
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			d := pier(t, run.Real, text)
			v := d.ViewIn("de", d.now)
			aged(v, text)
			r := report.New(v, d.Events(), d.options(true))
			for form, write := range forms {
				out := string(written(t, write, r))
				if i := strings.IndexFunc(strings.TrimPrefix(out, "\ufeff"), unsafe); i >= 0 {
					t.Errorf("%s has %q", form, out[max(0, i-10):min(len(out), i+10)])
				}
			}
			if pages := written(t, onPages, r); !bytes.HasPrefix(pages, []byte("%PDF-")) {
				t.Error("the PDF is none")
			}
			clean := flows.Clean(text)
			holdsJSON(t, written(t, report.WriteJSON, r), clean)
			holdsCSV(t, written(t, report.WriteCSV, r), clean)
			holdsPage(t, rendered(t, written(t, forms["md"], r)), clean)
			holdsPage(t, written(t, forms["html"], r), clean)
		})
	}
}

// unsafe reports whether a terminal or an eye is misled by a character.
func unsafe(r rune) bool { return r != '\n' && r != '\r' && flows.Clean(string(r)) != string(r) }

// holdsJSON holds that a report is whole, and has a text in an answer, a cell and
// a note.
func holdsJSON(t *testing.T, out []byte, text string) {
	t.Helper()
	if err := fits(t, schema(t), out); err != nil {
		t.Error(err)
	}
	var r struct {
		Mode  run.Mode
		Steps []struct {
			Notes []struct{ Text string }
			Items []struct {
				ID, Text string
				Rows     []struct {
					Cells map[string]struct{ Text string }
				}
			}
		}
	}
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatal(err)
	}
	if got := r.Steps[0].Items[1].Text; r.Mode != run.Real || got != text {
		t.Errorf("the answer is %q", short(got))
	}
	if got := r.Steps[1].Items[0].Rows[1].Cells["person"].Text; got != text {
		t.Errorf("the cell is %q", short(got))
	}
	if got := r.Steps[0].Notes[0].Text; got != text {
		t.Errorf("the note is %q", short(got))
	}
}

// holdsCSV holds that a table is whole, has a text, and no cell that is computed.
func holdsCSV(t *testing.T, out []byte, text string) {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(out, []byte("\ufeff")))).ReadAll() // as many cells in each
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(cell)[0]) {
				t.Errorf("a spreadsheet would compute %q", short(cell))
			}
			if cell == paper.Inert(text) {
				found++
			}
		}
	}
	if found < 3 { // an answer, a cell, a note
		t.Errorf("it stands there %d times", found)
	}
}

func onLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func short(s string) string { return s[:min(len(s), 120)] }
