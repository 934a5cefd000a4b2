package desk

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/copying"
)

// providerValues are what TechData sends, and what is made of it.
var providerValues = []run.Command{
	run.Answer{At: flows.At("values_there"), Value: "some"},
	run.Answer{At: flows.At("provider_name"), Value: "TechData DE"},
	run.Answer{At: flows.At("client_id"), Value: "muster_client_01"},
	run.Answer{At: flows.At("end_point_url"), Value: "https://login.example.eu/token"},
	run.Answer{At: flows.At("techdata_soin"), Value: "1234"},
	run.Answer{At: flows.At("currency_code"), Value: "EUR"},
	run.Answer{At: flows.At("api_end_point_url"), Value: "https://api.example.eu/v1"},
	run.Answer{At: flows.At("reseller_relationship_url"), Value: "https://admin.microsoft.com/Adminportal/Home?invType=1"},
}

// pasted is what is copied for the form of the provider, in its order; the secret
// is the canary.
var pasted = []string{
	"TechData DE", "Providers.TechDataCspProvider", "muster_client_01", canary, "https://login.example.eu/token", "1234", "EUR",
	"https://api.example.eu/v1", "https://admin.microsoft.com/Adminportal/Home?invType=1",
}

// provider is a rig at the form of the provider, with all nine values there.
func provider(t *testing.T) (*rig, board) {
	t.Helper()
	r := library(t, "techdata-work365")
	b := r.onDisplay(t)
	for _, c := range append(slices.Clone(providerValues),
		run.Answer{At: flows.At("provider_is_techdata"), Value: "yes"}, run.Answer{At: flows.At("credential_kind"), Value: "soin"},
		run.Answer{At: flows.At("work365_version"), Value: "3_5_or_later"}) {
		if _, err := r.m.page.s.Do(true, c); err != nil {
			t.Fatal(err)
		}
	}
	r.refresh()
	r.goTo("values")
	r.focus("client_secret")
	r.keys("'"+canary+"'", "enter")
	r.goTo("provider")
	r.focus("form_open")
	return r, b
}

// hears presses a key, counts it, and notes what comes to the clipboard.
func (r *rig) hears(b board, key string, n *int, heard *[]string) {
	*n++
	before := b.text()
	r.wait().keys(key)
	if now := b.text(); now != before {
		*heard = append(*heard, now)
	}
}

// TestTheCopyRunSavesKeys: TechData's nine values by hand, with c and tab, and by
// the copy run, at least a third fewer. Both begin at the task before the values
// and end at the one behind them.
func TestTheCopyRunSavesKeys(t *testing.T) {
	byHand, run := 0, 0
	var first, second []string
	r, b := provider(t)
	r.hears(b, "tab", &byHand, &first)
	for range pasted {
		r.hears(b, "c", &byHand, &first)
		r.hears(b, "tab", &byHand, &first)
	}
	if at := r.m.page.At().Item; at != "saved" {
		t.Fatalf("by hand it ends at %s", at)
	}
	r, b = provider(t)
	r.hears(b, "f7", &run, &second)
	r.shows("Copy run: 0 of 9 pasted").hides("hunter2")
	for range pasted {
		r.hears(b, "enter", &run, &second)
		r.hides("hunter2")
	}
	r.hears(b, "enter", &run, &second)
	if at := r.m.page.At().Item; at != "saved" || r.m.over != nil {
		t.Fatalf("the copy run ends at %s, over it lies %T", at, r.m.over)
	}
	if !slices.Equal(first, pasted) || !slices.Equal(second, pasted) {
		t.Errorf("by hand: %q\ncopy run: %q", first, second)
	}
	t.Logf("%d keys by hand, %d with the copy run", byHand, run)
	if 3*run > 2*byHand {
		t.Errorf("%d keys instead of %d", run, byHand)
	}
	r.keys("f7").shows("Copy run: 9 of 9 pasted")
}

// TestWhatIsDoubtfulIsMarkedInTheCopyRun, by its words.
func TestWhatIsDoubtfulIsMarkedInTheCopyRun(t *testing.T) {
	r, _ := provider(t)
	r.keys("y").shows("! TechData SOIN: Not 40 hexadecimal digits")
}

