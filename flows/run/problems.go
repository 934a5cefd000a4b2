package run

import (
	"time"

	"lotse/flows"
)

// problemFinder computes the problems of items and rows. It keeps the result
// for a row until the row changes.
type problemFinder struct {
	*evaluation
	today time.Time
	day   day
}

// day is a calendar day: the problems of a date may change with it.
type day struct {
	year, of int
}

func newProblemFinder(m *evaluation, today time.Time) *problemFinder {
	return &problemFinder{evaluation: m, today: today, day: dayOf(today)}
}

func dayOf(t time.Time) day { return day{t.Year(), t.YearDay()} }

// itemProblems lists the problems of the item at a place without those of its
// rows. A hidden item is checked as well.
func (f *problemFinder) itemProblems(at place) []ProblemView {
	var found []flows.Problem
	it := f.shown(at)
	switch it.Kind {
	case flows.KindField:
		found = f.fieldProblems(it)
	case flows.KindValue:
		found = f.compute(at).problems
	case flows.KindList:
		found = f.listProblems(it)
	default:
		found = f.markProblems(it, at)
	}
	found = append(found, f.ruleProblems(it.Rules, f.evaluation)...)
	found = append(found, f.failureProblems(at)...)
	views := make([]ProblemView, 0, len(found))
	for _, p := range found {
		views = append(views, f.problemView(at.step, ProblemView{ID: it.ID + "." + p.Code, Item: it.ID}, p))
	}
	return f.withoutSettledTells(views, at.step)
}

// problemView completes a problem of a step.
func (f *problemFinder) problemView(step int, v ProblemView, p flows.Problem) ProblemView {
	v = plainView(v, p)
	f.applyAcceptance(&v, step)
	return v
}

// plainView is the view of a problem that nobody has accepted or left. A check
// that was not run has nothing that could be accepted.
func plainView(v ProblemView, p flows.Problem) ProblemView {
	v.Level, v.Code, v.Message, v.Origin = p.Level, p.Code, p.Message, p.Origin
	v.Acceptable = p.Code != codeNotRun && (p.Level == flows.Warn || p.Level == flows.Must && p.Code == statusUnknown)
	v.MustAccept = v.Acceptable && p.Level == flows.Warn && p.Accept == flows.AcceptRequired
	return v
}

// withoutSettledTells removes the problems of level tell if the step is
// completed: they were read.
func (f *problemFinder) withoutSettledTells(views []ProblemView, step int) []ProblemView {
	if !f.steps[step].done || f.steps[step].stale {
		return views
	}
	kept := views[:0]
	for _, v := range views {
		if v.Level != flows.Tell {
			kept = append(kept, v)
		}
	}
	return kept
}

func (f *problemFinder) fieldProblems(it *flows.Item) []flows.Problem {
	a := f.answers[it.ID]
	var found []flows.Problem
	switch {
	case !a.given():
		if f.defaultOf(it) == nil {
			found = f.missingProblems(it)
		}
	case it.Field.Type == flows.TypeSecret:
		found = it.ViolationProblems(a.secret.Violations)
	default:
		found = it.Problems(a.value, f.today)
	}
	if a != nil {
		found = append(found, normalised(a.removed)...)
	}
	if a != nil && a.again {
		found = append(found, problem("look_again", flows.Tell))
	}
	return found
}

func normalised(removed flows.Message) []flows.Problem {
	if removed.IsZero() {
		return nil
	}
	return []flows.Problem{{Code: codeNormalised, Level: flows.Tell, Message: removed}}
}

// problem makes a problem whose code is also the code of its sentence.
func problem(code string, level flows.Level, args ...any) flows.Problem {
	return flows.Problem{Code: code, Level: level, Message: flows.Msg(code, args...)}
}

const codeNormalised = "normalised"

func (f *problemFinder) listProblems(it *flows.Item) []flows.Problem {
	n, l := 0, it.List
	if r := f.lists[it.ID]; r != nil {
		n = len(r.order)
	}
	switch {
	case n == 0 && l.Min > 0:
		return []flows.Problem{problem("required", flows.Must)}
	case n < l.Min:
		return []flows.Problem{problem("min", flows.Must, "rows", n, "min", l.Min, "missing", l.Min-n)}
	case l.Max > 0 && n > l.Max:
		return []flows.Problem{problem("max", flows.Must, "rows", n, "max", l.Max, "surplus", n-l.Max)}
	}
	return nil
}

