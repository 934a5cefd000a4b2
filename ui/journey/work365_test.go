//go:build unix

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// booked is a consultant on a call that was booked: the TechData provider in Work
// 365, with the screen shared.
type booked struct{ agent }

// TestBookedCall plays the call of a consultant minute by minute: values that are
// missing, a provider that is created by copying, a verification that fails, what can
// be done meanwhile, an answer that was wrong, and a wait until the next day.
func TestBookedCall(t *testing.T) {
	t.Parallel()
	b := newBooked(t)
	for _, part := range []struct {
		minute string
		play   func(*booked)
	}{
		{"-5: what is due today", (*booked).opensTheDay},
		{"0: the link has come, and what there is to do", (*booked).asksWhatItIsAbout},
		{"2: the screen is shared", (*booked).sharesTheScreen},
		{"3: the values", (*booked).collectsTheValues},
		{"9: the secret", (*booked).sealsTheSecret},
		{"10: the provider, by the copy run", (*booked).createsTheProvider},
		{"15: it fails", (*booked).verifiesInVain},
		{"16: meanwhile, the catalogue", (*booked).looksAtTheCatalogue},
		{"25: the second try", (*booked).verifiesAgain},
		{"27: accounts that share one", (*booked).mapsTheAccounts},
		{"34: the currency was wrong", (*booked).changesTheCurrency},
		{"40: by the next day", (*booked).waitsForTheSubscriptions},
		{"42: what goes to the customer", (*booked).writesTheSummary},
		{"+1 day: due", (*booked).isDueTheNextDay},
	} {
		b.minute = part.minute
		part.play(b)
	}
}

// newBooked prepares the day: the run waits since yesterday for what TechData still
// has to send.
func newBooked(t *testing.T) *booked {
	h := keyedHouse(t)
	b := &booked{agent{h: h, board: h.clipboard(), procedure: "techdata-work365"}}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("minute %s", b.minute)
		}
	})
	var s shown
	h.read(&s, "start", b.procedure, "--customer", "Muster GmbH")
	b.run = s.Run.ID
	h.run("set", b.run, "provider_is_techdata=yes", "credential_kind=soin", "work365_version=3_5_or_later")
	h.run("done", b.run, "applies")
	h.run("set", b.run, "values_there=some", "provider_name=TechData DE", "currency_code=USD")
	h.run("done", b.run, "values")
	h.run("tick", b.run, "request.request_sent")
	h.run("wait", b.run, "request.techdata_answers", "--until", time.Now().Add(-time.Hour).Format(time.RFC3339), "--yes")
	h.run("start", "teccom-import", "--customer", "Beispiel Oy")
	return b
}

func (b *booked) opensTheDay() {
	b.opens()
	b.Wait("2 runs · 1 due", "  Today", "● Muster GmbH", "Waiting since", "TechData")
	b.Key("enter")
	b.WaitFor("the run", func(s screen) bool { return strings.Contains(s[0], "Muster GmbH · TechData") && s.saved() })
}

func (b *booked) asksWhatItIsAbout() {
	b.at("catalogue") // what can be done meanwhile
	b.jump("request", "ask techdata")
	b.walks("tab", "techdata_answers")
	b.hearsBack("The link has come by mail.")
	b.press("ctrl+o", "the outline", func(s screen) bool { return s.over() == "Outline" && s.has(b.text("step values")) })
	b.Key("esc")
	b.jump("values", "collect the val")
}

// chooses takes an option by its number, and goes on.
func (b *booked) chooses(item, number string) {
	b.t.Helper()
	b.on(item)
	b.Send(number)
	b.WaitFor("the answer, saved", func(s screen) bool { return s.saved() && !s.focused(b.text(item)) })
}

func (b *booked) sharesTheScreen() {
	b.press("f3", "that the view is shared", func(s screen) bool { return strings.Contains(s[0], "SHARED VIEW") })
	b.leaves()
	b.Wait("SHARED VIEW", "(another customer)")
	if b.Frame().has("Beispiel") {
		b.t.Errorf("another customer's name is seen:\n%s", b.Frame())
	}
	b.Key("enter")
	b.at("values")
}

func (b *booked) collectsTheValues() {
	b.walks("tab", "values_there")
	b.chooses("values_there", "1")
	b.enters("client_id", "muster_client_01 \n")
	b.Wait("Removed: spaces at the ends.")
	b.enters("end_point_url", "https://portal.example.org/")
	b.enters("techdata_soin", "4711")
	b.enters("api_end_point_url", "https://portal.example.org/")
	b.walks("tab", "reseller_relationship_url")
	b.Paste("https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=6f1c8d4e-2b7a-4c3d-9e5f-0a1b2c3d4e5f&msppId=0&DAP=false#/BillingAccounts/partner-invitation")
	b.Key("enter")
	b.WaitFor("it saved", screen.saved)
}

// enters pastes an answer, takes it and goes on.
func (b *booked) enters(item, text string) {
	b.t.Helper()
	b.walks("tab", item)
	b.Key("ctrl+u")
	b.Paste(text)
	b.Key("enter")
	b.WaitFor("it saved, and the next item", func(s screen) bool { return s.saved() && !s.focused(b.text(item)) })
}

func (b *booked) sealsTheSecret() {
	b.jump("values", "collect the val")
	b.walks("tab", "client_secret")
	b.Paste(canary)
	b.Key("enter")
	b.Wait("•  sealed")
	b.over()
	b.at("provider")
}