// TestTheCopyRunGoesOnWhereItWas: ticks stay when the room is left, and the run.
func TestTheCopyRunGoesOnWhereItWas(t *testing.T) {
	r, _ := provider(t)
	r.keys("f7", "enter", "enter", "enter", "esc").hides("Copy run:")
	n := len(r.log())
	r.keys("f7").shows("Copy run: 2 of 9 pasted", "› ○ User Name")
	r.keys("esc", "esc", "esc")
	if r.m.page != nil {
		t.Fatal("the run is still open")
	}
	r.wait().keys("enter")
	r.goTo("provider")
	r.keys("f7").shows("Copy run: 2 of 9 pasted")
	if len(r.log()) != n {
		t.Errorf("that a value was pasted is in the log: %v", r.log()[n:])
	}
}

// TestTheCopyRunAsksForThePassphraseOverItself, and comes back when it was given,
// or not.
func TestTheCopyRunAsksForThePassphraseOverItself(t *testing.T) {
	r := locked(t)
	b := r.onDisplay(t)
	r.keptSecret()
	r.keys("esc", "f7").shows("› ○ Locker key")
	r.wait().keys("enter").shows("The key is locked").hides("Copy run:")
	r.keys("esc").shows("Copy run: 0 of 2 pasted", "› ○ Locker key")
	r.wait().keys("enter", "'wrong'", "enter")
	r.wait().keys("'"+passphrase+"'", "enter").shows("● Locker key", "Copied with xclip; cleared in 45 seconds.").hides("hunter2", passphrase)
	if b.text() != canary {
		t.Errorf("the clipboard holds %q", b.text())
	}
	r.recorded(run.SecretCopied)
	after[loanOverMsg](r)
	if b.text() != "" {
		t.Errorf("the clipboard still holds %q", b.text())
	}
}

// TestWithoutAClipboardTheValueStandsAlone, and the mouse selects it; a terminal
// that says it takes what is copied is taken at its word.
func TestWithoutAClipboardTheValueStandsAlone(t *testing.T) {
	r, _ := provider(t)
	r.m.cfg.Tools, r.m.mouse = nil, true
	asked := func() int {
		n := 0
		for _, msg := range r.said {
			if _, raw := msg.(tea.RawMsg); raw {
				n++
			}
		}
		return n
	}
	r.keys("f7")
	if asked() != 1 {
		t.Errorf("the terminal was asked %d times", asked())
	}
	r.keys("enter").shows("It is not certain that it came to a clipboard")
	var line string
	for l := range strings.SplitSeq(r.screen(), "\n") {
		if strings.Contains(l, "TechData DE") && !strings.Contains(l, "Lotse") {
			line = l
		}
	}
	if strings.TrimRight(line, " ") != "TechData DE" {
		t.Errorf("beside the value stands something: %q\n%s", line, r.screen())
	}
	if r.m.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse cannot select")
	}
	r.keys("enter", "enter")
	r.wait().keys("enter").shows("Copy run:").hides("hunter2") // the secret
	if r.m.View().MouseMode == tea.MouseModeNone {
		t.Error("the mouse stays off")
	}
	r.send(uv.PrimaryDeviceAttributesEvent{62, 22})
	r.keys("enter")
	if !isAlone(r.m.over) {
		t.Error("a terminal that does not take it was believed")
	}
	r.send(uv.PrimaryDeviceAttributesEvent{62, 22, 52})
	r.keys("enter")
	if isAlone(r.m.over) {
		t.Error("a terminal that takes it was not believed")
	}
}

// TestAPageWithoutValuesHasNoCopyRun.
func TestAPageWithoutValuesHasNoCopyRun(t *testing.T) {
	r := begun(t)
	r.goTo("crew")
	r.keys("f7").shows("Nothing on this page is entered somewhere else.")
	if _, open := r.m.over.(*copying.Over); open {
		t.Error("the room is open")
	}
}
