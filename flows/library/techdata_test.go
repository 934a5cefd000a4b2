package library_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/run"
)

var techdataWalks = []walk{
	{"TechData, next day", "techdata-work365", "answers-techdata.yaml", []string{"request"}, run.StatusDone},
	{"TechData, by hand", "techdata-work365", "walk-by-hand.yaml", []string{"request", "move-history", "deactivate"}, run.StatusDone},
	{"another provider", "techdata-work365", "walk-other-provider.yaml", afterApplies, run.StatusEnded},
	{"StreamOne Ion", "techdata-work365", "walk-ion.yaml", afterApplies, run.StatusEnded},
}

// afterApplies are the steps of techdata-work365 that an end leaves out.
var afterApplies = []string{
	"values", "request", "provider", "connectivity", "sync-accounts", "mapping", "catalogue", "sync-subscriptions", "review",
	"old-subscriptions", "move-history", "deactivate",
}

// relationship is a link as Microsoft documents it.
const relationship = "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=6f1c8d4e-2b7a-4c3d-9e5f-0a1b2c3d4e5f&msppId=0&DAP=false#/BillingAccounts/partner-invitation"

func answer(item string, v flows.Value) []run.Command {
	return []run.Command{run.Answer{At: flows.At(item), Value: v}}
}

func rows(list string, rows ...map[string]flows.Value) run.Command {
	return run.ReplaceRows{List: flows.At(list), Rows: rows}
}

// accounts are two provider accounts on one CRM account, in a version.
func accounts(version string) []run.Command {
	return append(answer("work365_version", version), rows("mapping.account_map",
		map[string]flows.Value{"provider_account": "Muster GmbH", "crm_account": "4711"},
		map[string]flows.Value{"provider_account": "Muster Nord GmbH", "crm_account": "4711"}))
}

// TestTechDataRules answers a step of techdata-work365 badly and looks for the
// problem.
func TestTechDataRules(t *testing.T) {
	product := func(cells map[string]flows.Value) []run.Command {
		return []run.Command{rows("catalogue.products", cells)}
	}
	for _, c := range []struct {
		name, step, problem string
		level               flows.Level
		answers             []run.Command
	}{
		{"no name", "values", "provider_name.required", flows.Must, answer("provider_name", "")},
		{"token address in the clear", "values", "end_point_url.https", flows.Warn, answer("end_point_url", "http://token.example.org/")},
		{"token address no address", "values", "end_point_url.url", flows.Must, answer("end_point_url", "token")},
		{"another shape of SOIN", "values", "techdata_soin.shape", flows.Warn, answer("techdata_soin", "4711")},
		{"no currency", "values", "currency_code.currency", flows.Warn, answer("currency_code", "EURO")},
		{"one address twice", "values", "api_end_point_url.same", flows.Warn, answer("api_end_point_url", "https://token.example.org/as/token.oauth2")},
		{"two regions", "values", "api_end_point_url.regions", flows.Warn, answer("api_end_point_url", "https://api.example.eu/")},
		{"relationship in the clear", "values", "reseller_relationship_url.https", flows.Must, answer("reseller_relationship_url", "http://admin.microsoft.com/")},
		{"relationship pasted twice", "values", "reseller_relationship_url.relationship-once", flows.Must, answer("reseller_relationship_url", relationship+relationship)},
		{"relationship elsewhere", "values", "reseller_relationship_url.relationship-shape", flows.Warn, answer("reseller_relationship_url", "https://example.org/")},
		{"failed", "connectivity", "verify_result.not_verified", flows.Must, answer("verify_result", "failed")},
		{"a value taken out", "connectivity", "verify_result.value_gone", flows.Must, answer("currency_code", "")},
		{"two accounts, before 3.1", "mapping", "account_map[r4].crm_account.duplicate", flows.Must, accounts("before_3_1")},
		{"two accounts, version unknown", "mapping", "account_map[r4].crm_account.duplicate", flows.Must, accounts("unknown")},
		{"two accounts, from 3.1", "mapping", "account_map[r4].crm_account.duplicate", flows.Warn, accounts("3_1_to_3_4")},
		{"two accounts, from 3.5", "mapping", "account_map[r4].crm_account.duplicate", flows.Warn, accounts("3_5_or_later")},
		{"an account not mapped", "mapping", "account_map[r3].crm_account.required", flows.Must, []run.Command{rows("mapping.account_map", map[string]flows.Value{"provider_account": "Muster GmbH"})}},
		{"no account", "mapping", "account_map.required", flows.Must, []run.Command{rows("mapping.account_map")}},
		{"no product", "catalogue", "products.none", flows.Warn, []run.Command{rows("catalogue.products")}},
		{"no part number", "catalogue", "products[r2].provider_part_number.required", flows.Must, product(map[string]flows.Value{"product": "E3"})},
		{"another SKU", "catalogue", "products[r2].techdata_sku.differs", flows.Warn, product(map[string]flows.Value{"product": "E3", "provider_part_number": "0012345", "techdata_sku": "12345"})},
		{"one part number twice", "catalogue", "products[r3].provider_part_number.duplicate", flows.Warn, []run.Command{rows("catalogue.products",
			map[string]flows.Value{"product": "E3", "provider_part_number": "1"}, map[string]flows.Value{"product": "E5", "provider_part_number": "1"})}},
		{"log not moved", "move-history", "pairs[r2].history_moved.required", flows.Must, []run.Command{rows("move-history.pairs",
			map[string]flows.Value{"manual_subscription": "a", "automatic_subscription": "b"})}},
		{"one name for both", "move-history", "pairs[r2].automatic_subscription.same", flows.Warn, []run.Command{rows("move-history.pairs",
			map[string]flows.Value{"manual_subscription": "a", "automatic_subscription": "a"})}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
			hold(t, s, c.step, c.problem, "")
			for _, a := range c.answers {
				do(t, s, a)
			}
			hold(t, s, c.step, c.problem, c.level)
		})
	}
}

