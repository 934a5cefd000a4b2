package outside

import (
	"errors"
	"testing"

	"lotse/flows"
)

// TestNamesThatASystemReserves: on Windows they are refused before anything is
// written to a device; elsewhere they are names as others.
func TestNamesThatASystemReserves(t *testing.T) {
	for path, want := range map[string]bool{"nul": true, "reports/CON.html": true, "a.pdf ": true, "a.csv:b": true, "null.html": false, "reports/con-1.html": false} {
		err := refuseReserved("windows", path)
		var r *flows.Refusal
		if got := errors.As(err, &r) && errors.Is(err, flows.ErrUsage) && r.Message.Code == "outside.reserved_name"; got != want {
			t.Errorf("%q: %v", path, err)
		}
		if err := refuseReserved("linux", path); err != nil {
			t.Errorf("%q: %v", path, err)
		}
	}
}
