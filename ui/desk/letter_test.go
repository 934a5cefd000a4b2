package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows/run"
)

// atLetter stands on the draft of the harbour procedure.
func (r *rig) atLetter() *rig {
	r.fill()
	r.goTo("berth")
	r.focus("letter")
	return r
}

// clear takes back what is typed.
func (r *rig) clear(typed string) *rig {
	for range typed {
		r.keys("backspace")
	}
	return r
}

func (r *rig) letter() *run.ItemView { return r.m.page.View().Step("berth").Item("letter") }

func TestALetterIsReadAndPutOnRecordAsSent(t *testing.T) {
	r := begun(t).atLetter()
	r.shows("not sent yet", "enter read it").keys("enter")
	r.shows("Letter to the harbour office", "[HARJOITUS]", "Rackbeat-integraation käyttöönotto", "Not answered yet", "enter it was sent")
	if r.letter().Done {
		t.Fatal("reading it sent it")
	}
	r.keys("enter").shows("It was sent").keys("enter")
	if iv := r.letter(); iv.Status != "sent" || iv.Note != "by e-mail" || r.m.page.At().Item == "letter" {
		t.Errorf("status %q, how %q, focus on %s", iv.Status, iv.Note, r.m.page.At().Item)
	}
	r.shows("sent: by e-mail")
	r.focus("letter")
	before := len(r.log())
	r.keys("enter").shows("enter next").keys("enter")
	if after := len(r.log()); after != before || r.m.over != nil {
		t.Errorf("%d events after reading again, %d before", after, before)
	}
}

func TestALetterSaysHowItWasSent(t *testing.T) {
	r := begun(t).atLetter().keys("enter", "enter")
	r.clear("by e-mail").keys("enter").shows("Say how it was sent")
	if r.letter().Done {
		t.Error("it is on record without a word")
	}
	r.keys("'by post'", "enter")
	if got := r.letter().Note; got != "by post" {
		t.Errorf("how %q", got)
	}
}

func TestALetterTurnsItsLanguageAndIsCopied(t *testing.T) {
	r := begun(t).atLetter().keys("enter", "l")
	r.shows("Going live with the Rackbeat integration")
	r.said = nil
	r.keys("c")
	if len(r.said) != 1 || !strings.Contains(fmt.Sprint(r.said[0]), "Muster GmbH") {
		t.Fatalf("copied %v", r.said)
	}
	r.keys("l").shows("Rackbeat-integraation käyttöönotto")
}

func TestALetterIsWrittenIntoANewFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x.txt")
	r := begun(t).atLetter().keys("enter", "f")
	r.clear("letter.txt").keys("enter").shows("Name the file")
	r.paste(path).keys("enter")
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), "Rackbeat-integraation käyttöönotto") {
		t.Fatalf("%v: %s", err, text)
	}
	r.shows("Written to").keys("f").clear("letter.txt").paste(path).keys("enter").shows("already")
	if again, err := os.ReadFile(path); err != nil || string(again) != string(text) {
		t.Errorf("%v: the file was written over: %s", err, again)
	}
}

func TestEscLeavesALetterUnsent(t *testing.T) {
	r := begun(t).atLetter().keys("enter", "down", "pgdown", "esc")
	if r.letter().Done || r.m.over != nil || r.m.page.At().Item != "letter" {
		t.Errorf("done %v, focus on %s", r.letter().Done, r.m.page.At().Item)
	}
}
