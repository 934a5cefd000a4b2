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

// notLookedAt says what the comparison did not look at: fields without a
// column, fields that are not compared in some rows, and rules that did not
// run. It is shown below the findings while no filter is set.
func (o *Over) notLookedAt() []string {
	if o.found == nil || o.filters != (outside.FindingsFilter{}) {
		return nil
	}
	if o.notLookedAtLines == nil {
		o.notLookedAtLines = append([]string{}, comparison.Unseen(o.found.Report, o.lang)...)
	}
	return o.notLookedAtLines
}

// total counts the lines of the table: the findings, and what was not looked
// at.
func (o *Over) total() int { return o.count() + len(o.notLookedAt()) }

// chosenNotLookedAt is the line at the pointer below the findings; "" for
// none.
func (o *Over) chosenNotLookedAt() string {
	if i := o.at - o.count(); i >= 0 && i < len(o.notLookedAt()) {
		return o.notLookedAt()[i]
	}
	return ""
}

// notLookedAtRow is one line of what was not looked at.
func (o *Over) notLookedAtRow(i, w int) string {
	t, point := o.d.Theme(), " "
	said := flows.CleanLine(o.notLookedAt()[i-o.count()])
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

// notLookedAtFoot is the whole text of the chosen line, as far as there is
// space.
func (o *Over) notLookedAtFoot(most, w int) []string {
	return shortened(o.d.Theme(), theme.Wrap(flows.CleanLine(o.chosenNotLookedAt()), w), most, w)
}
