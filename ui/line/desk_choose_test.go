package line

import (
	"context"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/ui/outside"
)

// TestTheListIsChosenByWords: a run is put aside and taken up, the runs of a customer
// are listed, and the order is kept.
func TestTheListIsChosenByWords(t *testing.T) {
	r := promised(t, remark, port)
	for _, name := range []string{"Zebra KG", "Beispiel Oy"} {
		r.at = r.at.Add(time.Minute)
		s, err := outside.Start(context.Background(), &r.s, "crates", name, run.Real)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Flush(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	r.s.Run = ""
	r.types("aside 1", "aside 3", "customer 2", "list", "order size", "order customer", "aside x", "order", "order changed", "quit")
	r.shows("Beispiel Oy, Crates: put aside.", "Put aside:", "Beispiel Oy, Crates: taken up again.", "All of ", "order changed, due, customer or procedure:", "Order: by customer.", "Order: by procedure.", "Order: newest change first.")
	said := r.said()
	if i := strings.Index(said, "All of "); strings.Count(said[i:i+strings.Index(said[i:], "> list")], "steps done") != 1 {
		t.Errorf("not the runs of one customer\n%s", said)
	}
	byName := said[strings.Index(said, "by customer"):]
	if strings.Index(byName, "Beispiel") > strings.Index(byName, "Zebra") {
		t.Errorf("not by customer\n%s", byName)
	}
}
