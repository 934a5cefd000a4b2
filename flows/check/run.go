package check

import (
	"context"
	"fmt"
	"io"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Session is what a check needs of a run.
type Session interface {
	ID() string
	Resolve(a flows.Address) (*flows.Step, *flows.Item, error)
	Procedure() *flows.Procedure
	CheckInputs(a flows.Address) ([]run.CheckInput, error)
	Round(a flows.Address) int
}

// RequestOf makes the request for a check of a run, with the present answers.
func RequestOf(s Session, mode run.Mode, at flows.Address) (Request, error) {
	_, it, err := s.Resolve(at)
	if err != nil {
		return Request{}, err
	}
	inputs, err := s.CheckInputs(at)
	if err != nil {
		return Request{}, err
	}
	q := Request{Check: it.Check.Run, Mode: mode, Run: s.ID(), Round: s.Round(at), Inputs: inputs, HTTP: it.Check.Request}
	if q.HTTP != nil {
		q.Of = map[string]flows.Address{}
		for _, f := range q.HTTP.Found {
			if step, field, err := s.Procedure().Find(flows.Address{Item: f.Of}); err == nil {
				q.Of[f.Of] = flows.Address{Step: step.ID, Item: field.ID}
			}
		}
	}
	return q, nil
}

// Record runs a check of a run and makes the command that records its result.
func (r *Runner) Record(ctx context.Context, s Session, mode run.Mode, at flows.Address, progress func(run.Phase)) (run.RecordCheck, error) {
	q, err := RequestOf(s, mode, at)
	if err != nil {
		return run.RecordCheck{}, err
	}
	result, err := r.Run(ctx, q, progress)
	return run.RecordCheck{At: at, Result: result}, err
}

// EnvOf makes an Env from an archive and a network.
func EnvOf(a run.Archive, now func() time.Time, network func(ctx context.Context, q *Request) (*Net, error)) Env {
	keep := func(ctx context.Context, name string, r io.Reader) (run.File, error) {
		return a.PutLarge(ctx, name, flows.MaxLarge, r)
	}
	return Env{Now: now, Net: network, File: a.Open, Keep: keep, Secret: func(ctx context.Context, mode run.Mode, id string) (run.Secret, error) {
		sealed, err := a.Secret(ctx, id)
		if err != nil {
			return run.Secret{}, fmt.Errorf("find the secret: %w", err)
		}
		return a.Vault().Open(ctx, mode, sealed)
	}}
}
