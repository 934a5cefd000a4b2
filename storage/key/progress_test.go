package key_test

import (
	"errors"
	"reflect"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// TestProgress reads what this version writes, what older ones wrote and what a
// newer one may, and refuses what none does.
func TestProgress(t *testing.T) {
	three, none := 3, 0
	seven := run.Progress{Done: 1, Open: 2, Waiting: 3, Blocked: 4, Stale: 5, Skipped: 6, NotNeeded: 7}
	with := func(n *int) run.Progress { p := seven; p.Warnings = n; return p }
	for text, want := range map[string]run.Progress{
		"1 2 3 4 5 6 7":     with(nil), // not counted yet
		"1 2 3 4 5 6 7 0":   with(&none),
		"1 2 3 4 5 6 7 3":   with(&three),
		"1 2 3 4 5 6 7 3 9": with(&three),
	} {
		got, err := key.DecodeProgress(text)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %+v, %v", text, got, err)
		}
		if wrote := key.EncodeProgress(want); len(text) < len("1 2 3 4 5 6 7 3 9") && wrote != text {
			t.Errorf("%+v is written as %q, want %q", want, wrote, text)
		}
		if got.All() != 28 {
			t.Errorf("%q: warnings stand in the sum of the steps, %d", text, got.All())
		}
	}
	for _, text := range []string{"", "1 2 3 4 5 6", "1 2 3 4 5 6 x", "1 2 3 4 5 6 7 x", "1 2 3 4 5 6 7  ", "a"} {
		if got, err := key.DecodeProgress(text); !errors.Is(err, flows.ErrDamaged) {
			t.Errorf("%q is read as %+v, %v", text, got, err)
		}
	}
}

// TestNews reads what is written, and refuses what is not.
func TestNews(t *testing.T) {
	for _, want := range []flows.Message{{}, flows.Msg("news.failed", "item", "Is it \x1b[2J equal?")} {
		text, err := key.EncodeNews(want)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := key.DecodeNews(text); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %+v, %v", text, got, err)
		}
	}
	if got, err := key.DecodeNews("{"); !errors.Is(err, flows.ErrDamaged) {
		t.Errorf("half of a message is read as %+v, %v", got, err)
	}
}
