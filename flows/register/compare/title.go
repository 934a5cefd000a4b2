package compare

import (
	"strings"

	"lotse/flows"
)

// Title names a rule in a few words, with the system where it is about one side
// alone.
func (p *Plan) Title(r Rule) flows.Message {
	switch r {
	case OnlyLeft:
		return flows.Msg("compare.title.only", "in", inSystem(p.Left))
	case OnlyRight:
		return flows.Msg("compare.title.only", "in", inSystem(p.Right))
	}
	return RuleTitle(r)
}

// RuleTitle is Title where no systems are known: it speaks of left and right.
func RuleTitle(r Rule) flows.Message { return flows.Msg("compare.title." + string(r)) }

// inSystem is "in SYSTEM", which languages say in one word of the systems that
// they know.
func inSystem(s System) flows.Message {
	switch name := SystemName(s); {
	case s == Netvisor || s == Rackbeat:
		return flows.Msg("compare.in." + string(s))
	case name == "":
		return flows.Msg("compare.in", "system", flows.Msg("compare.nameless"))
	default:
		return flows.Msg("compare.in", "system", name)
	}
}

// SystemName is a system as it is written: Netvisor, Rackbeat, or as it was
// given.
func SystemName(s System) string {
	const most = 30
	switch s {
	case Netvisor:
		return "Netvisor"
	case Rackbeat:
		return "Rackbeat"
	}
	return Short(string(s), most)
}

// Short is a value from outside as a sentence can show it: one clean line of at
// most so many characters. Other than flows.Short it is fast with the many
// values of a file, and takes the blanks around one away.
func Short(s string, most int) string {
	cut := len(s) > 8*most
	if cut {
		s = s[:8*most]
	}
	s = strings.TrimSpace(flows.CleanLine(s))
	if len(s) <= most && !cut {
		return s
	}
	if letters := []rune(s); len(letters) > most || cut {
		return string(letters[:min(len(letters), most-1)]) + "…"
	}
	return s
}
