package face

import (
	"lotse/flows"
)

// mostOfBrief is how many characters a line of a brief has: two lines of 80
// columns.
const mostOfBrief = 160

// Brief are the lines of a run's brief in the person's language; what comes from
// the run is in the run's.
func Brief(own, run string, brief []flows.Message) []string {
	lines := make([]string, len(brief))
	for i, m := range brief {
		lines[i] = flows.Cut(MessageText(own, run, m), mostOfBrief)
	}
	return lines
}
