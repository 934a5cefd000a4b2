package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

func testCustomers(t *testing.T, a *store) {
	first, err := a.AddCustomer(ctx, run.Customer{Name: "  Mu\u0308ller GmbH\n"})
	ok(t, err)
	same(t, "name", first.Name, "Müller GmbH")
	if first.ID == "" {
		t.Fatal("a customer without an id")
	}
	again, err := a.AddCustomer(ctx, run.Customer{ID: "other", Name: "Müller GmbH"})
	ok(t, err)
	same(t, "the same name again", again, first)
	lower, err := a.AddCustomer(ctx, run.Customer{ID: "lower", Name: "müller gmbh"})
	ok(t, err)
	same(t, "another case is another name", lower, run.Customer{ID: "lower", Name: "müller gmbh"})
	c, err := a.FindCustomer(ctx, "\tMu\u0308ller GmbH ")
	ok(t, err)
	same(t, "found", c, first)
	_, err = a.FindCustomer(ctx, "Muller GmbH")
	is(t, err, flows.ErrNotFound)
	_, err = a.AddCustomer(ctx, run.Customer{ID: "lower", Name: "Third"})
	is(t, err, flows.ErrConflict)
	var r *flows.Refusal
	for _, name := range []string{" \t ", "a\x00b", "\x00", "a\nb", "\x1b[2J", "a\u0085b", strings.Repeat("x", 501)} {
		if _, err := a.AddCustomer(ctx, run.Customer{Name: name}); !errors.As(err, &r) || r.Kind != flows.ErrUsage {
			t.Errorf("a customer named %q: %v", name, err)
		}
		l := NewLog("cd34", run.Customer{ID: "c9", Name: name})
		l.Add(run.EventStarted, map[string]any{})
		b := l.Batch(1)
		b.Customer = &run.Customer{ID: "c9", Name: name}
		if err := a.Append(ctx, b); !errors.As(err, &r) || r.Kind != flows.ErrUsage {
			t.Errorf("a run of a customer named %q: %v", name, err)
		}
	}
	// Each of these letters has three for one when it is folded, and no two names begin alike.
	for i := range 3 {
		r := rand.New(rand.NewPCG(1, uint64(i))) //nolint:gosec // a name, and no secret
		var long strings.Builder
		for long.Len() < 500 {
			long.WriteString([]string{"ΐ", "ΰ", "ǰ", "ŉ"}[r.IntN(4)])
		}
		started(t, a, fmt.Sprintf("ef%d", i), customer(t, a, long.String()))
	}
}

func testCustomerPrefix(t *testing.T, a *store) {
	for _, name := range []string{"Zebra", "Muster GmbH", "müller", "MÜLLER KG", "Straße", "%", "a\U0010ffffb"} {
		customer(t, a, name)
	}
	for prefix, want := range map[string]string{
		"mü": "müller|MÜLLER KG", "Mu\u0308": "müller|MÜLLER KG", "m": "Muster GmbH|müller|MÜLLER KG", "STRASS": "Straße",
		"%": "%", "_": "", "a\U0010ffff": "a\U0010ffffb", "x": "", "\xff": "",
	} {
		all, err := a.Customers(ctx, prefix, 10)
		ok(t, err)
		var names []string
		for _, c := range all {
			names = append(names, c.Name)
		}
		if got := strings.Join(names, "|"); got != want {
			t.Errorf("%q: %q, want %q", prefix, got, want)
		}
	}
	all, err := a.Customers(ctx, "", 3)
	ok(t, err)
	same(t, "limit", len(all), 3)
	same(t, "first", all[0].Name, "%")
}
