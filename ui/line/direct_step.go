package line

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/walk"
)

// add adds a row, its cells as COLUMN=VALUE with semicolons between them.
func (w *dialogue) add(args string) error {
	name, rest := cut(args)
	p, iv, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	if iv.Item.Kind != flows.KindList {
		w.teller.noList()
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
			cells[col] = words.IsYes(text, w.l.Yes) || text == "true"
		}
	}
	if t, err := w.carrier.carry(w.walk.AddRow(p, cells, walk.Stay)); err != nil || !t.Done {
		return err
	}
	now := w.walk.ItemAt(p)
	w.sayf(w.l.RowAdded, w.rowName(now, now.Rows[len(now.Rows)-1].Row))
	w.teller.changed(p)
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
func (w *dialogue) removeWord(args string) error {
	if iv := w.item(); iv != nil && iv.Item.Kind == flows.KindList && !strings.Contains(args, "[") {
		return w.remove(w.target(), iv, args)
	}
	if !strings.Contains(args, "[") {
		w.teller.noList()
		return nil
	}
	p, iv, ok := w.teller.place(args)
	if !ok {
		return nil
	}
	return w.remove(p.Whole(), iv, p.Row)
}

// accept accepts a problem: the first that can be, or the one that is named.
func (w *dialogue) accept(args string) error {
	step, problem, why := w.at().Step, "", args
	first, rest := cut(args)
	if s, p := w.walk.FindProblem(first); p != "" {
		step, problem, why = s, p, rest
	} else if looksLikeID(first) {
		w.sayf(w.l.NoProblem, first)
		return nil
	}
	if all := w.walk.Acceptable(); problem == "" && len(all) > 0 {
		problem = all[0].ID
		if why == "" {
			w.say(w.problem(all[0]))
		}
	}
	if problem == "" {
		w.say(w.message(flows.Msg("dialogue.accept_nothing")))
		return nil
	}
	why, err := w.decider.why(why, w.l.AcceptWhy)
	if err != nil {
		return err
	}
	if t, err := w.carrier.carry(w.walk.Accept(step, problem, why)); err != nil || !t.Done {
		return err
	}
	w.say(w.l.AcceptDone)
	return w.accepted()
}

// accepted goes on where nothing is wrong any more with what is asked for.
func (w *dialogue) accepted() error {
	iv := w.item()
	if iv == nil || iv.Item.Kind != flows.KindCheck && iv.Item.Kind != flows.KindField {
		return nil
	}
	for _, pv := range iv.Problems {
		if pv.Level != flows.Tell && pv.Accepted == nil {
			return nil
		}
	}
	return w.way.next()
}

// looksLikeID reports whether a word is meant as the id of a problem: it has a
// dot inside.
func looksLikeID(word string) bool {
	i := strings.IndexByte(word, '.')
	return i > 0 && i < len(word)-1
}

// skip leaves the step undone, with a reason.
func (w *dialogue) skip(why string) error {
	if t := w.walk.Skips(); len(t.Tell) > 0 {
		return w.carrier.acts(t)
	}
	why, err := w.decider.why(why, w.l.SkipWhy)
	if err != nil {
		return err
	}
	return w.carrier.acts(w.walk.Skip(why))
}

// note puts a remark on the step on record.
func (w *dialogue) note(text string) error {
	if w.at().Step == "" {
		w.say(w.message(flows.Msg("dialogue.no_step")))
		return nil
	}
	text, err := w.decider.why(text, w.l.NoteText)
	if err != nil || text == "" {
		return err
	}
	_, err = w.carrier.do(run.Note{Step: w.at().Step, Text: text})
	return err
}

// undo takes back the last change, and says what stands again.
func (w *dialogue) undo(string) error {
	if t, err := w.carrier.carry(w.walk.Undo()); err != nil || !t.Done {
		return err
	}
	events := w.s.Events()
	w.teller.changed(events[len(events)-1].About())
	return nil
}

// waitWord says until when is waited, or that an answer has come.
func (w *dialogue) waitWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	how, rest := cut(rest)
	switch how {
	case words.WaitAnswered:
		if t, err := w.carrier.carry(w.walk.Answered(p, rest)); err != nil || !t.Done {
			return err
		}
		w.teller.changed(p)
		return nil
	case words.WaitUntil:
		day, why := cut(rest)
		return w.waitUntil(p, day, why)
	}
	w.say(w.l.WaitHow)
	return nil
}

// gateWord passes a gate: its word, by whom, and why.
func (w *dialogue) gateWord(args string) error {
	name, rest := cut(args)
	p, _, ok := w.teller.place(name)
	if !ok {
		return nil
	}
	said, who, found := strings.Cut(rest, " "+words.GateBy+" ")
	by, why, _ := strings.Cut(who, " "+words.GateWhy+" ")
	if !found || strings.TrimSpace(by) == "" {
		w.say(w.l.GateHow)
		return nil
	}
	c := run.PassGate{At: p, Word: strings.TrimSpace(said), By: strings.TrimSpace(by), Why: strings.TrimSpace(why)}
	if done, err := w.carrier.do(c); err != nil || !done {
		return err
	}
	w.teller.changed(p)
	return nil
}
