package compare

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
)

// layout is which columns of a file fill which fields.
type layout struct {
	of      Kind
	asked   bool     // the encoding was named
	titles  []string // cells above the header, without their digits
	skip    int      // records before the data: the header, what stands above it, a second header
	row     int      // of the header; 0 where there is none
	cells   []string // of the header
	columns []string // what they are called
	known   []register.Meaning
	says    []meaning       // of the columns
	rivals  map[Field][]int // columns of which each may fill the field as well as the others
	column  map[Field]int
	names   map[Field]string
	active  bool   // the barred column says who is active
	kind    string // of the file, as register.Info has it
	sheet   string // that was found; "" where none was looked for
	notes   []register.Issue

	lastWord  string // of the barred column, the last word that was asked about
	lastMarks marks  // what it says
	blank     marks  // what no word says
}

// layoutOf finds the header and the columns.
func layoutOf(k Kind, lead *leading, o Options) (*layout, error) {
	switch {
	case len(lead.records) == 0 && lead.before == 0:
		return nil, unreadable(0, register.Blank)
	case o.Header != 0 && (len(lead.records) == 0 || lead.records[0].Row != o.Header):
		return nil, unreadable(o.Header, register.NoHeader)
	}
	l := headerOf(k, lead, o)
	l.of, l.asked, l.titles = k, o.Encoding != "", titlesOf(lead, l.row)
	return l, l.choose(k, o.Map)
}

// headerOf takes for the header the record that names most of the fields, or of
// the columns that a person names; where none does, the first that is like one.
// A file of which the columns are chosen by their numbers needs none.
func headerOf(k Kind, lead *leading, o Options) *layout {
	at, most := 0, 0
	var best *layout
	for i := range lead.records {
		l := columnsOf(k, lead.records[i].Cells)
		hits := len(l.column) + len(l.rivals) + l.named(o.Map)
		if hits == 1 && !register.Words(l.cells) {
			hits = 0 // NO among values is a country
		}
		if best == nil || hits > most {
			at, most, best = i, hits, l
		}
		if o.Header != 0 {
			break
		}
	}
	if most == 0 && o.Header == 0 {
		if at = register.LikeHeader(lead.records); at < 0 && o.Map[Code] != "" {
			return columnsOf(k, make([]string, len(lead.records[0].Cells)))
		}
		at = max(at, 0)
		best = columnsOf(k, lead.records[at].Cells)
	}
	best.row, best.skip = lead.records[at].Row, lead.before+at+1
	return best
}

// named counts the columns that a person calls by their names.
func (l *layout) named(chosen map[Field]string) int {
	n := 0
	for _, name := range chosen {
		key := register.Fold(name)
		if key != "" && slices.ContainsFunc(l.columns, func(c string) bool { return register.Fold(c) == key }) {
			n++
		}
	}
	return n
}

func (l *layout) set(f Field, i int) { l.column[f], l.names[f] = i, l.columns[i] }

func (l *layout) unset(f Field) {
	delete(l.column, f)
	delete(l.names, f)
	if f == Barred {
		l.asksActive(false)
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
	for _, f := range slices.Sorted(maps.Keys(chosen)) {
		if !slices.Contains(k.Fields(), f) {
			return notThere(0, NoField, "kind", kindWord(k), "field", flows.Short(string(f)), "fields", fieldNames(k))
		}
	}
	taken := map[int]Field{}
	for _, f := range k.Fields() {
		name, ok := chosen[f]
		if !ok {
			continue
		}
		delete(l.rivals, f)
		if l.unset(f); name == "" {
			continue
		}
		i, err := register.FindColumn(l.columns, l.row, name)
		if err != nil {
			return err
		}
		if other, twice := taken[i]; twice {
			return notThere(0, register.FilledTwice, "first", string(other), "second", string(f), "column", flows.Short(name))
		}
		taken[i] = f
		l.give(f, i)
	}
	if _, ok := chosen[Name]; !ok && len(taken) > 0 && l.names[Name] == "" && len(l.rivals[Name]) == 0 {
		l.best(Name) // what names the cards does so beside chosen codes, too
	}
	return nil
}

// give fills a field by a column that a person chose; a field that the column
// filled by its name goes without.
func (l *layout) give(f Field, i int) {
	for other, c := range l.column {
		if c == i {
			l.unset(other)
		}
	}
	l.set(f, i)
	if f == Barred {
		l.asksActive(l.known[i].Shares(register.MeaningOf(activeAnchor)))
	}
}

// codeless refuses a file without codes: another register's, or one with a
// header that nobody knows.
func (l *layout) codeless(k Kind, lead *leading) error {
	if at := l.rivals[Code]; len(at) > 0 {
		return notThere(l.row, CodesInDoubt, "kind", kindWord(k), "columns", register.ListColumns(l.called(at)))
	}
	for _, other := range Kinds() {
		if other == k {
			continue
		}
		for _, rec := range lead.records {
			if o := columnsOf(other, rec.Cells); o.names[Code] != "" {
				return unreadable(rec.Row, OtherRegister, "other", kindWord(other), "kind", kindWord(k), "column", o.names[Code])
			}
		}
	}
	return notThere(l.row, NoCodes, "kind", kindWord(k), "columns", register.ListColumns(l.columns))
}

// called are what columns are called.
func (l *layout) called(at []int) []string {
	names := make([]string, len(at))
	for k, i := range at {
		names[k] = l.columns[i]
	}
	return names
}

// inDoubt says of a field that several columns may fill it.
var inDoubt = map[Field]string{
	BusinessID: "compare.in_doubt.business_id", Name: "compare.in_doubt.name",
}

// tell says what of the beginning is no data, a second header among it, and
// which names are not the only ones.
func (l *layout) tell(k Kind, lead *leading) {
	if l.row == 0 {
		return
	}
	if lead.first < l.row {
		l.note(register.IssueTitle, lead.first, "", flows.Msg("register.title", "row", l.row))
	}
	if at := l.skip - lead.before; at < len(lead.records) && l.isSecond(k, &lead.records[at]) {
		l.skip++
		l.note(register.IssueHeader, lead.records[at].Row, "", flows.Msg("register.header_again", "row", l.row))
	}
	for _, f := range k.Fields() {
		if at := l.rivals[f]; len(at) > 0 {
			l.note(register.IssueDoubt, l.row, "", flows.Msg(inDoubt[f], "columns", register.ListColumns(l.called(at))))
		}
		at, ok := l.column[f]
		if !ok {
			continue
		}
		for i, c := range l.columns {
			if i != at && register.Fold(c) == register.Fold(l.columns[at]) {
				l.note(register.IssueTwoNames, l.row, c, flows.Msg("compare.two_names", "first", min(i, at)+1, "second", max(i, at)+1, "name", c, "taken", at+1))
				break
			}
		}
	}
}

// isSecond reports whether the record below the header is a header too: it names
// several fields, the codes among them, and has nothing but words.
func (l *layout) isSecond(k Kind, rec *register.Record) bool {
	c := columnsOf(k, rec.Cells)
	return c.names[Code] != "" && len(c.column) > 1 && register.Words(rec.Cells) && !l.isHeaderAgain(rec.Cells)
}

func (l *layout) note(code register.IssueCode, row int, column string, m flows.Message) {
	level := flows.Tell
	if code == register.IssueDoubt {
		level = flows.Warn
	}
	l.notes = append(l.notes, register.Issue{Code: code, Level: level, Row: row, Column: column, Message: m})
}

func fieldNames(k Kind) string {
	var names []string
	for _, f := range k.Fields() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
