package run

import (
	"encoding/hex"
	"time"

	"lotse/flows"
)

type (
	// RecordFork puts on record that another copy of the run was received that went
	// on its own way. It is done once for each copy.
	RecordFork struct{ Forked }
	// Forked says that another copy of the run was received, which has not all
	// events of this one. Nothing of it is taken over by that.
	Forked struct {
		Head   string    `json:"head"`   // of the copy, hex
		Events int64     `json:"events"` // how many it has
		Since  int64     `json:"since"`  // Seq of the newest event that both have
		By     string    `json:"by"`     // who handed it over
		At     time.Time `json:"at"`     // when
		Key    string    `json:"key"`    // the public key that it was signed with, hex
		File   *File     `json:"file"`   // the copy, kept
	}
)

func (RecordFork) command() {}

func (s *state) decideFork(c RecordFork) ([]decision, error) {
	if s.forks[c.Head] {
		return nil, nil
	}
	d := c.Forked
	d.By = flows.CleanLine(d.By)
	return []decision{{kind: EventForked, data: &d}}, nil
}

func (s *state) foldForked(_ *Event, d *Forked) { s.forks[d.Head] = true }

// Forks are the other copies of the run that were received, the oldest first;
// none whose file was erased.
func (s *Session) Forks() []Forked {
	s.mu.Lock()
	defer s.mu.Unlock()
	return ForksOf(s.events)
}

// ForksOf are the other copies that events name, the oldest first.
func ForksOf(events []Event) (forks []Forked) {
	for i := range events {
		if events[i].Kind != EventForked {
			continue
		}
		if p, err := events[i].Payload(); err == nil {
			if d, ok := p.(*Forked); ok && d.File != nil {
				forks = append(forks, *d)
			}
		}
	}
	return forks
}

// Holds reports whether the copy has received, as one that went its own way, all
// that the run here has: ours are the events here.
func (c *Copy) Holds(ours []Event) bool {
	if len(ours) == 0 {
		return false
	}
	head := hex.EncodeToString(ours[len(ours)-1].Hash)
	for _, f := range ForksOf(c.session.events) {
		if f.Head == head {
			return true
		}
	}
	return false
}
