package tool

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// clipboard are the calls of one program for the clipboard, or of a family of
// them.
type clipboard struct {
	copy  []string
	read  []string // nil: what it holds cannot be read back as it was given
	clear []string // nil: copying nothing clears it
}

// Copy hands a text to the clipboard and gives the name of its program, or of the
// system that has it itself; ErrNone where there is none. The text goes through a
// pipe, never in an argument.
func (t *Tools) Copy(ctx context.Context, text string) (name string, err error) {
	if t.hasBoard() {
		return copyTo(ctx, t.board, text)
	}
	c, err := t.clipboard()
	if err != nil {
		return "", err
	}
	name = filepath.Base(c.copy[0])
	if err := t.feed(ctx, c.copy, text); err != nil {
		return "", fmt.Errorf("copy with %s: %w", name, err)
	}
	return name, nil
}

// Clear empties the clipboard if same is true of what it holds, and reports
// whether it did. It is an error where the clipboard cannot be read back.
func (t *Tools) Clear(ctx context.Context, same func(text []byte) bool) (cleared bool, err error) {
	if t.hasBoard() {
		return clearBoard(ctx, t.board, same)
	}
	c, err := t.clipboard()
	if err != nil {
		return false, err
	}
	if c.read == nil {
		return false, fmt.Errorf("read back from %s: %w", filepath.Base(c.copy[0]), ErrNone)
	}
	text, err := t.output(ctx, c.read)
	if err != nil {
		return false, fmt.Errorf("read back with %s: %w", filepath.Base(c.read[0]), err)
	}
	defer clear(text)
	if !same(text) {
		return false, nil
	}
	line := c.clear
	if line == nil {
		line = c.copy
	}
	if err := t.feed(ctx, line, ""); err != nil {
		return false, fmt.Errorf("clear with %s: %w", filepath.Base(line[0]), err)
	}
	return true, nil
}

// Reach tells how a text comes to a clipboard from here: by the program that
// Copy would call, "" where only the terminal can be asked (OSC 52); whether
// Clear can read it back; and what lies between this program and the person, of
// "tmux", "screen" and "ssh".
func (t *Tools) Reach() (program string, readable bool, through []string) {
	if t.getenv("TMUX") != "" {
		through = append(through, "tmux")
	}
	if t.getenv("STY") != "" {
		through = append(through, "screen")
	}
	if t.Remote() {
		through = append(through, "ssh")
	}
	if t.hasBoard() {
		return t.board.name(), true, through
	}
	c, err := t.clipboard()
	if err != nil {
		return "", false, through
	}
	return filepath.Base(c.copy[0]), c.read != nil, through
}

// clipboard is the first whose programs are all there, by their paths; one that
// cannot be read back is better than none.
func (t *Tools) clipboard() (clipboard, error) {
	if t.Remote() {
		return clipboard{}, ErrNone
	}
	for _, c := range t.clipboards() {
		path, err := t.look(c.copy[0])
		if err != nil {
			continue
		}
		found := clipboard{copy: append([]string{path}, c.copy[1:]...)}
		if c.read == nil {
			return found, nil
		}
		read, err := t.first([][]string{c.read})
		if err != nil {
			return found, nil // it copies all the same
		}
		found.read = read
		if c.clear != nil {
			found.clear = append([]string{path}, c.clear[1:]...)
		}
		return found, nil
	}
	return clipboard{}, ErrNone
}

// clipboards are the calls of the clipboard's programs, the one that fits the
// display first. What clip.exe is given and what Windows gives back differ in
// their encoding, so that it is never compared.
func (t *Tools) clipboards() []clipboard {
	if t.system == "darwin" {
		return []clipboard{{copy: []string{"pbcopy"}, read: []string{"pbpaste"}}}
	}
	var all []clipboard
	if t.getenv("WAYLAND_DISPLAY") != "" {
		all = append(all, clipboard{copy: []string{"wl-copy"}, read: []string{"wl-paste", "--no-newline"}, clear: []string{"wl-copy", "--clear"}})
	}
	if t.getenv("DISPLAY") != "" {
		all = append(all,
			clipboard{copy: []string{"xclip", "-selection", "clipboard"}, read: []string{"xclip", "-selection", "clipboard", "-o"}},
			clipboard{copy: []string{"xsel", "--clipboard", "--input"}, read: []string{"xsel", "--clipboard", "--output"}, clear: []string{"xsel", "--clipboard", "--clear"}})
	}
	return append(all, clipboard{copy: []string{"clip.exe"}}) // Linux on Windows
}

// hasBoard reports whether the system has a clipboard without a program, and the
// person sits at it.
func (t *Tools) hasBoard() bool { return t.board != nil && !t.Remote() }

// feed runs a call with a text as its input.
func (t *Tools) feed(ctx context.Context, line []string, text string) error {
	return t.limited(ctx, line, func(cmd *exec.Cmd) { cmd.Stdin = strings.NewReader(text) })
}

// output runs a call and gives what it writes, up to mostRead bytes.
func (t *Tools) output(ctx context.Context, line []string) ([]byte, error) {
	var out head
	err := t.limited(ctx, line, func(cmd *exec.Cmd) { cmd.Stdout = &out })
	return out.text, err
}

// limited runs a call, and ends it when its time is over.
func (t *Tools) limited(ctx context.Context, line []string, with func(*exec.Cmd)) error {
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	cmd := t.command(ctx, line)
	with(cmd)
	return cmd.Run()
}

// mostRead is how much is read back of a clipboard, which may hold far more than
// what is compared with it.
const mostRead = 64 << 10

// head is the beginning of what is written to it.
type head struct{ text []byte }

// Write takes everything, and keeps the beginning.
func (h *head) Write(p []byte) (int, error) {
	h.text = append(h.text, p[:min(mostRead-len(h.text), len(p))]...)
	return len(p), nil
}
