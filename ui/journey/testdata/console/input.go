//go:build windows

package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/windows"
)

// record is an INPUT_RECORD with a KEY_EVENT_RECORD.
type record struct {
	kind, _    uint16
	down       int32
	repeat     uint16
	code, scan uint16
	letter     uint16
	state      uint32
}

// types hands on what comes on stdin.
func (c *console) types(program *os.Process) {
	in := bufio.NewReader(os.Stdin)
	for {
		first, err := in.Peek(1)
		switch {
		case errors.Is(err, io.EOF):
			return
		case err == nil && first[0] >= 0xfc:
			_, _ = in.Discard(1) // it was just seen
			err = c.does(program, first[0])
		case err == nil:
			err = c.key(in)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "console: type:", err)
			return
		}
	}
}

// key types a character or, at once as a console does, the sequence of a key, or what
// there is of a paste.
func (c *console) key(in *bufio.Reader) error {
	r, _, err := in.ReadRune()
	if err != nil {
		return err
	}
	text := []rune{r}
	for c.pasting && r != ansi.ESC && utf8.FullRune(buffered(in)) && buffered(in)[0] != ansi.ESC {
		r, _, _ = in.ReadRune() // what is buffered is there
		text = append(text, r)
	}
	if r == ansi.ESC {
		seq, _, _, _ := ansi.DecodeSequence(append([]byte{ansi.ESC}, buffered(in)...), ansi.NormalState, nil)
		_, _ = in.Discard(len(seq) - 1) // likewise
		text = []rune(string(seq))
		c.pasting = string(seq) == ansi.BracketedPasteStart
	}
	var records []record
	for _, letter := range utf16.Encode(text) {
		for _, down := range []int32{1, 0} {
			records = append(records, record{kind: 1, down: down, repeat: 1, letter: letter})
		}
	}
	return c.put(records)
}

// buffered is what was read and not taken yet.
func buffered(in *bufio.Reader) []byte {
	there, _ := in.Peek(in.Buffered())
	return there
}

// put puts records at the end of those that the program has not read yet.
func (c *console) put(records []record) error {
	var done uint32
	if ok, _, err := writeInput.Call(c.in.Fd(), uintptr(unsafe.Pointer(&records[0])), uintptr(len(records)), uintptr(unsafe.Pointer(&done))); ok == 0 {
		return fmt.Errorf("write to the console: %w", err)
	}
	return nil
}

// does what a byte that is no letter says.
func (c *console) does(program *os.Process, what byte) error {
	if what != 0xfc {
		return ends(program, what)
	}
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(c.out.Fd()), &info); err != nil {
		return fmt.Errorf("ask for the window: %w", err)
	}
	w := info.Window
	w.Right, w.Bottom = w.Right-10, w.Bottom-5
	if ok, _, err := setWindow.Call(c.out.Fd(), 1, uintptr(unsafe.Pointer(&w))); ok == 0 {
		return fmt.Errorf("make the window smaller: %w", err)
	}
	return c.put([]record{{kind: 4}}) // WINDOW_BUFFER_SIZE_EVENT, which wine gives only for its own window
}

// ends ends a program by a byte that is no letter.
func ends(program *os.Process, how byte) error {
	event, is := map[byte]uintptr{0xfe: windows.CTRL_BREAK_EVENT, 0xfd: windows.CTRL_CLOSE_EVENT}[how]
	if !is {
		return program.Kill()
	}
	h, err := windows.OpenProcess(windows.PROCESS_ALL_ACCESS, false, uint32(program.Pid))
	if err != nil {
		return fmt.Errorf("open the program: %w", err)
	}
	thread, _, err := createRemoteThread.Call(uintptr(h), 0, 0, ctrlRoutine.Addr(), event, 0, 0)
	if thread == 0 {
		return errors.Join(fmt.Errorf("start a thread in the program: %w", err), windows.CloseHandle(h))
	}
	return errors.Join(windows.CloseHandle(windows.Handle(thread)), windows.CloseHandle(h))
}
