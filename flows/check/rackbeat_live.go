package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// Live is a register that is read from Rackbeat itself.
type Live struct {
	Kind compare.Kind
	URL  string // of the interface; "" for Rackbeat's own
	Mode run.Mode
}

// LiveFault is why a register cannot be read from Rackbeat.
type LiveFault struct {
	Finding string
	Message flows.Message // safe to show
}

// Error is the message for developers.
func (f *LiveFault) Error() string { return f.Message.String() }

// ReadLive reads a register from Rackbeat, page by page, with the key from
// Env.Secret, and reports progress from 0 to 1. A refusal is a *LiveFault; any
// other error is that of ctx.
func (r *Runner) ReadLive(ctx context.Context, l Live, tell func(done float64)) (*compare.Register, error) {
	inputs := []run.CheckInput{{Param: "key", Label: "key", SecretID: "key"}}
	if l.URL != "" {
		inputs = append(inputs, run.CheckInput{Param: "url", Label: "url", Value: l.URL})
	}
	j := &job{Request: Request{Check: rackbeatRegisters, Mode: l.Mode, Inputs: inputs}, env: r.env, began: r.env.Now(), begun: r.begun, sent: &sent{}}
	if err := j.network(ctx); err != nil {
		return nil, err
	}
	reading, e := j.reading(ctx, l.Kind)
	var read *compare.Register
	if e == nil {
		read, e = reading.read(ctx, tell)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if e != nil {
		return nil, &LiveFault{Finding: e.Code, Message: e.said.Map(j.safe)}
	}
	return read, nil
}
