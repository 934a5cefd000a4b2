package check_test

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/portal"
	"lotse/flows/run"
)

// registersAt is a portal with registers of so many rows, and a runner that asks it.
func registersAt(t *testing.T, rows int) (*portal.Portal, *check.Runner) {
	t.Helper()
	p, err := portal.New(portal.Config{Now: time.Now, Rows: rows, Faults: check.FaultNames()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() }) //nolint:errcheck // it listens no longer
	n := &check.Net{
		Dial: func(c string) check.Dialer { return p.Dial(c) }, Resolver: p.Resolver, Roots: p.Roots(), Loopback: true,
		Limits: check.Limits{Between: time.Millisecond},
	}
	return p, check.NewRunner(env(n))
}

// readCustomers reads the customers; heard hears of the phases.
func readCustomers(ctx context.Context, r *check.Runner, heard func(run.Phase)) (run.CheckResult, error) {
	return r.Run(ctx, check.Request{Check: "rackbeat.registers", Mode: run.Rehearsal, Inputs: changed("rackbeat.registers", "registers", flows.Value([]string{"customers"}))}, heard)
}

func TestRegisterIsReadPageByPage(t *testing.T) {
	_, r := registersAt(t, 130)
	var pages []string
	got, err := readCustomers(t.Context(), r, func(p run.Phase) {
		if p.Status == check.Running {
			pages = append(pages, english(p.Message))
		}
	})
	last := len(got.Phases) - 1
	if err != nil || got.Status != check.Passed || english(got.Phases[last].Message) != "Customers: 130 rows on 7 pages." {
		t.Errorf("%+v, %v", got, err)
	}
	if len(pages) != 7 || pages[1] != "Customers: page 2, 40 rows so far" {
		t.Errorf("%q", pages)
	}
	holdNamed(t, "rackbeat.registers", &got)
}

func TestRegisterWaitsWhenAsked(t *testing.T) {
	p, r := registersAt(t, 50)
	if err := p.Switch("rackbeat.registers", "page-429-once"); err != nil {
		t.Fatal(err)
	}
	waited := false
	got, err := readCustomers(t.Context(), r, func(p run.Phase) {
		waited = waited || english(p.Message) == "Rackbeat asks to wait 1 second"
	})
	if err != nil || got.Status != check.Passed || !waited || !strings.Contains(english(got.Message), "50 rows") {
		t.Errorf("waited %t: %+v, %v", waited, got, err)
	}
}

func TestRegisterEndsInTheMiddleOfAWait(t *testing.T) {
	p, r := registersAt(t, 50)
	if err := p.Switch("rackbeat.registers", "page-429-once"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := readCustomers(ctx, r, func(p run.Phase) {
		if p.Message.Key() == "check.register_waits" {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestRegisterGoesOnWhereItWas reads twice: the first reading is cancelled in
// the middle, or its connection is cut again and again.
func TestRegisterGoesOnWhereItWas(t *testing.T) {
	for _, fault := range []string{"", "page-reset"} {
		p, r := registersAt(t, 100)
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		pages := 0
		if _, err := readCustomers(ctx, r, func(ph run.Phase) {
			if ph.Status != check.Running {
				return
			}
			if pages++; pages == 3 {
				if fault == "" {
					cancel()
				} else if err := p.Switch("rackbeat.registers", fault); err != nil {
					t.Error(err)
				}
			}
		}); (err != nil) != (fault == "") {
			t.Fatal(err)
		}
		if err := p.Switch("rackbeat.registers"); err != nil {
			t.Fatal(err)
		}
		var told []string
		got, err := readCustomers(t.Context(), r, func(ph run.Phase) {
			if ph.Status == check.Running {
				told = append(told, english(ph.Message))
			}
		})
		if err != nil || got.Status != check.Passed || !strings.Contains(english(got.Message), "100 rows") {
			t.Errorf("%s: %+v, %v", fault, got, err)
		}
		// The first page is asked again, then come the fourth and the fifth.
		want := []string{"Customers: page 3, 60 rows so far", "Customers: page 4, 80 rows so far", "Customers: page 5, 100 rows so far"}
		if !slices.Equal(told, want) {
			t.Errorf("%s: %q", fault, told)
		}
	}
}

// TestTwoHundredPagesInFlatMemory holds that a page is gone when its cards are
// taken.
func TestTwoHundredPagesInFlatMemory(t *testing.T) {
	_, r := registersAt(t, 4000)
	var m runtime.MemStats
	heap := func() uint64 {
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	pages, early, late := 0, uint64(0), uint64(0)
	got, err := readCustomers(t.Context(), r, func(ph run.Phase) {
		if ph.Status == check.Running {
			switch pages++; pages {
			case 20:
				early = heap()
			case 199:
				late = heap()
			}
		}
	})
	if err != nil || got.Status != check.Passed || pages != 200 || len(got.Phases) > 20 {
		t.Fatalf("%d pages, %+v, %v", pages, got, err)
	}
	if grown := int(late) - int(early); grown > 3600*500 { //nolint:gosec // small
		t.Errorf("3,600 rows took %d bytes", grown)
	}
}
