//go:build windows

// Command console runs a program on a console of its own and gives, as a
// pseudo terminal does, what the program writes, and takes what a person types:
//
//	console COLUMNS ROWS PROGRAM [ARGUMENT]...
//
// The console of wine 8 interprets no escape sequences. It keeps every character
// as it came where it is told to process none, so that its cells, read in order,
// are the stream that was written. What comes on stdin is typed, but for four bytes:
// 0xff kills the program, 0xfe is ctrl+break, 0xfd closes the window, and 0xfc makes it
// ten columns and five rows smaller. The last line on stderr tells how the program ended
// and which modes it left.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"time"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	kernel32       = windows.NewLazySystemDLL("kernel32.dll")
	setBufferSize  = kernel32.NewProc("SetConsoleScreenBufferSize")
	setWindow      = kernel32.NewProc("SetConsoleWindowInfo")
	fill           = kernel32.NewProc("FillConsoleOutputCharacterW")
	readCharacters = kernel32.NewProc("ReadConsoleOutputCharacterW")
	writeInput     = kernel32.NewProc("WriteConsoleInputW")

	// Windows tells a program of ctrl+break and of a window that is closed by a
	// thread in it that begins here.
	ctrlRoutine        = windows.NewLazySystemDLL("kernelbase.dll").NewProc("CtrlRoutine")
	createRemoteThread = kernel32.NewProc("CreateRemoteThread")
)

const (
	inside    = "LOTSE_TEST_INSIDE" // set in the process that has the console
	height    = 30000               // rows of the buffer, which are never used up
	unwritten = 0xffff              // what a cell has before anything is written there: no character
)

func main() {
	run := outer
	if os.Getenv(inside) != "" {
		run = inner
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "console:", err)
		os.Exit(1)
	}
}

// outer starts this program again, with a console that has no window.
func outer() error {
	cmd := exec.Command(os.Args[0], os.Args[1:]...)
	cmd.Env = append(os.Environ(), inside+"=1")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.SysProcAttr = &windows.SysProcAttr{CreationFlags: windows.CREATE_NO_WINDOW}
	return cmd.Run()
}

type modes struct{ In, Out uint32 }

// console is the input and the screen of this process's console.
type console struct {
	in, out *os.File
	columns int
	read    int // characters that were given on
	half    uint16
	pasting bool
}

// told is what is told on stderr once the program has ended.
type told struct {
	Code          int
	Before, After modes
}

func inner() error {
	c, err := newConsole()
	if err != nil {
		return err
	}
	t := told{Before: c.modes()}
	cmd := exec.Command(os.Args[3], os.Args[4:]...)
	for _, v := range os.Environ() {
		if v != inside+"=1" {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = c.in, c.out, c.out
	if err := cmd.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	go c.types(cmd.Process)
	for over := false; !over; {
		select {
		case err = <-ended:
			over = true
		case <-time.After(10 * time.Millisecond):
		}
		if err := c.gives(); err != nil {
			return err
		}
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return err
	}
	t.Code, t.After = cmd.ProcessState.ExitCode(), c.modes()
	return json.NewEncoder(os.Stderr).Encode(t)
}

func newConsole() (*console, error) {
	columns, err := strconv.Atoi(os.Args[1])
	if err != nil {
		return nil, err
	}
	rows, err := strconv.Atoi(os.Args[2])
	if err != nil {
		return nil, err
	}
	c := &console{columns: columns}
	if c.in, err = opened("CONIN$"); err != nil {
		return nil, err
	}
	if c.out, err = opened("CONOUT$"); err != nil {
		return nil, err
	}
	// A window is never wider than its buffer: so it is made small first.
	for _, step := range []struct {
		call *windows.LazyProc
		args []uintptr
	}{
		{setWindow, window(1, 1)},
		{setBufferSize, []uintptr{uintptr(columns | height<<16)}},
		{setWindow, window(columns, rows)},
	} {
		if ok, _, err := step.call.Call(append([]uintptr{c.out.Fd()}, step.args...)...); ok == 0 {
			return nil, fmt.Errorf("%s: %w", step.call.Name, err)
		}
	}
	var filled uint32
	if ok, _, err := fill.Call(c.out.Fd(), unwritten, uintptr(columns*height), 0, uintptr(unsafe.Pointer(&filled))); ok == 0 {
		return nil, fmt.Errorf("fill the buffer: %w", err)
	}
	return c, windows.SetConsoleMode(windows.Handle(c.out.Fd()), windows.ENABLE_WRAP_AT_EOL_OUTPUT)
}

func window(columns, rows int) []uintptr {
	r := &windows.SmallRect{Right: int16(columns - 1), Bottom: int16(rows - 1)}
	return []uintptr{1, uintptr(unsafe.Pointer(r))}
}

func opened(name string) (*os.File, error) {
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return nil, err
	}
	h, err := windows.CreateFile(path, windows.GENERIC_READ|windows.GENERIC_WRITE, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return os.NewFile(uintptr(h), name), nil
}

func (c *console) modes() (m modes) {
	_ = windows.GetConsoleMode(windows.Handle(c.in.Fd()), &m.In)
	_ = windows.GetConsoleMode(windows.Handle(c.out.Fd()), &m.Out)
	return m
}

// gives writes to stdout what is new on the screen.
func (c *console) gives() error {
	var info windows.ConsoleScreenBufferInfo
	if err := windows.GetConsoleScreenBufferInfo(windows.Handle(c.out.Fd()), &info); err != nil {
		return err
	}
	n := int(info.CursorPosition.Y)*c.columns + int(info.CursorPosition.X) - c.read
	if int(info.CursorPosition.X) == c.columns-1 {
		n++ // it stays in the last column once that is written
	}
	if n <= 0 {
		return nil
	}
	letters, got := make([]uint16, n), uint32(0)
	from := c.read%c.columns | c.read/c.columns<<16
	if ok, _, err := readCharacters.Call(c.out.Fd(), uintptr(unsafe.Pointer(&letters[0])), uintptr(n), uintptr(from), uintptr(unsafe.Pointer(&got))); ok == 0 {
		return fmt.Errorf("read the screen: %w", err)
	}
	if got > 0 && letters[got-1] == unwritten {
		got--
	}
	if letters = letters[:got]; got == 0 {
		return nil
	}
	c.read += len(letters)
	if c.half != 0 {
		letters = append([]uint16{c.half}, letters...)
	}
	c.half = 0
	if last := letters[len(letters)-1]; last>>10 == 0xd800>>10 {
		c.half, letters = last, letters[:len(letters)-1]
	}
	_, err := os.Stdout.WriteString(string(utf16.Decode(letters)))
	return err
}
