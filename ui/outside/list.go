package outside

import (
	"context"
	"slices"

	"lotse/flows/run"
)

// PutAside puts a run aside on this installation, or takes it up again. It is no
// event: whoever gets the run has a desk of their own.
func PutAside(ctx context.Context, a run.Store, id string, aside bool) error {
	value := ""
	if aside {
		value = "1"
	}
	return a.SetSetting(ctx, run.AsideSetting(id), value)
}

// orderKey is the setting that keeps the order of the list of runs.
const orderKey = "desk.order"

// ListOrder is the order in which the list of runs was last shown; the first where
// what is kept is none that this version has.
func ListOrder(ctx context.Context, a run.Store) (run.Order, error) {
	kept, err := a.Setting(ctx, orderKey)
	if o := run.Order(kept); slices.Contains(run.Orders, o) {
		return o, err
	}
	return run.ByChange, err
}

// KeepListOrder keeps it.
func KeepListOrder(ctx context.Context, a run.Store, o run.Order) error {
	return a.SetSetting(ctx, orderKey, string(o))
}
