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
	stand(t, s, "rackbeat-key", run.Open)
	do(t, s, run.WaitAnswered{At: flows.At("allow.rights")})
	hold(t, s, "allow", "allow_seen.required", flows.Must)
	do(t, s, run.Answer{At: flows.At("allow_seen"), Value: "other"})
	do(t, s, run.Complete{Step: "allow"})
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
	do(t, s, run.Complete{Step: "go-live"})
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
	refuse(t, s, run.Complete{Step: "stock-valuation"})
	do(t, s, pass)
	do(t, s, run.Complete{Step: "stock-valuation"})
}

// TestNetvisorKeyIsKept holds the step that shows the key once.
func TestNetvisorKeyIsKept(t *testing.T) {
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-none.yaml", "rackbeat-key")
	do(t, s, run.Tick{At: flows.At("rackbeat-key.key_created")})
	hold(t, s, "rackbeat-key", "rackbeat_key.required", flows.Must)
	refuse(t, s, run.Complete{Step: "rackbeat-key"})
	do(t, s, run.Answer{At: flows.At("rackbeat_key_holder"), Value: "lost"})
	hold(t, s, "rackbeat-key", "rackbeat_key_holder.lost", flows.Must)
	refuse(t, s, run.Complete{Step: "rackbeat-key"})
	do(t, s, run.Answer{At: flows.At("rackbeat_key_holder"), Value: "customer_keeps_it"})
	refuse(t, s, run.Complete{Step: "rackbeat-key"})
	do(t, s, run.Tick{At: flows.At("rackbeat-key.key_kept")})
	do(t, s, run.Complete{Step: "rackbeat-key"})
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
// only where its key is kept here.
func TestNetvisorReadsRackbeatByTheKeptKey(t *testing.T) {
	s := walkedTo(t, "netvisor-rackbeat", "walk-netvisor-afterwards.yaml", "")
	hold(t, s, "afterwards", "afterwards_how.no_key", "")
	do(t, s, run.Answer{At: flows.At("afterwards_how"), Value: "rackbeat"})
	hold(t, s, "afterwards", "afterwards_how.no_key", flows.Must)
	do(t, s, run.Answer{At: flows.At("rackbeat_key_holder"), Value: "captured_here"})
	hold(t, s, "afterwards", "afterwards_how.no_key", "")
}

// refuse wants a command refused.
func refuse(t *testing.T, s *run.Session, c run.Command) {
	t.Helper()
	if _, err := s.Do(true, c); err == nil {
		t.Errorf("%#v is not refused", c)
	}
}
