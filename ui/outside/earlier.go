package outside

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// maxRemembered is how many of a customer's other runs are looked at, the newest.
const maxRemembered = 20

// EarlierAnswers are the answers that a run may take over from the customer's other
// runs of the same mode, those of the newest run first. A run that cannot be read
// does not keep anybody from the others: it says so when it is opened.
func EarlierAnswers(ctx context.Context, s *face.Screen, of run.Header) ([]run.Earlier, error) {
	p, err := s.Archive.Headers(ctx, run.Query{Customer: of.Customer.ID, Limit: 500})
	if err != nil {
		return nil, err
	}
	load := loadOnce(s.Load)
	var all []run.Earlier
	looked := 0
	for i := range p.Runs {
		h := &p.Runs[i]
		if h.ID == of.ID || h.Mode != of.Mode || looked == maxRemembered {
			continue
		}
		looked++
		if other, err := run.Resume(ctx, s.Env, s.Archive, h.ID, load); err == nil {
			all = append(all, other.Given()...)
		}
	}
	return all, ctx.Err()
}

// loadOnce decodes each stored procedure once.
func loadOnce(load run.Load) run.Load {
	known := map[string]*flows.Procedure{}
	return func(document []byte) (*flows.Procedure, error) {
		if p := known[string(document)]; p != nil {
			return p, nil
		}
		p, err := load(document)
		if err == nil {
			known[string(document)] = p
		}
		return p, err
	}
}
