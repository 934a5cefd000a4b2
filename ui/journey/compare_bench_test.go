package journey

import "testing"

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
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			default:
				call(b, other.lotse("check", id, "customers.match"), "")
			}
		}
	}()
	for range f.base {
		f.ours = append(f.ours, echo(p.terminal))
	}
	close(stop)
	<-stopped
	f.report(b, "comparing", "idle")
}
