package findings

import (
	"fmt"

	"lotse/flows"
	"lotse/flows/document/comparison"
	"lotse/flows/register/compare"
	"lotse/ui/glyph"
	"lotse/ui/outside"
	"lotse/ui/theme"
)

// unseen says what was not looked at: the fields without a column, those that are
// not compared in some rows, and the rules that did not run. It stands below the
// findings where all of them are shown.
func (o *Over) unseen() []string {
	if o.found == nil || o.sieve != (outside.FindingsFilter{}) {
		return nil
	}
	if o.idle == nil {
		o.idle = append([]string{}, comparison.Unseen(o.found.Report, o.lang)...)
	}
	return o.idle
}

// total counts the lines of the table: the findings, and what was not looked at.
func (o *Over) total() int { return o.count() + len(o.unseen()) }

// chosenUnseen is what the pointer stands on below the findings; "" for none.
func (o *Over) chosenUnseen() string {
	if i := o.at - o.count(); i >= 0 && i < len(o.unseen()) {
		return o.unseen()[i]
	}
	return ""
}

// unseenRow is one line of what was not looked at.
func (o *Over) unseenRow(i, w int) string {
	t, point := o.d.Theme(), " "
	said := flows.CleanLine(o.unseen()[i-o.count()])
	if i == o.at {
		point, said = t.Accent.Render(t.Arrow), t.Title.Render(said)
	}
	return t.Fit(point+t.Warn.Render(glyph.Hint.Of(t.ASCII))+"  "+said, w)
}

// notRun says how many rules did not run; "" for none.
func (o *Over) notRun() string {
	n := len(o.found.NotRun)
	if n == 0 {
		return ""
	}
	ink := o.d.Theme().Dim
	if len(o.found.Unseen(compare.Must))+len(o.found.Unseen(compare.Warn)) > 0 {
		ink = o.d.Theme().Warn
	}
	return ink.Render(fmt.Sprintf(o.d.Words().Found.NotRun, n))
}

// unseenFoot is the whole of it, as far as there is room.
func (o *Over) unseenFoot(most, w int) []string {
	return shortened(o.d.Theme(), theme.Wrap(flows.CleanLine(o.chosenUnseen()), w), most, w)
}
