package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// add adds a row, its cells as COLUMN=VALUE with semicolons between them.
func (w *walk) add(args string) error {
	name, rest := cut(args)
	p, iv, ok := w.place(name)
	if !ok {
		return nil
	}
	if iv.Item.Kind != flows.KindList {
		w.say(w.l.NoList)
		return nil
	}
	cells := map[string]flows.Value{}
	for _, pair := range pairs(rest) {
		column, text, _ := strings.Cut(pair, "=")
		col := columnOf(iv, strings.TrimSpace(column))
		if col == "" {
			w.sayf(w.l.NoColumn, strings.TrimSpace(column), strings.Join(columnNames(iv), ", "))
			return nil
		}
		text, _ = unquoted(strings.TrimSpace(text))
		if f := iv.Column(col).Field; f != nil {
			cells[col] = cellValue(f, text)
		} else {
			cells[col] = isYes(text, w.l.Yes) || text == "true"
		}
	}
	if done, err := w.do(run.AddRow{List: p.Whole(), Cells: cells}); err != nil || !done {
		return err
	}
	now := itemOf(w.v, p)
	w.sayf(w.l.RowAdded, w.rowName(now, now.Rows[len(now.Rows)-1].Row))
	w.after(p)
	return nil
}

// pairs parts what is given at semicolons that stand in no quotes.
func pairs(text string) []string {
	var all []string
	quoted, from := false, 0
	for i, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			all, from = append(all, text[from:i]), i+1
		}
	}
	all = append(all, text[from:])
	var some []string
	for _, one := range all {
		if strings.TrimSpace(one) != "" {
			some = append(some, one)
		}
	}
	return some
}

// removeWord removes a row: of the list that is asked for, by its number, or of
// any list as LIST[ROW].
func (w *walk) removeWord(args string) error {
	if iv := w.item(); iv != nil && iv.Item.Kind == flows.KindList && !strings.Contains(args, "[") {
		return w.remove(w.target(), iv, args)
	}
	if !strings.Contains(args, "[") {
		w.say(w.l.NoList)
		return nil
	}
	p, iv, ok := w.place(args)
	if !ok {
		return nil
	}
	return w.remove(p.Whole(), iv, p.Row)
}

// accept accepts a problem: the first that can be, or the one that is named.
func (w *walk) accept(args string) error {
	sv := w.step()
	step, problem, why := w.at.Step, "", args
	first, rest := cut(args)
	if s, p := w.problemNamed(first); p != "" {
		step, problem, why = s, p, rest
	} else if looksLikeID(first) {
		w.sayf(w.l.NoProblem, first)
		return nil
	}
	if problem == "" && sv != nil {
		if pv := w.acceptable(sv); pv != nil {
			problem = pv.ID
			if why == "" {
				w.say(w.problem(*pv))
			}
		}
	}
	if problem == "" {
		w.say(w.t.Wizard.AcceptNothing)
		return nil
	}
	if why == "" {
		var err error
		if why, err = w.reply(w.l.AcceptWhy); err != nil {
			return err
		}
	}
	why, _ = unquoted(why)
	if why == "" {
		w.say(w.t.Overlay.WhyMissing)
		return nil
	}
	if done, err := w.do(run.Accept{Step: step, Problem: problem, Why: why}); err != nil || !done {
		return err
	}
	w.say(w.l.AcceptDone)
	return w.accepted()
}

// accepted goes on where nothing is wrong any more with what is asked for.
func (w *walk) accepted() error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindCheck && iv.Item.Kind != flows.KindField {
		return nil
	}
	for _, pv := range iv.Problems {
		if pv.Level != flows.Tell && pv.Accepted == nil {
			return nil
		}
	}
	return w.next()
}

// problemNamed finds a problem by its id, in the step or, with the step's id
// before it, in any.
func (w *walk) problemNamed(id string) (step, problem string) {
	for i := range w.v.Steps {
		sv := &w.v.Steps[i]
		for _, pv := range sv.Problems() {
			if sv.Step.ID == w.at.Step && pv.ID == id || sv.Step.ID+"."+pv.ID == id {
				return sv.Step.ID, pv.ID
			}
		}
	}
	return "", ""
}

// looksLikeID reports whether a word is meant as the id of a problem: it has a
// dot inside.
func looksLikeID(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1
}

// acceptable is the first problem that can be accepted, of what is asked for
// before others; nil for none.
func (w *walk) acceptable(sv *run.StepView) *run.ProblemView {
	var first *run.ProblemView
	for i := range sv.Items {
		if sv.Items[i].State != run.Applies {
			continue
		}
		for _, pv := range sv.Items[i].AllProblems() {
			switch {
			case !pv.Can || pv.Accepted != nil:
			case pv.Item == w.at.Item && (w.at.Row == "" || pv.Row == w.at.Row):
				return &pv
			case first == nil:
				first = &pv
			}
		}
	}
	return first
}

// skip leaves the step undone, with a reason.
func (w *walk) skip(why string) error {
	sv := w.step()
	switch {
	case sv == nil:
		w.say(w.l.NoStepHere)
		return nil
	case sv.State == run.Done:
		w.say(w.t.Wizard.NotSkipped)
		return nil
	}
	if why == "" {
		var err error
		if why, err = w.reply(w.l.SkipWhy); err != nil {
			return err
		}
	}
	why, _ = unquoted(why)
	if why == "" {
		w.say(w.t.Overlay.WhyMissing)
		return nil
	}
	step := w.at.Step
	if done, err := w.do(run.Skip{Step: step, Why: why}); err != nil || !done {
		return err
	}
	w.say(w.t.Wizard.Skipped)
	w.onward(step)
	return nil
}

// note puts a remark on the step on record.
func (w *walk) note(text string) error {
	if w.at.Step == "" {
		w.say(w.l.NoStepHere)
		return nil
	}
	if text == "" {
		var err error
		if text, err = w.reply(w.l.NoteText); err != nil {
			return err
		}
	}
	if text, _ = unquoted(text); text == "" {
		return nil
	}
	if done, err := w.do(run.Note{Step: w.at.Step, Text: text}); err != nil || !done {
		return err
	}
	w.say(w.t.Wizard.Noted)
	return nil
}

// undo takes back the last change, and says what stands again.
func (w *walk) undo(string) error {
	if done, err := w.do(run.Undo{}); err != nil || !done {
		return err
	}
	w.say(w.t.Wizard.Undone)
	events := w.s.Events()
	if w.at.Row != "" && rowAt(w.item(), w.at.Row) < 0 {
		w.toItem(w.at.Item)
	}
	w.after(events[len(events)-1].About())
	return nil
}

// waitWord says until when is waited, or that an answer has come.
func (w *walk) waitWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.place(name)
	if !ok {
		return nil
	}
	how, rest := cut(rest)
	switch how {
	case "answered":
		return w.answered(p, rest, func() error { w.after(p); return nil })
	case "until":
		day, why := cut(rest)
		return w.waitUntil(p, day, why)
	}
	w.say(w.l.WaitHow)
	return nil
}

// gateWord passes a gate: its word, by whom, and why.
func (w *walk) gateWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.place(name)
	if !ok {
		return nil
	}
	said, who, found := strings.Cut(rest, " by ")
	by, why, _ := strings.Cut(who, " why ")
	if !found || strings.TrimSpace(by) == "" {
		w.say(w.l.GateHow)
		return nil
	}
	c := run.PassGate{At: p, Word: strings.TrimSpace(said), By: strings.TrimSpace(by), Why: strings.TrimSpace(why)}
	if done, err := w.do(c); err != nil || !done {
		return err
	}
	w.after(p)
	return nil
}
