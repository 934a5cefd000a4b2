package library_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
)

// addresses are the four that have to agree, or three of them.
type addresses struct{ main, master, sageID, entitlement string }

// checkedNow runs a check of a run without a network, and puts its result on
// record.
func checkedNow(t *testing.T, s *run.Session, item string) string {
	t.Helper()
	c, err := check.NewRunner(check.Env{Now: now}).Record(context.Background(), s, run.Rehearsal, flows.At(item), nil)
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, c)
	return c.Result.Status
}

var releaseOrder = run.PassGate{At: flows.At("order.address_fixed"), Word: "gateway", By: "Max Muster"}

// TestSageOrdersWhenAllThreeAddressesAgree has main contact, customer master
// and Sage-ID compared before the order, which fixes the master's.
func TestSageOrdersWhenAllThreeAddressesAgree(t *testing.T) {
	for _, c := range []struct {
		name   string
		is     addresses
		status string // of the check
	}{
		{"all the same", addresses{main: "info@example.org", master: "info@example.org", sageID: "info@example.org"}, "passed"},
		{"a private Sage-ID", addresses{main: "info@example.org", master: "info@example.org", sageID: "max@gmx.de"}, "failed"},
		{"a personal Sage-ID of the company", addresses{main: "info@example.org", master: "info@example.org", sageID: "max.muster@example.org"}, "failed"},
		{"another mailbox in the master", addresses{main: "info@example.org", master: "it@example.org", sageID: "info@example.org"}, "failed"},
		{"master and Sage-ID agree, the choice was another", addresses{main: "info@example.org", master: "it@example.org", sageID: "it@example.org"}, "failed"},
		{"three addresses", addresses{main: "info@example.org", master: "it@example.org", sageID: "office@example.org"}, "failed"},
		{"another domain", addresses{main: "info@example.org", master: "info@example.org", sageID: "info@example.com"}, "failed"},
		{"a look-alike", addresses{main: "info@example.org", master: "info@example.org", sageID: "inf\u043e@example.org"}, "failed"},
		{"capitals of the domain", addresses{main: "info@example.org", master: "info@EXAMPLE.org", sageID: "info@example.org"}, "passed"},
		{"capitals before the @", addresses{main: "info@example.org", master: "info@example.org", sageID: "Info@example.org"}, "warned"},
		{"a personal mailbox, the same everywhere", addresses{main: "erika.muster@example.org", master: "erika.muster@example.org", sageID: "erika.muster@example.org"}, "passed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := walkedTo(t, "sage-main-contact", "walk-sage-not-ordered.yaml", "address")
			tell(t, s, c.is)
			refuse(t, s, releaseOrder) // not compared yet
			if got := checkedNow(t, s, "order.right_before"); got != c.status {
				t.Fatalf("the comparison %s, want %s", got, c.status)
			}
			do(t, s, run.Tick{At: flows.At("order.ordered")})
			if c.status == "failed" {
				hold(t, s, "order", "right_before.failed", flows.Must)
				refuse(t, s, releaseOrder)
				refuse(t, s, complete("order"))
				if s.View(now()).Step("order").Item("ordered").State == run.Applies {
					t.Error("the order can be ticked though the addresses differ")
				}
				return
			}
			if c.status == "warned" {
				refuse(t, s, releaseOrder) // capitals are accepted before the order, or not at all
				do(t, s, run.Accept{Step: "order", Problem: "right_before.warned", Why: "Sage says that capitals do not matter"})
			}
			do(t, s, releaseOrder)
			do(t, s, complete("order"))
			stand(t, s, "entitlement", run.Open)
		})
	}
}

// tell answers all steps from the mailbox to the Sage-ID.
func tell(t *testing.T, s *run.Session, is addresses) {
	t.Helper()
	for _, c := range []run.Command{
		run.Answer{At: flows.At("main_email"), Value: is.main},
		run.Answer{At: flows.At("second_factor_owner"), Value: "Erika Muster"},
		complete("address"),
		run.Tick{At: flows.At("customer-master.person_recorded")},
		run.Answer{At: flows.At("master_email"), Value: is.master},
		complete("customer-master"),
	} {
		do(t, s, c)
	}
	if s.View(now()).Step("order").State == run.Open {
		t.Error("the order is open without a Sage-ID")
	}
	do(t, s, run.Answer{At: flows.At("portal_registered"), Value: "yes"})
	do(t, s, run.Answer{At: flows.At("sage_id_state"), Value: "valid"})
	do(t, s, run.Answer{At: flows.At("sage_id_email"), Value: is.sageID})
	do(t, s, complete("sage-id"))
}

