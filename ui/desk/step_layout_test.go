package desk

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// What may still come counts for the labels' column, so that an answer that
// shows it moves nothing.
func TestLabelsThatMayComeKeepTheirRoom(t *testing.T) {
	r := begun(t)
	item := func(label string, state run.ItemState) run.ItemView {
		return run.ItemView{Item: &flows.Item{Kind: flows.KindField, Label: label, Field: &flows.Field{}}, State: state}
	}
	for _, c := range []struct {
		label   string
		width   int
		stacked bool
	}{
		{strings.Repeat("a", longLabel-1), longLabel - 1, false},
		{strings.Repeat("a", longLabel+1), longLabel + 1, true},
	} {
		for _, state := range []run.ItemState{run.Applies, run.Hidden, run.UndecidedItem} {
			s := &stepLayout{p: r.m.page, m: r.m, t: r.m.th, w: 80, sv: &run.StepView{Items: []run.ItemView{item("short", run.Applies), item(c.label, state)}}}
			if s.measure(); s.label != c.width || s.stacked != c.stacked {
				t.Errorf("a label of %d that is %s: column %d, stacked %t", len(c.label), state, s.label, s.stacked)
			}
		}
	}
}
