package desk

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/storage/vault"
	"lotse/ui/field"
)

// noKeychain is a machine without a keychain.
func noKeychain() vault.Keychain { return absent{} }

type absent struct{}

var errAbsent = errors.New("no keychain here")

func (absent) Answers() error             { return errAbsent }
func (absent) Locked() bool               { return false }
func (absent) Get(string) (string, error) { return "", errAbsent }
func (absent) Set(string, string) error   { return errAbsent }
func (absent) Delete(string) error        { return errAbsent }

func TestAPageIsWalkedByEnterAlone(t *testing.T) {
	r := begun(t)
	r.keys("enter")                           // the form to copy
	r.keys("'Aurora'", "enter")               // ship
	r.keys("enter")                           // address: optional
	r.keys("down", "enter")                   // cargo: oil
	r.keys("space", "down", "space", "enter") // flags
	r.keys("'+3d'", "enter")                  // arrival
	r.keys("'one'", "enter", "'two'", "tab")  // remarks: enter makes a line
	r.keys("'s3cret'", "enter")               // locker
	r.keys("enter")                           // signed, and the step is done
	if r.m.page.At().Step != "crew" {
		t.Fatalf("on step %q: %s\n%s", r.m.page.At().Step, r.m.status.text, r.screen())
	}
	for item, want := range map[string]any{
		"ship": "Aurora", "cargo": "oil", "flags": []string{"yellow", "red"}, "arrival": "2026-11-24", "remarks": "one\ntwo",
	} {
		if got := r.value("papers", item); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %#v, want %#v", item, got, want)
		}
	}
	if !r.m.page.View().Step("papers").Item("locker").Set {
		t.Error("the secret was not sealed")
	}
	for _, line := range r.log() {
		if strings.Contains(line, "s3cret") {
			t.Errorf("the secret is in an event: %s", line)
		}
	}
}

func TestTypeAheadLandsWhereItBelongs(t *testing.T) {
	r := newRig(t)
	var typed []tea.Msg
	add := func(names ...string) {
		for _, k := range names {
			if s, ok := strings.CutPrefix(k, "'"); ok {
				for _, ch := range strings.TrimSuffix(s, "'") {
					typed = append(typed, tea.KeyPressMsg{Code: ch, Text: string(ch)})
				}
				continue
			}
			typed = append(typed, keyOf(k))
		}
	}
	add("enter", "'Aurora-of-the-long-northern-voyage'", "enter", "'captain@example.org'", "tab", "3", "tab", "'24.12.'", "enter")
	add("'first-line-of-the-remarks'", "enter", "'second'", "tab", "'key-of-the-locker-with-many-letters'", "enter", "'12'", "enter", "enter")
	add("'4711'", "enter", "2", "'Galley-one'", "enter", "enter", "'4712'", "tab", "tab", "tab", "'4713'", "enter", "tab", "enter", "enter")
	if len(typed) < 170 {
		t.Fatalf("only %d keys are typed ahead", len(typed))
	}
	// All of it is typed before the run is even open.
	_, open := r.m.Update(nil)
	r.do(open)
	cmd := r.m.start("harbour", "Muster GmbH", run.Rehearsal)
	for _, msg := range typed {
		r.send(msg)
	}
	r.do(cmd)
	for item, want := range map[string]any{
		"ship": "Aurora-of-the-long-northern-voyage", "berth_mail": "captain@example.org", "cargo": "people",
		"arrival": "2026-12-24", "remarks": "first-line-of-the-remarks\nsecond", "beds": 12.0,
	} {
		if got := r.value("papers", item); !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %#v, want %#v", item, got, want)
		}
	}
	rows := r.m.page.View().Step("crew").Item("people").Rows
	if len(rows) != 3 {
		t.Fatalf("%d rows\n%s", len(rows), r.screen())
	}
	if rows[0].Values["galley"] != "Galley-one" || rows[0].Values["aboard"] != true || rows[1].Values["badge"] != "4712" || rows[2].Values["badge"] != "4713" {
		t.Errorf("rows are %v", rows)
	}
}

func TestTheListWritesWhatCommandsWrite(t *testing.T) {
	r := begun(t)
	r.fill()
	n := len(r.log())
	r.keys("'4711'", "enter", "2", "'Aft'", "enter", "enter")
	var kinds []string
	for _, e := range r.log()[n:] {
		kinds = append(kinds, strings.Fields(e)[0])
	}
	want := []string{"row_added", "cell", "cell", "cell", "ticked"}
	if !slices.Equal(kinds, want) {
		t.Errorf("events are %v, want %v", kinds, want)
	}
	r.shows("new person")
	r.keys("enter") // the untouched row goes, and so does the page
	if r.m.page.At().Step != "berth" {
		t.Errorf("on step %q, want berth: %s", r.m.page.At().Step, r.m.status.text)
	}
	if got := len(r.m.page.View().Step("crew").Item("people").Rows); got != 1 {
		t.Errorf("%d rows, want 1", got)
	}
}

