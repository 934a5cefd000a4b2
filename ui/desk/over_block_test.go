package desk

import (
	"context"
	"strings"
	"testing"

	"lotse/flows/run"
)

const pastedBlock = "Dear captain,\nShip:  Aurora\u200b\nAddress = captain@example.org\nLocker key: hush-hush \nArrival: 31.2.\n"

func TestABlockIsSplitAfterALook(t *testing.T) {
	r := begun(t).keys("enter")
	r.paste(pastedBlock)
	r.shows("answers for 4 fields", "Ship", "Aurora", "captain@example.org", "(masked)", "invisible", "no such day", "Left out", "Dear captain").hides("hush")
	if r.value("papers", "ship") != nil {
		t.Fatal("something was taken before the look")
	}
	r.keys("enter")
	if r.value("papers", "ship") != nil {
		t.Fatal("a key that was typed ahead took the block")
	}
	r.wait().keys("enter")
	if r.m.over != nil || r.value("papers", "ship") != "Aurora" || r.value("papers", "berth_mail") != "captain@example.org" {
		t.Fatalf("ship is %v: %s\n%s", r.value("papers", "ship"), r.m.status.text, r.screen())
	}
	iv := r.m.page.View().Step("papers").Item("locker")
	if !iv.Set {
		t.Fatal("the secret was not sealed")
	}
	sealed, err := r.a.Secret(context.Background(), iv.SecretID)
	if err != nil {
		t.Fatal(err)
	}
	if secret, err := r.a.Vault().Open(context.Background(), run.Rehearsal, sealed); err != nil || string(secret.Reveal()) != "hush-hush" {
		t.Errorf("sealed was %q, %v", secret.Reveal(), err)
	}
	if p := r.m.page.View().Step("papers").Item("arrival").Problems; len(p) == 0 || p[0].Code != "no_such_day" {
		t.Errorf("the impossible day has the problems %v", p)
	}
	if strings.Contains(strings.Join(r.log(), ""), "hush") {
		t.Error("the secret is in an event")
	}
	r.shows("4 answers taken")
}

func TestABlockLeftIsText(t *testing.T) {
	r := begun(t).keys("enter")
	r.paste("Ship: Aurora\nAddress: captain@example.org").wait().keys("esc")
	r.shows("Nothing was pasted")
	if s := r.m.page.widget.Value(); s != "" {
		t.Errorf("a field of one line took %q", s)
	}
	r.paste("Ship: Aurora Address: captain@example.org").wait().keys("esc")
	if s := r.m.page.widget.Value(); s != "Ship: Aurora Address: captain@example.org" {
		t.Errorf("the field has %q", s)
	}
	r.focus("remarks")
	r.paste("Ship: Aurora\nAddress: captain@example.org").wait().keys("esc", "tab")
	if got := r.value("papers", "remarks"); got != "Ship: Aurora\nAddress: captain@example.org" {
		t.Errorf("remarks are %q", got)
	}
	r.focus("remarks")
	r.paste("\nCargo comes on Monday.\nCall: the office")
	if r.m.over != nil {
		t.Error("an ordinary text is offered as a block")
	}
}

// Without a key for secrets the block waits for its passphrase, and is taken
// whole afterwards.
func TestABlockWithASecretMakesTheKeyFirst(t *testing.T) {
	r := newRig(t)
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	r.keys("enter").paste(pastedBlock).wait().keys("enter")
	r.shows("A place for secrets")
	if r.value("papers", "ship") != nil {
		t.Fatal("half of the block was taken")
	}
	r.wait().keys("'passphrase'", "enter", "'passphrase'", "enter")
	if r.value("papers", "ship") != "Aurora" || !r.m.page.View().Step("papers").Item("locker").Set {
		t.Errorf("ship is %v: %s\n%s", r.value("papers", "ship"), r.m.status.text, r.screen())
	}
}
