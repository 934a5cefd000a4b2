package desk

import (
	"time"

	"lotse/flows"
	"lotse/ui/face"
)

// crashTime is how long, after a fault of the program, the screen may take to
// close and the last write to end; beyond it they are given up.
const crashTime = 5 * time.Second

// wreck keeps what was typed and is not on disk, as far as the fault of the
// program lets it, and gives the last words. What fails here is not told: the first
// fault is.
func (m *model) wreck() Result {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if m.page != nil && m.replay == nil {
			_ = flows.Try(m.page.keep)
			_ = flows.Try(m.page.remember)
			_ = flows.Try(m.writeLast)
		}
	}()
	res := Result{Code: codeFailed}
	select {
	case <-ended:
		_ = flows.Try(func() { res.Lines = m.farewell() })
	case <-time.After(crashTime): // the disk does not answer, and what it is asked for is in use
	}
	return res
}

// writeLast writes what is left. If the fault lies there, the last words say
// what is not on disk.
func (m *model) writeLast() {
	write := m.page.carrier.writing(m.page.Leaving())
	var err error
	if b := flows.Try(func() { err = write() }); b != nil {
		err = face.Crashed(b)
	}
	m.page.Ended(nil, err)
}
