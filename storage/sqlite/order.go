package sqlite

import (
	"strings"

	"lotse/flows/run"
)

// ordering is an order as SQL has it.
type ordering struct {
	index   string   // in which the runs of a status stand in it
	columns []string // as key.Spot has them
	compare string   // what comes later
	reverse bool
}

var orderings = map[run.Order]ordering{
	run.ByChange:    {"runs_status", []string{"changed", "id"}, "<", true},
	run.ByDue:       {"runs_by_due", []string{"due_key", "started", "id"}, ">", false},
	run.ByCustomer:  {"runs_by_customer", []string{"customer_key", "started", "id"}, ">", false},
	run.ByProcedure: {"runs_by_procedure", []string{"procedure", "started", "id"}, ">", false},
}

// names are the columns, each with a prefix.
func (o ordering) names(prefix string) string {
	return prefix + strings.Join(o.columns, ", "+prefix)
}

// by sorts by the columns, each with a prefix.
func (o ordering) by(prefix string) string {
	var terms []string
	for _, c := range o.columns {
		if o.reverse {
			c += " DESC"
		}
		terms = append(terms, prefix+c)
	}
	return " ORDER BY " + strings.Join(terms, ", ")
}

// later names the runs after the place at which the page begins.
func (s *selection) later() (string, []any) {
	if s.After == nil {
		return "", nil
	}
	o := s.order
	return " AND (" + o.names("") + ") " + o.compare + " (" + placeholders(len(o.columns)) + ")", s.After
}

// asideIDs are the runs that are put aside; there are few.
const asideIDs = "(SELECT substr(key, length('" + run.AsidePrefix + "') + 1) FROM settings WHERE key GLOB '" + run.AsidePrefix + "*')"

// besides names the runs that are put aside, or the others.
func (s *selection) besides() string {
	switch {
	case s.Aside == nil:
		return ""
	case *s.Aside:
		return " AND id IN " + asideIDs
	default:
		return " AND id NOT IN " + asideIDs
	}
}
