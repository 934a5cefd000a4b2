package library_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestNetvisorWaitsForRights waits for whoever grants the right to open the
// page, and looks at the page again.
func TestNetvisorWaitsForRights(t *testing.T) {
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-none.yaml", "allow")
	do(t, s, run.Answer{At: flows.At("allow_seen"), Value: "no_page"})
	do(t, s, run.Answer{At: flows.At("rights_from"), Value: "Matti Meikäläinen"})
	stand(t, s, "allow", run.Waiting)
	stand(t, s, "switch-on", run.Open)
	do(t, s, run.WaitAnswered{At: flows.At("allow.rights")})
	hold(t, s, "allow", "allow_seen.required", flows.Must)
	do(t, s, run.Answer{At: flows.At("allow_seen"), Value: "other"})
	do(t, s, complete("allow"))
	stand(t, s, "netvisor-credentials", run.Open)
}

// TestNetvisorSupportAsksBack answers support's question, waits again, waits
// for the day that was agreed, and ends when it is switched on.
func TestNetvisorSupportAsksBack(t *testing.T) {
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-none.yaml", "go-live")
	do(t, s, run.Answer{At: flows.At("support_says"), Value: "nothing_yet"})
	stand(t, s, "go-live", run.Waiting)
	do(t, s, run.WaitAnswered{At: flows.At("go-live.support_answers")})
	do(t, s, run.Answer{At: flows.At("support_says"), Value: "question"})
	do(t, s, run.Answer{At: flows.At("question"), Value: "Which company?"})
	hold(t, s, "go-live", "question_answered.required", flows.Must)
	do(t, s, run.Tick{At: flows.At("go-live.question_answered")})
	stand(t, s, "go-live", run.Waiting)
	do(t, s, run.WaitAnswered{At: flows.At("go-live.support_answers")})
	if v := s.View(now()).Step("go-live"); v.Round != 3 || v.State != run.Open {
		t.Fatalf("the step is %s in round %d", v.State, v.Round)
	}
	do(t, s, run.Answer{At: flows.At("support_says"), Value: "date_agreed"})
	do(t, s, run.Answer{At: flows.At("live_date"), Value: "2026-12-01"})
	stand(t, s, "go-live", run.Waiting)
	do(t, s, run.WaitAnswered{At: flows.At("go-live.agreed_day")})
	do(t, s, run.Answer{At: flows.At("support_says"), Value: "switched_on"})
	do(t, s, complete("go-live"))
	if got := s.View(now()).Status; got != run.StatusDone {
		t.Errorf("the run is %s", got)
	}
}

// TestNetvisorGate opens the point of no return only when the method is written
// down and agreed.
func TestNetvisorGate(t *testing.T) {
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-afterwards.yaml", "stock-valuation")
	pass := run.PassGate{At: flows.At("stock-valuation.valuation"), Word: "rackbeat", By: "Matti Meikäläinen"}
	refuse(t, s, pass)
	do(t, s, run.Answer{At: flows.At("valuation_method"), Value: "FIFO"})
	refuse(t, s, pass)
	do(t, s, run.Tick{At: flows.At("stock-valuation.valuation_agreed")})
	refuse(t, s, run.PassGate{At: flows.At("stock-valuation.valuation"), Word: "yes", By: "Matti Meikäläinen"})
	refuse(t, s, complete("stock-valuation"))
	do(t, s, pass)
	do(t, s, complete("stock-valuation"))
}

// TestNetvisorKeyIsKept holds the step that shows the key once.
func TestNetvisorKeyIsKept(t *testing.T) {
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-none.yaml", "rackbeat-key")
	do(t, s, run.Tick{At: flows.At("rackbeat-key.key_created")})
	hold(t, s, "rackbeat-key", "rackbeat_key.required", flows.Must)
	refuse(t, s, complete("rackbeat-key"))
	do(t, s, run.Answer{At: flows.At("rackbeat_key_holder"), Value: "lost"})
	hold(t, s, "rackbeat-key", "rackbeat_key_holder.lost", flows.Must)
	refuse(t, s, complete("rackbeat-key"))
	do(t, s, run.Answer{At: flows.At("rackbeat_key_holder"), Value: "customer_keeps_it"})
	refuse(t, s, complete("rackbeat-key"))
	do(t, s, run.Tick{At: flows.At("rackbeat-key.key_kept")})
	do(t, s, complete("rackbeat-key"))
}

