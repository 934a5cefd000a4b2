package outside

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/sahilm/fuzzy"

	"lotse/flows"
	"lotse/flows/document/sheet"
	"lotse/flows/register"
	"lotse/flows/run"
)

// Offer is a procedure that can be begun, in a language.
type Offer struct {
	Name           string // by which it is begun
	Origin         flows.Provenance
	Title, Summary string
	sheet.Short
	Here time.Duration // how long a whole run has taken here; 0: not known
}

// Facts say how many steps the procedure has, how long it usually takes, and of
// which pack it is.
func (o *Offer) Facts() []flows.Message {
	facts := []flows.Message{flows.Msg("start.steps", "n", o.Steps)}
	switch {
	case o.Most == 0:
	case o.Least == o.Most:
		facts = append(facts, flows.Msg("start.minutes", "n", o.Most))
	default:
		facts = append(facts, flows.Msg("start.minutes_between", "least", o.Least, "most", o.Most))
	}
	if o.Here > 0 {
		facts = append(facts, flows.Msg("spent.whole_here", "n", run.Minutes(o.Here)))
	}
	if m := o.Origin.Message(); !m.IsZero() {
		facts = append(facts, m)
	}
	return facts
}

// AtHand says what to have at hand; zero for nothing.
func (o *Offer) AtHand() flows.Message {
	if len(o.Have) == 0 {
		return flows.Message{}
	}
	return flows.Msg("start.have", "what", strings.Join(o.Have, "; "))
}

// Offers are those procedures that can be loaded, with what a has of them, and the
// errors of the others: a broken procedure does not keep anybody from the rest.
func Offers(ctx context.Context, a run.Store, entries []flows.Entry, lang string) (offers []Offer, bad []error) {
	for _, e := range entries {
		if e.Err != nil {
			bad = append(bad, e.Err)
			continue
		}
		p := e.Procedure.In(lang)
		learned, err := Experience(ctx, a, p)
		if err != nil {
			bad = append(bad, err)
		}
		offers = append(offers, Offer{Name: e.Name, Origin: e.Provenance, Title: flows.CleanLine(p.Title), Summary: flows.CleanLine(p.Summary), Short: sheet.InShort(p), Here: learned.Total})
	}
	return offers, bad
}

// Known is a customer of this installation: how many runs they have, and when the
// newest was changed.
type Known struct {
	run.Customer
	Runs int
	Last time.Time // zero without a run
}

// The limits of a search for customers: how many names are searched, and from how
// many letters on a name may have others between them.
const (
	maxSearched = 20_000
	minFuzzy    = 3
)

// KnownCustomers are at most limit customers that somebody who types text may mean:
// those whose name begins so, then those that have its letters in this order. For
// an empty text they are those whose runs were changed last.
func KnownCustomers(ctx context.Context, a run.Store, text string, limit int) ([]Known, error) {
	found, err := customersLike(ctx, a, text, limit)
	if err != nil {
		return nil, err
	}
	known := make([]Known, 0, len(found))
	for _, c := range found {
		p, err := a.Headers(ctx, run.Query{Customer: c.ID, Limit: 1})
		if err != nil {
			return nil, err
		}
		k := Known{Customer: c, Runs: p.Total}
		if len(p.Runs) > 0 {
			k.Last = p.Runs[0].Changed
		}
		known = append(known, k)
	}
	return known, nil
}

func customersLike(ctx context.Context, a run.Store, text string, limit int) ([]run.Customer, error) {
	pattern := register.Fold(text)
	if pattern == "" {
		return latestCustomers(ctx, a, limit)
	}
	found, err := a.Customers(ctx, text, limit)
	if err != nil || len(found) == limit || len([]rune(pattern)) < minFuzzy {
		return found, err
	}
	all, err := a.Customers(ctx, "", maxSearched)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(all))
	for i := range all {
		names[i] = register.Fold(all[i].Name)
	}
	for _, m := range fuzzy.Find(pattern, names) {
		if len(found) == limit {
			break
		}
		if !slices.Contains(found, all[m.Index]) {
			found = append(found, all[m.Index])
		}
	}
	return found, nil
}

// latestCustomers are those of the newest runs.
func latestCustomers(ctx context.Context, a run.Store, limit int) ([]run.Customer, error) {
	p, err := a.Headers(ctx, run.Query{})
	if err != nil {
		return nil, err
	}
	var found []run.Customer
	for i := range p.Runs {
		if c := p.Runs[i].Customer; len(found) < limit && !slices.Contains(found, c) {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		return a.Customers(ctx, "", limit)
	}
	return found, nil
}
