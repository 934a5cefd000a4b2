package run

import "lotse/flows"

// Entered is the event that gave what stands at an item or a cell: the newest that
// was not taken back; nil where nobody has given it. Of a cell it may be the one
// that took in all rows of its list.
func Entered(events []Event, at flows.Address) *Event {
	undone := map[int64]bool{}
	for i := len(events) - 1; i >= 0; i-- {
		e := &events[i]
		switch e.Kind {
		case EventUndone:
			if p, err := e.Payload(); err == nil && p != nil {
				undone[p.(*Undone).Of] = true
			}
		case EventRowsReplaced:
			if at.Row != "" && !undone[e.Seq] && e.About() == at.Whole() {
				return e
			}
		case EventAnswered, EventSecretSet, EventCell, EventTicked, EventUnticked:
			if !undone[e.Seq] && e.About() == at {
				return e
			}
		}
	}
	return nil
}