// markProblems lists the problems of an item that is neither a field nor a
// list.
func (f *problemFinder) markProblems(it *flows.Item, at place) []flows.Problem {
	m := f.markNow(at)
	done := m != nil && m.done
	switch it.Kind {
	case flows.KindText:
		if it.Text.Tell {
			return []flows.Problem{problem("read", flows.Tell)}
		}
	case flows.KindTask:
		return taskProblems(it.Task, m)
	case flows.KindWait:
		if !done {
			return []flows.Problem{problem("waiting", flows.Must, "for", it.Wait.For)}
		}
	case flows.KindGate:
		if !done {
			return []flows.Problem{problem("gate_closed", flows.Must, "word", it.Gate.Word)}
		}
	case flows.KindCheck:
		if f.requiredByPassedGate(at) {
			return nil
		}
		return checkProblems(it.Check, m)
	case flows.KindAction:
		return f.rotationProblems(at)
	}
	return nil
}

func taskProblems(t *flows.Task, m *mark) []flows.Problem {
	switch {
	case (m == nil || !m.done) && !t.Optional:
		return []flows.Problem{untickedProblem()}
	case m == nil || !m.done:
		return nil
	case t.Evidence == flows.FileEvidence && len(m.evidence) == 0, t.Evidence == flows.SentenceEvidence && m.note == "":
		return []flows.Problem{{Code: "evidence", Level: flows.Must, Message: flows.Msg("evidence_" + string(t.Evidence))}}
	}
	return nil
}

// untickedProblem is the required problem of a task that is not done.
func untickedProblem() flows.Problem {
	return flows.Problem{Code: "required", Level: flows.Must, Message: flows.Msg("unticked")}
}

func checkProblems(c *flows.Check, m *mark) []flows.Problem {
	if m == nil || m.result == nil {
		return []flows.Problem{problem(codeNotRun, c.Level)}
	}
	r := m.result
	if m.stale {
		return []flows.Problem{problem(codeStale, c.Level)}
	}
	code, holds := r.Status, levelOf(c, r)
	switch {
	case holds.Level == "":
		return nil
	case !r.ran():
		code = codeNotRun
	case code == statusPassed: // the item minds what the check does not
		code = statusWarned
	}
	p := problem(code, holds.Level)
	p.Accept = holds.Accept
	if !r.Message.IsZero() {
		p.Message = r.Message
	}
	return []flows.Problem{p}
}

const (
	statusPassed = "passed"
	statusWarned = "warned"
	codeNotRun   = "not_run" // a check that was not run, or not on inputs that were given
	codeStale    = "stale"
)

// levelOf is the level of the problem that a check's result makes; "" means no
// problem. If a check found many things, the most serious of them counts.
func levelOf(c *flows.Check, r *CheckResult) flows.Finding {
	if len(r.Counts) > 0 && r.Status != statusUnknown {
		return levelOfMany(c, r)
	}
	f, said := c.Findings[r.Finding]
	if !said {
		f.Level = c.Level
	}
	switch {
	case r.Status == statusPassed:
		return flows.Finding{}
	case r.Status == statusWarned && f.Level == flows.Must:
		f.Level = flows.Warn
	}
	return f
}

// levelOfMany is the most serious level of all findings. The item's own levels
// go first; else the check's level counts, but never above the item's. A
// finding of level tell is no problem unless the item says so. One finding
// that must be accepted is enough for all.
func levelOfMany(c *flows.Check, r *CheckResult) flows.Finding {
	var worst flows.Finding
	for code, n := range r.Counts {
		f, said := c.Findings[code]
		level := f.Level
		switch {
		case n <= 0:
			continue
		case said:
		case r.Levels[code] == flows.Tell:
			continue
		default:
			level = milder(c.Level, r.Levels[code])
		}
		if severity[level] > severity[worst.Level] {
			worst.Level = level
		}
		if f.Accept == flows.AcceptRequired {
			worst.Accept = f.Accept
		}
	}
	return worst
}

var severity = map[flows.Level]int{flows.Must: 3, flows.Warn: 2, flows.Tell: 1}

// milder is the less serious of two levels.
func milder(a, b flows.Level) flows.Level {
	if severity[b] > severity[a] {
		return a
	}
	return b
}

// ruleProblems lists the rules with Require that are false in a scope.
func (f *problemFinder) ruleProblems(rules []flows.Rule, scope flows.Scope) []flows.Problem {
	var found []flows.Problem
	for i := range rules {
		if r := &rules[i]; r.Require != nil && r.Require.Eval(scope) == flows.False {
			found = append(found, r.Problem())
		}
	}
	return found
}
