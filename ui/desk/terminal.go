package desk

import (
	"io"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"lotse/flows"
	"lotse/ui/tty"
)

// keptTerminal is what is to be put back at a terminal besides what Bubble Tea
// puts back.
type keptTerminal struct {
	out   io.Writer // nil: it is no terminal
	gate  *gate     // the same, as the screen writes to it
	in    term.File
	state *term.State
	went  int // stops after which it goes on by itself
}

// keepTerminal notes how the terminal is, and has it keep its title.
func keepTerminal(cfg *Config) *keptTerminal {
	k := &keptTerminal{}
	if out, ok := cfg.Out.(term.File); ok && term.IsTerminal(out.Fd()) {
		k.out, k.gate = out, &gate{File: out}
		cfg.Out = k.gate
		_, _ = io.WriteString(k.out, ansi.XTWINOPS(22, 2)) // where it fails, so will the first frame
	}
	if in, ok := cfg.In.(term.File); ok && term.IsTerminal(in.Fd()) {
		if state, err := term.GetState(in.Fd()); err == nil {
			k.in, k.state = in, state
		}
	}
	return k
}

// stop gives the terminal to the shell, stops the program, and takes the terminal
// again once it goes on.
func (k *keptTerminal) stop() {
	if k.out == nil || k.state == nil {
		return
	}
	k.gate.mu.Lock()
	defer k.gate.mu.Unlock()
	_, _ = io.WriteString(k.out, resetModes)
	k.titleBack()
	_ = term.Restore(k.in.Fd(), k.state)
	tty.Stop()
	k.went++
	_, _ = io.WriteString(k.out, ansi.XTWINOPS(22, 2))
	k.take()
}

// again takes the terminal where the program was stopped without being asked.
func (k *keptTerminal) again() {
	switch {
	case k.went > 0:
		k.went--
	case k.out != nil && k.state != nil:
		k.gate.mu.Lock()
		defer k.gate.mu.Unlock()
		_, _ = io.WriteString(k.out, resetModes)
		k.take()
	}
}

// take makes the terminal what the screen has made it.
func (k *keptTerminal) take() {
	_, _ = term.MakeRaw(k.in.Fd())
	_, _ = io.WriteString(k.out, k.gate.settings())
}

// titleBack gives the terminal the title that it had.
func (k *keptTerminal) titleBack() {
	if k.out != nil {
		_, _ = io.WriteString(k.out, ansi.XTWINOPS(23, 2)) // it may be gone
	}
}

// resetModes leaves the modes that the screen may have set: keyboard, mouse, focus,
// paste, synchronised output, colours, cursor, progress, the alternate screen.
const resetModes = ansi.ResetModifyOtherKeys + "\x1b[<u" + ansi.ResetModeMouseNormal + ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent +
	ansi.ResetModeMouseExtSgr + ansi.ResetModeFocusEvent + ansi.ResetModeBracketedPaste + ansi.ResetModeSynchronizedOutput + ansi.ResetModeUnicodeCore +
	ansi.ResetStyle + ansi.ResetProgressBar + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable + "\r"

// takeBack has the screen closed, and does it itself where the fault holds what
// closing needs.
func (k *keptTerminal) takeBack(closeScreen func()) {
	ended := make(chan *flows.Bug, 1)
	go func() { ended <- flows.Try(closeScreen) }()
	select {
	case b := <-ended:
		if b == nil {
			return
		}
	case <-time.After(crashTime):
	}
	if k.out != nil {
		_, _ = io.WriteString(k.out, resetModes)
	}
	if k.state != nil {
		_ = term.Restore(k.in.Fd(), k.state)
	}
}
