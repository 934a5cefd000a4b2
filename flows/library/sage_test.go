package library_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/library"
	"lotse/flows/run"
)

// TestSageGoesRoundUntilTheAddressesAgree compares, has the address changed,
// and compares again, may be repeated.
func TestSageGoesRoundUntilTheAddressesAgree(t *testing.T) {
	s := walkedTo(t, "sage-main-contact", "walk-sage-ordered.yaml", "compare")
	stand(t, s, "change", run.Blocked)
	for round := 1; round <= 3; round++ {
		checked(t, s, flows.At("compare.equal"), "failed")
		stand(t, s, "compare", run.Waiting)
		stand(t, s, "gateway-sign-in", run.Blocked)
		stand(t, s, "change", run.Open)
		do(t, s, run.Answer{At: flows.At("change_side"), Value: "stored"})
		askSage(t, s)
		if e := s.View(now()).Step("entitlement"); e.Round != round+1 || e.State != run.Open || e.Item("entitlement_email").Previous != "info@example.org" {
			t.Fatalf("after round %d: %s in round %d, before: %v", round, e.State, e.Round, e.Item("entitlement_email").Previous)
		}
		do(t, s, run.Answer{At: flows.At("entitlement_source"), Value: "sage_told_us"})
		do(t, s, run.Answer{At: flows.At("entitlement_email"), Value: "info@example.org"})
		do(t, s, complete("entitlement"))
		hold(t, s, "compare", "equal.stale", flows.Must)
	}
	checked(t, s, flows.At("compare.equal"), "passed")
	do(t, s, complete("compare"))
	stand(t, s, "change", run.Done)
	do(t, s, run.Answer{At: flows.At("signin_result"), Value: "entitlements"})
	do(t, s, complete("gateway-sign-in"))
	if got := s.View(now()).Status; got != run.StatusDone {
		t.Errorf("the run is %s", got)
	}
}

// TestSageIsAskedWhatNobodyKnows needs no comparison before Sage has answered.
func TestSageIsAskedWhatNobodyKnows(t *testing.T) {
	s := walkedTo(t, "sage-main-contact", "walk-sage-ordered.yaml", "entitlement")
	do(t, s, run.Answer{At: flows.At("entitlement_source"), Value: "unknown"})
	do(t, s, complete("entitlement"))
	stand(t, s, "compare", run.NotNeeded)
	stand(t, s, "gateway-sign-in", run.Blocked)
	askSage(t, s)
	do(t, s, run.Answer{At: flows.At("entitlement_source"), Value: "sage_told_us"})
	do(t, s, run.Answer{At: flows.At("entitlement_email"), Value: "info@example.org"})
	do(t, s, complete("entitlement"))
	stand(t, s, "compare", run.Open)
	checked(t, s, flows.At("compare.equal"), "passed")
	do(t, s, complete("compare"))
	stand(t, s, "change", run.Done)
	stand(t, s, "gateway-sign-in", run.Open)
}

// TestSageSignInBringsNothing looks again at what was compared: another Sage-ID
// holds the step, the right one leads back to the stored address.
func TestSageSignInBringsNothing(t *testing.T) {
	s := walkedTo(t, "sage-main-contact", "walk-sage-ordered.yaml", "gateway-sign-in")
	do(t, s, run.Answer{At: flows.At("signin_result"), Value: "none"})
	do(t, s, complete("gateway-sign-in"))
	do(t, s, run.Answer{At: flows.At("signin_email"), Value: "it@example.org"})
	hold(t, s, "no-entitlements", "signin_email.other_sage_id", flows.Must)
	do(t, s, run.Answer{At: flows.At("signin_email"), Value: "info@example.org"})
	hold(t, s, "no-entitlements", "signin_email.other_sage_id", "")
	do(t, s, run.WaitAnswered{At: flows.At("no-entitlements.read_again")})
	for _, id := range []string{"entitlement", "compare", "gateway-sign-in", "no-entitlements"} {
		if got := s.View(now()).Step(id).Round; got != 2 {
			t.Errorf("step %s is in round %d, want 2", id, got)
		}
	}
	do(t, s, run.Answer{At: flows.At("entitlement_source"), Value: "order_document"})
	do(t, s, run.Answer{At: flows.At("entitlement_email"), Value: "lnfo@example.org"})
	do(t, s, complete("entitlement"))
	checked(t, s, flows.At("compare.equal"), "failed")
	stand(t, s, "change", run.Open)
	stand(t, s, "gateway-sign-in", run.Blocked)
}

// TestSageWaitsForTheRegistration waits for whoever is not registered, or has
// no valid Sage-ID, and asks again.
func TestSageWaitsForTheRegistration(t *testing.T) {
	for name, state := range map[string][2]string{
		"not registered": {"no", "valid"}, "no Sage-ID": {"yes", "none"}, "a dead Sage-ID": {"yes", "not_valid"},
	} {
		t.Run(name, func(t *testing.T) {
			s := walkedTo(t, "sage-main-contact", "walk-sage-ordered.yaml", "sage-id")
			do(t, s, run.Answer{At: flows.At("portal_registered"), Value: state[0]})
			do(t, s, run.Answer{At: flows.At("sage_id_state"), Value: state[1]})
			stand(t, s, "sage-id", run.Waiting)
			do(t, s, run.WaitAnswered{At: flows.At("sage-id.registration")})
			stand(t, s, "sage-id", run.Open)
			hold(t, s, "sage-id", "portal_registered.required", flows.Must)
			do(t, s, run.Answer{At: flows.At("portal_registered"), Value: "yes"})
			do(t, s, run.Answer{At: flows.At("sage_id_state"), Value: "valid"})
			do(t, s, run.Answer{At: flows.At("sage_id_email"), Value: "info@example.org"})
			do(t, s, complete("sage-id"))
		})
	}
}

