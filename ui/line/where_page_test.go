package line

import (
	"context"
	"testing"

	"lotse/flows/run"
)

// TestLinesOpenThePageOfAStep: it is asked for once, kept for the customer, changed
// and forgotten by words; what is no https address is refused.
func TestLinesOpenThePageOfAStep(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	kept := func() string {
		v := r.view()
		all, err := r.a.Pages(context.Background(), v.Customer.ID)
		if err != nil {
			t.Fatal(err)
		}
		return all["Harbour office"]
	}
	r.types("go sail", "open page", "go berth", "open page", "http://office.example", "quit")
	r.shows("This step names neither a page nor a system.", "Where is Harbour office of this customer?", "begins with https://")
	if kept() != "" {
		t.Errorf("kept is %q", kept())
	}
	r.types("go berth", "open page", "https://office.example", "open page https://other.example/x", "open", "quit")
	r.shows("Kept for this customer: Harbour office is at https://office.example/", "The address: https://office.example/", "The address: https://other.example/x")
	if kept() != "https://other.example/x" {
		t.Errorf("kept is %q", kept())
	}
	r.types("go berth", "open page none", "quit")
	r.shows("The address of Harbour office is forgotten.")
	if kept() != "" {
		t.Errorf("kept is %q", kept())
	}
}
