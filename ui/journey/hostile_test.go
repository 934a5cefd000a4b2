//go:build unix

package journey

import (
	"strings"
	"testing"
	"time"
)

// answers are what terminals say when they are asked, late and in pieces.
var lateAnswers = map[string][]string{
	"background, in two writes":       {"\x1b]11;rgb:0000/0", "000/0000\x1b\\"},
	"background, its ESC alone":       {"\x1b", "]11;rgb:0000/0000/0000\a"},
	"background, in many writes":      {"\x1b", "]", "11;", "rgb:0000/0000/", "0000\x1b", "\\"},
	"foreground":                      {"\x1b]10;rgb:e5e5", "/e5e5/e5e5\a"},
	"device attributes, ESC alone":    {"\x1b", "[?62;22c"},
	"device attributes, in pieces":    {"\x1b[?62", ";22c"},
	"a mode's state":                  {"\x1b[?2026;", "2$y"},
	"the cursor's place":              {"\x1b[12", ";40R"},
	"name and version":                {"\x1bP>|xterm", "(390)\x1b\\"},
	"keyboard protocol":               {"\x1b[?", "0u"},
	"an answer that is broken off":    {"\x1b]11;rgb:00"},
	"window size in pixels":           {"\x1b[4;600", ";800t"},
	"broken bytes":                    {"\xff\xfe\x80\x9b", "\u009b\xc3"},
	"a status report":                 {"\x1b[0", "n"},
	"a colour of the palette, answer": {"\x1b]4;1;rgb:0000", "/0000/0000\x1b\\"},
}

// pause is longer than the time after which a program takes a lone ESC for the
// key; what is simulated is a slow line.
const pause = 120 * time.Millisecond

// TestAnswersThatArriveAsKeys sends a terminal's answers late and in pieces
// while a field has the focus: nothing of them is typed.
func TestAnswersThatArriveAsKeys(t *testing.T) {
	t.Parallel()
	w, _ := signing(newHouse(t))
	w.Key("tab")
	w.on("organisation")
	typed := ""
	for name, pieces := range lateAnswers {
		for _, p := range pieces {
			w.Send(p)
			time.Sleep(pause) // what is simulated: a slow line
		}
		if pieces[0] == "\x1b" { // it was the key, and left the field
			w.Key("enter")
		}
		typed += string("hijklmnopqrstuvwxyz"[len(typed)]) // no hexadecimal digit: that could be more of an answer
		w.Send(typed[len(typed)-1:])
		w.WaitFor(typed+" alone in the field after "+name, func(s screen) bool {
			return s.focused(w.text("organisation")) && strings.HasSuffix(s.line(w.text("organisation")), " "+typed)
		})
	}
}

// flood is more keys than anybody types, in one write.
const flood = 20_000

// TestKeyFlood types very many keys at once: each comes, in order. It runs
// alone: what it takes is the work of all keys.
func TestKeyFlood(t *testing.T) {
	h := newHouse(t)
	w, run := signing(h)
	w.Key("tab")
	w.on("organisation")
	// Keys that leave nothing behind but now and then a letter, so that the field
	// stays one that somebody could have typed.
	const ten, letters = "abc\x7f\x7f\x7f\x1b[D\x1b[H\x1b[F\x1b[C", 40
	w.Send(strings.Repeat(strings.Repeat(ten, flood/10/letters)+"x", letters) + "z\r")
	w.on("menu_opened")
	w.WaitFor("saved", screen.saved)
	log := h.log(run)
	want := strings.Repeat("x", letters) + "z"
	if got := log[len(log)-1].data(t); !strings.Contains(got, `"`+want+`"`) {
		t.Errorf("of %d keys there came %d bytes of %.100s", flood, len(got), got)
	}
	w.Send(strings.Repeat("\x1b[A\x1b[B\t\x1b[Z ", flood/100))
	w.Key("ctrl+c")
	if code := w.Exit(); code != exitInterrupted {
		t.Errorf("exit %d", code)
	}
}

// TestHugePaste pastes ten megabytes wherever a paste can go: it is refused in
// a sentence, and memory stays as it was.
func TestHugePaste(t *testing.T) {
	t.Parallel()
	h := keyedHouse(t)
	run := h.start()
	h.run("set", run, "uses_connect5=no", "page_seen=button", "other_organisation_has_client=no", "create_result=created", "secret_holder=captured_here")
	events := len(h.log(run))
	huge := strings.Repeat("Muster GmbH\tNord; \xff\r\n", 10<<20/21)
	const refused = "Nothing was pasted"
	w := h.wizard(80, 24, "resume", run)
	w.at("applies")
	w.on("uses_connect5")
	before := w.memory()
	paste := func(where string) {
		t.Helper()
		w.Paste(huge)
		w.WaitFor("that a paste "+where+" is refused", func(s screen) bool { return s.has(refused) })
		w.Key("f3", "f3") // takes the sentence away
		w.WaitFor("no sentence", func(s screen) bool { return !s.has(refused) })
	}
	paste("on a choice")
	w.jump("sign-in")
	w.Key("tab")
	w.on("organisation")
	paste("into a text")
	w.jump("credentials")
	w.on("client_id")
	w.Key("tab", "tab")
	w.on("client_secret")
	paste("into a secret")
	w.jump("organisations")
	paste("into a list")
	w.Key("esc", "esc")
	w.Wait("Desk", "1 run")
	paste("on the desk")
	if after := w.memory(); after > before+64<<20 {
		t.Errorf("memory grew from %d to %d MiB", before>>20, after>>20)
	}
	if n := len(h.log(run)); n != events {
		t.Errorf("%d events came of it", n-events)
	}
}

// jump goes to a step by the outline.
func (w wizard) jump(step string) {
	w.t.Helper()
	w.Key("ctrl+o")
	w.Wait("Outline")
	w.Send(w.text("step " + step))
	w.Wait("Go to  " + w.text("step " + step)[:8])
	w.Key("enter")
	w.WaitFor("the step "+step, func(s screen) bool { return s.has(w.text("step "+step)) && !s.has("Outline") })
}
