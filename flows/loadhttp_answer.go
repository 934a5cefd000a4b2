package flows

import (
	"slices"
	"strconv"
)

// ownFindings reads what the procedure finds in an answer, in the order in which it
// is looked for.
func (l *loader) ownFindings(o *object) []HTTPFinding {
	e := o.take("found")
	if e == nil {
		return nil
	}
	what := Msg("thing.found")
	var all []HTTPFinding
	for i, part := range l.parts(e, value("found")) {
		in := l.object(part, o.path+".found."+strconv.Itoa(i), what)
		if in == nil {
			continue
		}
		in.needs("when", what)
		f := HTTPFinding{Code: in.must("code", what), When: in.cond("when"), Text: in.must("text", what), Cause: in.text("cause"), Of: in.text("of")}
		l.elements[o.path+".found."+f.Code] = part
		switch {
		case f.Code != "" && !fieldID(f.Code):
			l.fault(in.Get("code").FilePlace, "lint.http_code", "code", Short(f.Code))
		case slices.ContainsFunc(all, func(other HTTPFinding) bool { return other.Code == f.Code }):
			l.fault(in.Get("code").FilePlace, "lint.http_code_twice", "code", f.Code)
		}
		in.done(what)
		all = append(all, f)
	}
	return all
}

// rehearsed reads what the portal of a rehearsal answers.
func (l *loader) rehearsed(o *object, r *HTTPRequest) {
	r.Answer.Status = okStatus
	e := o.take("rehearse")
	if e == nil {
		l.fault(o.FilePlace, "lint.http_rehearse", "check", HTTPJSON)
		return
	}
	what := Msg("thing.rehearse")
	in := l.object(e, o.path+".rehearse", what)
	if in == nil {
		return
	}
	in.needs("answer", what)
	if a := in.take("answer"); a != nil {
		if answer := l.object(a, in.path+".answer", Msg("thing.answer")); answer != nil {
			r.Answer = answer.answered(Msg("thing.answer"))
			answer.done(Msg("thing.answer"))
		}
	}
	if f := in.take("faults"); f != nil {
		l.ownFaults(in, f, r)
	}
	in.done(what)
}

// okStatus is the status of an answer where none is said.
const okStatus = 200

// maxAnswer bounds the body of an answer of a rehearsal, in bytes.
const maxAnswer = 64 << 10

// answered reads an answer.
func (o *object) answered(what Message) HTTPAnswer {
	a := HTTPAnswer{Status: o.number("status", 599), Body: o.must("body", what)}
	if a.Status == 0 {
		a.Status = okStatus
	}
	if a.Status < okStatus {
		o.l.fault(o.Get("status").FilePlace, "lint.http_status")
	}
	if len(a.Body) > maxAnswer {
		o.l.fault(o.Get("body").FilePlace, "lint.http_answer", "limit", maxAnswer)
	}
	return a
}

func (l *loader) ownFaults(o *object, e *Element, r *HTTPRequest) {
	in := l.object(e, o.path+".faults", value("faults"))
	if in == nil {
		return
	}
	what := Msg("thing.http_fault")
	for _, p := range in.Pairs {
		one := l.object(in.take(p.Key.Text), in.path+"."+p.Key.Text, what)
		if one == nil {
			continue
		}
		if !stepID(p.Key.Text) {
			l.fault(p.Key.FilePlace, "lint.http_fault_name", "name", Short(p.Key.Text))
		}
		r.Faults = append(r.Faults, HTTPFault{HTTPAnswer: one.answered(what), Name: p.Key.Text, Does: one.must("does", what)})
		one.done(what)
	}
}