func (b *booked) createsTheProvider() {
	b.Wait("From 3.5: Administration › Admin Hub")
	b.press("f7", "the copy run", func(s screen) bool { return s.has("─ Copy run") || strings.Contains(s.over(), "opy") })
	b.Key("enter")
	b.copied("TechData DE")
	b.Key("enter")
	b.copied("Providers.TechDataCspProvider")
	b.press("esc", "the page", func(s screen) bool { return s.over() == "" })
	b.walks("tab", "form_open")
	b.ticks("form_open")
	b.walks("tab", "saved")
	b.ticks("saved")
	b.Key("ctrl+s")
	b.at("connectivity")
}

func (b *booked) ticks(item string) {
	b.t.Helper()
	b.on(item)
	b.Key("space")
	b.Wait("☑ " + b.text(item))
}

func (b *booked) verifiesInVain() {
	b.walks("tab", "verify_result")
	b.Send("2")
	b.on("verify_message")
	b.Paste("Unauthorized")
	b.Wait("Unauthorized")
	b.Key("tab")
	b.on("new_values")
	b.Wait("the two addresses: each in the other's field")
}

func (b *booked) looksAtTheCatalogue() {
	b.press("enter", "what can be done meanwhile", func(s screen) bool { return s.has("next try", "3 ○ Meanwhile: "+b.text("step catalogue")) })
	b.letter("3")
	b.at("catalogue")
	b.on("products")
	file := filepath.Join(b.h.dir, "catalogue.csv")
	if err := os.WriteFile(file, []byte("Product;Provider Part Number;Tech Data SKU\nMicrosoft 365 E3;0012345;SKU-1\nMicrosoft 365 E5;0012346;\n"), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.Key("ctrl+f")
	b.Wait("│ │ File")
	b.Paste(file)
	b.Key("enter")
	b.Wait("─ Rows from a file ", "rows: 2")
	b.Key("enter")
	b.WaitFor("the rows", func(s screen) bool { return s.over() == "" && s.saved() && s.has("Microsoft 365 E5", "0012346") })
}

func (b *booked) verifiesAgain() {
	b.jump("connectivity", "verify conn")
	b.walks("shift+tab", "verify_result")
	picture := filepath.Join(b.h.dir, "verified.png")
	if err := os.WriteFile(picture, []byte("\x89PNG\r\n\x1a\n"), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.chooses("verify_result", "1")
	b.press("ctrl+f", "the form for a file", func(s screen) bool { return strings.Contains(s.over(), "Attach") })
	b.Paste(picture)
	b.Key("ctrl+s")
	b.WaitFor("the page again", func(s screen) bool { return s.over() == "" && s.saved() })
	b.over()
	b.at("sync-accounts")
}

func (b *booked) mapsTheAccounts() {
	b.walks("tab", "accounts_synced")
	b.ticks("accounts_synced")
	b.walks("tab", "accounts_complete")
	b.chooses("accounts_complete", "1")
	b.enters("accounts_synced_count", "2")
	b.Key("ctrl+s")
	b.at("mapping")
	b.walks("tab", "account_map")
	b.Paste("Muster GmbH\t4711\nMuster Nord GmbH\t4711\n")
	b.Wait("CRM account: 4711 stands for two provider accounts.")
	b.walks("tab", "mapped_in_work365")
	b.ticks("mapped_in_work365")
	b.over()
	b.at("catalogue")
	b.walks("tab", "catalogue_ready")
	b.ticks("catalogue_ready")
	b.over()
	b.at("sync-subscriptions")
}

func (b *booked) changesTheCurrency() {
	b.jump("values", "collect the val")
	b.walks("tab", "currency_code")
	b.Key("ctrl+u")
	b.Send("EUR")
	b.Key("enter")
	b.Wait("─ This changes 2 things ", "look again  Create the provider in Work 365: Currency Code", "› Change it", "enter select")
	b.Key("enter")
	b.WaitFor("the page again", func(s screen) bool { return s.over() == "" && s.saved() })
	b.Key("ctrl+s")
	b.at("provider")
	b.Key("ctrl+s")
	b.at("connectivity")
	b.walks("tab", "verify_result")
	b.chooses("verify_result", "1")
	b.Key("ctrl+s")
	b.at("sync-subscriptions")
}

func (b *booked) waitsForTheSubscriptions() {
	b.chooses("sync_way", "1")
	b.on("subscriptions")
	b.waits("+1d")
}

func (b *booked) writesTheSummary() {
	b.Key("f6")
	b.Wait("─ Documents ", "c copy the summary")
	b.letter("c")
	summary := b.copied("TechData in Work 365 for Muster GmbH")
	if strings.Contains(summary, canary) {
		b.t.Error("the summary holds the secret")
	}
	b.press("esc", "the page", func(s screen) bool { return s.over() == "" })
	b.Key("ctrl+c")
	b.Exit()
}

func (b *booked) isDueTheNextDay() {
	b.h.run("wait", b.run, "sync-subscriptions.subscriptions", "--until", time.Now().Add(-time.Hour).Format(time.RFC3339), "--yes")
	b.opens()
	b.Wait("1 due", "  Today", "● Muster GmbH")
	b.Key("enter")
	b.WaitFor("the run", func(s screen) bool { return strings.Contains(s[0], "Muster GmbH · TechData") && s.saved() })
	b.jump("sync-subscriptions", "let the sub")
	b.walks("tab", "subscriptions")
	b.hearsBack("They are all there.")
	b.Key("ctrl+c")
	b.Exit()
	b.h.verify(b.run)
}
