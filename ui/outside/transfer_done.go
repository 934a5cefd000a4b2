package outside

import (
	"errors"

	"lotse/flows"
	"lotse/flows/run"
)

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

func newTransferred() Transferred {
	return Transferred{Relations: map[run.Relation]int{}, Secrets: map[string]int{}}
}

// add counts what became of a run, or of several.
func (d *Transferred) add(more *Transferred) {
	d.Runs += more.Runs
	d.Events += more.Events
	d.Files += more.Files
	d.Missing += more.Missing
	d.Bytes += more.Bytes
	d.Rehearsed += more.Rehearsed
	d.Withheld += more.Withheld
	for relation, n := range more.Relations {
		d.Relations[relation] += n
	}
	for by, n := range more.Secrets {
		d.Secrets[by] += n
	}
	d.Stayed = append(d.Stayed, more.Stayed...)
}

// bearable are the refusals that are about one run or one customer.
var bearable = []flows.RefusalKind{flows.ErrDenied, flows.ErrConflict, flows.ErrDamaged, flows.ErrNewer, flows.ErrNotFound, flows.ErrLimit}

// leave notes what cannot be copied, where the rest can: any other error is given
// back.
func (d *Transferred) leave(what Stayed, err error) error {
	if err == nil {
		return nil
	}
	for _, kind := range bearable {
		if errors.Is(err, kind) {
			what.Kind, what.Message = kind, flows.Reason(err)
			if r := (*flows.Refusal)(nil); what.Kind == flows.ErrConflict && !errors.As(err, &r) {
				what.Message = flows.Msg("transfer.taken")
			}
			d.Stayed = append(d.Stayed, what)
			return nil
		}
	}
	return err
}
