package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
)

// sure asks for a word before something that cannot be taken back. --yes stands
// for it, and so does a call that nobody can be asked in: whoever writes one
// has named what goes.
func (c *call) sure(ctx context.Context, what, word string) error {
	if c.flags.yes || !c.canAsk() {
		return nil
	}
	typed, err := c.confirm(ctx, what, word)
	if err != nil {
		return err
	}
	if !typed {
		return &failure{exit: exitNotComplete, code: "not_confirmed", message: "Not confirmed: nothing was changed."}
	}
	return nil
}

// deletedShape is what delete prints.
type deletedShape struct {
	Version int          `json:"version"`
	Deleted deletedThing `json:"deleted"`
}

type deletedThing struct {
	Kind string `json:"kind"` // run or customer
	ID   string `json:"id"`
	Name string `json:"name"`
}

func (s deletedShape) lines(p *sheet) {
	p.line("Deleted, from the backups too: %s %s (%s).", s.Deleted.Kind, s.Deleted.ID, s.Deleted.Name)
}

func newDelete(c *call) *cobra.Command {
	return c.newVerb("delete RUN|CUSTOMER", "Deletes a run, or a customer with all runs, for good", 1, 1, func(ctx context.Context, args []string) error {
		a, err := c.open(ctx)
		if err != nil {
			return err
		}
		thing, err := c.toDelete(ctx, a, args[0])
		if err != nil {
			return err
		}
		question := fmt.Sprintf("This deletes the %s %s (%s) with its log, secrets and files for good, from the backups too.", thing.Kind, thing.ID, thing.Name)
		if err := c.sure(ctx, question, "delete"); err != nil {
			return err
		}
		if thing.Kind == "run" {
			err = a.DeleteRun(ctx, thing.ID)
		} else {
			err = a.DeleteCustomer(ctx, thing.ID)
		}
		if err != nil {
			return err
		}
		return c.print(deletedShape{Version: 1, Deleted: thing})
	})
}

// toDelete finds what a word names: a customer by the whole name or id, a run
// by its id; what names both is refused.
func (c *call) toDelete(ctx context.Context, a run.Archive, word string) (deletedThing, error) {
	customer, customerErr := c.findCustomer(ctx, a, word)
	if customerErr != nil && !isNotFound(customerErr) {
		return deletedThing{}, customerErr
	}
	h, runErr := c.find(ctx, word)
	switch {
	case runErr == nil && customerErr == nil:
		return deletedThing{}, &failure{exit: exitUsage, code: "ambiguous", message: fmt.Sprintf("%q names the customer %s and the run %s: give the id.", short(word), customer.ID, h.ID)}
	case customerErr == nil:
		return deletedThing{Kind: "customer", ID: customer.ID, Name: customer.Name}, nil
	case runErr == nil:
		return deletedThing{Kind: "run", ID: h.ID, Name: h.Customer.Name + ", " + h.Title}, nil
	case isNotFound(runErr):
		return deletedThing{}, notFoundf("There is no run and no customer %q.", short(word))
	}
	return deletedThing{}, runErr
}

// isNotFound reports whether something is not there.
func isNotFound(err error) bool {
	var f *failure
	return errors.Is(err, flows.ErrNotFound) || errors.As(err, &f) && f.exit == exitNotFound
}

// findCustomer finds a customer by name or id.
func (c *call) findCustomer(ctx context.Context, a run.Archive, word string) (run.Customer, error) {
	found, err := a.FindCustomer(ctx, word)
	if !errors.Is(err, flows.ErrNotFound) {
		return found, err
	}
	page, err := a.Headers(ctx, run.Query{Customer: word, Limit: 1})
	if err != nil {
		return found, err
	}
	if len(page.Runs) == 0 {
		return found, notFoundf("There is no customer %q.", short(word))
	}
	return page.Runs[0].Customer, nil
}
