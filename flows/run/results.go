package run

import "lotse/flows"

// Results are the results of a check, the oldest first, as the events of its run
// have them; those that were erased are left out.
func Results(events []Event, check flows.Address) []CheckResult {
	var all []CheckResult
	for i := range events {
		if events[i].Kind != EventChecked || len(events[i].Data) == 0 {
			continue
		}
		if p, err := events[i].Payload(); err == nil && p.(*Checked).Item == check.String() {
			all = append(all, p.(*Checked).Result)
		}
	}
	return all
}
