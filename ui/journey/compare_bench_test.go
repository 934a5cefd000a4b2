//go:build unix

package journey

import (
	"testing"
	"time"
)

// BenchmarkKeyWhileComparing is a key in the wizard while two registers of
// 1,000,000 rows each are compared over and over, beside the same key when
// nothing else runs.
func BenchmarkKeyWhileComparing(b *testing.B) {
	h := newHouse(b)
	run := h.start()
	h.run("set", run, "applies.uses_connect5=no")
	h.run("done", run, "applies")
	other := newHouse(b)
	id := comparing(b, other, 1_000_000)
	p := h.wizard(80, 24, "resume", run)
	p.at("sign-in")
	p.Key("tab")
	p.on("organisation")
	var f figures
	for b.Loop() {
		f.base = append(f.base, echo(p.terminal))
		if len(f.base)%50 == 0 {
			f.ours = append(f.ours, whileComparing(b, other, id, p.terminal, 50)...)
		}
	}
	f.ours = append(f.ours, whileComparing(b, other, id, p.terminal, len(f.base)%50)...)
	f.report(b, "comparing", "idle")
}

// whileComparing times so many keys while another lotse compares.
func whileComparing(b *testing.B, h *house, id string, p *terminal, keys int) (took []time.Duration) {
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			default:
				call(b, h.lotse("check", id, "customers.match"), "")
			}
		}
	}()
	for range keys {
		took = append(took, echo(p))
	}
	close(stop)
	<-stopped
	return took
}
