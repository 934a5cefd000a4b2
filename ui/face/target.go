package face

import (
	"regexp"
	"sync"

	"lotse/flows/run"
)

// targetForm is the form of a target. It is compiled when it is first needed: most
// calls need none.
var targetForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?)(?:\[([A-Za-z0-9_-]+)\](?:\.([A-Za-z0-9_-]+))?)?$`)
})

// Target is what an argument names: an item, or a row or a cell of a list.
type Target struct {
	Item   run.Target // step.item, or the id of a field or list alone
	Row    string     // "" outside lists
	Column string     // "" for the whole row
}

// ParseTarget reads STEP.ITEM, FIELD, STEP.LIST[ROW] or STEP.LIST[ROW].COLUMN.
func ParseTarget(arg string) (p Target, ok bool) {
	m := targetForm().FindStringSubmatch(arg)
	if m == nil {
		return p, false
	}
	return Target{Item: run.Target(m[1]), Row: m[2], Column: m[3]}, true
}
