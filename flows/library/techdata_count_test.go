package library_test

import (
	"fmt"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestEverySyncedAccountIsMapped says how many accounts were synced, and lists
// more or fewer of them.
func TestEverySyncedAccountIsMapped(t *testing.T) {
	for _, c := range []struct {
		name           string
		count          string // "" takes the number away
		mapped, listed int    // rows with a CRM account, and all rows
		unmapped       bool   // too few are listed
		surplus        bool
		row            string // the row that is named as not mapped
		completes      bool
	}{
		{"all", "3", 3, 3, false, false, "", true},
		{"one is missing", "3", 2, 2, true, false, "", false},
		{"only one is there", "12", 1, 1, true, false, "", false},
		{"none is there", "3", 0, 0, false, false, "", false}, // the list itself is required
		{"the list was read, one has no CRM account", "3", 2, 3, false, false, "account_map[r5].crm_account.required", false},
		{"the list was read, none has one", "2", 0, 2, false, false, "account_map[r3].crm_account.required", false},
		{"more than were synced", "3", 4, 4, false, true, "", true},
		{"a single account", "1", 1, 1, false, false, "", true},
		{"the number is not there", "", 1, 1, false, false, "", false}, // the step before is open
	} {
		t.Run(c.name, func(t *testing.T) {
			s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
			do(t, s, told("accounts_synced_count", c.count))
			all := make([]map[string]flows.Value, c.listed)
			for i := range all {
				all[i] = map[string]flows.Value{"provider_account": fmt.Sprint("Muster ", i)}
				if i < c.mapped {
					all[i]["crm_account"] = fmt.Sprint(4700 + i)
				}
			}
			do(t, s, rows("mapping.account_map", all...))
			for _, id := range []string{"applies", "values", "provider", "connectivity"} {
				do(t, s, complete(id))
			}
			if c.count != "" {
				do(t, s, complete("sync-accounts"))
			}
			level := map[bool]flows.Level{true: flows.Must}
			hold(t, s, "mapping", "account_map.unmapped", level[c.unmapped])
			hold(t, s, "mapping", "account_map.surplus", map[bool]flows.Level{true: flows.Warn}[c.surplus])
			if c.row != "" {
				hold(t, s, "mapping", c.row, flows.Must)
			}
			if _, err := s.Do(true, complete("mapping")); (err == nil) != c.completes {
				t.Errorf("the mapping completes: %v, want %t", err, c.completes)
			}
		})
	}
}

// TestHowManyWereSyncedIsAsked holds the step that syncs, with the number of
// accounts, and not where some are still to be made.
func TestHowManyWereSyncedIsAsked(t *testing.T) {
	for _, c := range []struct{ complete, count, problem string }{
		{"yes", "", "accounts_synced_count.required"},
		{"yes", "0", "accounts_synced_count.none"},
		{"yes", "many", "accounts_synced_count.number"},
		{"yes", "1", ""},
		{"yes", "250", ""},
		{"some_missing", "", "missing_customers.required"},
	} {
		s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
		do(t, s, told("accounts_complete", c.complete))
		do(t, s, told("accounts_synced_count", c.count))
		step := s.View(now()).Step("sync-accounts")
		found := ""
		for _, p := range step.Problems() {
			if p.Holds() && step.Item(p.Item).State == run.Applies && found == "" {
				found = p.ID
			}
		}
		if found != c.problem {
			t.Errorf("%+v: held by %q", c, found)
		}
	}
}

// TestAllManualSubscriptionsAreDeactivated is the document's last step: all of
// them, after the logs of all were moved.
func TestAllManualSubscriptionsAreDeactivated(t *testing.T) {
	for _, c := range []struct {
		name, count, stays, problem string
		pairs                       int
	}{
		{"all logs moved", "2", "", "", 2},
		{"one log stays behind", "2", "", "move-history pairs.some_left", 1},
		{"most logs stay behind", "9", "", "move-history pairs.some_left", 2},
		{"more moved than counted", "1", "", "", 2},
		{"one stays active", "1", "E3 by hand, until May", "deactivate stays_active.some_stay", 1},
		{"none stays active", "1", "", "", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := answeredRun(t, "techdata-work365", "answers-techdata.yaml")
			do(t, s, told("manual_count", c.count))
			do(t, s, told("stays_active", c.stays))
			all := make([]map[string]flows.Value, c.pairs)
			for i := range all {
				all[i] = map[string]flows.Value{"manual_subscription": fmt.Sprint("by hand ", i), "automatic_subscription": fmt.Sprint("automatic ", i), "history_moved": true}
			}
			do(t, s, rows("move-history.pairs", all...))
			for _, at := range []string{"move-history pairs.some_left", "deactivate stays_active.some_stay"} {
				var step, problem string
				if _, err := fmt.Sscan(at, &step, &problem); err != nil {
					t.Fatal(err)
				}
				hold(t, s, step, problem, map[bool]flows.Level{true: flows.Warn}[at == c.problem])
			}
		})
	}
	p := open(t, "techdata-work365")
	for _, at := range [][2]string{{"move-history", "pairs"}, {"deactivate", "stays_active"}} {
		if r := p.Step(at[0]).Item(at[1]).Rules[0]; r.Accept != flows.AcceptRequired {
			t.Errorf("%s: what is left active or behind needs no word: %+v", at[1], r)
		}
	}
}
