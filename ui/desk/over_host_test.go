package desk

import (
	"os"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// pair stands on a check whose secret was kept for a host, and whose address is
// another's since. There is no network.
func pair(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Library = flows.Open(os.DirFS("testdata/hosts"), flows.Specs{Checks: check.Specs()})
	r.start(cfg)
	r.do(r.m.start("tokens", "Muster GmbH", run.Rehearsal))
	r.keys("'https://login.example/token'", "enter", "'muster-01'", "enter", "'hunter2-hunter2'", "enter").wait()
	if _, err := r.m.page.s.Do(true, run.Answer{At: flows.At("url"), Value: "https://login.example.org/token"}); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	r.focus("works")
	return r
}

// result is what the check found.
func (r *rig) result() string {
	if res := r.m.page.View().Step("pair").Item("works").Result; res != nil {
		return res.Finding
	}
	return ""
}

// allowed are the origins that the log allows a secret.
func (r *rig) allowed() []string {
	var all []string
	for _, e := range r.m.page.s.Events() {
		if p, err := e.Payload(); err == nil {
			if used, ok := p.(*run.SecretUsed); ok {
				all = append(all, used.To)
			}
		}
	}
	return all
}

// TestASecretForAnotherHostIsAskedAbout: the name of the new host is typed before
// the secret goes there; until then, and by esc, it does not.
func TestASecretForAnotherHostIsAskedAbout(t *testing.T) {
	r := pair(t)
	r.keys("enter").wait()
	r.shows("kept for login.example.", "login.example.org", "To send it there, type")
	if got := r.result(); got != "other_host" {
		t.Fatalf("the check found %q", got)
	}
	r.keys("'login.example'", "enter").shows("Type the host")
	r.keys("esc")
	if r.m.over != nil || len(r.allowed()) > 0 || r.result() != "other_host" {
		t.Fatalf("esc leaves %v, %v, %q", r.m.over, r.allowed(), r.result())
	}
	r.keys("space").wait()
	r.keys("'login.example.org'", "enter").wait()
	if got := r.allowed(); r.m.over != nil || !slices.Equal(got, []string{"https://login.example.org:443"}) || r.result() != "offline" {
		t.Fatalf("it leaves %v, %v, %q", r.m.over, got, r.result())
	}
	r.keys("space").wait()
	if r.m.over != nil || r.result() != "offline" {
		t.Errorf("it asks once more\n%s", r.screen())
	}
}
