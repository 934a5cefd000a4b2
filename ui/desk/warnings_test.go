package desk

import (
	"strings"
	"testing"

	"lotse/flows/run"
)

// TestWarningsAreAnswered takes each way that a step with a warning can go.
func TestWarningsAreAnswered(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		step string
		log  string // what is on record
	}{
		"to the first":           {[]string{"enter"}, "papers", ""},
		"left":                   {[]string{"down", "down", "enter"}, "crew", `"left":["berth_mail.long"]`},
		"left, by its number":    {[]string{"3"}, "crew", `"left":["berth_mail.long"]`},
		"accepted":               {[]string{"down", "enter", "'it is theirs'", "enter"}, "crew", `"why":"it is theirs"`},
		"accepted for no reason": {[]string{"down", "enter", "enter", "esc"}, "papers", ""},
		"esc":                    {[]string{"esc"}, "papers", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t).warned().keys(c.keys...)
			if r.m.over != nil || r.m.page.At().Step != c.step {
				t.Fatalf("at %s\n%s", r.m.page.At(), r.screen())
			}
			log := strings.Join(r.log(), "\n")
			if !strings.Contains(log, c.log) || (r.m.page.View().Step("papers").State == run.Done) != (c.step == "crew") {
				t.Errorf("on record: %s", log)
			}
			if c.step == "crew" {
				r.keys("'4711'").shows("4711")
			}
		})
	}
}
