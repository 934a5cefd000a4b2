package report

import (
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/flows/words"
)

// because says why a step is not needed: by the end that was reached before it,
// else by the answers that its condition reads. It says nothing where those are
// hidden themselves, or internal.
func (b *builder) because(sv *run.StepView) []string {
	if reached := b.endBefore(sv); reached != "" {
		return []string{reached}
	}
	var all []string
	refs := sv.Step.When.Reads()
	for _, ref := range refs {
		said := b.read(ref)
		ofColumns := ref.Kind == flows.RefList && slices.ContainsFunc(refs, func(r flows.Ref) bool { return r.Kind == flows.RefColumn })
		if said != "" && !ofColumns && !slices.Contains(all, said) {
			all = append(all, said)
		}
	}
	return all
}

// endBefore is the reason of the end that was reached before a step.
func (b *builder) endBefore(sv *run.StepView) string {
	if b.Status != run.StatusEnded {
		return ""
	}
	for i := range b.Steps {
		s := &b.Steps[i]
		if s.Step.ID == sv.Step.ID {
			return ""
		}
		for k := range s.Items {
			if iv := &s.Items[k]; iv.Item.End != nil && iv.State == run.Applies {
				return flows.CleanLine(b.Why)
			}
		}
	}
	return ""
}

// read is what a condition read, as "label: answer"; "" where nothing can be said.
func (b *builder) read(ref flows.Ref) string {
	sv, iv := b.where(ref.ID)
	if at, ok := flows.ParseStep(ref.ID); ok && at.Item != "" {
		if sv = b.Step(at.Step); sv != nil {
			iv = sv.Item(at.Item)
		}
	}
	if ref.Kind == flows.RefColumn {
		sv, iv = b.listOf(ref.ID)
	}
	if iv == nil || iv.State != run.Applies || !b.Internal && (sv.Step.Internal || iv.Item.Internal) {
		return ""
	}
	label, value := iv.Label(), b.valueOf(iv)
	if c := iv.Column(ref.ID); ref.Kind == flows.RefColumn {
		label, value = columnLabel(c), b.valuesOf(iv, c)
	}
	if value == "" {
		return ""
	}
	return words.Say(b.Lang, labelled(label, value))
}

// mostValues is how many different values of a column are told.
const mostValues = 5

// valuesOf are the different values of a column.
func (b *builder) valuesOf(iv *run.ItemView, c *flows.Item) string {
	var all []string
	for i := range iv.Rows {
		r := &iv.Rows[i]
		if c.Field == nil || c.Internal && !b.Internal || r.Hidden[c.ID] {
			continue
		}
		value := flows.CleanLine(document.Show(b.Lang, c.Field, r.Values[c.ID]))
		if value == "" || slices.Contains(all, value) {
			continue
		}
		if all = append(all, value); len(all) > mostValues {
			return strings.Join(all[:mostValues], ", ") + ", …"
		}
	}
	return words.List(b.Lang, all)
}

// listOf is the list that has a column.
func (b *builder) listOf(column string) (*run.StepView, *run.ItemView) {
	for i := range b.Steps {
		for k := range b.Steps[i].Items {
			if iv := &b.Steps[i].Items[k]; iv.Item.List != nil && iv.Column(column) != nil {
				return &b.Steps[i], iv
			}
		}
	}
	return nil, nil
}

// valueOf is what a condition finds at an item, in a few words.
func (b *builder) valueOf(iv *run.ItemView) string {
	t := words.For(b.Lang)
	switch iv.Item.Kind {
	case flows.KindField, flows.KindValue:
		if iv.Item.Holds().Type == flows.TypeSecret {
			return ""
		}
		return flows.CleanLine(document.Show(b.Lang, iv.Item.Holds(), iv.Value))
	case flows.KindList:
		return words.Say(b.Lang, flows.Msg("report.rows", "n", len(iv.Rows)))
	case flows.KindCheck:
		return checkWord(&t.Check, iv.Status)
	case flows.KindTask, flows.KindGate, flows.KindWait:
		return doneWord(t, iv.Item.Kind, iv.Done)
	}
	return ""
}

// checkWord is the word for a check's status.
func checkWord(w *words.Check, status string) string {
	switch status {
	case "passed":
		return w.Passed
	case "warned":
		return w.Warned
	case "failed":
		return w.Failed
	case "stale":
		return w.Stale
	}
	return w.Unknown
}

// doneWord is the word for a task, a gate or a wait that is done or not.
func doneWord(t *words.Strings, k flows.Kind, done bool) string {
	w := &t.Wizard
	switch {
	case k == flows.KindGate && done:
		return w.GatePassed
	case k == flows.KindGate:
		return w.GateOpen
	case k == flows.KindWait && done:
		return w.WaitAnswered
	case k == flows.KindWait:
		return t.States.Waiting
	case done:
		return w.Ticked
	}
	return w.NotYet
}
