package face

import (
	"time"

	"lotse/flows"
	"lotse/flows/document/report"
	"lotse/flows/run"
	"lotse/ui/walk"
)

// Open says what is open on a run, the weightiest first: at most most messages, of
// which the last one counts the rest where there is more. To others who look on
// nothing internal is said.
func Open(v *run.View, shared bool, now time.Time, most int) []flows.Message {
	var all []flows.Message
	points := report.Open(v, !shared, now)
	for i := range points {
		if i == most-1 && len(points) > most {
			return append(all, flows.Msg("report.open_more", "n", len(points)-i))
		}
		if m := points[i].Message; shared {
			all = append(all, walk.Public(m))
		} else {
			all = append(all, m)
		}
	}
	return all
}
