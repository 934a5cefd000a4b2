package line

import (
	"lotse/flows"
	"lotse/flows/check"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// columnsBefore is the argument that uses the columns chosen in an earlier
// run.
const columnsBefore = "before"

// columns says which columns of a comparison's files fill which fields; with
// SIDE.FIELD=HEADER it chooses one, and runs the comparison again.
func (w *comparisons) columns(args string) error {
	at, ok := w.checkWithFiles()
	if !ok {
		w.say(w.message(flows.Msg("dialogue.columns_none")))
		return nil
	}
	all, err := outside.Columns(w.session.ctx, w.Archive, w.s, w.view().Customer.ID, at)
	if err != nil {
		w.say(w.message(flows.Reason(err)))
		return nil
	}
	if args == "" {
		w.readColumns(all)
		return nil
	}
	turn := walk.ChooseColumns(all, args, check.SideOf)
	if args == columnsBefore {
		turn = useEarlier(all)
	}
	if !turn.Done {
		return w.requests.handle(turn)
	}
	came, err := w.requests.handleTurn(w.walk.Map(all...))
	if err == nil && came.Done {
		w.announcer.describe(w.walk.ItemAt(at))
	}
	return err
}

// useEarlier uses the earlier choice for each file that has one.
func useEarlier(all []*walk.Columns) walk.Turn {
	var out walk.Turn
	for _, c := range all {
		if c.Earlier == nil && len(all) > 1 {
			continue
		}
		t := c.TellUseEarlier()
		if t.Bad {
			return t
		}
		out.Done = true
	}
	if !out.Done {
		return all[0].TellUseEarlier()
	}
	return out
}

// readColumns says the present choice, file by file.
func (w *comparisons) readColumns(all []*walk.Columns) {
	for _, c := range all {
		for _, m := range c.Messages() {
			w.say(w.message(m))
		}
	}
	w.say(w.message(flows.Msg("dialogue.columns_form")))
}

// checkWithFiles is the current check if it compares files, else the first of
// its step that does.
func (w *comparisons) checkWithFiles() (flows.Address, bool) {
	sv := w.walk.Step()
	if sv == nil {
		return flows.Address{}, false
	}
	here := w.target()
	var first flows.Address
	for i := range sv.Items {
		at := flows.Address{Step: sv.Step.ID, Item: sv.Items[i].Item.ID}
		if sv.Items[i].Item.Check == nil || !outside.HasColumns(w.s, at) {
			continue
		}
		if at == here {
			return at, true
		}
		if first.IsZero() {
			first = at
		}
	}
	return first, !first.IsZero()
}
