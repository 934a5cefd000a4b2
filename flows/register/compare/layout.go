package compare

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
)

// anchors are the names by which names.txt is asked what fills a field.
var anchors = map[Kind]map[Field]string{
	Customers: {Code: "customer code", BusinessID: "business id", Name: "name", Barred: "barred"},
	Suppliers: {Code: "supplier code", BusinessID: "business id", Name: "name", Barred: "barred"},
	Products:  {Code: "product code", Name: "product name", Barred: "barred"},
}

// activeAnchor names the columns that say the opposite of barred.
const activeAnchor = "active"

// describedAnchor names the columns that describe a product; they name it only
// where no other column does.
const describedAnchor = "long description"

// layout is which columns of a file fill which fields.
type layout struct {
	header int // index of its record
	cells  []string
	column map[Field]int
	names  map[Field]string
	active bool   // the barred column says who is active
	kind   string // of the file, as register.Info has it
	notes  []register.Issue
}

// layoutOf finds the header and the columns.
func layoutOf(k Kind, lead []register.Record, o Options) (*layout, error) {
	if len(lead) == 0 {
		return nil, &register.Fault{Code: register.FaultEmpty, Text: "There is nothing in the file but empty lines."}
	}
	var best *layout
	for i := range lead {
		if o.Header != 0 && lead[i].Row != o.Header {
			continue
		}
		if l := columnsOf(k, lead[i].Cells); best == nil || len(l.column) > len(best.column) {
			l.header, best = i, l
		}
	}
	if best == nil {
		return nil, &register.Fault{Code: register.FaultHeader, Row: o.Header, Text: "There is nothing on it that could be a header."}
	}
	if err := best.choose(k, o.Map); err != nil {
		return nil, err
	}
	if _, ok := best.column[Code]; !ok {
		return nil, best.codeless(k, lead)
	}
	if best.header > 0 {
		best.notes = append(best.notes, register.Issue{
			Code: register.IssueTitle, Level: flows.Tell, Row: lead[0].Row,
			Text: fmt.Sprintf("What stands above the header in row %d is left out.", lead[best.header].Row),
		})
	}
	return best, nil
}

// columnsOf takes a row for the header.
func columnsOf(k Kind, cells []string) *layout {
	l := &layout{cells: cells, column: map[Field]int{}, names: map[Field]string{}}
	described := register.MeaningOf(describedAnchor)
	for _, f := range k.Fields() {
		l.fill(f, register.MeaningOf(anchors[k][f]), described.Names)
	}
	if _, ok := l.column[Name]; !ok {
		l.fill(Name, register.MeaningOf(anchors[Customers][Name]), nil) // a product's may be called as a company's
	}
	if _, ok := l.column[Name]; !ok && k == Products {
		l.fill(Name, described, nil)
	}
	if _, ok := l.column[Barred]; !ok {
		l.fill(Barred, register.MeaningOf(activeAnchor), nil)
		_, l.active = l.column[Barred]
	}
	return l
}

// fill fills a field by the first column that has a meaning, fills nothing yet,
// and is not to be left out; nil leaves none out.
func (l *layout) fill(f Field, m register.Meaning, but func(header string) bool) {
	for i, c := range l.cells {
		if !l.used(i) && m.Names(c) && (but == nil || !but(c)) {
			l.set(f, i)
			return
		}
	}
}

func (l *layout) set(f Field, i int) {
	l.column[f], l.names[f] = i, flows.CleanLine(strings.TrimSpace(l.cells[i]))
	if l.names[f] == "" {
		l.names[f] = strconv.Itoa(i + 1)
	}
}

func (l *layout) used(i int) bool {
	for _, c := range l.column {
		if c == i {
			return true
		}
	}
	return false
}

// choose applies what a person says.
func (l *layout) choose(k Kind, chosen map[Field]string) error {
	for f := range chosen {
		if anchors[k][f] == "" {
			return faultf(register.FaultColumn, 0, "A register of %s has no field %q; it has %s.", k, flows.CleanLine(string(f)), fieldNames(k))
		}
	}
	taken := map[int]Field{}
	for _, f := range k.Fields() {
		name, ok := chosen[f]
		if !ok {
			continue
		}
		delete(l.column, f)
		delete(l.names, f)
		if name == "" {
			continue
		}
		i := l.find(name)
		if i < 0 {
			return faultf(register.FaultColumn, 0, "The file has no column %q; it has %s.", flows.CleanLine(name), l.columns())
		}
		if other, twice := taken[i]; twice {
			return faultf(register.FaultTwice, 0, "%s and %s cannot both be filled by %q.", other, f, flows.CleanLine(name))
		}
		taken[i] = f
		l.give(f, i)
	}
	return nil
}

