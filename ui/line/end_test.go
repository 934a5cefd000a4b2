package line

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// TestEndOfInput cuts a walk off after each of its lines: all that was entered
// is on disk, nothing else is, and the last words say how to go on.
func TestEndOfInput(t *testing.T) {
	whole := rehearsed(t)
	if code := whole.types(everyKind...); code != face.Done {
		t.Fatalf("exit %d\n%s", code, whole.said())
	}
	log := whole.log()
	for n := range len(everyKind) - 1 {
		r := rehearsed(t)
		code := r.types(everyKind[:n]...)
		if code != face.NotComplete {
			t.Errorf("after %d lines: exit %d\n%s", n, code, r.said())
		}
		got := r.log()
		if len(got) > len(log) || !sameKinds(got, log[:len(got)]) {
			t.Errorf("after %d lines:\n%s", n, strings.Join(got, "\n"))
		}
		if talk := r.talk.String(); !strings.Contains(talk, "End of input.") || !strings.Contains(talk, "lotse resume "+r.s.Run) {
			t.Errorf("after %d lines the last words are %q", n, talk)
		}
		r.plain()
	}
}

// sameKinds compares logs but for ids, fingerprints and salts.
func sameKinds(a, b []string) bool {
	cut := func(s string) string {
		kind, rest, _ := strings.Cut(s, " ")
		if kind == string(run.EventStarted) || kind == string(run.EventSecretSet) {
			return kind
		}
		return kind + rest
	}
	return slices.EqualFunc(a, b, func(x, y string) bool { return cut(x) == cut(y) })
}

// TestCutOffAnswer has the input end within a line: that is no answer, and is
// offered again.
func TestCutOffAnswer(t *testing.T) {
	r := rehearsed(t)
	if code := r.typesAnd("Auro"); code != face.NotComplete {
		t.Errorf("exit %d", code)
	}
	if v := r.view().Step("papers").Item("ship").Value; v != nil {
		t.Errorf("the ship is %v", v)
	}
	r.paper.Reset()
	r.types("", "quit")
	r.shows("Typed earlier and not taken: Auro; Enter takes it")
	if v := r.view().Step("papers").Item("ship").Value; v != "Auro" {
		t.Errorf("the ship is %v", v)
	}
	if left, err := r.a.Unsaved(context.Background(), r.s.Run); err != nil || len(left) > 0 {
		t.Errorf("unsaved: %v %v", left, err)
	}
}

// TestCutOffElsewhere has the input end within a line that is no answer: it is
// kept nowhere.
func TestCutOffElsewhere(t *testing.T) {
	for name, lines := range map[string][]string{"a reason": {"skip"}, "a word": nil, "a proof": {"go 3", "next", "yes"}} {
		r := rehearsed(t)
		if code := r.typesAnd("undo", lines...); code != face.NotComplete {
			t.Errorf("%s: exit %d", name, code)
		}
		if left, err := r.a.Unsaved(context.Background(), r.s.Run); err != nil || len(left) > 0 {
			t.Errorf("%s: unsaved %v %v", name, left, err)
		}
	}
}

// TestCutOffSecret has the input end within a secret from a pipe: it is sealed
// and offered again, and stands nowhere in clear.
func TestCutOffSecret(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	for _, lines := range [][]string{{"next", "next", "next", "next", "next", "next"}, {"secret locker"}} {
		if code := r.typesAnd("hunter2-hunter2", lines...); code != face.NotComplete {
			t.Errorf("exit %d", code)
		}
		left, err := r.a.Unsaved(context.Background(), r.s.Run)
		if err != nil || len(left) != 1 || left[0].Item != "locker" || left[0].Text != "" || len(left[0].Blob) == 0 {
			t.Fatalf("unsaved: %+v %v", left, err)
		}
		if strings.Contains(r.said()+r.talk.String(), "hunter2") {
			t.Error("the secret was said")
		}
	}
	r.types("", "quit")
	r.shows("Typed earlier and not taken; Enter takes it", "The secret is sealed.")
	if iv := r.view().Step("papers").Item("locker"); !iv.Set {
		t.Error("the secret is not there")
	}
}

