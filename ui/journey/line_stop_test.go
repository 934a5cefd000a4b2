//go:build unix

package journey

import (
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"lotse/ui/proving"
)

// TestCtrlCStopsACheckAlone interrupts a check that gets no answer: the dialogue
// goes on, and nothing is on record; interrupted again, it leaves.
func TestCtrlCStopsACheckAlone(t *testing.T) {
	t.Parallel()
	s := &story{Story: &proving.Story{Procedure: "sage-main-contact", Customer: "Muster GmbH", Mode: "rehearsal", Faults: []pair{{Name: "mail.domain", Values: []string{"dns-silent"}}}}}
	h := newHouse(t)
	st := newStage(h, s)
	l := newLineFace(st).(*lineFace)
	l.begin()
	st.goWrong()
	l.say("set main_email info@example.org")
	was := len(h.log(st.run))

	if _, err := io.WriteString(l.in, "check address.domain\n"); err != nil {
		t.Fatal(err)
	}
	l.hears("Checking")
	begun := time.Now()
	if err := l.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	l.wait()
	if l.cmd == nil || !strings.Contains(l.answer, "Cancelled; nothing was recorded.") {
		t.Fatalf("after %v it says:\n%s", time.Since(begun), l.answer)
	}
	if is := len(h.log(st.run)); is != was {
		t.Errorf("%d events, before there were %d", is, was)
	}
	cmd := l.cmd
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	for l.cmd != nil {
		l.wait()
	}
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("interrupted at a question: exit %d\n%s", code, l.answer)
	}
}

// hears waits until something is said.
func (l *lineFace) hears(text string) {
	l.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for said := ""; !strings.Contains(said, text); {
		select {
		case more, ok := <-l.heard:
			if said += more; !ok {
				l.t.Fatalf("it ended:\n%s", said)
			}
		case <-timeout.C:
			l.t.Fatalf("it never says %q:\n%s", text, said)
		}
	}
}
