package register

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"slices"

	"lotse/flows"
)

// maxTable bounds the text of a file that is held for a list, in bytes.
const maxTable = 256 << 20

// yieldEvery is after how many rows others are let to work: the screen's keys
// are handled in the same process.
const yieldEvery = 64

// Table is a file that was read whole, for a list.
type Table struct {
	Info    Info
	Records []Record // all of them, what stands above the header included
	Header  int      // index in Records; -1: there is none
	Columns []string // clean names; numbers where there is no header

	list  *List
	data  []int // indexes in Records of the rows that are data
	notes []Issue

	left, uncertain RowTally // rows that are no data, and those that may be none
}

// ReadTable reads a file for a list.
func ReadTable(ctx context.Context, src Source, o Options, l *List) (*Table, error) {
	t, err := readTable(ctx, src, o, l)
	if err == nil && o.Encoding == "" {
		if better := t.checkEncoding(); better != "" {
			o.Encoding = better
			if t, err = readTable(ctx, src, o, l); err == nil {
				t.notes = append(t.notes, EncodingFound(better))
			}
		}
	}
	if err == nil && o.Sheet == "" && len(t.Info.Sheets) > 1 {
		return onSheets(ctx, src, o, t)
	}
	return t, err
}

func readTable(ctx context.Context, src Source, o Options, l *List) (*Table, error) {
	r, err := Open(ctx, src, o)
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // only memory is let go of
	t := &Table{list: l}
	if err := t.read(r); err != nil {
		return nil, err
	}
	t.Info = r.Info()
	if len(t.Records) == 0 {
		return nil, t.refused(unreadable(0, 0, Blank))
	}
	if err := t.SetHeader(findHeader(t.Records, l)); err != nil {
		return nil, err
	}
	t.notes = append(t.notes, r.Notes()...)
	return t, nil
}

// Pasted reads text from the clipboard as a file. Its header is one only where
// it names fields of the list: all else is data.
func Pasted(ctx context.Context, text string, l *List) (*Table, error) {
	if text == "" {
		return nil, unreadable(0, 0, "register.nothing_pasted")
	}
	b := []byte(text)
	t, err := ReadTable(ctx, Source{Name: "", R: bytes.NewReader(b), Size: int64(len(b))}, Options{Encoding: UTF8}, l)
	if err != nil {
		return nil, err
	}
	if t.Header >= 0 && l.hits(t.Records[t.Header].Cells) == 0 {
		err = t.SetHeader(-1)
	}
	return t, err
}

func (t *Table) read(r *Reader) error {
	size, odd := 0, tally{code: IssueQuote, level: flows.Tell}
	for {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			t.notes = odd.issues()
			return nil
		}
		if err != nil {
			return err
		}
		if len(t.Records)%yieldEvery == 0 {
			runtime.Gosched()
		}
		if rec.Odd {
			odd.add(rec.Row, "", "register.quote")
		}
		for _, c := range rec.Cells {
			size += len(c)
		}
		if len(t.Records) > flows.MaxRows+maxLead {
			return t.tooMany(rec.Row)
		}
		if size > maxTable {
			return t.refused(overLimit(rec.Row, 0, "register.table_large", "most", maxTable>>20))
		}
		rec.Cells = slices.Clone(rec.Cells)
		t.Records = append(t.Records, rec)
	}
}

func (t *Table) tooMany(row int) error {
	return t.refused(overLimit(row, 0, "register.rows_many", "n", flows.MaxRows+1, "most", flows.MaxRows))
}

// refused is a refusal that names the file.
func (t *Table) refused(err error) error { return InFile(err, t.Info.Name) }

// SetHeader says which record is the header: its index, -1 for none.
func (t *Table) SetHeader(i int) error {
	if i >= len(t.Records) {
		return t.refused(unreadable(0, 0, "register.no_row"))
	}
	t.Header, t.data = i, t.data[:0]
	for k := i + 1; k < len(t.Records); k++ {
		r := t.Records[k]
		if filled(r.Cells) == 0 || t.again(r, k == i+1) {
			continue
		}
		if len(t.data) == flows.MaxRows {
			return t.tooMany(r.Row)
		}
		t.data = append(t.data, k)
	}
	t.name()
	t.leaveOut()
	return nil
}

