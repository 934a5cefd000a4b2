package outside

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// board is a clipboard in memory.
type board struct {
	text  string
	fails error
}

func (b *board) Copy(_ context.Context, s string) (string, error) {
	b.text = s
	return "board", b.fails
}

func (b *board) Clear(_ context.Context, same func([]byte) bool) (bool, error) {
	if b.fails != nil || !same([]byte(b.text)) {
		return false, b.fails
	}
	b.text = ""
	return true, nil
}

func (b *board) Open(context.Context, string) (string, error) { return "", nil }

func (b *board) OpenFile(context.Context, string) (string, error) { return "", nil }
func (b *board) Remote() bool                                     { return false }
func (b *board) Reach() (string, bool, []string)                  { return "board", true, nil }

// TestALoan: a secret leaves the clipboard with its loan, and nothing else does.
func TestALoan(t *testing.T) {
	const canary = "hunter2-hunter2"
	for name, tc := range map[string]struct {
		meanwhile func(b *board)
		ending    Ending
		code      string
		left      string
	}{
		"untouched": {func(*board) {}, Cleared, "use.cleared", ""},
		"replaced":  {func(b *board) { b.text = canary + "x" }, Replaced, "use.replaced", canary + "x"},
		"emptied":   {func(b *board) { b.text = "" }, Replaced, "use.replaced", ""},
		"broken":    {func(b *board) { b.fails = errors.New("exit status 1") }, Left, "use.not_cleared", canary},
	} {
		t.Run(name, func(t *testing.T) {
			b := &board{}
			secret := run.NewSecret([]byte(canary))
			l := NewLoan(b, secret)
			if err := l.Begin(t.Context(), secret); err != nil || b.text != canary {
				t.Fatalf("%q, %v", b.text, err)
			}
			if said := fmt.Sprintf("%v %+v %#v", l, l, l); strings.Contains(said, "hunter2") {
				t.Errorf("the loan shows its secret: %s", said)
			}
			tc.meanwhile(b)
			for range 2 { // the second end says the same, and clears nothing more
				ending, said := l.End(t.Context())
				if ending != tc.ending || said.Code != tc.code || b.text != tc.left {
					t.Errorf("%s %s, left %q", ending, said.Code, b.text)
				}
			}
			b.text = canary
			if l.End(t.Context()); b.text != canary {
				t.Error("a loan that has ended clears what was copied later")
			}
		})
	}
}

// TestALoanThatEndedIsNotBegun: whoever left while it was being copied has it
// nowhere.
func TestALoanThatEndedIsNotBegun(t *testing.T) {
	b := &board{text: "other"}
	secret := run.NewSecret([]byte("hush"))
	l := NewLoan(b, secret)
	l.End(t.Context())
	if err := l.Begin(t.Context(), secret); err == nil || b.text != "other" {
		t.Errorf("%q, %v", b.text, err)
	}
}

// TestWhatIsNoTextIsNotCopied, and text of any language is.
func TestWhatIsNoTextIsNotCopied(t *testing.T) {
	for value, ok := range map[string]bool{"hush": true, "Größe 漢字": true, "a\nb": true, "\xff\xfe\x00": false, "abc\x80": false} {
		if err := Copyable(run.NewSecret([]byte(value))); (err == nil) != ok || err != nil && !errors.Is(err, flows.ErrUsage) {
			t.Errorf("%q: %v", value, err)
		}
	}
}

// stopped is a clipboard whose program is stopped after it took the text.
type stopped struct{ board }

func (s *stopped) Copy(ctx context.Context, text string) (string, error) {
	_, _ = s.board.Copy(ctx, text)
	return "board", context.Canceled
}

// TestALoanThatIsBrokenOff: what the program took before it was stopped does not
// stay on the clipboard.
func TestALoanThatIsBrokenOff(t *testing.T) {
	b, secret := &stopped{}, run.NewSecret([]byte("hunter2-hunter2"))
	l := NewLoan(b, secret)
	if err := l.Begin(t.Context(), secret); err == nil || b.text != "" {
		t.Errorf("%q is left, %v", b.text, err)
	}
	if ending, _ := l.End(t.Context()); ending != Cleared {
		t.Errorf("it ended as %q", ending)
	}
}
