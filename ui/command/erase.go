package command

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
)

// sure asks for a word before something, said already, that cannot be taken back. --yes stands
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
		return flows.Refuse(errNotConfirmed, nil, "cmd.not_confirmed")
	}
	return nil
}

// deletedShape is what delete prints.
type deletedShape struct {
	Version int          `json:"version"`
	Deleted deletedThing `json:"deleted"`

	server bool // which has backups of its own
}

type deletedThing struct {
	Kind string `json:"kind"` // run or customer
	ID   string `json:"id"`
	Name string `json:"name"`
}

// code is the one of two codes that is about such a thing.
func (t deletedThing) code(ofRun, ofCustomer string) string {
	if t.Kind == "customer" {
		return ofCustomer
	}
	return ofRun
}

func (s deletedShape) lines(p *sheet) {
	code := s.Deleted.code("cmd.deleted_run", "cmd.deleted_customer")
	if s.server {
		code = s.Deleted.code("cmd.deleted_run_server", "cmd.deleted_customer_server")
	}
	p.say(code, "id", s.Deleted.ID, "name", s.Deleted.Name)
}

func newDelete(c *call) *cobra.Command {
	return c.newVerb("delete RUN|CUSTOMER", "cmd.short_delete", 1, 1, func(ctx context.Context, args []string) error {
		a, err := c.open(ctx)
		if err != nil {
			return err
		}
		thing, err := c.toDelete(ctx, a, args[0])
		if err != nil {
			return err
		}
		ask := thing.code("cmd.ask_delete_run", "cmd.ask_delete_customer")
		if c.onServer() {
			ask = thing.code("cmd.ask_delete_run_server", "cmd.ask_delete_customer_server")
		}
		if err := c.sure(ctx, c.text(ask, "id", thing.ID, "name", thing.Name), "delete"); err != nil {
			return err
		}
		if thing.Kind == "run" {
			err = a.DeleteRun(ctx, thing.ID)
		} else {
			err = a.DeleteCustomer(ctx, thing.ID)
		}
		if err = errors.Join(err, outside.ForgetOpened(c.Now())); err != nil {
			return err
		}
		return c.print(deletedShape{Version: 1, Deleted: thing, server: c.onServer()})
	})
}

// toDelete finds what a word names: a customer by the whole name or id, a run
// by its id; what names both is refused.
func (c *call) toDelete(ctx context.Context, a run.Archive, word string) (deletedThing, error) {
	customer, customerErr := c.findCustomer(ctx, a, word)
	if customerErr != nil && !errors.Is(customerErr, flows.ErrNotFound) {
		return deletedThing{}, customerErr
	}
	h, runErr := c.find(ctx, word)
	switch {
	case runErr == nil && customerErr == nil:
		return deletedThing{}, flows.Refuse(flows.ErrAmbiguous, nil, "cmd.names_both", "word", short(word), "customer", customer.ID, "run", h.ID)
	case customerErr == nil:
		return deletedThing{Kind: "customer", ID: customer.ID, Name: customer.Name}, nil
	case runErr == nil:
		return deletedThing{Kind: "run", ID: h.ID, Name: h.Customer.Name + ", " + h.Title}, nil
	case errors.Is(runErr, flows.ErrNotFound):
		return deletedThing{}, notFound("cmd.no_such", "word", short(word))
	}
	return deletedThing{}, runErr
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
		return found, notFound("cmd.no_customer", "customer", short(word))
	}
	return page.Runs[0].Customer, nil
}
