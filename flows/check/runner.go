package check

import (
	"context"
	"errors"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// The statuses of a phase and of a result.
const (
	Passed  = "passed"
	Warned  = "warned"
	Failed  = "failed"
	Unknown = "unknown"
	Running = "running" // of a phase that progress hears of, and no result has
)

const (
	atOnce  = 4                // checks that run at the same time
	longest = 20 * time.Second // a check in all
)

// Runner runs checks, a few at once, each within its time limit. It is safe
// for concurrent use.
type Runner struct {
	env   Env
	find  func(name string) (Check, bool)
	slots chan struct{}
	begun *interruptedReadings
}

// NewRunner makes a runner.
func NewRunner(env Env) *Runner {
	return &Runner{env: env, find: Find, slots: make(chan struct{}, atOnce), begun: &interruptedReadings{}}
}

// Run runs a check. It calls progress, which may be nil, in the caller's
// goroutine when a phase ends, and for some phases while they run. If the
// check cannot be run (unknown, not built, an input missing, out of time) the
// result has the status unknown. The error is only that of ctx, or that a person
// broke off opening a secret; then there is no result.
func (r *Runner) Run(ctx context.Context, q Request, progress func(run.Phase)) (run.CheckResult, error) {
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	case <-ctx.Done():
		return run.CheckResult{}, ctx.Err()
	}
	j := &job{Request: q, env: r.env, progress: progress, began: r.env.Now(), begun: r.begun, sent: &sent{}}
	if err := j.network(ctx); err != nil {
		return run.CheckResult{}, err
	}
	all := j.net.limits().All
	if c, known := r.find(q.Check); known && c.within > 0 {
		all = c.within
	}
	limited, cancel := context.WithTimeout(ctx, all)
	defer cancel()
	result := j.do(limited, r.find)
	switch {
	case ctx.Err() != nil:
		return run.CheckResult{}, ctx.Err()
	case j.stopped != nil:
		return run.CheckResult{}, j.stopped
	case errors.Is(limited.Err(), context.DeadlineExceeded):
		result = j.found(timedOut, flows.Msg("check.timed_out", "seconds", int(all.Seconds())))
	}
	result.Inputs, result.Secrets = run.Snapshot(q.Inputs), j.sent.list()
	return j.clean(result), nil
}

// job is one running check.
type job struct {
	Request
	env      Env
	net      *Net // nil: there is none
	progress func(run.Phase)
	phases   []run.Phase
	secrets  []string  // and tokens, that the check has opened or was given
	stopped  error     // what a person broke off
	unseen   bool      // one of the opened secrets has a character that is not seen
	began    time.Time // the phase that runs now
	begun    *interruptedReadings
	carried  []run.SecretTo // the secrets that were opened, and what for
	sent     *sent
}

// network finds the network of the check.
func (j *job) network(ctx context.Context) (err error) {
	if j.env.Net != nil {
		j.net, err = j.env.Net(ctx, &j.Request)
	}
	return err
}

func (j *job) do(ctx context.Context, find func(string) (Check, bool)) run.CheckResult {
	c, known := find(j.Check)
	if !known {
		return j.unknownCheck()
	}
	if missing := j.missing(c.Inputs); len(missing) > 0 {
		return j.lacking(missing)
	}
	return c.run(ctx, j)
}

// unknownCheck is the result of a check that this program cannot run.
func (j *job) unknownCheck() run.CheckResult {
	return j.result(Unknown, "no_check", flows.Msg("check.no_check", "check", j.Check))
}

// missing are the required inputs without a value.
func (j *job) missing(inputs []flows.Input) []run.CheckInput {
	var missing []run.CheckInput
	for _, in := range inputs {
		given := j.inputs(in.Name)
		if !in.Required || in.Many && len(given) > 0 {
			continue
		}
		if len(given) == 0 {
			missing = append(missing, run.CheckInput{Param: in.Name, Label: in.Name})
		} else if !given[0].Given() {
			missing = append(missing, given[0])
		}
	}
	return missing
}

// lacking is the result of a check with missing inputs.
func (j *job) lacking(inputs []run.CheckInput) run.CheckResult {
	names := make([]string, len(inputs))
	causes := make([]run.Cause, len(inputs))
	for i := range inputs {
		names[i] = label(&inputs[i])
		causes[i] = run.Cause{Message: flows.Msg("check.cause_missing", "label", names[i]), Item: inputs[i].Item}
	}
	return j.found(missing, flows.Msg(missing.Message, "what", names), causes...)
}

// inputs are the inputs of a parameter.
func (j *job) inputs(param string) []run.CheckInput {
	var some []run.CheckInput
	for _, in := range j.Inputs {
		if in.Param == param {
			some = append(some, in)
		}
	}
	return some
}

// phase ends a phase.
func (j *job) phase(name, status string, detail flows.Message) {
	j.labelled(name, j.labelOf(name), status, detail)
}

// labelled ends a phase with a label of its own.
func (j *job) labelled(name string, label flows.Message, status string, detail flows.Message) {
	now := j.env.Now()
	p := run.Phase{Name: j.safe(name), Label: label.Map(j.safe), Status: status, Message: detail.Map(j.safe), Millis: now.Sub(j.began).Milliseconds()}
	j.began = now
	j.phases = append(j.phases, p)
	if j.progress != nil {
		j.progress(p)
	}
}

// running reports the progress of a phase, from 0 to 1. It is not kept.
func (j *job) running(name string, detail flows.Message, done float64) {
	if j.progress != nil {
		j.progress(run.Phase{Name: j.safe(name), Label: j.labelOf(name).Map(j.safe), Status: Running, Message: detail.Map(j.safe), Done: done})
	}
}

// result ends the check.
func (j *job) result(status, finding string, summary flows.Message, causes ...run.Cause) run.CheckResult {
	return run.CheckResult{Status: status, Finding: finding, Message: summary, Phases: j.phases, Causes: causes}
}

// found ends the check with a finding.
func (j *job) found(f Finding, summary flows.Message, causes ...run.Cause) run.CheckResult {
	return j.result(f.Status, f.Code, summary, causes...)
}

// clean makes a result safe to show and to keep.
func (j *job) clean(r run.CheckResult) run.CheckResult {
	r.Message = r.Message.Map(j.safe)
	for i := range r.Causes {
		r.Causes[i].Message = r.Causes[i].Message.Map(j.safe)
	}
	return r
}

// label is the name of an input for a person.
func label(in *run.CheckInput) string {
	if in.Label != "" {
		return in.Label
	}
	return in.Param
}

// worst is the more serious of two statuses: failed, unknown, warned, passed.
func worst(a, b string) string {
	rank := map[string]int{Failed: 3, Unknown: 2, Warned: 1}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

// text is the one input of a parameter; "" if there is none.
func (j *job) text(param string) string {
	if all := j.inputs(param); len(all) > 0 {
		return flows.Format(all[0].Value)
	}
	return ""
}