// slow is an archive whose writes fail for a while.
type slow struct {
	run.Archive
	fail error
	left int
}

func (s *slow) Append(ctx context.Context, b run.Batch) error {
	if s.left > 0 {
		s.left--
		return s.fail
	}
	return s.Archive.Append(ctx, b)
}

// TestNotSaved loses the disk for a while: it is said once, what was entered is
// kept, and saved with the next question.
func TestNotSaved(t *testing.T) {
	r := rehearsed(t)
	disk := &slow{Archive: r.a, fail: flows.ErrFull, left: 2}
	r.s.Archive = disk
	if code := r.types("Aurora", "", "quit"); code != face.Done {
		t.Errorf("exit %d", code)
	}
	r.shows("Not saved: what you typed is kept here, and saving is tried again. The disk is full.", "Everything is saved now.")
	if v := r.view().Step("papers").Item("ship").Value; v != "Aurora" {
		t.Errorf("the ship is %v", v)
	}
	disk.left = 99
	if code := r.types("oil", "quit", "quit"); code != face.Failed {
		t.Errorf("exit %d", code)
	}
	r.shows("Type quit again to leave and lose it")
	disk.left = 99
	if code := r.types("set ship Borealis", "desk", "desk", "quit"); code != face.Failed {
		t.Errorf("exit %d", code)
	}
	r.shows("Type desk again to leave and lose it", "A number opens a run.")
	if talk := r.talk.String(); !strings.Contains(talk, "NOT SAVED: The disk is full.") || !strings.Contains(talk, "  Cargo: oil") {
		t.Errorf("the last words are %q", talk)
	}
}

// TestSignal interrupts at a prompt: 130, with everything saved.
func TestSignal(t *testing.T) {
	r := rehearsed(t)
	ctx, interrupt := context.WithCancel(context.Background())
	r.s.In = &interrupting{lines: []string{"Aurora\n"}, interrupt: interrupt, ctx: ctx}
	code, err := Run(ctx, r.s)
	if err != nil || code != face.Interrupted {
		t.Fatalf("exit %d, %v", code, err)
	}
	if v := r.view().Step("papers").Item("ship").Value; v != "Aurora" {
		t.Errorf("the ship is %v", v)
	}
	if !strings.Contains(r.talk.String(), "lotse resume "+r.s.Run) {
		t.Errorf("the last words are %q", r.talk.String())
	}
}

// interrupting types lines and is interrupted then, in the middle of a read that
// does not end.
type interrupting struct {
	lines     []string
	interrupt func()
	ctx       context.Context
}

func (i *interrupting) Read(b []byte) (int, error) {
	if len(i.lines) == 0 {
		i.interrupt()
		time.Sleep(time.Hour) // a terminal at which nobody types
	}
	n := copy(b, i.lines[0])
	i.lines = i.lines[1:]
	return n, nil
}

// TestGone has the output go away: the dialogue ends, nothing is lost.
func TestGone(t *testing.T) {
	r := rehearsed(t)
	r.s.Out = gone{}
	p := &person{r: r, lines: []string{"Aurora", "quit"}}
	r.s.In = p
	if code, err := Run(context.Background(), r.s); err == nil || code != face.Failed {
		t.Errorf("exit %d, %v", code, err)
	}
}

type gone struct{}

var errGone = errors.New("gone")

func (gone) Write([]byte) (int, error) { return 0, errGone }

// TestSkippingSaysWhatStaysBlocked: before the reason is asked for.
func TestSkippingSaysWhatStaysBlocked(t *testing.T) {
	r := rehearsed(t)
	r.types("skip", "", "quit")
	r.shows("these steps stay blocked: Who is aboard, The berth and Set sail. Why is this step left undone")
	r = rehearsed(t)
	r.types("go 3", "skip later", "quit")
	r.shows("Skipped.")
	if strings.Contains(r.said(), "stays blocked") || strings.Contains(r.said(), "stay blocked") {
		t.Errorf("nothing waits for it:\n%s", r.said())
	}
}