// fill answers what the first step needs and completes it.
func (r *rig) fill() *rig {
	r.t.Helper()
	r.keys("enter", "'Aurora'", "enter", "enter", "1", "enter", "enter", "tab", "enter", "enter")
	if r.m.page.At().Step != "crew" {
		r.t.Fatalf("the first step is not done: %s\n%s", r.m.status.text, r.screen())
	}
	return r
}

func TestRowsAreAddedMovedAndRemoved(t *testing.T) {
	r := begun(t).fill()
	r.keys("'1'", "tab", "tab", "enter", "'2'", "enter", "tab", "enter", "enter", "alt+left", "down", "ctrl+x")

	rows := r.m.page.View().Step("crew").Item("people").Rows
	if len(rows) != 1 || rows[0].Values["badge"] != "1" {
		t.Fatalf("after ctrl+x: %v\n%s", rows, r.screen())
	}
	r.keys("ctrl+z")
	if rows = r.m.page.View().Step("crew").Item("people").Rows; len(rows) != 2 {
		t.Fatalf("undo did not bring the row back: %v", rows)
	}
	r.keys("ctrl+n", "'3'", "enter")
	rows = r.m.page.View().Step("crew").Item("people").Rows
	var badges []string
	for _, row := range rows {
		badges = append(badges, field.Format(row.Values["badge"]))
	}
	if len(badges) != 3 {
		t.Errorf("rows are %v", badges)
	}
}

// Moving off the end of a list that ends a page leaves the step open: only
// enter completes it.
func TestOnlyEnterCompletesAStepFromItsList(t *testing.T) {
	r := begun(t).fill()
	r.keys("'1'", "enter", "enter", "enter", "enter") // the row, then the untouched one goes, and the step is done
	if r.m.page.At().Step != "berth" {
		t.Fatalf("on step %q: %s", r.m.page.At().Step, r.m.status.text)
	}
	r.keys("alt+left", "'2'", "enter")
	for _, k := range []string{"down", "down", "down", "tab", "esc", "down", "down"} {
		r.keys(k)
		if got := r.m.page.View().Step("crew").State; got == run.Done && r.m.page.At().Step != "crew" {
			t.Fatalf("%s completed the step\n%s", k, r.screen())
		}
	}
	r.goTo("crew")
	n := len(r.log())
	r.keys("down", "down", "down", "down")
	for _, e := range r.log()[n:] {
		if strings.HasPrefix(e, "done") {
			t.Fatalf("a down key completed the step: %s", e)
		}
	}
}

func TestManyRowsArePasted(t *testing.T) {
	r := begun(t).fill()
	r.paste("11\tcook\n12\tmate\r\n13\n")
	rows := r.m.page.View().Step("crew").Item("people").Rows
	if len(rows) != 3 || rows[0].Values["rank"] != "cook" || rows[2].Values["badge"] != "13" {
		t.Errorf("rows are %v\n%s", rows, r.screen())
	}
}

func TestAPasteLandsInOneFieldOnce(t *testing.T) {
	r := begun(t)
	r.keys("enter").paste("  Aurora\u200b\r\n").keys("enter")
	if got := r.value("papers", "ship"); got != "Aurora" {
		t.Errorf("ship is %q", got)
	}
	if r.m.page.At().Item != "berth_mail" {
		t.Errorf("focus is on %s", r.m.page.At().Item)
	}
	r.shows("Ship", "Aurora")
	found := slices.ContainsFunc(r.m.page.View().Step("papers").Item("ship").Problems, func(p run.ProblemView) bool { return p.Code == "normalised" })
	if !found {
		t.Error("nothing says what was removed")
	}
}

func TestAPasteThatIsTooLongIsRefusedWithItsLimit(t *testing.T) {
	r := begun(t).keys("enter")
	r.paste(strings.Repeat("x", 70<<10))
	if !strings.Contains(r.m.status.text, "64 KiB") {
		t.Errorf("the status says %q", r.m.status.text)
	}
	r.keys("enter")
	if got := r.value("papers", "ship"); got != nil {
		t.Errorf("something was taken: %d bytes", len(field.Format(got)))
	}
}

func TestWhatHoldsTheStepGetsTheFocus(t *testing.T) {
	r := begun(t).keys("ctrl+s")
	if r.m.page.At().Step != "papers" || r.m.page.At().Item != "ship" {
		t.Errorf("on %s.%s", r.m.page.At().Step, r.m.page.At().Item)
	}
	if !r.m.status.bad || !strings.Contains(r.m.status.text, "Ship") {
		t.Errorf("the status says %q", r.m.status.text)
	}
}

