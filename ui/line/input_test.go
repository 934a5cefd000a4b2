package line

import (
	"bytes"
	"context"
	"io"
	"runtime"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

func TestReader(t *testing.T) {
	const limit = 8
	r := &reader{in: strings.NewReader("one\ntwo\r\n\n12345678\r\n123456789\nfive")}
	for _, want := range []inputLine{
		{text: []byte("one"), ended: true},
		{text: []byte("two"), ended: true},
		{ended: true},
		{text: []byte("12345678"), ended: true},
		{text: []byte("123456789"), ended: true}, // one more, for a carriage return
		{text: []byte("five"), err: io.EOF},
		{err: io.EOF},
	} {
		got := r.next(context.Background(), limit)
		if !bytes.Equal(got.text, want.text) || got.ended != want.ended || got.tooLong != want.tooLong || got.err != want.err { //nolint:errorlint // io.EOF itself
			t.Errorf("got %q %+v, want %q %+v", got.text, got, want.text, want)
		}
	}
}

// endless is a line that does not end for a long time.
type endless struct{ left int }

func (e *endless) Read(b []byte) (int, error) {
	if e.left == 0 {
		return copy(b, "\nAurora\nquit\n"), nil
	}
	n := min(len(b), e.left)
	for i := range n {
		b[i] = 'x'
	}
	e.left -= n
	return n, nil
}

// TestEndlessLine refuses a line of 10 MB and keeps none of it; what follows is
// taken.
func TestEndlessLine(t *testing.T) {
	r := rehearsed(t)
	r.s.Typed = false
	r.s.In = &endless{left: 10 << 20}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	code, err := Run(context.Background(), r.s)
	runtime.ReadMemStats(&after)
	if err != nil || code != face.Done {
		t.Fatalf("exit %d, %v", code, err)
	}
	r.shows("That line is too long; the limit is 64 KiB. Nothing was taken.")
	if v := r.view().Step("papers").Item("ship").Value; v != "Aurora" {
		t.Errorf("the ship is %v", v)
	}
	if most := uint64(8 << 20); after.TotalAlloc-before.TotalAlloc > most {
		t.Errorf("a line of 10 MiB took %d KiB", (after.TotalAlloc-before.TotalAlloc)>>10)
	}
}

// TestLongestLine takes the longest answer that there may be.
func TestLongestLine(t *testing.T) {
	r := rehearsed(t)
	r.types(strings.Repeat("x", flows.MaxText+1), strings.Repeat("x", flows.MaxText), "quit")
	r.shows("That line is too long")
	if v, _ := r.view().Step("papers").Item("ship").Value.(string); len(v) != flows.MaxText {
		t.Errorf("the ship has %d letters", len(v))
	}
}

// TestPlainOutput says nothing that a terminal obeys, wherever it came from.
func TestPlainOutput(t *testing.T) {
	r := rehearsed(t)
	r.width = 40
	k := newTalk(context.Background(), context.Background(), r.s)
	for _, hostile := range []string{"\x1b[2Jgone", "a\rb", "bell\a", "\u009b31mred", "\u202eturned", "\xff\xfe", strings.Repeat("漢", 100), strings.Repeat("x", 100), "tab\tstop"} {
		k.say(hostile)
		k.sayAside(hostile)
		k.prompt(hostile)
		k.emptyLine()
		k.prose(hostile, "**"+hostile+"** [["+hostile+" > b]] <https://example.org/"+hostile+">")
	}
	r.plain()
	if !strings.Contains(r.said(), "gone") || strings.Contains(r.said(), "**") {
		t.Errorf("it says %q", r.said())
	}
}

// FuzzLines types anything at all, for a customer of any name: the dialogue ends
// in order, writes nothing that a terminal obeys, no line that is too wide, and
// every event that it makes is in the chain.
func FuzzLines(f *testing.F) {
	f.Add("Muster GmbH", strings.Join(everyKind, "\n"), true)
	f.Add("\x1b[2J漢字\u202e", strings.Join(everythingWrong, "\n"), false)
	f.Add("x", strings.Join(byIDs, "\n"), false)
	f.Add("Ä\xff", "set ship \x9b31m\nnote \u2028\nadd people badge=\"\x00;1\";rank=\x1b]0;x\x07\nlist people\nread\n"+strings.Join(everyWord, "\n"), true)
	f.Add("y", "desk\nfind \x1b[A\nnew\n1\n\u202e\x07\nlist\n\tx;\ty\n", true)
	f.Fuzz(func(t *testing.T, customer, typed string, terminal bool) {
		r := harbour(t)
		r.width = 40
		t.Chdir(t.TempDir()) // where a letter may be written
		s, err := outside.Start(context.Background(), &r.s, "harbour", customer, run.Rehearsal)
		if err != nil {
			return // a customer has a name
		}
		r.s.Run, r.s.Typed = s.ID(), terminal
		code := r.types(strings.Split(typed, "\n")...)
		if code != face.Done && code != face.NotComplete {
			t.Errorf("exit %d", code)
		}
		r.plain()
		r.view()
	})
}
