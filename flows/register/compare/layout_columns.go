package compare

import (
	"slices"

	"lotse/flows/register"
	"lotse/flows/register/heading"
)

// The names by which names.txt is asked who is barred, and who is active.
const (
	barredAnchor = "barred"
	activeAnchor = "active"
)

// describedAnchor names the columns that describe a product: they name it only
// where no other column does.
const describedAnchor = "long description"

// meaning is what a header says, by field.
type meaning map[Field]heading.Grade

// meansOf is what a header says in a register.
func meansOf(k Kind, header string) meaning {
	m := meaning{}
	for f, g := range heading.Read(header).Means(heading.Register(k)) {
		m[Field(f)] = g
	}
	return m
}

// columnsOf takes a row for the header.
func columnsOf(k Kind, cells []string) *layout {
	l := &layout{cells: cells, columns: register.ColumnNames(cells), column: map[Field]int{}, names: map[Field]string{}, rivals: map[Field][]int{}}
	for _, c := range cells {
		l.known = append(l.known, register.MeaningOf(c))
		plain, _ := register.PlainFormula(c)
		l.says = append(l.says, meansOf(k, plain))
	}
	for _, f := range []Field{Code, BusinessID, Name} {
		if slices.Contains(k.Fields(), f) {
			l.best(f)
		}
	}
	if len(l.rivals[Name]) == 0 && k == Products {
		l.fill(Name, describedAnchor)
	}
	l.fill(Barred, barredAnchor)
	if _, ok := l.column[Barred]; !ok {
		l.fill(Barred, activeAnchor)
		_, active := l.column[Barred]
		l.asksActive(active)
	}
	return l
}

// best fills a field by the column whose header says the most for it. Where
// several say as much, in other words, none of them is taken: they are rivals.
// What names the cards and nothing more is their name where another column has
// their codes.
func (l *layout) best(f Field) {
	most := heading.NoGrade
	var at []int
	for i, m := range l.says {
		g := m[f]
		if g == heading.NoGrade || l.used(i) || g == heading.ThingHere && l.names[Code] == "" {
			continue
		}
		if g > most {
			most, at = g, nil
		}
		if g == most {
			at = append(at, i)
		}
	}
	switch {
	case len(at) == 0:
	case slices.ContainsFunc(at, func(i int) bool { return register.Fold(l.columns[i]) != register.Fold(l.columns[at[0]]) }):
		l.rivals[f] = at
	default:
		l.set(f, at[0])
	}
}

// fill fills a field that nothing fills yet by the first column that has the
// meaning of a name, and fills nothing.
func (l *layout) fill(f Field, anchor string) {
	if _, ok := l.column[f]; ok {
		return
	}
	m := register.MeaningOf(anchor)
	for i, c := range l.known {
		if c.Shares(m) && !l.used(i) && len(l.says[i]) == 0 {
			l.set(f, i)
			return
		}
	}
}
