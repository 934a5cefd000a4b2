package run_test

import (
	"lotse/flows"
	"lotse/flows/run"
)

// complete completes a step, and says something of its warnings or not; or it
// accepts one of its problems.
func (g *generator) complete(steps []string) run.Command {
	c := run.Complete{Step: pick(g, steps...)}
	switch g.IntN(5) {
	case 0:
		c.Accept = "we know"
	case 1:
		c.Leave = true
	case 2:
		c.Accept, c.Leave = "we know", true
	case 3:
		if all := g.w.step(c.Step).Problems(); len(all) > 0 {
			return run.Accept{Step: c.Step, Problem: pick(g, all...).ID, Why: "seen"}
		}
	}
	return c
}

// checkCompleted demands that nobody completes a step without a word about its
// warnings, and that only what can be accepted is.
func (g *generator) checkCompleted(c run.Complete) {
	s := g.w.step(c.Step)
	if s.State != run.Done {
		g.w.t.Errorf("%s was completed and is %s", c.Step, s.State)
	}
	if open := s.Warnings(); len(open) > 0 {
		g.w.t.Errorf("%s was completed over %+v", c.Step, open)
	}
	for _, p := range s.Problems() {
		if p.Accepted != nil && (p.Left || !p.Acceptable) || p.Left && p.Level != flows.Warn {
			g.w.t.Errorf("in %s: %+v", c.Step, p)
		}
	}
}

// checkWarnings counts the warnings anew, from the view and the log alone.
func (g *generator) checkWarnings() {
	v, in := g.w.view(), g.entered()
	all := 0
	for i := range v.Steps {
		s := &v.Steps[i]
		n := 0
		for k := range s.Items {
			if s.Items[k].State == run.Applies {
				n += counted(s, s.Items[k].AllProblems(), in[s.Step.ID])
			}
		}
		if got := len(s.Counted()); got != n {
			g.w.t.Errorf("%s lists %d warnings, want %d", s.Step.ID, got, n)
		}
		if s.Warned != n {
			g.w.t.Errorf("%s (%s) has %d warnings, want %d", s.Step.ID, s.State, s.Warned, n)
		}
		all += n
	}
	if got := v.Progress.Warnings; got == nil || *got != all {
		g.w.t.Errorf("the run has %v warnings, want %d", got, all)
	}
}

func counted(s *run.StepView, problems []run.ProblemView, entered bool) int {
	n := 0
	for _, p := range problems {
		switch s.State {
		case run.Open, run.Waiting:
			if !entered || p.Code == "not_run" && !p.Left {
				continue
			}
		case run.Done, run.Stale:
		default:
			continue
		}
		if p.Level == flows.Warn && p.Accepted == nil {
			n++
		}
	}
	return n
}

// entered are the steps in which something happened in this round.
func (g *generator) entered() map[string]bool {
	in := map[string]bool{}
	for _, e := range g.w.Events() {
		payload, err := e.Payload()
		if err != nil {
			g.w.t.Fatal(err)
		}
		switch d := payload.(type) {
		case *run.Answered:
			opened(in, d.Effects)
		case *run.Waited:
			opened(in, d.Effects)
		case *run.Checked:
			opened(in, d.Effects)
		}
		in[e.Step] = true
	}
	return in
}

func opened(in map[string]bool, e run.Effects) {
	for step := range e.Rounds {
		in[step] = false
	}
}
