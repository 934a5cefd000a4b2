package desk

import (
	"strconv"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// BenchmarkAnothersChange is from the store's word of another's answer to the page that
// shows it, beside an own answer to the page that shows that.
func BenchmarkAnothersChange(b *testing.B) {
	r, _ := inTeam(b)
	env := r.m.cfg.Env
	env.By = "Ben"
	s, err := run.Resume(b.Context(), env, r.a, r.m.page.s.ID(), r.m.cfg.Load)
	if err != nil {
		b.Fatal(err)
	}
	mail := flows.At("papers.berth_mail")
	var theirs, own time.Duration
	for i := 0; b.Loop(); i++ {
		if _, err = s.Reload(b.Context()); err == nil {
			_, err = s.Do(true, run.Answer{At: mail, Value: "b" + strconv.Itoa(i) + "@example.org"})
		}
		if err == nil {
			err = s.Flush(b.Context())
		}
		if err != nil {
			b.Fatal(err)
		}
		start := time.Now()
		r.benWrote()
		_ = r.m.View()
		theirs += time.Since(start)
		start = time.Now()
		r.do(r.m.page.turn(r.m.page.AnswerAt(mail, "a"+strconv.Itoa(i)+"@example.org", 0)))
		_ = r.m.View()
		own += time.Since(start)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(theirs.Microseconds())/float64(b.N), "µs/theirs")
	b.ReportMetric(float64(theirs)/float64(own), "theirs/own")
}
