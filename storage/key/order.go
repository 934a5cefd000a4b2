package key

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"math"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// Spot is where a run stands in an order: what runs are sorted by, one after the
// other, each a string or an int64. The newest change comes first, in every other
// order the lowest.
type Spot []any

// SpotOf is where a run stands in an order.
func SpotOf(o run.Order, h *run.Header) Spot {
	started := h.Started.UnixMilli()
	switch o {
	case run.ByDue:
		due := int64(math.MaxInt64) // without a day it comes last
		if h.Due != nil {
			due = h.Due.UnixMilli()
		}
		return Spot{due, started, h.ID}
	case run.ByCustomer:
		return Spot{Fold(h.Customer.Name), started, h.ID}
	case run.ByProcedure:
		return Spot{h.Procedure, started, h.ID}
	default:
		return Spot{h.Changed.UnixMilli(), h.ID}
	}
}

// Compare tells which of two spots of an order comes first.
func Compare(o run.Order, a, b Spot) int {
	for i := range a {
		c := 0
		switch x := a[i].(type) {
		case int64:
			c = cmp.Compare(x, b[i].(int64))
		case string:
			c = cmp.Compare(x, b[i].(string))
		}
		if c != 0 && o == run.ByChange {
			return -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

// OrderCursor names the place after a run in an order.
func OrderCursor(o run.Order, h *run.Header) string {
	if o == run.ByChange {
		return Cursor(h.Changed, h.ID)
	}
	b, err := json.Marshal(append(Spot{string(o)}, SpotOf(o, h)...))
	if err != nil {
		panic(err) // strings and numbers
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// SpotAfter reads a cursor of an order; nil where the query has none.
func SpotAfter(q run.Query) (Spot, error) {
	switch {
	case q.After == "":
		return nil, nil
	case q.Order == run.ByChange:
		changed, id, err := Place(q.After)
		return Spot{changed, id}, err
	}
	if s, ok := spotOf(q.Order, q.After); ok {
		return s, nil
	}
	return nil, flows.Refuse(flows.ErrUsage, nil, "store.no_place", "place", flows.Short(q.After))
}

// spotOf reads a cursor that OrderCursor wrote for this order.
func spotOf(o run.Order, cursor string) (Spot, bool) {
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, false
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(b, &parts); err != nil || len(parts) == 0 {
		return nil, false
	}
	spot := append(Spot{string(o)}, SpotOf(o, &run.Header{})...)
	if len(parts) != len(spot) {
		return nil, false
	}
	for i := range spot {
		if !readPart(parts[i], &spot[i]) {
			return nil, false
		}
	}
	return spot[1:], spot[0] == string(o)
}

// readPart reads a value of the type that stands there.
func readPart(b json.RawMessage, v *any) bool {
	if _, number := (*v).(int64); number {
		var n int64
		err := json.Unmarshal(b, &n)
		*v = n
		return err == nil
	}
	var s string
	err := json.Unmarshal(b, &s)
	*v = s
	return err == nil
}

// CheckOrder refuses an order that there is not.
func CheckOrder(o run.Order) error {
	if slices.Contains(run.Orders, o) {
		return nil
	}
	return flows.Refuse(flows.ErrUsage, nil, "store.no_order", "order", flows.Short(string(o)))
}
