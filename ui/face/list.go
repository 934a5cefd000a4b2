package face

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Awaited is who is waited for in a run, in its language; "" for nobody.
func Awaited(h *run.Header) string {
	if h.WaitsFor == "" && h.Status == run.StatusWaiting { // stored before it was kept
		return flows.CleanLine(h.Why)
	}
	return flows.CleanLine(h.WaitsFor)
}

// orderCodes are the words for the orders of the list of runs.
var orderCodes = map[run.Order]string{
	run.ByChange: "list.order_change", run.ByDue: "list.order_due", run.ByCustomer: "list.order_customer", run.ByProcedure: "list.order_procedure",
}

// OrderWord names an order of the list of runs.
func OrderWord(lang string, o run.Order) string { return words.Say(lang, flows.Msg(orderCodes[o])) }

// SetAside says that a run was put aside, or taken up again.
func SetAside(lang string, h *run.Header, aside bool) string {
	code := "list.is_taken_up"
	if aside {
		code = "list.is_aside"
	}
	return words.Say(lang, flows.Msg(code, "customer", h.Customer.Name, "title", h.Title))
}

// FirstOrder is the word by which a person names the first order.
const FirstOrder = "changed"

// ReadOrder reads the name of an order; "" is the one that follows now.
func ReadOrder(word string, now run.Order) (run.Order, bool) {
	switch word = strings.ToLower(strings.TrimSpace(word)); word {
	case "":
		return run.Orders[(slices.Index(run.Orders, now)+1)%len(run.Orders)], true
	case FirstOrder:
		return run.ByChange, true
	}
	return run.Order(word), slices.Contains(run.Orders, run.Order(word))
}
