package postgres

import (
	"strings"

	"lotse/flows/run"
)

// ordering is an order as SQL has it. The runs of a team and a status stand in it in
// an index.
type ordering struct {
	columns []string // as key.Spot has them
	compare string   // what comes later
	reverse bool
}

var orderings = map[run.Order]ordering{
	run.ByChange:    {[]string{"changed", "id"}, "<", true},
	run.ByDue:       {[]string{"due_key", "started", "id"}, ">", false},
	run.ByCustomer:  {[]string{"customer_key", "started", "id"}, ">", false},
	run.ByProcedure: {[]string{"procedure", "started", "id"}, ">", false},
}

// names are the columns.
func (o ordering) names() string { return strings.Join(o.columns, ", ") }

// by sorts by the columns of a table.
func (o ordering) by(table string) string {
	terms := make([]string, len(o.columns))
	for i, c := range o.columns {
		if terms[i] = table + "." + c; o.reverse {
			terms[i] += " DESC"
		}
	}
	return " ORDER BY " + strings.Join(terms, ", ")
}

// later names the runs after a place in the order; nil: all.
func (o ordering) later(after []any, s *statement) string {
	if after == nil {
		return ""
	}
	places := make([]string, len(after))
	for i, v := range after {
		if text, is := v.(string); is {
			v = kept(text)
		}
		places[i] = s.arg(v)
	}
	return " AND (" + o.names() + ") " + o.compare + " (" + strings.Join(places, ", ") + ")"
}
