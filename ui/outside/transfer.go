package outside

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"

	"lotse/flows"
	"lotse/flows/run"
)

// Transfer copies what one store keeps into another: customers with the addresses of
// their systems, runs with the versions of their procedures, the files that their
// events name, and secrets as they are sealed. Settings and what is not submitted are
// not copied. It goes run by run and file by file, and each run is there whole or not at
// all: who was cut off begins once more, and what is there already is left as it is.
type Transfer struct {
	From, To run.Archive // To is nil where there is no store yet, for a trial
	Env      run.Env
	Load     run.Load
	Trial    bool // look at everything, write nothing

	// Tell is told after each run how many of how many were looked at, and whose it
	// was. Nil: nobody looks.
	Tell func(done, total int, customer string)

	done       Transferred
	procedures map[string]*flows.Procedure // the last that were loaded, by the SHA-256 of their document
}

// Transferred is what a Transfer did or, of a trial, would do.
type Transferred struct {
	Customers, NewCustomers int
	Pages, NewPages         int // addresses of customers' systems

	Runs      int                  // looked at
	Relations map[run.Relation]int // how they stood to what was there; of those that were read on both sides
	Events    int64
	Files     int            // once for each event that names one
	Missing   int            // files that events name and that were not to be had
	Bytes     int64          // of the files
	Secrets   map[string]int // of real runs, by the member who sealed them; "" for whoever copies
	Rehearsed int            // secrets of rehearsals and demos, whose key belongs to the source alone
	Withheld  int            // secrets that whoever copies may not read

	Stayed []Stayed
}

// Stayed is something that was left as it is, on both sides.
type Stayed struct {
	Run      run.Header // zero: it is about the customer
	Customer string
	Kind     flows.RefusalKind // "": nothing is wrong with it
	Message  flows.Message     // why
}

// Do copies. What was done so far is given with an error, too. The error is about a
// store as a whole; what is about one run, or one customer, is in Transferred.Stayed.
func (t *Transfer) Do(ctx context.Context) (Transferred, error) {
	t.done = Transferred{Relations: map[run.Relation]int{}, Secrets: map[string]int{}}
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
		if err := t.leave(Stayed{Customer: c.Name}, t.customer(ctx, c)); err != nil {
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

// runs copies the runs, in an order that stays while somebody works with them.
func (t *Transfer) runs(ctx context.Context) error {
	for q := (run.Query{Order: run.ByCustomer, Limit: 500}); ; {
		page, err := t.From.Headers(ctx, q)
		if err != nil {
			return err
		}
		for i := range page.Runs {
			if err := ctx.Err(); err != nil {
				return err
			}
			h := page.Runs[i]
			t.done.Runs++
			if err := t.leave(Stayed{Run: h, Customer: h.Customer.Name}, t.run(ctx, h.ID)); err != nil {
				return fmt.Errorf("copy run %s: %w", h.ID, err)
			}
			if t.Tell != nil {
				t.Tell(t.done.Runs, max(page.Total, t.done.Runs), h.Customer.Name)
			}
		}
		if page.Next == "" {
			return nil
		}
		q.After = page.Next
	}
}

// bearable are the refusals that are about one run or one customer.
var bearable = []flows.RefusalKind{flows.ErrDenied, flows.ErrConflict, flows.ErrDamaged, flows.ErrNewer, flows.ErrNotFound, flows.ErrLimit}

// leave notes what cannot be copied, where the rest can: any other error is given
// back.
func (t *Transfer) leave(what Stayed, err error) error {
	if err == nil {
		return nil
	}
	for _, kind := range bearable {
		if errors.Is(err, kind) {
			what.Kind, what.Message = kind, flows.Reason(err)
			if r := (*flows.Refusal)(nil); what.Kind == flows.ErrConflict && !errors.As(err, &r) {
				what.Message = flows.Msg("transfer.taken")
			}
			t.done.Stayed = append(t.done.Stayed, what)
			return nil
		}
	}
	return err
}

// both is a run on both sides, as lists have it.
type both struct {
	from, to run.Header
	there    bool
}

// look reads how a run is on both sides now; gone says that it was deleted.
func (t *Transfer) look(ctx context.Context, id string) (b both, gone bool, err error) {
	b.from, err = t.From.Header(ctx, id)
	if errors.Is(err, flows.ErrNotFound) {
		return b, true, nil
	}
	if err != nil || t.To == nil {
		return b, false, err
	}
	b.to, err = t.To.Header(ctx, id)
	if errors.Is(err, flows.ErrNotFound) || errors.Is(err, flows.ErrAmbiguous) || err == nil && b.to.ID != id {
		return both{from: b.from}, false, nil
	}
	b.there = err == nil
	return b, false, err
}

// changed reports whether somebody has written since.
func (b both) changed(since both) bool {
	return b.there != since.there || b.from.Head != since.from.Head || b.to.Head != since.to.Head
}

// attempts are how often a run is tried that somebody writes to meanwhile.
const attempts = 3

// run copies a run as far as it can be.
func (t *Transfer) run(ctx context.Context, id string) error {
	was, gone, err := t.look(ctx, id)
	for n := 1; err == nil && !gone; n++ {
		failed := t.bring(ctx, was)
		if n == attempts || !errors.Is(failed, flows.ErrConflict) && !errors.Is(failed, flows.ErrDamaged) {
			return failed
		}
		var now both
		if now, gone, err = t.look(ctx, id); err == nil && !gone && !now.changed(was) {
			return failed
		}
		was = now
	}
	return err
}

// isBegin reports whether events are those that others begin with.
func isBegin(events, others []run.Event) bool {
	n := len(events)
	return n > 0 && n <= len(others) && bytes.Equal(events[n-1].Hash, others[n-1].Hash)
}
