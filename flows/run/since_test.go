package run_test

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestAStaleStepSaysWhatChanged changes what a completed step rests on, and what
// it does not.
func TestAStaleStepSaysWhatChanged(t *testing.T) {
	name := func(v string) run.Command { return run.Answer{At: flows.At("name"), Value: v} }
	compared := []run.Command{checked("passed", ""), run.Complete{Step: "compare"}}
	for what, tt := range map[string]struct {
		then  []run.Command
		since string
	}{
		"nothing":                        {nil, ""},
		"an answer that its check reads": {[]run.Command{name("Südkai")}, "base.name"},
		"twice":                          {[]run.Command{name("Südkai"), name("Westkai")}, "base.name"},
		"two of them":                    {[]run.Command{name("Südkai"), run.Answer{At: flows.At("contact"), Value: "c@example.org"}}, "base.name base.contact"},
		"a new result that failed":       {[]run.Command{checked("failed", "hard")}, "compare.equal"},
		"an answer that nobody reads":    {[]run.Command{run.Answer{At: flows.At("colour"), Value: "green"}}, ""},
		"and done again":                 {[]run.Command{name("Südkai"), checked("passed", ""), run.Complete{Step: "compare"}}, ""},
		"done again, and changed again":  {[]run.Command{name("Südkai"), checked("passed", ""), run.Complete{Step: "compare"}, run.Answer{At: flows.At("contact"), Value: "c@example.org"}}, "base.contact"},
		"undone":                         {[]run.Command{name("Südkai"), run.Undo{}}, "base.name"},
	} {
		t.Run(what, func(t *testing.T) {
			w := newWorld(t)
			w.must(based...)
			w.must(append(compared, tt.then...)...)
			var got []string
			for _, c := range w.step("compare").Since {
				if got = append(got, c.At.String()); c.By == "" || c.When.IsZero() {
					t.Errorf("nobody, or never: %+v", c)
				}
			}
			if got := strings.Join(got, " "); got != tt.since {
				t.Errorf("since then %q, want %q (%s)", got, tt.since, w.step("compare").State)
			}
			w.wantSame()
		})
	}
}
