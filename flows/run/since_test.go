package run_test

import (
	"encoding/hex"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestSince: what is meant for an older head clashes with what was changed after
// it; nothing does with the newest, and of a head that the run never had nothing
// can be said.
func TestSince(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	head := func() string { return hex.EncodeToString(w.Events()[len(w.Events())-1].Hash) }
	before := head()
	name, mode := run.Answer{At: flows.At("name"), Value: "Südkai"}, run.Answer{At: flows.At("mode"), Value: "beta"}
	if clashes, current := w.Since(before, []run.Command{name, mode}); !current || len(clashes) != 0 {
		t.Errorf("at the newest: %v, current %t", clashes, current)
	}
	w.must(run.Answer{At: flows.At("name"), Value: "Westkai"})
	if clashes, current := w.Since(before, []run.Command{mode, name}); current || len(clashes) != 1 || clashes[0].Command != run.Command(name) || clashes[0].By != "Kim" {
		t.Errorf("since then: %v, current %t", clashes, current)
	}
	if clashes, current := w.Since(before, []run.Command{mode}); current || len(clashes) != 0 {
		t.Errorf("of something else: %v, current %t", clashes, current)
	}
	for _, unknown := range []string{"", "00", before[:20]} {
		if clashes, current := w.Since(unknown, []run.Command{name}); current || len(clashes) != 0 {
			t.Errorf("since %q: %v, current %t", unknown, clashes, current)
		}
	}
	if _, current := w.Since(head(), nil); !current {
		t.Error("the newest is not current")
	}
}
