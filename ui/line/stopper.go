package line

import (
	"context"
	"sync"
)

// stopper stops what takes its time: a check, or the reading of a file. It is safe
// for several goroutines.
type stopper struct {
	mu   sync.Mutex
	stop context.CancelFunc // nil: nothing is under way, or it is stopped already
}

// during gives a context for what takes its time. done ends it, and reports
// whether it was stopped by itself.
func (s *stopper) during(ctx context.Context) (one context.Context, done func() (stopped bool)) {
	one, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	s.stop = cancel
	s.mu.Unlock()
	return one, func() bool {
		s.mu.Lock()
		s.stop = nil
		s.mu.Unlock()
		stopped := one.Err() != nil && ctx.Err() == nil
		cancel()
		return stopped
	}
}

// stopped stops what is under way, and reports whether there was anything.
func (s *stopper) stopped() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stop == nil {
		return false
	}
	s.stop()
	s.stop = nil
	return true
}