// TestNetvisorProblems answers a step badly and looks for the problem.
func TestNetvisorProblems(t *testing.T) {
	for _, c := range []struct {
		name, step, problem string
		item                flows.Address
		bad                 flows.Value
		level               flows.Level
	}{
		{"opened in the Store", "who-does-what", "opened_in_store.opened", flows.At("opened_in_store"), "yes", flows.Warn},
		{"to be opened in the Store", "who-does-what", "opened_in_store.other_way", flows.At("opened_in_store"), "planned", flows.Warn},
		{"no register", "scope", "registers.required", flows.At("registers"), nil, flows.Must},
		{"no first sync fills the products", "products", "products_how.not_copied", flows.At("products_how"), "afterwards", flows.Must},
		{"the key in the e-mail", "deliver", "key_way.key_in_mail", flows.At("key_way"), "added_to_mail_by_hand", flows.Warn},
		{"a day that is over", "switch-on", "switch_on_date.not-past", flows.At("switch_on_date"), "2026-11-01", flows.Must},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor.yaml", "")
			do(t, s, run.Answer{At: flows.At("direction"), Value: "none"})
			hold(t, s, c.step, c.problem, "")
			do(t, s, run.Answer{At: c.item, Value: c.bad})
			hold(t, s, c.step, c.problem, c.level)
		})
	}
}

// TestNetvisorReadsRackbeatByTheKeptKey holds that Rackbeat itself is compared
// only where its key is kept here: each register, before the go-live and after.
func TestNetvisorReadsRackbeatByTheKeptKey(t *testing.T) {
	key := run.SetSecret{At: flows.At("rackbeat_key"), Sealed: &run.Sealed{ID: "k", Fingerprint: "f"}}
	for _, at := range []struct{ step, field, check, file string }{
		{"products", "products_how", "same", "netvisor_products"},
		{"customers", "customers_how", "match", "netvisor_customers"},
		{"suppliers", "suppliers_how", "similar", "netvisor_suppliers"},
		{"afterwards", "afterwards_how", "same_after", "netvisor_products_after"},
	} {
		for _, c := range []struct {
			name    string
			answers []run.Command
			problem flows.Level
		}{
			{"no key", []run.Command{told("rackbeat_key_holder", "captured_here")}, flows.Must},
			{"a key", []run.Command{told("rackbeat_key_holder", "captured_here"), key}, ""},
			{"the customer keeps it", []run.Command{told("rackbeat_key_holder", "customer_keeps_it")}, flows.Must},
			{"it was kept here, and is not now", []run.Command{told("rackbeat_key_holder", "captured_here"), key, told("rackbeat_key_holder", "customer_keeps_it")}, flows.Must},
			{"lost", []run.Command{told("rackbeat_key_holder", "lost")}, flows.Must},
		} {
			t.Run(at.step+" "+c.name, func(t *testing.T) {
				s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-afterwards.yaml", "")
				do(t, s, told("registers", []string{"suppliers", "products"}))
				hold(t, s, at.step, at.field+".no_key", "")
				do(t, s, told(at.field, "rackbeat"))
				for _, a := range c.answers {
					do(t, s, a)
				}
				hold(t, s, at.step, at.field+".no_key", c.problem)
				step := s.View(now()).Step(at.step)
				for _, item := range []string{at.check, at.file} {
					if got := step.Item(item).State; got != run.Applies {
						t.Errorf("%s is %s", item, got)
					}
				}
				do(t, s, told(at.field, "by_hand"))
				hold(t, s, at.step, at.field+".no_key", "")
			})
		}
	}
}

