package desk

import (
	"io"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"lotse/flows"
	"lotse/ui/face"
)

// crashTime is how long, after a fault of the program, the screen may take to
// close and the last write to end; beyond it they are given up.
const crashTime = 5 * time.Second

// wreck keeps what was typed and is not on disk, as far as the fault of the
// program lets it, and gives the last words.
func (m *model) wreck() Result {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if m.page != nil {
			flows.Try(m.page.keep)
			flows.Try(m.page.remember)
			flows.Try(m.writeLast)
		}
	}()
	res := Result{Code: codeFailed}
	select {
	case <-ended:
		flows.Try(func() { res.Lines = m.farewell() })
	case <-time.After(crashTime): // the disk does not answer, and what it is asked for is in use
	}
	return res
}

// writeLast writes what is left. If the fault lies there, the last words say
// what is not on disk.
func (m *model) writeLast() {
	write := m.page.carrier.writing(m.page.Leaving())
	var err error
	if b := flows.Try(func() { err = write() }); b != nil {
		err = face.Crashed(b)
	}
	m.page.Ended(nil, err)
}

// keptTerminal is what is to be put back at a terminal besides what Bubble Tea
// puts back.
type keptTerminal struct {
	out   io.Writer // nil: it is no terminal
	in    term.File
	state *term.State
}

// keepTerminal notes how the terminal is, and has it keep its title.
func keepTerminal(cfg *Config) *keptTerminal {
	k := &keptTerminal{}
	if out, ok := cfg.Out.(term.File); ok && term.IsTerminal(out.Fd()) {
		k.out = out
		_, _ = io.WriteString(k.out, ansi.XTWINOPS(22, 2)) // where it fails, so will the first frame
	}
	if in, ok := cfg.In.(term.File); ok && term.IsTerminal(in.Fd()) {
		if state, err := term.GetState(in.Fd()); err == nil {
			k.in, k.state = in, state
		}
	}
	return k
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
