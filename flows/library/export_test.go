package library_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

var exportWalks = []walk{
	{"a new export client", "teccom-export", "answers-export.yaml", []string{"existing"}, run.StatusDone},
	{"nothing calls the API", "teccom-export", "walk-not-direct.yaml", []string{
		"restrictions", "sign-in", "page", "create", "existing", "credentials", "organisations", "overview", "administrators", "leaving", "finish",
	}, run.StatusEnded},
	{"templates, and let in", "teccom-export", "walk-export-templates.yaml", []string{"create"}, run.StatusDone},
	{"an export refused", "teccom-export", "walk-export-refused.yaml", []string{"leaving"}, run.StatusDone},
}

// TestExportRules answers a step of teccom-export badly and looks for the
// problem.
func TestExportRules(t *testing.T) {
	row := func(cells map[string]flows.Value) []map[string]flows.Value {
		full := map[string]flows.Value{"tecom_id": "1000001", "name": "Muster GmbH", "org_admin": "yes", "requests": "enabled", "added": true}
		for id, v := range cells {
			full[id] = v
		}
		return []map[string]flows.Value{full}
	}
	organisations := func(rows []map[string]flows.Value) run.Command {
		return run.ReplaceRows{List: flows.At("organisations.organisations"), Rows: rows}
	}
	for _, c := range []struct {
		name, step, problem string
		level               flows.Level
		answer              run.Command
	}{
		{"templates needed", "restrictions", "needs_template_api.template_api", flows.Warn, run.Answer{At: flows.At("needs_template_api"), Value: "yes"}},
		{"no organisation", "organisations", "organisations.required", flows.Must, organisations(nil)},
		{"no rights there", "organisations", "organisations[r3].org_admin.no_rights", flows.Must, organisations(row(map[string]flows.Value{"org_admin": "no"}))},
		{"requests not answered", "organisations", "organisations[r3].requests.required", flows.Must, organisations(row(map[string]flows.Value{"requests": nil}))},
		{"a typo in a failure address", "organisations", "organisations[r3].notify.known-typo", flows.Warn, organisations(row(map[string]flows.Value{"notify": []string{"it@example.org", "it@gmial.com"}}))},
		{"all disabled", "organisations", "organisations.all_disabled", flows.Warn, organisations(row(map[string]flows.Value{"requests": "disabled"}))},
		{"Ok not pressed", "organisations", "organisations[r3].added.required", flows.Must, organisations(row(map[string]flows.Value{"added": false}))},
		{"one id twice", "organisations", "organisations[r3].tecom_id.duplicate", flows.Must, organisations(slices.Concat(row(nil), row(nil)))},
		{"one administrator only", "administrators", "administrators.only_one", flows.Warn, run.ReplaceRows{List: flows.At("administrators.administrators")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := answeredRun(t, "teccom-export", "answers-export.yaml")
			hold(t, s, c.step, c.problem, "")
			do(t, s, c.answer)
			hold(t, s, c.step, c.problem, c.level)
		})
	}
}

// TestExportMails holds that nobody is warned for want of an address: the mails
// are still to come.
func TestExportMails(t *testing.T) {
	s := answeredRun(t, "teccom-export", "answers-export.yaml")
	do(t, s, run.ReplaceRows{List: flows.At("organisations.organisations"), Rows: []map[string]flows.Value{
		{"tecom_id": "1000001", "name": "Muster GmbH", "org_admin": "yes", "requests": "enabled", "added": true},
	}})
	step := s.View(now()).Step("organisations")
	for _, p := range step.Problems() {
		if p.Level != flows.Tell && step.Item(p.Item).State != run.Hidden {
			t.Errorf("%s: %s", p.ID, words.Say("en", p.Message))
		}
	}
}
