package run

import "encoding/json"

// Results are the results of a check, the oldest first, as the events of its run
// have them; those that were erased are left out.
func Results(events []Event, check Target) []CheckResult {
	var all []CheckResult
	for i := range events {
		if events[i].Kind != EventChecked || len(events[i].Data) == 0 {
			continue
		}
		var d checkedData
		if err := json.Unmarshal(events[i].Data, &d); err == nil && d.Item == string(check) {
			all = append(all, d.Result)
		}
	}
	return all
}
