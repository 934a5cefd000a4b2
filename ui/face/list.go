package face

import (
	"lotse/flows"
	"lotse/flows/run"
)

// Awaited is who is waited for in a run, in its language; "" for nobody.
func Awaited(h *run.Header) string {
	if h.WaitsFor == "" && h.Status == run.StatusWaiting { // stored before it was kept
		return flows.CleanLine(h.Why)
	}
	return flows.CleanLine(h.WaitsFor)
}