func TestMovingUsesTheAnswerAndEscKeepsTheTyping(t *testing.T) {
	r := begun(t).keys("enter", "'Auro'", "esc")
	if got := r.value("papers", "ship"); got != nil {
		t.Fatalf("esc took %q", got)
	}
	r.shows("typed, not taken yet")
	r.keys("enter", "'ra'", "down")
	if got := r.value("papers", "ship"); got != "Aurora" {
		t.Errorf("ship is %q", got)
	}
	r.keys("up", "backspace", "backspace", "tab")
	if got := r.value("papers", "ship"); got != "Auro" {
		t.Errorf("ship is %q", got)
	}
}

// TestTypingIsKeptSoon: within 0.3 s after a key, and one write for all keys of
// that time.
func TestTypingIsKeptSoon(t *testing.T) {
	r := begun(t)
	var waits []time.Duration
	tick := r.m.tick
	r.m.tick = func(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		if _, save := f(r.at).(saveTickMsg); save {
			waits = append(waits, d)
		}
		return tick(d, f)
	}
	r.keys("enter", "'Aurora'")
	if len(waits) != 1 || waits[0] > 300*time.Millisecond {
		t.Fatalf("six keys are saved after %v", waits)
	}
	r.send(saveTickMsg{})
	r.keys("'I'")
	if len(waits) != 2 {
		t.Errorf("the next key is saved after %v", waits)
	}
}

func TestTypingIsKeptUnsavedAndComesBack(t *testing.T) {
	r := begun(t).keys("enter", "'Auro'")
	r.send(saveTickMsg{})
	list, err := r.a.Unsaved(context.Background(), r.m.page.s.ID())
	if err != nil || len(list) != 1 || list[0].Text != "Auro" {
		t.Fatalf("kept %v, %v", list, err)
	}
	id := r.m.page.s.ID()
	cfg := r.m.cfg
	cfg.Run = id
	r.start(cfg) // as after a kill: nothing was submitted
	r.shows("Auro")
	r.keys("'ra'", "enter")
	if got := r.value("papers", "ship"); got != "Aurora" {
		t.Errorf("ship is %q", got)
	}
	if list, _ = r.a.Unsaved(context.Background(), id); len(list) != 0 {
		t.Errorf("what became an answer is still kept: %v", list)
	}
}

func TestLeavingKeepsTheTyping(t *testing.T) {
	for name, leave := range map[string]tea.Msg{"ctrl+c": keyOf("ctrl+c"), "signal": leaveMsg{}} {
		t.Run(name, func(t *testing.T) {
			r := begun(t).keys("enter", "'Auro'")
			r.send(leave)
			if !r.quit || r.m.code != codeInterrupted {
				t.Fatalf("quit %v, code %d", r.quit, r.m.code)
			}
			list, err := r.a.Unsaved(context.Background(), r.m.last.ID)
			if err != nil || len(list) != 1 || list[0].Text != "Auro" {
				t.Errorf("kept %v, %v", list, err)
			}
			lines := strings.Join(r.m.farewell(), "\n")
			if !strings.Contains(lines, "lotse resume "+r.m.last.ID) || !strings.Contains(lines, "0 of 4") {
				t.Errorf("the last words are %q", lines)
			}
		})
	}
}

func TestUnsavedSecretsAreSealed(t *testing.T) {
	r := begun(t)
	r.focus("locker")
	r.keys("'hush-hush'", "esc")
	list, err := r.a.Unsaved(context.Background(), r.m.page.s.ID())
	if err != nil || len(list) != 1 {
		t.Fatalf("kept %v, %v", list, err)
	}
	if list[0].Text != "" || len(list[0].Blob) == 0 || strings.Contains(string(list[0].Blob), "hush") {
		t.Errorf("kept in clear: %q %q", list[0].Text, list[0].Blob)
	}
}

func TestASecretIsSealedAsItWasGiven(t *testing.T) {
	r := begun(t)
	r.focus("locker")
	r.paste(" hush-hush\r\n").keys("enter")
	if !strings.Contains(r.m.status.text, "spaces at the ends") {
		t.Errorf("the status says %q", r.m.status.text)
	}
	sealed, err := r.a.Secret(context.Background(), r.m.page.View().Step("papers").Item("locker").SecretID)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := r.a.Vault().Open(context.Background(), run.Rehearsal, sealed)
	if err != nil || string(secret.Reveal()) != "hush-hush" {
		t.Errorf("sealed was %q, %v", secret.Reveal(), err)
	}
}
