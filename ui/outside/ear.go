package outside

import (
	"sync"

	"lotse/flows/run"
)

// Ear gathers what a team's store tells until a face asks for it: of each run the
// latest. It is safe for several goroutines.
type Ear struct {
	mu    sync.Mutex
	heard map[earKey]run.Written
	some  chan struct{}
}

// earKey keeps apart what was written to a run and who has it open.
type earKey struct {
	run    string
	opened bool
}

// NewEar is an ear that has heard nothing.
func NewEar() *Ear { return &Ear{heard: map[earKey]run.Written{}, some: make(chan struct{}, 1)} }

// mostHeard is of how many runs an ear keeps apart what it has heard; beyond, anything
// may have changed.
const mostHeard = 1000

// Tell is told by a store, see run.Team.Watch.
func (e *Ear) Tell(w run.Written) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if w.Run == "" || len(e.heard) >= mostHeard {
		w = run.Written{}
		clear(e.heard)
	}
	if _, anything := e.heard[earKey{}]; !anything {
		e.heard[earKey{w.Run, w.Opened}] = w
	}
	select {
	case e.some <- struct{}{}:
	default:
	}
}

// Some has something once there is something to take.
func (e *Ear) Some() <-chan struct{} { return e.some }

// Take gives what was heard since it was taken last, in no order.
func (e *Ear) Take() []run.Written {
	e.mu.Lock()
	defer e.mu.Unlock()
	var all []run.Written
	for _, w := range e.heard {
		all = append(all, w)
	}
	clear(e.heard)
	return all
}
