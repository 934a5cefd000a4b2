package outside

import (
	"context"
	"errors"
	"math"

	"lotse/flows"
	"lotse/flows/run"
)

// Transfer copies what one store keeps into another: customers with the addresses of
// their systems, runs with the versions of their procedures, the files that their
// events name, and secrets as they are sealed. Settings and what is not submitted are
// not copied. Several runs are on their way at once, each file by file, and each run is
// there whole or not at all: who was cut off begins once more, and what is there already
// is left as it is.
type Transfer struct {
	From, To run.Archive // To is nil where there is no store yet, for a trial
	Env      run.Env
	Load     run.Load
	Trial    bool // look at everything, write nothing

	// Tell is told after each run how many of how many were looked at, and whose it
	// was, in order. Nil: nobody looks.
	Tell func(done, total int, customer string)

	done     Transferred
	from, to *editions
	loaded   *loaded
}

// Do copies. What was done so far is given with an error, too. The error is about a
// store as a whole; what is about one run, or one customer, is in Transferred.Stayed.
func (t *Transfer) Do(ctx context.Context) (Transferred, error) {
	t.done = newTransferred()
	t.from, t.to, t.loaded = &editions{Archive: t.From}, &editions{Archive: t.To}, &loaded{load: t.Load}
	err := t.allowed()
	if err == nil && !t.Trial {
		_, err = t.To.Vault().Adopt(ctx, t.From.Vault())
	}
	if err == nil {
		err = t.customers(ctx)
	}
	if err == nil {
		err = t.runs(ctx)
	}
	return t.done, err
}

// allowed refuses whose role lets them write nothing there: of each run it would be
// said once more.
func (t *Transfer) allowed() error {
	if t.To == nil || t.To.Team() == nil {
		return nil
	}
	me := t.To.Team().Me()
	if me.Role.Writes() {
		return nil
	}
	return flows.Refuse(flows.ErrDenied, nil, "transfer.role", "place", t.To.Path(), "member", me.Name, "role", string(me.Role))
}

// customers copies the customers, also those without a run.
func (t *Transfer) customers(ctx context.Context) error {
	all, err := t.From.Customers(ctx, "", math.MaxInt32)
	if err != nil {
		return err
	}
	for _, c := range all {
		if err := ctx.Err(); err != nil {
			return err
		}
		t.done.Customers++
		if err := t.done.leave(Stayed{Customer: c.Name}, t.customer(ctx, c)); err != nil {
			return err
		}
	}
	return nil
}

func (t *Transfer) customer(ctx context.Context, c run.Customer) error {
	there, err := t.find(ctx, c.Name)
	if errors.Is(err, flows.ErrNotFound) {
		if there, err = t.add(ctx, c); err == nil {
			t.done.NewCustomers++
		}
	}
	if err != nil {
		return err
	}
	return t.pages(ctx, c, there)
}

// find gives the customer of a name who is there.
func (t *Transfer) find(ctx context.Context, name string) (run.Customer, error) {
	if t.To == nil {
		return run.Customer{}, flows.ErrNotFound
	}
	return t.To.FindCustomer(ctx, name)
}

// add adds a customer, under the same id unless it is somebody else's there. Of a
// trial the one who is given has none.
func (t *Transfer) add(ctx context.Context, c run.Customer) (run.Customer, error) {
	if t.Trial {
		return run.Customer{}, nil
	}
	there, err := t.To.AddCustomer(ctx, c)
	if errors.Is(err, flows.ErrConflict) {
		there, err = t.To.AddCustomer(ctx, run.Customer{Name: c.Name})
	}
	return there, err
}

// pages copies the addresses that a customer has not got there. One that is another
// there stays.
func (t *Transfer) pages(ctx context.Context, c, there run.Customer) error {
	all, err := t.From.Pages(ctx, c.ID)
	if err != nil || len(all) == 0 {
		return err
	}
	kept := map[string]string{}
	if there.ID != "" {
		if kept, err = t.To.Pages(ctx, there.ID); err != nil {
			return err
		}
	}
	for system, address := range all {
		t.done.Pages++
		switch kept[system] {
		case address:
			continue
		case "":
		default:
			t.done.Stayed = append(t.done.Stayed, Stayed{Customer: c.Name, Message: flows.Msg("transfer.other_address", "system", system, "address", kept[system])})
			continue
		}
		t.done.NewPages++
		if t.Trial {
			continue
		}
		if err := t.To.SetPage(ctx, there.ID, system, address); err != nil {
			return err
		}
	}
	return nil
}
