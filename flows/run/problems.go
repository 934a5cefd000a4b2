package run

import (
	"strconv"
	"time"

	"lotse/flows"
)

// judge finds what is not as it should be. What it found of a row is kept as
// long as the row is the same.
type judge struct {
	*moment
	lang  string
	today time.Time
	day   day
}

// day is a day of the calendar: what a date's rules say may change with it.
type day struct {
	year, of int
}

func newJudge(m *moment, lang string, today time.Time) *judge {
	return &judge{moment: m, lang: lang, today: today, day: day{today.Year(), today.YearDay()}}
}

// item lists the problems of the item at a place, its rows' left out; those of
// a hidden item too.
func (j *judge) item(it *flows.Item, at place) []ProblemView {
	var found []flows.Problem
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
	v.Level, v.Code, v.Text = p.Level, p.Code, p.Text
	if v.Text == "" {
		v.Text = flows.Message(j.lang, p.Code, p.Args)
	}
	v.Can = p.Level == flows.Warn || (p.Level == flows.Must && p.Code == statusUnknown)
	if why, ok := j.accepted[problemKey{j.plan.proc.Steps[step].ID, v.ID}]; ok && v.Can {
		v.Accepted = &why
	}
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
			found = it.Missing(j.lang)
		}
	case it.Field.Type == flows.TypeSecret:
		found = it.Judged(a.secret.Doubts, j.lang)
	default:
		_, found = it.Read(a.value, j.today, j.lang)
	}
	if a != nil {
		found = append(found, normalised(a.removed, j.lang)...)
	}
	if a != nil && a.again {
		found = append(found, flows.Problem{Code: "look_again", Level: flows.Tell})
	}
	return found
}

func normalised(removed map[string]string, lang string) []flows.Problem {
	if removed == nil {
		return nil
	}
	return []flows.Problem{{Code: codeNormalised, Level: flows.Tell, Args: removed, Text: flows.Message(lang, codeNormalised, removed)}}
}

const codeNormalised = "normalised"

func (j *judge) list(it *flows.Item) []flows.Problem {
	n, l := 0, it.List
	if r := j.lists[it.ID]; r != nil {
		n = len(r.order)
	}
	args := map[string]string{
		"min": strconv.Itoa(l.Min), "max": strconv.Itoa(l.Max), "rows": strconv.Itoa(n), "row": l.Row,
		"missing": strconv.Itoa(l.Min - n), "surplus": strconv.Itoa(n - l.Max),
	}
	switch {
	case n == 0 && l.Min > 0:
		return []flows.Problem{{Code: "required", Level: flows.Must, Args: args}}
	case n < l.Min:
		return []flows.Problem{{Code: "min", Level: flows.Must, Args: args}}
	case l.Max > 0 && n > l.Max:
		return []flows.Problem{{Code: "max", Level: flows.Must, Args: args}}
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
			return []flows.Problem{{Code: "read", Level: flows.Tell}}
		}
	case flows.KindTask:
		return task(it.Task, m, j.lang)
	case flows.KindWait:
		if !done {
			return []flows.Problem{{Code: "waiting", Level: flows.Must, Args: map[string]string{"for": j.fill(it.Wait.For)}}}
		}
	case flows.KindGate:
		if !done {
			return []flows.Problem{{Code: "gate_closed", Level: flows.Must, Args: map[string]string{"word": it.Gate.Word}}}
		}
	case flows.KindCheck:
		return check(it.Check, m)
	}
	return nil
}

func task(t *flows.Task, m *mark, lang string) []flows.Problem {
	switch {
	case (m == nil || !m.done) && !t.Optional:
		return []flows.Problem{unticked(lang)}
	case m == nil || !m.done:
		return nil
	case t.Evidence == flows.FileEvidence && len(m.evidence) == 0, t.Evidence == flows.SentenceEvidence && m.note == "":
		return []flows.Problem{{Code: "evidence", Level: flows.Must, Text: flows.Message(lang, "evidence_"+string(t.Evidence), nil)}}
	}
	return nil
}

// unticked is the required problem of a task.
func unticked(lang string) flows.Problem {
	return flows.Problem{Code: "required", Level: flows.Must, Text: flows.Message(lang, "unticked", nil)}
}

func check(c *flows.Check, m *mark) []flows.Problem {
	if m == nil || m.result == nil {
		return []flows.Problem{{Code: statusUnknown, Level: c.Level}}
	}
	r := m.result
	args := map[string]string{"summary": r.Summary, "finding": r.Finding}
	if m.stale {
		return []flows.Problem{{Code: "stale", Level: c.Level, Args: args}}
	}
	code, level := r.Status, levelOf(c, r)
	if level == "" {
		return nil
	}
	if code == statusPassed { // the item minds what the check does not
		code = "warned"
	}
	return []flows.Problem{{Code: code, Level: level, Args: args, Text: r.Summary}}
}

const statusPassed = "passed"

// levelOf is what a result holds up; "": nothing. Of a check that found many
// things it is the most serious of them.
func levelOf(c *flows.Check, r *CheckResult) flows.Level {
	if len(r.Counts) > 0 && r.Status != statusUnknown {
		return levelOfMany(c, r)
	}
	level := c.Level
	if l, ok := c.Findings[r.Finding]; ok {
		level = l
	}
	switch {
	case r.Status == statusPassed:
		return ""
	case r.Status == "warned" && level == flows.Must:
		return flows.Warn
	}
	return level
}

// levelOfMany is the most serious level of all that was found: each thing's by
// the item's findings, else by the check, which cannot hold up more than the
// item's level. What the check only tells is no problem unless the item says so.
func levelOfMany(c *flows.Check, r *CheckResult) flows.Level {
	worst := flows.Level("")
	for code, n := range r.Counts {
		level, said := c.Findings[code]
		switch {
		case n <= 0:
			continue
		case said:
		case r.Levels[code] == flows.Tell:
			continue
		default:
			level = milder(c.Level, r.Levels[code])
		}
		if severity[level] > severity[worst] {
			worst = level
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
			found = append(found, r.Problem(j.lang))
		}
	}
	return found
}