// TestTechDataValues holds the values when all are said to be there, and lets
// them be empty when TechData has to send some.
func TestTechDataValues(t *testing.T) {
	for _, id := range []string{
		"client_id", "client_secret", "end_point_url", "techdata_soin", "currency_code", "api_end_point_url", "reseller_relationship_url",
	} {
		s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
		hold(t, s, "values", id+".missing", "")
		do(t, s, run.Answer{At: flows.At(id), Value: ""})
		hold(t, s, "values", id+".missing", flows.Must)
		do(t, s, run.Answer{At: flows.At("values_there"), Value: "some"})
		hold(t, s, "values", id+".missing", "")
		if s.View(now()).Step("request").State == run.NotNeeded {
			t.Errorf("without %s nobody asks TechData", id)
		}
	}
}

// TestHistoryBeforeDeactivation refuses the point of no return as long as a log
// has not been moved.
func TestHistoryBeforeDeactivation(t *testing.T) {
	s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
	pair := map[string]flows.Value{"manual_subscription": "a", "automatic_subscription": "b"}
	do(t, s, rows("move-history.pairs", pair))
	gate := run.PassGate{At: flows.At("deactivate.cross"), Word: "deactivate", By: "Erika Muster", Why: "again"}
	if _, err := s.Do(true, gate); err == nil {
		t.Error("the gate is passed though a log has not been moved")
	}
	row := s.View(now()).Step("move-history").Item("pairs").Rows[0].Row
	do(t, s, run.Tick{At: flows.At("move-history.pairs").In(row, "history_moved")})
	s2 := begin(t, open(t, "techdata-work365")) // nothing is deactivated on record before the gate
	do(t, s2, run.Tick{At: flows.At("deactivate.deactivated")})
	if got := s2.View(now()).Step("deactivate").Item("deactivated").State; got == run.Applies {
		t.Error("it can be ticked off before the gate")
	}
	do(t, s, gate)
}

// TestWhatFollowsAGateShowsAfterIt holds of every procedure that no task behind
// a gate on its page can be ticked off before the gate is passed.
func TestWhatFollowsAGateShowsAfterIt(t *testing.T) {
	gates := 0
	for _, id := range flows.Open(library.FS, specs()).IDs() {
		p := open(t, id)
		for i := range p.Steps {
			gate := ""
			for j := range p.Steps[i].Items {
				switch it := &p.Steps[i].Items[j]; {
				case it.Gate != nil:
					gates++
					gate = p.Steps[i].ID + "." + it.ID
				case it.Task != nil && gate != "" && !slices.Contains(it.When.Reads(), flows.Ref{Kind: flows.RefTask, ID: gate}):
					t.Errorf("%s: %s shows before %s is passed", id, it.ID, gate)
				}
			}
		}
	}
	if gates < 3 {
		t.Errorf("there are %d gates", gates)
	}
}

// TestVerifiedThoughOwnCheckFailed goes on when Work 365 verifies what our own
// check could not: the difference stays on record.
func TestVerifiedThoughOwnCheckFailed(t *testing.T) {
	s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
	for _, id := range []string{"applies", "values", "provider"} {
		do(t, s, complete(id))
	}
	do(t, s, run.RecordCheck{At: flows.At("connectivity.connect"), Result: run.CheckResult{Status: "failed", Finding: "regions_differ"}})
	hold(t, s, "connectivity", "connect.failed", flows.Warn)
	do(t, s, run.Accept{Step: "connectivity", Problem: "connect.failed", Why: "Work 365 verifies it"})
	do(t, s, complete("connectivity"))
	hold(t, s, "connectivity", "connect.failed", flows.Warn)
	if is := s.View(now()).Step("sync-accounts").State; is != run.Open {
		t.Errorf("sync-accounts is %s", is)
	}
}

// TestAChangedValueIsSavedAndVerifiedAgain has the form and the verification
// looked at again when a value changes, a secret one too.
func TestAChangedValueIsSavedAndVerifiedAgain(t *testing.T) {
	for _, change := range []run.Command{
		run.Answer{At: flows.At("currency_code"), Value: "USD"},
		run.SetSecret{At: flows.At("client_secret"), Sealed: &run.Sealed{ID: "s2", Fingerprint: "f2"}},
	} {
		s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
		for _, id := range []string{"applies", "values", "provider", "connectivity", "sync-accounts"} {
			do(t, s, complete(id))
		}
		do(t, s, change)
		for id, want := range map[string]run.StepState{"provider": run.Stale, "connectivity": run.Stale, "sync-accounts": run.Done} {
			if is := s.View(now()).Step(id).State; is != want {
				t.Errorf("%T: step %s is %s, want %s", change, id, is, want)
			}
		}
	}
}
