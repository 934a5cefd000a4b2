package line

import (
	"context"
	"sync"
)

// stopper stops slow work: a check, or reading a file. It is safe for
// concurrent use.
type stopper struct {
	mu   sync.Mutex
	stop context.CancelFunc // nil: nothing is under way, or it is stopped already
}

// start gives a context for slow work. done ends it, and reports whether
// stopped was called meanwhile.
func (s *stopper) start(ctx context.Context) (one context.Context, done func() (stopped bool)) {
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

// stopped stops the running work, and reports whether there was any.
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
