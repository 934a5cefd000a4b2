package compare

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"lotse/flows/register"
)

// sheetWith is a register of customers in a workbook; the cell C3 is as it is
// written by some program.
func sheetWith(t *testing.T, cell string) *Register {
	t.Helper()
	b := workbook(t, func(f *excelize.File) {
		for i, row := range [][]any{{"Asiakaskoodi", "Y-tunnus", "Nimi"}, {"1001", "", "Satama Oy"}, {"1002", "", "PLACE"}} {
			if err := f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row); err != nil {
				t.Fatal(err)
			}
		}
	})
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "xl/worksheets/sheet1.xml" {
			at := bytes.Index(text, []byte(`<c r="C3"`))
			end := at + bytes.Index(text[at:], []byte("</c>")) + len("</c>")
			text = append(append(bytes.Clone(text[:at]), cell...), text[end:]...)
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := Read(t.Context(), register.Source{Name: "r.xlsx", R: bytes.NewReader(out.Bytes()), Size: int64(out.Len())}, Customers, Options{})
	if err != nil {
		t.Fatalf("%s: %v", cell, err)
	}
	return r
}

// TestWhatWasNeverComputedIsNoName: a formula without a value is no empty name,
// which would differ from another, and is held against nothing; one whose text is
// empty is empty.
func TestWhatWasNeverComputedIsNoName(t *testing.T) {
	for name, c := range map[string]struct{ cell, name, found, unread string }{
		"a text":                    {`<c r="C3" t="inlineStr"><is><t>Pohjola Oy</t></is></c>`, "Pohjola Oy", "", ""},
		"a formula":                 {`<c r="C3" t="str"><f>A1</f><v>Pohjola Oy</v></c>`, "Pohjola Oy", "", ""},
		"never computed":            {`<c r="C3"><f>A1</f></c>`, "#GETTING_DATA", "", "left.name 1"},
		"by a script":               {`<c r="C3"><f>A1</f><v></v></c>`, "#GETTING_DATA", "", "left.name 1"},
		"by a script, in short":     {`<c r="C3"><f>A1</f><v/></c>`, "#GETTING_DATA", "", "left.name 1"},
		"as a text, never computed": {`<c r="C3" t="str"><f>A1</f></c>`, "#GETTING_DATA", "", "left.name 1"},
		"an empty text":             {`<c r="C3" t="str"><f>A1</f><v></v></c>`, "", "same-code-other-name 1", ""},
		"failed":                    {`<c r="C3" t="e"><f>A1</f><v>#N/A</v></c>`, "#N/A", "", "left.name 1"},
		"no cell":                   {`<c r="C3"></c>`, "", "same-code-other-name 1", ""},
	} {
		left := sheetWith(t, c.cell)
		right := fileOf(t, Customers, "number;name;vat_number", "1001;Satama Oy;/1002;Pohjola Oy;")
		if got := left.Card(1).Name; got != c.name {
			t.Errorf("%s: %q", name, got)
		}
		if got := foundLine(t, Customers, left, right); got != c.found {
			t.Errorf("%s: found %s, want %s", name, got, c.found)
		}
		report, err := Compare(t.Context(), left, right, Plan{Kind: Customers, Left: Netvisor, Right: Rackbeat}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var unread []string
		for _, u := range report.Unread() {
			unread = append(unread, u.String()+" "+string(rune('0'+u.Rows)))
		}
		if got := strings.Join(unread, ", "); got != c.unread {
			t.Errorf("%s: not compared %s, want %s", name, got, c.unread)
		}
	}
}
