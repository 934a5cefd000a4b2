package compare

import (
	"errors"
	"slices"
	"strings"
)

// Place is a field of one side.
type Place struct {
	Side  Side
	Field Field
}

// String names a place: left.name.
func (p Place) String() string { return string(p.Side) + "." + string(p.Field) }

// MarshalText writes a place as it is named.
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

var errNoPlace = errors.New("no field of a side")

// UnmarshalText reads what MarshalText wrote.
func (p *Place) UnmarshalText(text []byte) error {
	side, field, found := strings.Cut(string(text), ".")
	*p = Place{Side(side), Field(field)}
	if !found || !p.isSound() {
		return errNoPlace
	}
	return nil
}

func (p Place) isSound() bool {
	return (p.Side == Left || p.Side == Right) && slices.Contains(fields[:], p.Field)
}

// NotRun is a rule that did not look at all that it is there to look at: a side
// has no column for what it reads, or rows of which that is held against nothing.
type NotRun struct {
	Rule    Rule          `json:"rule"`
	Missing []Place       `json:"missing"`
	Unread  map[Place]int `json:"unread,omitempty"` // how many rows
}

// isSound reports whether it says what the rule did without.
func (n *NotRun) isSound() bool {
	for at, rows := range n.Unread {
		if rows <= 0 || slices.Contains(n.Missing, at) {
			return false
		}
	}
	return len(n.Missing)+len(n.Unread) > 0
}

// readings are the rules by the fields that they read. A pair by code needs the
// codes; that ids and names are there too makes matches, and no rule depends on
// it.
var readings = func() map[Rule][]Field {
	all := map[Rule][]Field{}
	for _, group := range []struct {
		fields []Field
		rules  []Rule
	}{
		{[]Field{Code}, []Rule{CodeEmpty, CodeDuplicate, CodeNotNumeric, CodeLeadingZero, CodeTooLong, CodeSpoilt, CodeCase, Ambiguous, OnlyLeft, OnlyRight}},
		{[]Field{Code, BusinessID}, []Rule{OtherCompany, OverwriteByID}},
		{[]Field{Code, Name}, []Rule{OtherName, NameDiffers, MergeByName, NearName}},
		{[]Field{BusinessID}, []Rule{IDMissing, IDInvalid, IDDuplicate}},
		{[]Field{Name}, []Rule{NameDuplicate, NameTooLong}},
		{[]Field{Barred}, []Rule{IsBarred}},
	} {
		for _, rule := range group.rules {
			all[rule] = group.fields
		}
	}
	return all
}()

// places are what a rule reads.
func (p *Plan) places(r Rule) []Place {
	var all []Place
	for _, f := range readings[r] {
		for i, side := range []Side{Left, Right} {
			if r == IDMissing && []System{p.Left, p.Right}[i] != Netvisor {
				continue // it is about Netvisor's cards alone
			}
			all = append(all, Place{side, f})
		}
	}
	return all
}

// Lacking are the fields of a register that no column of a side fills.
func (p *Plan) Lacking(columns [2]map[Field]string) []Place {
	var lacking []Place
	for i, side := range []Side{Left, Right} {
		for _, f := range p.Kind.Fields() {
			if columns[i][f] == "" {
				lacking = append(lacking, Place{side, f})
			}
		}
	}
	return lacking
}

// NotRun are the rules of a register that could not look at all that they are
// there to look at, for want of columns, in the order of the rules.
func (p *Plan) NotRun(columns [2]map[Field]string) []NotRun { return p.notRun(columns, nil) }

