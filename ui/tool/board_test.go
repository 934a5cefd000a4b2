package tool

import (
	"context"
	"errors"
	"testing"
)

// fakeBoard holds a text, or fails.
type fakeBoard struct {
	text string
	err  error
}

func (*fakeBoard) name() string { return "board" }

func (b *fakeBoard) copy(_ context.Context, text string) error {
	if b.err == nil {
		b.text = text
	}
	return b.err
}

func (b *fakeBoard) read(context.Context) ([]byte, error) { return []byte(b.text), b.err }

// TestTheSystemsOwnBoard: it comes before programs, is cleared only of what was
// copied, and is not this person's over ssh.
func TestTheSystemsOwnBoard(t *testing.T) {
	b := &fakeBoard{}
	env := map[string]string{}
	tools := New(func(name string) string { return env[name] })
	tools.board = b
	if name, err := tools.Copy(t.Context(), "Größe\n"); name != "board" || err != nil || b.text != "Größe\n" {
		t.Errorf("%s, %v, holds %q", name, err, b.text)
	}
	if program, readable, _ := tools.Reach(); program != "board" || !readable {
		t.Errorf("reached by %q, read back: %t", program, readable)
	}
	same := func(want string) func([]byte) bool { return func(got []byte) bool { return string(got) == want } }
	if cleared, err := tools.Clear(t.Context(), same("another")); cleared || err != nil || b.text == "" {
		t.Errorf("another's: %t, %v", cleared, err)
	}
	if cleared, err := tools.Clear(t.Context(), same("Größe\n")); !cleared || err != nil || b.text != "" {
		t.Errorf("%t, %v, holds %q", cleared, err, b.text)
	}
	b.err = errors.New("held")
	if _, err := tools.Copy(t.Context(), "x"); !errors.Is(err, b.err) {
		t.Error(err)
	}
	if cleared, err := tools.Clear(t.Context(), same("")); cleared || !errors.Is(err, b.err) {
		t.Errorf("%t, %v", cleared, err)
	}
	env["SSH_CONNECTION"] = "192.0.2.1 1 192.0.2.2 22"
	if _, err := tools.Copy(t.Context(), "x"); !errors.Is(err, ErrNone) {
		t.Errorf("over ssh: %v", err)
	}
}

// TestAnAddressNeedsNoQuotes: whatever it holds, it is one word of a command line.
func TestAnAddressNeedsNoQuotes(t *testing.T) {
	for given, want := range map[string]string{
		"https://a.example/x?b=c&d=e#f":             "https://a.example/x?b=c&d=e#f",
		`https://a.example/?q=" & calc.exe "`:       "https://a.example/?q=%22%20&%20calc.exe%20%22",
		"https://a.example/?q=`id`|<x>^{y}\\":       "https://a.example/?q=%60id%60%7C%3Cx%3E%5E%7By%7D%5C",
		"https://a.example/Größe?ö=%20&50%25=ready": "https://a.example/Gr%C3%B6%C3%9Fe?%C3%B6=%20&50%25=ready",
	} {
		if got := oneWord(given); got != want {
			t.Errorf("%s: %s, want %s", given, got, want)
		}
	}
}