// leaveOut takes the rows from the data that are none of the list's.
func (t *Table) leaveOut() {
	var none map[int]bool
	none, t.left, t.uncertain = t.rowsNotData()
	t.data = slices.DeleteFunc(t.data, func(k int) bool { return none[k] })
}

// WithHeader is the table with another record as its header; the table itself
// stays as it is, since its rows may be under judgement.
func (t *Table) WithHeader(i int) (*Table, error) {
	other := *t
	other.data = nil
	if err := other.SetHeader(i); err != nil {
		return nil, err
	}
	return &other, nil
}

// HeaderAt makes the record on a row the header; 0 says that there is none.
func (t *Table) HeaderAt(row int) error {
	if row == 0 {
		return t.SetHeader(-1)
	}
	for i := range t.Records {
		if t.Records[i].Row == row {
			return t.SetHeader(i)
		}
	}
	return t.refused(unreadable(row, 0, NoHeader))
}

// HeaderRow is the row of the header; 0 where there is none.
func (t *Table) HeaderRow() int {
	if t.Header < 0 {
		return 0
	}
	return t.Records[t.Header].Row
}

// name finds the columns' names.
func (t *Table) name() {
	if t.Header >= 0 {
		t.Columns = ColumnNames(t.Records[t.Header].Cells)
		return
	}
	wide := 0
	for _, k := range t.data {
		wide = max(wide, len(t.Records[k].Cells))
	}
	t.Columns = ColumnNames(make([]string, wide))
}

// Len counts the rows of data.
func (t *Table) Len() int { return len(t.data) }

// Row is the i-th row of data as it stands in the file.
func (t *Table) Row(i int) Record { return t.Records[t.data[i]] }

// Lead says what is not data: rows above the header, second headers.
func (t *Table) lead() []Issue {
	var all []Issue
	if t.Header > 0 {
		all = append(all, Issue{Code: IssueTitle, Level: flows.Tell, Row: t.Records[0].Row, Message: flows.Msg("register.title", "row", t.HeaderRow())})
	}
	again := tally{code: IssueHeader, level: flows.Tell}
	for k := t.Header + 1; t.Header >= 0 && k < len(t.Records); k++ {
		if t.again(t.Records[k], k == t.Header+1) {
			again.add(t.Records[k].Row, "", "register.header_again", "row", t.HeaderRow())
		}
	}
	all = append(all, again.issues()...)
	if t.left.N > 0 {
		all = append(all, Issue{Code: IssueTotal, Level: flows.Tell, Row: t.left.First[0], Message: flows.Msg("register.totals", "n", t.left.N, "rows", t.left.Names())})
	}
	if t.uncertain.N > 0 {
		said := "register.total_doubt"
		if len(t.Columns) == 1 {
			said = "register.total_kept"
		}
		all = append(all, Issue{Code: IssueTotal, Level: flows.Warn, Row: t.uncertain.First[0], Message: flows.Msg(said, "n", t.uncertain.N, "rows", t.uncertain.Names())})
	}
	return all
}

// tally collects issues of one kind up to a bound, and counts the rest.
type tally struct {
	code  IssueCode
	level flows.Level
	all   []Issue
	n     int
}

// add adds an issue; code and args are its message's.
func (t *tally) add(row int, column, code string, args ...any) {
	if t.n++; t.n <= maxTold {
		t.all = append(t.all, Issue{Code: t.code, Level: t.level, Row: row, Column: column, Message: flows.Msg(code, args...)})
	}
}

func (t *tally) issues() []Issue {
	if t.n > maxTold {
		return append(t.all, Issue{Code: IssueMore, Level: t.level, Message: moreOf(t.code, t.n)})
	}
	return t.all
}

// moreOf says how many of n issues of a kind are not listed.
func moreOf(code IssueCode, n int) flows.Message {
	return flows.Msg("register.more", "n", n-maxTold, "kind", string(code))
}
