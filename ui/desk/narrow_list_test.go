package desk

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestALongListLeavesRoomForWhatIsSaid at 40x15, in every language: a line of it, and
// the row in the focus.
func TestALongListLeavesRoomForWhatIsSaid(t *testing.T) {
	for _, lang := range words.Languages() {
		r := library(t, "teccom-import")
		cfg := r.m.cfg
		cfg.Lang = lang
		r.start(cfg)
		r.do(r.m.start("teccom-import", "Muster GmbH", run.Rehearsal))
		answer := func(at string, v flows.Value) run.Command { return run.Answer{At: flows.At(at), Value: v} }
		tick := func(at string) run.Command { return run.Tick{At: flows.At(at)} }
		r.fast("applies", answer("applies.uses_connect5", "no"))
		r.fast("sign-in", tick("sign-in.signed_in"), answer("sign-in.organisation", "Muster"), tick("sign-in.menu_opened"))
		r.fast("page", answer("page.page_seen", "button"), answer("page.other_organisation_has_client", "no"))
		r.fast("create", tick("create.create_clicked"), answer("create.create_result", "created"))
		for i := range 30 {
			if _, err := r.m.page.s.Do(true, run.AddRow{List: flows.At("organisations.organisations"), Cells: map[string]flows.Value{"tecom_id": fmt.Sprint(1000 + i)}}); err != nil {
				t.Fatal(err)
			}
		}
		r.refresh()
		r.goTo("organisations")
		r.focus("organisations")
		r.size(40, 15).keys("down", "down", "right")
		said := false
		for l := range strings.SplitSeq(r.screen(), "\n") {
			said = said || strings.HasPrefix(strings.TrimSpace(l), r.m.t.Wizard.Say+" ")
		}
		if !said || !strings.Contains(r.screen(), "› 1002") {
			t.Errorf("%s:\n%s", lang, r.screen())
		}
	}
}