// TestNetvisorsKeyIsMadeBeforeTheRegisters holds the order: all registers can be
// compared with Rackbeat itself before the go-live.
func TestNetvisorsKeyIsMadeBeforeTheRegisters(t *testing.T) {
	p := open(t, "netvisor-rackbeat")
	at := map[string]int{}
	for i := range p.Steps {
		at[p.Steps[i].ID] = i
	}
	for _, o := range [][2]string{
		{"stock-valuation", "rackbeat-key"},
		{"scope", "rackbeat-key"},
		{"rackbeat-key", "products"},
		{"rackbeat-key", "customers"},
		{"rackbeat-key", "suppliers"},
		{"products", "go-live"},
		{"customers", "go-live"},
		{"suppliers", "go-live"},
		{"allow", "netvisor-credentials"},
		{"rackbeat-key", "support-message"},
	} {
		if at[o[0]] >= at[o[1]] {
			t.Errorf("%s does not come before %s", o[0], o[1])
		}
	}
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-none.yaml", "rackbeat-key")
	stand(t, s, "products", run.Open) // files need no key
}

// TestAnOverwriteHasToBeAccepted looks at what the comparison of customers finds:
// what overwrites a card, or counts two customers as one, needs a word.
func TestAnOverwriteHasToBeAccepted(t *testing.T) {
	p := open(t, "netvisor-rackbeat")
	for _, c := range []struct {
		step, check, finding string
		want                 flows.Finding
	}{
		{"customers", "match", "overwrite-by-business-id", flows.Finding{Level: flows.Warn, Accept: flows.AcceptRequired}},
		{"customers", "match", "merge-by-name", flows.Finding{Level: flows.Warn, Accept: flows.AcceptRequired}},
		{"customers", "match", "business-id-duplicate", flows.Finding{Level: flows.Warn, Accept: flows.AcceptRequired}},
		{"customers", "match", "code-not-numeric", flows.Finding{}},  // the document's own: a must
		{"customers", "match", "code-leading-zero", flows.Finding{}}, // the vendor's, which a text beside it says
		{"customers", "match", "other-name", flows.Finding{}},
		{"customers", "match", "near-name", flows.Finding{}},
		{"suppliers", "similar", "overwrite-by-business-id", flows.Finding{}}, // no rule for suppliers: nothing is held
	} {
		if got := p.Step(c.step).Item(c.check).Check.Findings[c.finding]; got != c.want {
			t.Errorf("%s.%s: %s is %+v, want %+v", c.step, c.check, c.finding, got, c.want)
		}
	}
}

// TestAnOverwriteHoldsItsStep completes the customers over what was found.
func TestAnOverwriteHoldsItsStep(t *testing.T) {
	for _, c := range []struct {
		finding string
		level   flows.Level
		left    bool // it can be left without a word
	}{
		{"overwrite-by-business-id", flows.Warn, false},
		{"merge-by-name", flows.Warn, false},
		{"business-id-duplicate", flows.Warn, false},
		{"near-name", flows.Warn, true},
		{"same-code-other-name", flows.Warn, true},
		{"name-too-long", flows.Warn, true},
	} {
		t.Run(c.finding, func(t *testing.T) {
			s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor.yaml", "customers")
			for _, a := range []run.Command{
				told("customers_how", "files"), told("netvisor_customers", "sha256:49dfd3d06c44a9220f779c85e06dc8a693c1843ffaa306ede8887866a42eaf24/customers.csv"),
				told("rackbeat_customers", "sha256:ab9437593933793ddea262e43c25eacbfb2f66bfb67c0229e1ef639c9b108d1a/customers.csv"),
				run.RecordCheck{At: flows.At("customers.match"), Result: run.CheckResult{
					Status: "warned", Finding: c.finding, Counts: map[string]int{c.finding: 2}, Levels: map[string]flows.Level{c.finding: c.level},
				}},
			} {
				do(t, s, a)
			}
			hold(t, s, "customers", "match.warned", flows.Warn)
			refuse(t, s, run.Complete{Step: "customers"})
			if c.left {
				do(t, s, run.Complete{Step: "customers", Leave: true})
				return
			}
			refuse(t, s, run.Complete{Step: "customers", Leave: true})
			do(t, s, run.Complete{Step: "customers", Accept: "the company knows both cards"})
		})
	}
}

// refuse wants a command refused.
func refuse(t *testing.T, s *run.Session, c run.Command) {
	t.Helper()
	if _, err := s.Do(true, c); err == nil {
		t.Errorf("%#v is not refused", c)
	}
}
