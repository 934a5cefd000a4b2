package run

import (
	"lotse/flows"
)

func editionOf(p *flows.Procedure) Edition { return Edition{Version: p.Version, Digest: p.Digest} }

// Editions are the versions of its procedure by which a run's events are read, in
// the order of the events: the one with which it began, where they say so, and one
// for each move.
func Editions(events []Event) []Edition {
	var all []Edition
	for i := range events {
		if e := editionIn(&events[i]); e.Digest != "" {
			all = append(all, e)
		}
	}
	return all
}

// MovedTo is the version to which the last move among some events went.
func MovedTo(events []Event) (to Edition, moved bool) {
	for i := range events {
		if e := editionIn(&events[i]); events[i].Kind == EventMoved && e.Digest != "" {
			to, moved = e, true
		}
	}
	return to, moved
}

// editionIn is the version that an event begins with or moves to; zero of any other.
func editionIn(e *Event) Edition {
	if e.Kind != EventStarted && e.Kind != EventMoved {
		return Edition{}
	}
	switch d, _ := e.Payload(); d := d.(type) {
	case *Started:
		return Edition{d.Version, d.Digest}
	case *Moved:
		return d.To
	}
	return Edition{}
}
