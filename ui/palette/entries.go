package palette

import (
	"context"

	"lotse/flows"

	"lotse/flows/run"
)

// Steps are the steps of the run that is open, without those that it does not
// need and, where others look on, without internal ones. said is a step's state in
// words.
func Steps(v *run.View, shared bool, said func(*run.StepView) string) []Entry {
	var all []Entry
	for i := range v.Steps {
		s := &v.Steps[i]
		if s.State != run.NotNeeded && (!shared || !s.Step.Internal) {
			all = append(all, Entry{Kind: Step, Text: flows.CleanLine(s.Step.Title), Beside: said(s), At: flows.AtStep(s.Step.ID)})
		}
	}
	return all
}

// Found is what a store has for the words that are typed.
type Found struct {
	Recent    []run.Header // the newest runs, whatever is typed
	Hits      []run.Hit
	Customers []run.Customer
}

// Stored are the entries of what the store has, each run once. Of runs that
// hidden names there is none, and no place at all where others look on: what is
// internal to a procedure that is not open cannot be told from the rest. say says
// what a place is, with its text; state is how a run stands.
func Stored(f *Found, shared bool, hidden func(*run.Header) bool, say func(run.IndexEntry) string, state func(*run.Header) string) []Entry {
	s := store{hidden: hidden, state: state, there: map[string]bool{}, customers: map[string]bool{}}
	for i := range f.Hits {
		if h := &f.Hits[i]; h.Entry.Kind == run.CustomerEntry || h.Entry.Kind == run.ProcedureEntry {
			s.run(&h.Run)
		}
	}
	for i := range f.Recent {
		s.run(&f.Recent[i])
	}
	if shared {
		return s.all
	}
	for _, c := range f.Customers {
		s.customer(c)
	}
	for i := range f.Hits {
		if h := &f.Hits[i]; h.Entry.Kind != run.CustomerEntry && h.Entry.Kind != run.ProcedureEntry {
			s.all = append(s.all, Entry{
				Kind: Place, Text: flows.CleanLine(say(h.Entry)), Beside: flows.CleanLine(h.Run.Customer.Name + ", " + h.Run.Title), Run: h.Run.ID, At: h.Entry.At,
			})
		}
	}
	return s.all
}

// store collects entries of runs and customers, each once.
type store struct {
	hidden    func(*run.Header) bool
	state     func(*run.Header) string
	all       []Entry
	there     map[string]bool // ids of runs
	customers map[string]bool
}

func (s *store) run(h *run.Header) {
	if s.there[h.ID] || s.hidden(h) {
		return
	}
	s.there[h.ID] = true
	s.all = append(s.all, Entry{Kind: Run, Text: flows.CleanLine(h.Customer.Name + ", " + h.Title), Beside: s.state(h), Run: h.ID})
	s.customer(h.Customer)
}

func (s *store) customer(c run.Customer) {
	if !s.customers[c.ID] {
		s.customers[c.ID] = true
		s.all = append(s.all, Entry{Kind: Customer, Text: flows.CleanLine(c.Name), Customer: c})
	}
}

// recent is how many of the newest runs are offered before anything is typed.
const recent = 50

// Ask asks the store for what the palette lists beside what is open: the newest
// runs, and where the words of a text stand.
func Ask(ctx context.Context, store run.Store, text string) (*Found, error) {
	p, err := store.Headers(ctx, run.Query{Limit: recent})
	if err != nil {
		return nil, err
	}
	f := &Found{Recent: p.Runs}
	if f.Hits, err = store.Find(ctx, run.FindQuery{Text: text, Limit: 3 * most}); err != nil || text == "" {
		return f, err
	}
	f.Customers, err = store.Customers(ctx, text, most)
	return f, err
}
