package library_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/run"
)

// TestTecComGoesOnWithTheClientThatExists shows the button in every case, and
// looks where the run goes on: nothing is created where another organisation has
// a client.
func TestTecComGoesOnWithTheClientThatExists(t *testing.T) {
	type states map[string]run.StepState
	for _, c := range []struct {
		name    string
		answers []run.Command
		want    states
	}{
		{"no other has one", []run.Command{told("page_seen", "button"), told("other_organisation_has_client", "no")}, states{"create": run.Open, "existing": run.Blocked}},
		{"nobody knows", []run.Command{told("page_seen", "button"), told("other_organisation_has_client", "unknown")}, states{"create": run.Open, "existing": run.Blocked}},
		{"another has one", []run.Command{told("page_seen", "button"), told("other_organisation_has_client", "yes")}, states{"create": run.NotNeeded, "existing": run.Open}},
		{"this one has one", []run.Command{told("page_seen", "client")}, states{"create": run.NotNeeded, "existing": run.Open}},
		{"created", []run.Command{told("page_seen", "button"), told("other_organisation_has_client", "no"), ticked("create.create_clicked"), told("create_result", "created")}, states{"create": run.Open, "existing": run.NotNeeded}},
		{"refused", []run.Command{told("page_seen", "button"), told("other_organisation_has_client", "unknown"), ticked("create.create_clicked"), told("create_result", "refused"), complete("create")}, states{"create": run.Done, "existing": run.Open}},
		{"created, and then another turns out to have one", []run.Command{
			told("page_seen", "button"), told("other_organisation_has_client", "no"),
			complete("page"),
			ticked("create.create_clicked"), told("create_result", "created"),
			complete("create"),
			told("other_organisation_has_client", "yes"),
			complete("page"),
		}, states{"create": run.NotNeeded, "existing": run.Open}},
		{"they do it for us", []run.Command{
			told("page_seen", "button"), told("other_organisation_has_client", "yes"), told("which_client", "other"), told("is_client_admin", "no"), told("client_admin", "Kim"),
			run.WaitAnswered{At: flows.At("existing.let_in")},
			told("let_in_how", "does_it_for_us"),
		}, states{"create": run.NotNeeded, "leaving": run.NotNeeded}},
	} {
		for procedure, first := range map[string][]run.Command{
			"teccom-import": {told("uses_connect5", "no"), complete("applies")},
			"teccom-export": {told("direct_integration", "yes"), complete("applies")},
		} {
			t.Run(procedure+" "+c.name, func(t *testing.T) {
				s := begin(t, open(t, procedure))
				for _, a := range slices.Concat(first, []run.Command{ticked("sign-in.signed_in"), told("organisation", "Muster"), ticked("sign-in.menu_opened"), complete("sign-in")}) {
					do(t, s, a)
				}
				done := false
				for _, a := range c.answers {
					if at, ok := a.(run.Tick); ok && at.At.Step == "create" && !done {
						done = true
						do(t, s, complete("page"))
					}
					do(t, s, a)
				}
				if !done {
					do(t, s, complete("page"))
				}
				for step, want := range c.want {
					stand(t, s, step, want)
				}
			})
		}
	}
}

func told(item string, v flows.Value) run.Command { return run.Answer{At: flows.At(item), Value: v} }

func ticked(item string) run.Command { return run.Tick{At: flows.At(item)} }

// TestACreatedClientIsAContradiction has it looked at, and said what was found.
func TestACreatedClientIsAContradiction(t *testing.T) {
	s := walkedTo(t, "teccom-import", "walk-other-client.yaml", "existing")
	for _, c := range []struct {
		which string
		level flows.Level
	}{{"other", ""}, {"created", flows.Warn}} {
		do(t, s, told("which_client", c.which))
		hold(t, s, "existing", "which_client.created_all_the_same", c.level)
	}
	do(t, s, told("is_client_admin", "yes"))
	refuse(t, s, run.Complete{Step: "existing", Leave: true}) // it cannot be left as it is
	do(t, s, run.Complete{Step: "existing", Accept: "both pages show the same client"})
}

// TestNoTextAdvisesToClickAllTheSame reads every text of the client's steps.
func TestNoTextAdvisesToClickAllTheSame(t *testing.T) {
	for _, id := range []string{"teccom-import", "teccom-export"} {
		for _, text := range open(t, id).Texts() {
			if s := strings.ToLower(text.Text); strings.Contains(s, "click all the same") || strings.Contains(s, "expect a refusal") {
				t.Errorf("%s: %s", text.Path, text.Text)
			}
		}
	}
}

// TestComingSoonStandsWhereTheAddressesAreTyped reads the column of the export's
// failure mails, and the import's, which are there.
func TestComingSoonStandsWhereTheAddressesAreTyped(t *testing.T) {
	for id, soon := range map[string]bool{"teccom-export": true, "teccom-import": false} {
		p := open(t, id)
		column := p.Column("organisations", "notify")
		if got := strings.Contains(column.Label+column.Help, "coming soon"); got != soon {
			t.Errorf("%s: coming soon stands at the addresses: %t", id, got)
		}
	}
}

// TestEveryAddressIsLookedAt holds that no address of any procedure is typed
// without a look for slips and for letters that look like others.
func TestEveryAddressIsLookedAt(t *testing.T) {
	fields := 0
	for _, id := range flows.Open(library.FS, specs()).IDs() {
		p := open(t, id)
		for i := range p.Steps {
			for _, it := range itemsOf(&p.Steps[i]) {
				if it.Field == nil || it.Field.Type != flows.TypeEmail && it.Field.Type != flows.TypeEmails {
					continue
				}
				fields++
				for _, rule := range []string{"known-typo", "look-alike"} {
					if !slices.ContainsFunc(it.Rules, func(r flows.Rule) bool { return r.Name == rule && r.Level == flows.Warn }) {
						t.Errorf("%s: %s has no rule %s", id, it.ID, rule)
					}
				}
			}
		}
	}
	if fields < 12 {
		t.Errorf("only %d addresses", fields)
	}
}

// TestFailureAddressesAreLookedUp has the domains of the failure addresses
// checked where there are some.
func TestFailureAddressesAreLookedUp(t *testing.T) {
	for id, switched := range map[string]string{"teccom-import": "sending", "teccom-export": "requests"} {
		for name, notify := range map[string][]string{"none": nil, "one": {"it@example.org"}, "two": {"it@example.org", "it@example.com"}} {
			s := begin(t, open(t, id))
			do(t, s, map[string]run.Command{"teccom-import": told("uses_connect5", "no"), "teccom-export": told("direct_integration", "yes")}[id])
			do(t, s, run.ReplaceRows{List: flows.At("organisations.organisations"), Rows: []map[string]flows.Value{
				{"tecom_id": "1000001", "name": "Muster GmbH", "org_admin": "yes", switched: "enabled", "notify": notify},
			}})
			applies := s.View(now()).Step("organisations").Item("notify_domains").State
			if got, want := applies == run.Applies, len(notify) > 0; got != want {
				t.Errorf("%s, %s: the check applies %t (%s)", id, name, got, applies)
			}
			inputs, err := s.CheckInputs(flows.At("organisations.notify_domains"))
			if err != nil || len(inputs) != 1 || len(notify) > 0 && !slices.Equal(inputs[0].Value.([]string), notify) {
				t.Errorf("%s, %s: it looks at %+v (%v)", id, name, inputs, err)
			}
		}
	}
}
