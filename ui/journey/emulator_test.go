//go:build unix

package journey

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/hinshun/vt10x"
)

// emulator is a terminal's screen: it draws what a program writes and knows
// what a real terminal would answer.
type emulator struct {
	vt    vt10x.Terminal
	rest  []byte // the beginning of a sequence or a rune that is not complete
	frame bool   // inside a synchronised update, which is shown only when it ends
}

func newEmulator(cols, rows int) *emulator {
	return &emulator{vt: vt10x.New(vt10x.WithSize(cols, rows))}
}

// take draws a piece of output and gives what the terminal answers to it.
func (e *emulator) take(p []byte) (answers []byte) {
	p = append(e.rest, p...)
	var draw []byte
	for len(p) > 0 {
		seq, _, n, state := ansi.DecodeSequence(p, ansi.NormalState, nil)
		if n == len(p) && (state != ansi.NormalState || !utf8.FullRune(seq)) {
			break
		}
		if answer, private := e.control(seq); private {
			answers = append(answers, answer...)
		} else {
			draw = append(draw, seq...)
		}
		p = p[n:]
	}
	e.rest = bytes.Clone(p)
	_, _ = e.vt.Write(draw) // it never fails
	return answers
}

// control handles what the screen under it would misread or leave unanswered.
func (e *emulator) control(seq []byte) (answer string, private bool) {
	s := string(seq)
	if answer, known := terminalAnswers[s]; known {
		return answer, true
	}
	switch s {
	case ansi.SetModeSynchronizedOutput:
		e.frame = true
	case ansi.ResetModeSynchronizedOutput:
		e.frame = false
	}
	// Keyboard protocols share their last letter with "restore the cursor".
	if strings.HasPrefix(s, "\x1b[") && len(s) > 3 {
		return "", strings.ContainsRune("<=>", rune(s[2])) || s[2] == '?' && s[len(s)-1] == 'u'
	}
	return "", false
}

// terminalAnswers are the questions that programs ask, and what a terminal of
// the xterm family with a dark background says.
var terminalAnswers = map[string]string{
	ansi.RequestForegroundColor:         "\x1b]10;rgb:e5e5/e5e5/e5e5\x07",
	ansi.RequestBackgroundColor:         "\x1b]11;rgb:0000/0000/0000\x07",
	"\x1b]10;?\x1b\\":                   "\x1b]10;rgb:e5e5/e5e5/e5e5\x1b\\",
	"\x1b]11;?\x1b\\":                   "\x1b]11;rgb:0000/0000/0000\x1b\\",
	ansi.RequestPrimaryDeviceAttributes: "\x1b[?62;22c",
	"\x1b[0c":                           "\x1b[?62;22c",
	ansi.RequestNameVersion:             "\x1bP>|xterm(390)\x1b\\",
	ansi.RequestModeSynchronizedOutput:  "\x1b[?2026;2$y",
	ansi.RequestModeUnicodeCore:         "\x1b[?2027;0$y",
}

// lines are the rows of the screen, blanks at their ends cut off.
func (e *emulator) lines() []string {
	e.vt.Lock()
	defer e.vt.Unlock()
	cols, rows := e.vt.Size()
	all := make([]string, rows)
	for y := range all {
		var b strings.Builder
		for x := range cols {
			if r := e.vt.Cell(x, y).Char; r != 0 {
				b.WriteRune(r)
			} else {
				b.WriteByte(' ')
			}
		}
		all[y] = strings.TrimRight(b.String(), " ")
	}
	return all
}
