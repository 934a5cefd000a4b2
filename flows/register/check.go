package register

import (
	"context"
	"runtime"
	"strings"
	"time"

	"lotse/flows"
)

// Report is what is to be said of a file under a mapping.
type Report struct {
	Issues []Issue // about the file, then by row
	Bad    int     // rows that have an issue of level must
	Odd    int     // rows that have any issue
}

// Check judges every row under a mapping, as the list will: today is for dates
// without a year. It takes about a microsecond a cell
// and ends with the context.
func (t *Table) Check(ctx context.Context, m Mapping, today time.Time) (Report, error) {
	c := checker{t: t, m: m, today: today, kinds: map[IssueCode]int{}, normalized: t.normalize(m)}
	c.report.Issues = append(c.report.Issues, t.lead()...)
	c.report.Issues = append(c.report.Issues, t.notes...)
	c.columns()
	c.report.Issues = append(c.report.Issues, c.normalized.issues...)
	c.prepare()
	for k, n := range c.normalized.rows {
		if k%yieldEvery == 0 {
			if runtime.Gosched(); ctx.Err() != nil {
				return Report{}, ctx.Err()
			}
		}
		c.row(n)
	}
	c.more()
	return c.report, nil
}

type checker struct {
	t     *Table
	m     Mapping
	today time.Time

	normalized *normalized
	zeros      []int            // by field: the length of numbers with leading zeros
	unique     []map[string]int // by field: value -> its first row; nil where it may repeat
	doubtful   []bool           // columns whose uniqueness depends on other answers
	kinds      map[IssueCode]int
	report     Report
	worst      flows.Level // of the row at hand; "" for none
}

// columns says what the columns as a whole are about.
func (c *checker) columns() {
	for _, name := range c.t.Left(c.m) {
		c.file(IssueLeft, flows.Tell, name, flows.Msg("register.left_out", "column", name))
	}
	for _, id := range c.t.Unfilled(c.m) {
		label := c.t.list.Label(c.t.list.Field(id))
		c.file(IssueUnfilled, flows.Must, "", flows.Msg("register.unfilled", "field", label))
	}
	for i := range c.m {
		if at := c.t.inDoubt(c.m, i); len(at) > 0 {
			c.file(IssueDoubt, flows.Warn, "", flows.Msg("register.in_doubt", "field", c.t.list.Label(i), "columns", ListColumns(at)))
		}
	}
	seen := map[string]int{}
	for i, name := range c.t.Columns {
		if first, ok := seen[name]; ok && c.t.Header >= 0 {
			c.file(IssueTwoNames, flows.Tell, name, flows.Msg("register.two_names", "first", first+1, "second", i+1, "name", name))
			continue
		}
		seen[name] = i
	}
}

func (c *checker) file(code IssueCode, level flows.Level, column string, m flows.Message) {
	c.report.Issues = append(c.report.Issues, Issue{Code: code, Level: level, Row: c.t.HeaderRow(), Column: column, Message: m})
}

func (c *checker) prepare() {
	fields := c.t.list.Fields
	c.zeros, c.unique, c.doubtful = make([]int, len(fields)), make([]map[string]int, len(fields)), make([]bool, len(fields))
	for i, f := range fields {
		if c.m[i].From >= 0 && isCode(f) {
			c.zeros[i] = c.normalized.zeros(i)
		}
	}
	for _, u := range c.t.list.Item.List.Unique {
		if i := c.t.list.Field(u.Column); i >= 0 {
			c.unique[i] = map[string]int{}
			if u.When != nil || u.Level == flows.Warn {
				c.doubtful[i] = true // whether it holds depends on answers that are not here
			}
		}
	}
}

func (c *checker) row(at int) {
	r := c.t.Row(at)
	c.worst = ""
	wide := len(c.t.Columns)
	switch n := len(r.Cells); {
	case n > wide && filled(r.Cells[wide:]) > 0:
		c.add(r.Row, IssueSurplus, flows.Warn, "", "register.surplus", "n", n, "wide", wide)
	case n < wide && c.t.Info.Kind != "xlsx": // a sheet does not keep empty cells
		c.add(r.Row, IssueRagged, flows.Tell, "", "register.ragged", "n", n, "wide", wide)
	}
	for i := range c.m {
		c.cell(at, r.Row, i)
	}
	if c.worst == flows.Must {
		c.report.Bad++
	}
	if c.worst == flows.Must || c.worst == flows.Warn {
		c.report.Odd++
	}
}

