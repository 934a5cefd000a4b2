package command

import (
	"testing"

	"lotse/flows"
)

// TestDescribeTellsOfAFieldWhatItKeeps shows what a person must know before the
// answer is gone.
func TestDescribeTellsOfAFieldWhatItKeeps(t *testing.T) {
	for _, f := range []flows.Field{{}, {Once: true}, {Keep: true}, {Once: true, Keep: true, Required: true}} {
		d := describedItem(&flows.Item{ID: "x", Kind: flows.KindField, Field: &f})
		if d.Once != f.Once || d.Keep != f.Keep || d.Required != f.Required {
			t.Errorf("%+v is described as %+v", f, d)
		}
	}
}
