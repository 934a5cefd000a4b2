package run

import (
	"time"

	"lotse/flows"
)

// judge finds what is not as it should be. What it found of a row is kept as
// long as the row is the same.
type judge struct {
	*moment
	today time.Time
	day   day
}

// day is a day of the calendar: what a date's rules say may change with it.
type day struct {
	year, of int
}

func newJudge(m *moment, today time.Time) *judge {
	return &judge{moment: m, today: today, day: day{today.Year(), today.YearDay()}}
}

// item lists the problems of the item at a place, its rows' left out; those of
// a hidden item too.
func (j *judge) item(at place) []ProblemView {
	var found []flows.Problem
	it := j.shown(at)
	switch it.Kind {
	case flows.KindField:
		found = j.field(it)
	case flows.KindList:
		found = j.list(it)
	default:
		found = j.thing(it, at)
	}
	found = append(found, j.rules(it.Rules, j.moment)...)
	views := make([]ProblemView, 0, len(found))
	for _, p := range found {
		views = append(views, j.view(at.step, ProblemView{ID: it.ID + "." + p.Code, Item: it.ID}, p))
	}
	return j.open(views, at.step)
}

// view completes a problem where it stands.
func (j *judge) view(step int, v ProblemView, p flows.Problem) ProblemView {
	v = plainView(v, p)
	j.taken(&v, step)
	return v
}

// plainView is a problem of which nobody has made anything. A check that was not
// run says nothing that could be accepted.
func plainView(v ProblemView, p flows.Problem) ProblemView {
	v.Level, v.Code, v.Message, v.Origin = p.Level, p.Code, p.Message, p.Origin
	v.Can = p.Code != codeNotRun && (p.Level == flows.Warn || p.Level == flows.Must && p.Code == statusUnknown)
	v.Required = v.Can && p.Level == flows.Warn && p.Accept == flows.AcceptRequired
	return v
}

// open leaves out what completing the step has settled: the tells.
func (j *judge) open(views []ProblemView, step int) []ProblemView {
	if !j.steps[step].done || j.steps[step].stale {
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

func (j *judge) field(it *flows.Item) []flows.Problem {
	a := j.answers[it.ID]
	var found []flows.Problem
	switch {
	case !a.given():
		if it.Field.Default == nil {
			found = it.Missing()
		}
	case it.Field.Type == flows.TypeSecret:
		found = it.Judged(a.secret.Doubts)
	default:
		found = it.Judge(a.value, j.today)
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

// problem is one whose sentence is that of its own code.
func problem(code string, level flows.Level, args ...any) flows.Problem {
	return flows.Problem{Code: code, Level: level, Message: flows.Msg(code, args...)}
}

const codeNormalised = "normalised"

func (j *judge) list(it *flows.Item) []flows.Problem {
	n, l := 0, it.List
	if r := j.lists[it.ID]; r != nil {
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

// thing is every kind that is no field and no list.
func (j *judge) thing(it *flows.Item, at place) []flows.Problem {
	m := j.marks[j.plan.name(at)]
	done := m != nil && m.done
	switch it.Kind {
	case flows.KindText:
		if it.Text.Tell {
			return []flows.Problem{problem("read", flows.Tell)}
		}
	case flows.KindTask:
		return task(it.Task, m)
	case flows.KindWait:
		if !done {
			return []flows.Problem{problem("waiting", flows.Must, "for", it.Wait.For)}
		}
	case flows.KindGate:
		if !done {
			return []flows.Problem{problem("gate_closed", flows.Must, "word", it.Gate.Word)}
		}
	case flows.KindCheck:
		if j.settled(at) {
			return nil
		}
		return check(it.Check, m)
	}
	return nil
}

func task(t *flows.Task, m *mark) []flows.Problem {
	switch {
	case (m == nil || !m.done) && !t.Optional:
		return []flows.Problem{unticked()}
	case m == nil || !m.done:
		return nil
	case t.Evidence == flows.FileEvidence && len(m.evidence) == 0, t.Evidence == flows.SentenceEvidence && m.note == "":
		return []flows.Problem{{Code: "evidence", Level: flows.Must, Message: flows.Msg("evidence_" + string(t.Evidence))}}
	}
	return nil
}

// unticked is the required problem of a task.
func unticked() flows.Problem {
	return flows.Problem{Code: "required", Level: flows.Must, Message: flows.Msg("unticked")}
}

func check(c *flows.Check, m *mark) []flows.Problem {
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

// levelOf is what a result holds up; without a level, nothing. Of a check that
// found many things it is the most serious of them.
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

// levelOfMany is the most serious level of all that was found: each thing's by
// the item's findings, else by the check, which cannot hold up more than the
// item's level. What the check only tells is no problem unless the item says so.
// One warning that has to be accepted is enough.
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

// rules lists the rules with Require that do not hold in a scope.
func (j *judge) rules(rules []flows.Rule, scope flows.Scope) []flows.Problem {
	var found []flows.Problem
	for i := range rules {
		if r := &rules[i]; r.Require != nil && r.Require.Eval(scope) == flows.False {
			found = append(found, r.Problem())
		}
	}
	return found
}
