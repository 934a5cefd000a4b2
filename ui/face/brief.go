package face

import (
	"slices"

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

// saidByPage are the parts of a brief that whoever opens the run is told by the
// page that it opens at.
var saidByPage = map[string]bool{
	"brief.step": true, "brief.again": true, "brief.blocked": true, "brief.say": true,
	"brief.try": true, "brief.try_next": true,
	"brief.done": true, "brief.skipped": true, "brief.ended": true, "brief.abandoned": true,
}

// SaidByPage reports whether a line of a brief is one that the page of a run says
// itself.
func SaidByPage(code string) bool { return saidByPage[code] }

// News are the lines of a brief that the page of a run does not say itself.
func News(own, run string, brief []flows.Message) []string {
	return Brief(own, run, slices.DeleteFunc(slices.Clone(brief), func(m flows.Message) bool { return saidByPage[m.Code] }))
}
