package check

import (
	"context"

	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// liveEnding is why a register cannot be read from Rackbeat itself, and what its
// exchange told until then.
type liveEnding struct {
	*ending
	phases []run.Phase
}

// Error is the finding; a person reads the ending's sentence.
func (e *liveEnding) Error() string { return e.Code }

// rackbeatSide is the kept file where there is one, else Rackbeat itself where
// there is a key; nil where there is neither.
func (r *registers) rackbeatSide() *side {
	if files := r.inputs("rackbeat"); len(files) > 0 && files[0].Given() {
		return r.side("rackbeat")
	}
	keys := r.inputs("key")
	if len(keys) == 0 || !keys[0].Given() {
		return nil
	}
	s := &side{CheckInput: keys[0], live: true}
	s.Param = "rackbeat"
	return s
}

// neither is what is missing where there is neither a file nor a key.
func (r *registers) neither() []run.CheckInput {
	for _, param := range []string{"rackbeat", "key"} {
		if in := r.inputs(param); len(in) > 0 {
			return in[:1]
		}
	}
	return []run.CheckInput{{Param: "rackbeat", Label: "rackbeat"}}
}

// open makes a side ready to be read.
func (r *registers) open(ctx context.Context, s *side) error {
	if s.live {
		return r.openLive(ctx, s)
	}
	return s.open(ctx, r.job, r.kind)
}

// openLive makes Rackbeat itself ready to be read. The reading has a job of its
// own: it works while the other side is read.
func (r *registers) openLive(ctx context.Context, s *side) error {
	own := *r.job
	own.Check, own.phases, own.progress = rackbeatRegisters, nil, nil
	reading, e := own.reading(ctx, r.kind)
	if e != nil {
		return &liveEnding{e, nil}
	}
	r.secrets = own.secrets
	s.read = func(ctx context.Context, tell func(float64)) (*compare.Register, error) {
		read, e := reading.read(ctx, tell)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case e != nil:
			return nil, &liveEnding{e, own.phases}
		}
		return read, nil
	}
	return nil
}

// cause is the sentence that leads to a side.
func (s *side) cause() string {
	if s.live {
		return "check.cause_live"
	}
	return "check.cause_register"
}
