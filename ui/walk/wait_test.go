package walk

import (
	"slices"
	"testing"
	"time"

	"lotse/flows"
)

// TestADayToLookAgainInDoubt is asked about, once: what is over, and what is years
// away.
func TestADayToLookAgainInDoubt(t *testing.T) {
	now := time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
	at := func(year int, month time.Month, day, hour int) time.Time {
		return time.Date(year, month, day, hour, 0, 0, 0, time.UTC)
	}
	for _, tt := range []struct {
		until time.Time
		want  string
	}{
		{at(2026, 11, 20, 8), "dialogue.wait_past"},
		{at(2025, 11, 24, 8), "dialogue.wait_past"},
		{at(1926, 11, 24, 8), "dialogue.wait_past"},
		{at(2026, 11, 20, 23), "dialogue.wait_past"},
		{at(2026, 11, 21, 9), "dialogue.wait_hour_past"},
		{at(2126, 11, 24, 8), "dialogue.wait_far"},
		{at(2028, 1, 1, 8), "dialogue.wait_far"},
		{at(9999, 12, 31, 8), "dialogue.wait_far"},
		{flows.Morning(now), ""}, // today
		{at(2026, 11, 21, 10), ""},
		{at(2026, 11, 22, 8), ""},
		{at(2027, 1, 4, 8), ""},
		{at(2027, 11, 21, 8), ""},
	} {
		if got := WaitWarning(tt.until, now).Code; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.until, got, tt.want)
		}
	}
}

// TestWhoGivesADayInDoubtOnceMoreMeansIt: the same day of the same wait, and no
// other.
func TestWhoGivesADayInDoubtOnceMoreMeansIt(t *testing.T) {
	for name, by := range map[string]int{"over": -1, "far": 400 * 100} {
		r := newRig(t, lines(), 1)
		wait, day := flows.At("office.answer"), r.now.AddDate(0, 0, by)
		doubt := []string{"dialogue.wait_doubt"}
		if turn := r.WaitUntil(wait, day, ""); !turn.Bad || !slices.Equal(codes(turn), doubt) {
			t.Errorf("%s: %v", name, codes(turn))
		}
		if turn := r.WaitUntil(wait, day.AddDate(0, 0, by), ""); !slices.Equal(codes(turn), doubt) {
			t.Errorf("%s: another day is taken: %v", name, codes(turn))
		}
		if r.ItemAt(wait).Until != nil {
			t.Fatalf("%s: it is on record", name)
		}
		turn := r.WaitUntil(wait, day.AddDate(0, 0, by), "")
		if turn.Bad || r.ItemAt(wait).Until == nil {
			t.Errorf("%s: given once more it tells %v", name, codes(turn))
		}
		if turn := r.WaitUntil(wait, day, ""); !slices.Equal(codes(turn), doubt) {
			t.Errorf("%s: the next is not asked about: %v", name, codes(turn))
		}
	}
}