// TestSageWarnings answers a step badly and looks for the problem.
func TestSageWarnings(t *testing.T) {
	for _, c := range []struct {
		name, step, problem string
		item                flows.Address
		bad                 string
	}{
		{"somebody else", "person", "contact_role.other_person", flows.At("contact_role"), "other"},
		{"a person's address", "address", "main_email.personal", flows.At("main_email"), "erika.muster@example.org"},
		{"a free mailbox", "address", "main_email.free-mail", flows.At("main_email"), "muster@gmx.de"},
		{"a typo", "address", "main_email.known-typo", flows.At("main_email"), "muster@gmial.com"},
		{"a look-alike", "address", "main_email.look-alike", flows.At("main_email"), "inf\u043e@example.org"},
		{"nobody for the code", "address", "second_factor_owner.no_owner", flows.At("second_factor_owner"), ""},
		{"another address in the master", "customer-master", "master_email.differs", flows.At("master_email"), "info@example.com"},
		{"another address of the Sage-ID", "sage-id", "sage_id_email.not_main", flows.At("sage_id_email"), "info@example.com"},
		{"a person's address", "customer-master", "master_email.personal", flows.At("master_email"), "erika.muster@example.org"},
		{"a free mailbox", "customer-master", "master_email.free-mail", flows.At("master_email"), "muster@gmx.de"},
		{"a typo", "customer-master", "master_email.known-typo", flows.At("master_email"), "muster@gmial.com"},
		{"a look-alike", "customer-master", "master_email.look-alike", flows.At("master_email"), "inf\u043e@example.org"},
		{"a person's address", "sage-id", "sage_id_email.personal", flows.At("sage_id_email"), "erika.muster@example.org"},
		{"a free mailbox", "sage-id", "sage_id_email.free-mail", flows.At("sage_id_email"), "muster@gmx.de"},
		{"a typo", "sage-id", "sage_id_email.known-typo", flows.At("sage_id_email"), "muster@gmial.com"},
		{"a look-alike", "sage-id", "sage_id_email.look-alike", flows.At("sage_id_email"), "inf\u043e@example.org"},
		{"a person's address", "entitlement", "entitlement_email.personal", flows.At("entitlement_email"), "erika.muster@example.org"},
		{"a free mailbox", "entitlement", "entitlement_email.free-mail", flows.At("entitlement_email"), "muster@gmx.de"},
		{"a typo", "entitlement", "entitlement_email.known-typo", flows.At("entitlement_email"), "muster@gmial.com"},
		{"a look-alike", "entitlement", "entitlement_email.look-alike", flows.At("entitlement_email"), "inf\u043e@example.org"},
		{"an assumption", "entitlement", "entitlement_source.assumed", flows.At("entitlement_source"), "assumed"},
	} {
		t.Run(c.name+" in "+c.step, func(t *testing.T) {
			s := walkedTo(t, "sage-main-contact", "walk-sage-not-ordered.yaml", "")
			hold(t, s, c.step, c.problem, "")
			do(t, s, run.Answer{At: c.item, Value: c.bad})
			hold(t, s, c.step, c.problem, flows.Warn)
		})
	}
}

// askSage writes to Sage Order Management and has the answer.
func askSage(t *testing.T, s *run.Session) {
	t.Helper()
	do(t, s, run.Answer{At: flows.At("order_management_email"), Value: "order@example.org"})
	do(t, s, run.Answer{At: flows.At("partner_name"), Value: "Muster Partner GmbH"})
	stand(t, s, "change", run.Open)
	do(t, s, run.Tick{At: flows.At("change.change_sent")})
	stand(t, s, "change", run.Waiting)
	do(t, s, run.WaitAnswered{At: flows.At("change.order_management_answers")})
}

// walkedTo is a run of a procedure on its way to a step, which is not begun; ""
// for the whole way, with no step completed.
func walkedTo(t *testing.T, procedure, answers, step string) *run.Session {
	t.Helper()
	p := open(t, procedure)
	s, given := begin(t, p), loadAnswers(t, answers)
	for i := range p.Steps {
		if p.Steps[i].ID == step {
			break
		}
		for _, c := range given.commands(t, &p.Steps[i]) {
			do(t, s, c)
		}
		if step != "" && s.View(now()).Step(p.Steps[i].ID).State != run.NotNeeded {
			do(t, s, complete(p.Steps[i].ID))
		}
	}
	return s
}

func open(t *testing.T, procedure string) *flows.Procedure {
	t.Helper()
	p, err := flows.Open(library.FS, specs()).Procedure(procedure)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checked puts a check's result on record.
func checked(t *testing.T, s *run.Session, item flows.Address, status string) {
	t.Helper()
	do(t, s, run.RecordCheck{At: item, Result: run.CheckResult{Status: status}})
}

// stand wants a step in a state.
func stand(t *testing.T, s *run.Session, step string, want run.StepState) {
	t.Helper()
	if v := s.View(now()).Step(step); v.State != want {
		t.Fatalf("step %s is %s, want %s (blocked by %v)", step, v.State, want, v.BlockedBy)
	}
}