// TestSageOrderedAlreadyNeedsNoGate holds that the order's step is for those who
// have not ordered.
func TestSageOrderedAlreadyNeedsNoGate(t *testing.T) {
	for _, ordered := range []string{"ordered", "unknown"} {
		s := walkedTo(t, "sage-main-contact", "walk-sage-ordered.yaml", "")
		do(t, s, run.Answer{At: flows.At("gateway_ordered"), Value: ordered})
		stand(t, s, "order", run.NotNeeded)
	}
}

// TestSageAfterTheOrder compares what holds then: the stored address and the
// Sage-ID have to be the same, the master should.
func TestSageAfterTheOrder(t *testing.T) {
	for _, c := range []struct {
		name   string
		is     addresses
		status string
		level  flows.Level // of the problem
	}{
		{"all the same", addresses{"info@example.org", "info@example.org", "info@example.org", "info@example.org"}, "passed", ""},
		{"only the master differs", addresses{"info@example.org", "it@example.org", "info@example.org", "info@example.org"}, "warned", flows.Warn},
		{"only the chosen mailbox differs", addresses{"office@example.org", "info@example.org", "info@example.org", "info@example.org"}, "passed", ""},
		{"the Sage-ID differs", addresses{"info@example.org", "info@example.org", "max@gmx.de", "info@example.org"}, "failed", flows.Must},
		{"the stored one differs", addresses{"info@example.org", "info@example.org", "info@example.org", "alt@example.org"}, "failed", flows.Must},
		{"master and stored agree, the Sage-ID differs", addresses{"it@example.org", "info@example.org", "it@example.org", "info@example.org"}, "failed", flows.Must},
		{"all four differ", addresses{"a@example.org", "b@example.org", "c@example.org", "d@example.org"}, "failed", flows.Must},
		{"capitals before the @", addresses{"info@example.org", "info@example.org", "Info@example.org", "info@example.org"}, "warned", flows.Warn},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := mismatch(t, c.is)
			if got := checkedNow(t, s, "compare.equal"); got != c.status {
				t.Fatalf("the comparison %s, want %s", got, c.status)
			}
			if c.level == "" {
				c.status, c.level = "failed", ""
			}
			hold(t, s, "compare", "equal."+c.status, c.level)
		})
	}
}

// mismatch is a run with an order, on its way to the comparison.
func mismatch(t *testing.T, is addresses) *run.Session {
	t.Helper()
	s := walkedTo(t, "sage-main-contact", "walk-sage-ordered.yaml", "address")
	tell(t, s, is)
	do(t, s, run.Answer{At: flows.At("entitlement_source"), Value: "order_document"})
	do(t, s, run.Answer{At: flows.At("entitlement_email"), Value: is.entitlement})
	do(t, s, complete("entitlement"))
	return s
}