func (c *checker) cell(at, row, i int) {
	f, from := c.t.list.Fields[i], c.m[i].From
	if from < 0 {
		return
	}
	value := c.normalized.read(at, i)
	if IsErrorValue(value) || IsUnread(value) { // told of the column
		c.raise(flows.Warn)
	}
	if IsErrorValue(value) {
		value = ""
	}
	name := c.t.Columns[from]
	if value == "" {
		if f.When == nil && f.Field.Default == nil {
			c.problems(row, name, f.Missing())
		}
		return
	}
	if code, m := oddities(value, f); code != "" {
		c.note(row, code, flows.Warn, name, m)
	}
	if n := c.zeros[i]; n > 0 && len(value) < n && IsDigits(value) {
		c.add(row, IssueZeros, flows.Warn, name, "register.zeros", "value", flows.Short(value), "n", len(value), "others", n)
	}
	c.twice(row, name, i, value)
	_, problems := f.Read(value, c.today)
	c.problems(row, name, problems)
}

func (c *checker) twice(row int, name string, i int, value string) {
	if c.unique[i] == nil {
		return
	}
	key := strings.ToLower(value)
	if first, ok := c.unique[i][key]; ok {
		level := flows.Must
		if c.doubtful[i] {
			level = flows.Warn
		}
		c.add(row, IssueTwice, level, name, "register.twice", "value", flows.Short(value), "row", first)
		return
	}
	c.unique[i][key] = row
}

func (c *checker) problems(row int, name string, all []flows.Problem) {
	for _, p := range all {
		if p.Level == flows.Tell {
			continue
		}
		c.note(row, IssueAnswer, p.Level, name, p.Message)
	}
}

// add is note with a message that is made only where it is listed: there may be
// one for every row.
func (c *checker) add(row int, code IssueCode, level flows.Level, column, said string, args ...any) {
	var m flows.Message
	if c.kinds[code] < maxTold {
		m = flows.Msg(said, args...)
	}
	c.note(row, code, level, column, m)
}

func (c *checker) note(row int, code IssueCode, level flows.Level, column string, m flows.Message) {
	c.raise(level)
	if c.kinds[code]++; c.kinds[code] <= maxTold {
		c.report.Issues = append(c.report.Issues, Issue{Code: code, Level: level, Row: row, Column: column, Message: m})
	}
}

// raise notes how bad the row at hand is.
func (c *checker) raise(level flows.Level) {
	if level == flows.Must || c.worst == "" || c.worst == flows.Tell {
		c.worst = level
	}
}

// more says what was counted and not listed.
func (c *checker) more() {
	for _, code := range []IssueCode{IssueSurplus, IssueRagged, IssueFormula, IssueSpoilt, IssueZeros, IssueTwice, IssueAnswer} {
		if n := c.kinds[code]; n > maxTold {
			c.file(IssueMore, flows.Tell, "", moreOf(code, n))
		}
	}
}

// clean makes a cell safe to keep, as one answer.
func clean(s string, f *flows.Item) string {
	if f.Field.Area {
		return strings.TrimSpace(flows.Clean(s))
	}
	return strings.TrimSpace(flows.CleanLine(s))
}

// Rows are the rows for the list under a mapping. A value that is too long for
// an answer refuses them all, with its place.
func (t *Table) Rows(m Mapping) ([]map[string]flows.Value, error) {
	normalized := t.normalize(m)
	rows := make([]map[string]flows.Value, 0, len(normalized.rows))
	for _, n := range normalized.rows {
		r := t.Row(n)
		cells := make(map[string]flows.Value, len(m))
		for i, f := range t.list.Fields {
			value := normalized.cell(n, i)
			if len(value) > flows.MaxText {
				return nil, InFile(overLimit(r.Row, m[i].From+1, "register.answer_long", "field", t.list.Label(i), "size", len(value)>>10, "most", flows.MaxText>>10), t.Info.Name)
			}
			if value != "" {
				cells[f.ID] = value
			}
		}
		rows = append(rows, cells)
	}
	return rows, nil
}
