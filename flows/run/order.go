package run

// Order is the order of a list of runs.
type Order string

// Orders are all orders.
var Orders = []Order{ByChange, ByDue, ByCustomer, ByProcedure}

// AsideSetting is the setting by which a run is put aside on this installation: it
// is in no list of what is due. It goes with the run when it is deleted, and does
// not travel with it.
func AsideSetting(run string) string { return AsidePrefix + run }
