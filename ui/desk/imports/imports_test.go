package imports

import (
	"context"
	"errors"
	"testing"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/flows/run"
	"lotse/ui/desk/room/roomtest"
)

// TestAnOlderQuestionIsGivenUp asks anew while the rows are judged.
func TestAnOlderQuestionIsGivenUp(t *testing.T) {
	list := &flows.Item{ID: "people", Kind: flows.KindList, List: &flows.List{Columns: []flows.Item{
		{ID: "badge", Kind: flows.KindField, Label: "Badge", Field: &flows.Field{Type: flows.TypeText}},
	}}}
	d := roomtest.New()
	o := New(d, List{View: &run.ItemView{Item: list}})
	d.Open(o)
	d.Do(o.readText("Badge\tRank\n1\tmate\n"))
	report := o.report
	if report == nil {
		t.Fatalf("the rows were not judged: %s", o.err)
	}
	older, of := o.startWork()
	newer, _ := o.startWork()
	if !errors.Is(older.Err(), context.Canceled) || newer.Err() != nil {
		t.Errorf("the older question: %v, the newer one: %v", older.Err(), newer.Err())
	}
	o.checked(of, &register.Report{Bad: 1}, nil)
	if o.checked(of, nil, older.Err()); o.report != report || o.err != "" {
		t.Errorf("the older answer was taken: %+v, %s", o.report, o.err)
	}
}