// request is the letter to Sage as the run stands; "" where the page has none.
func request(t *testing.T, s *run.Session) string {
	t.Helper()
	v := s.View(now())
	l, err := document.Write(v, "change", "request", document.Asked{Sender: "Ann", Today: now().Truncate(24 * time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	if v.Step("change").Item("request").State != run.Applies {
		return ""
	}
	return l.Text()
}

// TestSageAsksWhichSideChanges tries both sides of a mismatch: nothing is
// drafted before the choice, the side that has the chosen mailbox is held, and
// Sage is never asked for another address than that.
func TestSageAsksWhichSideChanges(t *testing.T) {
	for _, c := range []struct {
		name, side, problem string // problem: must, or "" where the choice is right
		is                  addresses
	}{
		{"a private Sage-ID, Sage is to change", "stored", "stored_is_chosen", addresses{"info@example.org", "info@example.org", "max@gmx.de", "info@example.org"}},
		{"a private Sage-ID changes", "sage_id", "", addresses{"info@example.org", "info@example.org", "max@gmx.de", "info@example.org"}},
		{"a personal Sage-ID, Sage is to change", "stored", "stored_is_chosen", addresses{"info@example.org", "info@example.org", "max.muster@example.org", "info@example.org"}},
		{"an old address is stored", "stored", "", addresses{"info@example.org", "info@example.org", "info@example.org", "alt@example.org"}},
		{"an old address is stored, the Sage-ID is to change", "sage_id", "sage_id_is_chosen", addresses{"info@example.org", "info@example.org", "info@example.org", "alt@example.org"}},
		{"neither is chosen, first the stored one", "stored", "", addresses{"info@example.org", "info@example.org", "max@gmx.de", "alt@example.org"}},
		{"neither is chosen, first the Sage-ID", "sage_id", "", addresses{"info@example.org", "info@example.org", "max@gmx.de", "alt@example.org"}},
		{"a personal mailbox was chosen and accepted", "stored", "", addresses{"erika.muster@example.org", "erika.muster@example.org", "erika.muster@example.org", "alt@example.org"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := mismatch(t, c.is)
			checkedNow(t, s, "compare.equal")
			stand(t, s, "change", run.Open)
			hold(t, s, "change", "change_side.required", flows.Must)
			if text := request(t, s); text != "" {
				t.Errorf("a letter before it is settled which side changes:\n%s", text)
			}
			do(t, s, run.Answer{At: flows.At("change_side"), Value: c.side})
			for _, code := range []string{"stored_is_chosen", "sage_id_is_chosen"} {
				level := flows.Level("")
				if code == c.problem {
					level = flows.Must
				}
				hold(t, s, "change", "change_side."+code, level)
			}
			text := request(t, s)
			if got, want := text != "", c.side == "stored"; got != want {
				t.Errorf("there is a letter: %t, want %t", got, want)
			}
			if c.is.sageID != c.is.main && strings.Contains(text, c.is.sageID) {
				t.Errorf("Sage is told of %s:\n%s", c.is.sageID, text)
			}
			asks := c.side == "stored" && c.problem == ""
			if got := strings.Contains(text, "Neue Adresse:           "+c.is.main); got != asks || strings.Contains(text, "bitte ändern Sie") != asks {
				t.Errorf("the letter asks for %s: %t, want %t\n%s", c.is.main, got, asks, text)
			}
		})
	}
}

// TestTheSageIDChanges waits for its owner, asks for its address again, and
// compares; an order that was made in the run stays made.
func TestTheSageIDChanges(t *testing.T) {
	s := walkedTo(t, "sage-main-contact", "walk-sage-not-ordered.yaml", "compare")
	do(t, s, run.Answer{At: flows.At("sage_id_email"), Value: "it@example.org"}) // another than was ordered for
	do(t, s, complete("sage-id"))
	stand(t, s, "order", run.Done)
	if got := checkedNow(t, s, "compare.equal"); got != "failed" {
		t.Fatalf("the comparison %s", got)
	}
	stand(t, s, "compare", run.Waiting)
	do(t, s, run.Answer{At: flows.At("change_side"), Value: "sage_id"})
	stand(t, s, "change", run.Waiting)
	do(t, s, run.WaitAnswered{At: flows.At("change.sage_id_changes"), Why: "done"})
	stand(t, s, "order", run.Done)
	stand(t, s, "entitlement", run.Done)
	if v := s.View(now()).Step("sage-id"); v.Round != 2 || v.State != run.Open || v.Item("sage_id_email").Previous != "it@example.org" {
		t.Errorf("the Sage-ID's step is %s in round %d", v.State, v.Round)
	}
	do(t, s, run.Answer{At: flows.At("portal_registered"), Value: "yes"})
	do(t, s, run.Answer{At: flows.At("sage_id_state"), Value: "valid"})
	do(t, s, run.Answer{At: flows.At("sage_id_email"), Value: "info@example.org"})
	do(t, s, complete("sage-id"))
	if got := checkedNow(t, s, "compare.equal"); got != "passed" {
		t.Fatalf("the comparison %s", got)
	}
	do(t, s, complete("compare"))
	stand(t, s, "change", run.Done)
	stand(t, s, "gateway-sign-in", run.Open)
}
