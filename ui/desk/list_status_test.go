package desk

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/theme"
)

// TestTheStatusSaysWhatMatters, in full where there is room; a name is cut for the
// day, and the day alone is left where not even the beginning of it fits.
func TestTheStatusSaysWhatMatters(t *testing.T) {
	r := newRig(t)
	day := func(days int) *time.Time { at := r.at.AddDate(0, 0, days); return &at }
	failed := flows.Msg("news.failed", "item", "Is the address the same?")
	for _, c := range []struct {
		h    run.Header
		w    int
		want string
	}{
		{run.Header{Status: run.StatusOpen}, 0, "today"},
		{run.Header{Status: run.StatusOpen, News: failed}, 0, "failed: Is the address the same?"},
		{run.Header{Status: run.StatusOpen, News: failed}, 19, "failed: Is the add…"},
		{run.Header{Status: run.StatusWaiting, WaitsFor: "Sage", WaitsSince: day(-5)}, 20, "Sage, since 16 Nov"},
		{run.Header{Status: run.StatusWaiting, WaitsFor: "Sage", WaitsSince: day(-5), Due: day(3)}, 0, "Sage, since 16 Nov, until 24 Nov"},
		{run.Header{Status: run.StatusWaiting, WaitsFor: "Sage", WaitsSince: day(-5), Due: day(3)}, 20, "Sage, since 16 Nov"},
		{run.Header{Status: run.StatusWaiting, WaitsFor: "Sage Order Management", WaitsSince: day(-1)}, 28, "Sage Order…, since yesterday"},
		{run.Header{Status: run.StatusWaiting, WaitsFor: "Sage Order Management", WaitsSince: day(-1)}, 19, "since yesterday"},
		{run.Header{Status: run.StatusWaiting, Why: "Sage"}, 0, "Sage"},
		{run.Header{Status: run.StatusWaiting, WaitsFor: "Sage", Due: day(0), News: failed}, 0, "Sage, due today 10:00"},
		{run.Header{Status: run.StatusOpen, WaitsFor: "Sa\x1b[2Jge", Due: day(-1)}, 0, "Sage, due yesterday 10:00"},
		{run.Header{Status: run.StatusAbandoned, Why: "The customer left."}, 0, "given up today"},
		{run.Header{Status: run.StatusOpen, Mode: run.Rehearsal, News: failed}, 22, "REHEARSAL · failed: I…"},
	} {
		c.h.Changed = r.at
		got := ansi.Strip(r.m.list.status(&c.h, c.w))
		if got != c.want || c.w > 0 && theme.Width(got) > c.w {
			t.Errorf("in %d columns of %+v: %q, want %q", c.w, c.h, got, c.want)
		}
	}
}

// TestOthersSeeNothingOfTheStatus who is waited for by another customer, nor what
// failed.
func TestOthersSeeNothingOfTheStatus(t *testing.T) {
	r := newRig(t)
	titled(r, [2]string{"Muster GmbH", "TecCom import"}, [2]string{"Beispiel Oy", "TecCom export"})
	rows := r.m.list.sections[0].rows
	rows[0].News = flows.Msg("news.failed", "item", "the inner check")
	rows[1].WaitsFor, rows[1].WaitsSince = "the inner circle", &r.at
	r.shows("inner check", "inner circle").keys("f3")
	if strings.Contains(r.screen(), "inner") {
		t.Errorf("others see\n%s", r.screen())
	}
}