// give fills a field by a column that a person chose; a field that the column
// filled by its name goes without.
func (l *layout) give(f Field, i int) {
	for other, c := range l.column {
		if c == i {
			delete(l.column, other)
			delete(l.names, other)
		}
	}
	l.set(f, i)
	if f == Barred {
		l.active = register.MeaningOf(activeAnchor).Names(l.cells[i])
	}
}

func faultf(code register.FaultCode, row int, format string, args ...any) error {
	return &register.Fault{Code: code, Row: row, Text: fmt.Sprintf(format, args...)}
}

// find finds a column by its header or its number; -1 for none.
func (l *layout) find(name string) int {
	for i, c := range l.cells {
		if register.Fold(c) == register.Fold(name) {
			return i
		}
	}
	if n, err := strconv.Atoi(name); err == nil && n >= 1 && n <= len(l.cells) {
		return n - 1
	}
	return -1
}

// codeless is the fault of a file without codes: another register's, or a
// header that nobody knows.
func (l *layout) codeless(k Kind, lead []register.Record) error {
	for _, other := range Kinds() {
		if other == k {
			continue
		}
		for _, rec := range lead {
			if o := columnsOf(other, rec.Cells); o.names[Code] != "" {
				return &register.Fault{Code: FaultRegister, Row: rec.Row, Text: fmt.Sprintf("This looks like a register of %s, not of %s: the column %q names their code.", other, k, o.names[Code])}
			}
		}
	}
	return &register.Fault{Code: register.FaultColumn, Row: lead[l.header].Row, Text: fmt.Sprintf("No column holds the codes of the %s. Say which one does, as code=HEADER; there are %s.", k, l.columns())}
}

func (l *layout) columns() string {
	const most = 30
	var names []string
	for i, c := range l.cells {
		if i == most {
			return strings.Join(names, ", ") + fmt.Sprintf(" and %d more", len(l.cells)-most)
		}
		names = append(names, flows.CleanLine(c))
	}
	return strings.Join(names, ", ")
}

func fieldNames(k Kind) string {
	var names []string
	for _, f := range k.Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// cell is what a row has in a field.
func (l *layout) cell(cells []string, f Field) string {
	i, ok := l.column[f]
	if !ok || i >= len(cells) {
		return ""
	}
	return trim(cells[i])
}

// fields are those of a card, in the order in which Scan gives them.
var fields = [4]Field{Code, BusinessID, Name, Barred}

// wanted is what Scan has to give.
func (l *layout) wanted() register.Wanted {
	w := register.Wanted{After: l.header + 1, Width: len(l.cells), Drop: l.drop}
	for k, f := range fields {
		w.Columns[k] = -1
		if i, ok := l.column[f]; ok {
			w.Columns[k] = i
		}
		w.Header[k] = l.cell(l.cells, f)
	}
	return w
}

// drop reports whether a row is none: blank, or the header again.
func (l *layout) drop(cells []string) bool { return blank(cells) || l.again(cells) }

// yes are the words that say so in a column of the barred kind.
var yes = map[string]bool{"1": true, "true": true, "yes": true, "y": true, "x": true, "ja": true, "j": true, "kyllä": true, "k": true, "on": true, "wahr": true, "tosi": true, "sand": true, "estetty": true, "barred": true, "gesperrt": true}

// no are the words that say no in a column of the active kind.
var no = map[string]bool{"0": true, "false": true, "no": true, "n": true, "ei": true, "e": true, "nein": true, "nej": true, "off": true, "falsch": true, "epätosi": true, "falsk": true}

// isBarred reports whether the word in the column of the barred kind says so.
func (l *layout) isBarred(word string) bool {
	if word == "" {
		return false
	}
	word = strings.ToLower(word)
	if l.active {
		return no[word]
	}
	return yes[word]
}

func blank(cells []string) bool {
	for _, c := range cells {
		if trim(c) != "" {
			return false
		}
	}
	return true
}

// again reports whether a row repeats the header.
func (l *layout) again(cells []string) bool {
	if len(cells) != len(l.cells) {
		return false
	}
	for i, c := range cells {
		if c != l.cells[i] {
			return false
		}
	}
	return true
}