// notRun is NotRun, where of some places rows are not read.
func (p *Plan) notRun(columns [2]map[Field]string, unread map[Place]int) []NotRun {
	lacking := p.Lacking(columns)
	var all []NotRun
	for _, rule := range p.Kind.Rules() {
		n := NotRun{Rule: rule, Missing: []Place{}}
		for _, at := range p.places(rule) {
			switch {
			case slices.Contains(lacking, at):
				n.Missing = append(n.Missing, at)
			case unread[at] > 0 && rule != CodeSpoilt && rule != CodeEmpty: // these look at what is there
				if n.Unread == nil {
					n.Unread = map[Place]int{}
				}
				n.Unread[at] = unread[at]
			}
		}
		if n.isSound() {
			all = append(all, n)
		}
	}
	return all
}

// Column is the header of a side that fills a field; "" where none does.
type Column struct {
	Place
	Header string
}

// Columns are those of a comparison: of each side every field of the register.
func (p *Plan) Columns(columns [2]map[Field]string) []Column {
	var all []Column
	for i, side := range []Side{Left, Right} {
		for _, f := range p.Kind.Fields() {
			all = append(all, Column{Place{side, f}, columns[i][f]})
		}
	}
	return all
}

// Columns are those of the report.
func (r *Report) Columns() []Column { return r.Plan.Columns(r.columns()) }

// columns are the headers that filled the fields of both sides.
func (r *Report) columns() [2]map[Field]string {
	return [2]map[Field]string{r.LeftHalf.Columns, r.RightHalf.Columns}
}

// Lacking are the fields that no column of a side fills, and that a rule would
// have read.
func (r *Report) Lacking() []Place {
	var lacking []Place
	for _, side := range []Side{Left, Right} {
		for _, f := range r.Kind.Fields() {
			if slices.ContainsFunc(r.NotRun, func(n NotRun) bool { return slices.Contains(n.Missing, Place{side, f}) }) {
				lacking = append(lacking, Place{side, f})
			}
		}
	}
	return lacking
}

// Ran reports whether a rule looked at all that it is there to look at.
func (r *Report) Ran(rule Rule) bool {
	return !slices.ContainsFunc(r.NotRun, func(n NotRun) bool { return n.Rule == rule })
}

// Lacks reports whether a rule has no column of what it reads, on a side at least.
func (r *Report) Lacks(rule Rule) bool {
	return slices.ContainsFunc(r.NotRun, func(n NotRun) bool { return n.Rule == rule && len(n.Missing) > 0 })
}

// Unread are the places of which rows were held against nothing, with how many, as
// far as a rule would have read them; in the order of Columns.
func (r *Report) Unread() []Unread {
	var all []Unread
	for _, c := range r.Columns() {
		for _, n := range r.NotRun {
			if rows := n.Unread[c.Place]; rows > 0 {
				all = append(all, Unread{c.Place, rows})
				break
			}
		}
	}
	return all
}

// Unread is how many rows of a place were held against nothing.
type Unread struct {
	Place
	Rows int
}

// noteNotRun notes which rules did not run. What such a rule found on one side, or in
// other rows, counts; that it found nothing says nothing, and is no count.
func (r *Report) noteNotRun(unread map[Place]int) {
	r.NotRun = r.Plan.notRun(r.columns(), unread)
	for _, not := range r.NotRun {
		if r.Counts[not.Rule] == 0 {
			delete(r.Counts, not.Rule)
		}
	}
}

// Unseen are the rules of a level that did not run.
func (r *Report) Unseen(l Level) []NotRun {
	return slices.DeleteFunc(slices.Clone(r.NotRun), func(n NotRun) bool { return r.Kind.Level(n.Rule) != l })
}

// Worst is how serious a report is by what it found, and by the rules that did
// not run: these are worth a warning where they could have found more than what
// is only told. It is Info where there is nothing to put right or to look at.
func (r *Report) Worst() Level {
	worst := Info
	for rule, n := range r.Counts {
		switch {
		case n == 0:
		case r.Kind.Level(rule) == Must:
			return Must
		case r.Kind.Level(rule) == Warn:
			worst = Warn
		}
	}
	if len(r.Unseen(Must))+len(r.Unseen(Warn)) > 0 {
		worst = Warn
	}
	return worst
}
