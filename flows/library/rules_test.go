package library_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/run"
)

// TestRules answers a step badly and looks for the problem.
func TestRules(t *testing.T) {
	row := func(cells map[string]flows.Value) []map[string]flows.Value {
		full := map[string]flows.Value{
			"tecom_id": "1000001", "name": "Muster GmbH", "org_admin": "yes", "sending": "enabled",
			"notify": []string{"it@example.org"}, "added": true,
		}
		for id, v := range cells {
			full[id] = v
		}
		return []map[string]flows.Value{full}
	}
	organisations := func(rows []map[string]flows.Value) run.Command {
		return run.ReplaceRows{List: flows.At("organisations.organisations"), Rows: rows}
	}
	administrators := func(cells map[string]flows.Value) run.Command {
		return run.ReplaceRows{List: flows.At("administrators.administrators"), Rows: []map[string]flows.Value{cells}}
	}
	for _, c := range []struct {
		name, step, problem string
		level               flows.Level
		answer              run.Command
	}{
		{"no organisation", "organisations", "organisations.required", flows.Must, organisations(nil)},
		{"no rights there", "organisations", "organisations[r3].org_admin.no_rights", flows.Must, organisations(row(map[string]flows.Value{"org_admin": "no"}))},
		{"sending not answered", "organisations", "organisations[r3].sending.required", flows.Must, organisations(row(map[string]flows.Value{"sending": nil}))},
		{"all disabled", "organisations", "organisations.all_disabled", flows.Warn, organisations(row(map[string]flows.Value{"sending": "disabled"}))},
		{"nobody is told", "organisations", "organisations[r3].notify.no_notify", flows.Warn, organisations(row(map[string]flows.Value{"notify": nil}))},
		{"a typo in a failure address", "organisations", "organisations[r3].notify.known-typo", flows.Warn, organisations(row(map[string]flows.Value{"notify": []string{"it@example.org", "it@gmial.com"}}))},
		{"a typo in an administrator's address", "administrators", "administrators[r2].email.known-typo", flows.Warn, administrators(map[string]flows.Value{"email": "erika@gmial.com", "search_result": "not_found"})},
		{"party numbers", "organisations", "organisations[r3].customer_identification.party_numbers", flows.Warn, organisations(row(map[string]flows.Value{"customer_identification": "party_numbers"}))},
		{"letters in the id", "organisations", "organisations[r3].tecom_id.letters", flows.Warn, organisations(row(map[string]flows.Value{"tecom_id": "10O0001"}))},
		{"a long id", "organisations", "organisations[r3].tecom_id.long", flows.Warn, organisations(row(map[string]flows.Value{"tecom_id": "1234567890123456789012345678901"}))},
		{"Ok not pressed", "organisations", "organisations[r3].added.required", flows.Must, organisations(row(map[string]flows.Value{"added": false}))},
		{"one id twice", "organisations", "organisations[r3].tecom_id.duplicate", flows.Must, organisations(slices.Concat(row(nil), row(nil)))},
		{"user not found", "administrators", "administrators[r2].search_result.not_found", flows.Must, administrators(map[string]flows.Value{"email": "erika.muster@example.org", "search_result": "not_found"})},
		{"found, Ok not pressed", "administrators", "administrators[r2].added_admin.required", flows.Must, administrators(map[string]flows.Value{"email": "erika.muster@example.org", "search_result": "found", "first_name": "Erika", "last_name": "Muster"})},
		{"one administrator only", "administrators", "administrators.only_one", flows.Warn, run.ReplaceRows{List: flows.At("administrators.administrators")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := answeredImport(t)
			hold(t, s, c.step, c.problem, "")
			do(t, s, c.answer)
			hold(t, s, c.step, c.problem, c.level)
		})
	}
}

// TestLastAdministrator holds the user until another administrator was found
// and added.
func TestLastAdministrator(t *testing.T) {
	s := answeredImport(t)
	do(t, s, run.Answer{At: flows.At("leaving.leaving"), Value: "leave"})
	hold(t, s, "leaving", "leaving.last_admin", "")
	do(t, s, run.ReplaceRows{List: flows.At("administrators.administrators")})
	hold(t, s, "leaving", "leaving.last_admin", flows.Must)
	do(t, s, run.AddRow{List: flows.At("administrators.administrators"), Cells: map[string]flows.Value{"email": "erika.muster@example.org", "search_result": "found"}})
	hold(t, s, "leaving", "leaving.last_admin", flows.Must)
	row := s.View(now()).Step("administrators").Item("administrators").Rows[0].Row
	do(t, s, run.Tick{At: flows.At("administrators.administrators").In(row, "added_admin")})
	hold(t, s, "leaving", "leaving.last_admin", "")
}

// TestRightsAreWaitedFor waits on a page that shows neither, and asks again
// once the rights are there.
func TestRightsAreWaitedFor(t *testing.T) {
	s := answeredImport(t)
	for _, id := range []string{"applies", "sign-in"} {
		do(t, s, complete(id))
	}
	do(t, s, run.Answer{At: flows.At("page.page_seen"), Value: "neither"})
	do(t, s, run.Answer{At: flows.At("page.rights_from"), Value: "Erika Muster"})
	if _, err := s.Do(true, complete("page")); err == nil {
		t.Error("the page is completed though nobody has granted the rights")
	}
	do(t, s, run.WaitAnswered{At: flows.At("page.rights")})
	page := s.View(now()).Step("page")
	if page.Round != 2 || page.State != run.Open {
		t.Errorf("the page is %s in round %d, want it open in round 2", page.State, page.Round)
	}
	do(t, s, run.Answer{At: flows.At("page.page_seen"), Value: "button"})
	do(t, s, run.Answer{At: flows.At("page.other_organisation_has_client"), Value: "no"})
	do(t, s, complete("page"))
}

// answeredImport is a run of teccom-import with all answers of the sample, and
// no step completed.
func answeredImport(t *testing.T) *run.Session {
	t.Helper()
	return answeredRun(t, "teccom-import", "answers-import.yaml")
}

// answeredRun is a run with all answers of a file, and no step completed.
func answeredRun(t *testing.T, procedure, answers string) *run.Session {
	t.Helper()
	p, err := flows.Open(library.FS, specs()).Procedure(procedure)
	if err != nil {
		t.Fatal(err)
	}
	s := begin(t, p)
	given := loadAnswers(t, answers)
	for i := range p.Steps {
		for _, c := range given.commands(t, &p.Steps[i]) {
			do(t, s, c)
		}
	}
	return s
}

// hold wants a problem at a level in a step, or none of that id where level is
// empty.
func hold(t *testing.T, s *run.Session, step, problem string, level flows.Level) {
	t.Helper()
	var ids []string
	for _, p := range s.View(now()).Step(step).Problems() {
		if p.ID == problem {
			if p.Level != level {
				t.Errorf("%s is a problem of level %q, want %q", problem, p.Level, level)
			}
			return
		}
		ids = append(ids, p.ID)
	}
	if level != "" {
		t.Errorf("step %s has no problem %s; it has %v", step, problem, ids)
	}
}
