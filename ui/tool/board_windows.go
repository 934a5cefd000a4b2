package tool

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"
	"unicode/utf16"
	"unsafe"

	"golang.org/x/sys/windows"
)

// The calls for the clipboard, which is the system's own here: clip.exe reads what
// it is given in a code page, and cannot read back.
var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	kernel32 = windows.NewLazySystemDLL("kernel32.dll")

	openClipboard    = user32.NewProc("OpenClipboard")
	closeClipboard   = user32.NewProc("CloseClipboard")
	emptyClipboard   = user32.NewProc("EmptyClipboard")
	setClipboardData = user32.NewProc("SetClipboardData")
	getClipboardData = user32.NewProc("GetClipboardData")
	hasFormat        = user32.NewProc("IsClipboardFormatAvailable")
	registerFormat   = user32.NewProc("RegisterClipboardFormatW")

	globalAlloc  = kernel32.NewProc("GlobalAlloc")
	globalFree   = kernel32.NewProc("GlobalFree")
	globalLock   = kernel32.NewProc("GlobalLock")
	globalUnlock = kernel32.NewProc("GlobalUnlock")
	globalSize   = kernel32.NewProc("GlobalSize")
	moveMemory   = kernel32.NewProc("RtlMoveMemory")
)

const (
	unicodeText  = 13 // CF_UNICODETEXT
	moveable     = 2  // GMEM_MOVEABLE
	betweenTries = 10 * time.Millisecond
)

// unkept are the formats by which a program asks that what it copies is left out of
// the clipboard's history and is not carried to other machines.
var unkept = []string{"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"}

type systemBoard struct{}

func newBoard() board { return systemBoard{} }

func (systemBoard) name() string { return "Windows" }

func (systemBoard) copy(ctx context.Context, text string) error {
	return held(ctx, func() error {
		if ok, _, err := emptyClipboard.Call(); ok == 0 {
			return fmt.Errorf("empty the clipboard: %w", err)
		}
		for _, name := range unkept {
			letters, err := windows.UTF16PtrFromString(name)
			if err != nil {
				return err
			}
			format, _, _ := registerFormat.Call(uintptr(unsafe.Pointer(letters)))
			if err := put(format, []uint16{0, 0}); err != nil {
				return err
			}
		}
		if text == "" {
			return nil
		}
		letters := append(utf16.Encode([]rune(text)), 0)
		defer clear(letters)
		return put(unicodeText, letters)
	})
}

func (systemBoard) read(ctx context.Context) (text []byte, err error) {
	err = held(ctx, func() error {
		if has, _, _ := hasFormat.Call(unicodeText); has == 0 {
			return nil // something else than a text lies there
		}
		memory, _, err := getClipboardData.Call(unicodeText)
		if memory == 0 {
			return fmt.Errorf("read the clipboard: %w", err)
		}
		size, _, _ := globalSize.Call(memory)
		letters := make([]uint16, min(size/2, mostRead))
		defer clear(letters)
		from, _, err := globalLock.Call(memory)
		if from == 0 || len(letters) == 0 {
			return fmt.Errorf("read the clipboard: %w", err)
		}
		_, _, _ = moveMemory.Call(uintptr(unsafe.Pointer(&letters[0])), from, uintptr(2*len(letters)))
		_, _, _ = globalUnlock.Call(memory)
		text = []byte(windows.UTF16ToString(letters))
		return nil
	})
	return text, err
}

// held does something with the clipboard, which one program has at a time: others
// are waited for.
func held(ctx context.Context, do func() error) error {
	ctx, cancel := context.WithTimeout(ctx, copyTime)
	defer cancel()
	runtime.LockOSThread() // it is a thread that has it
	defer runtime.UnlockOSThread()
	for {
		ok, _, err := openClipboard.Call(0)
		if ok != 0 {
			break
		}
		select {
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("open the clipboard: %w", err), ctx.Err())
		case <-time.After(betweenTries):
		}
	}
	defer closeClipboard.Call() //nolint:errcheck // it was opened
	return do()
}

// put hands something to the clipboard in one of its formats.
func put(format uintptr, data []uint16) error {
	size := uintptr(2 * len(data))
	memory, _, err := globalAlloc.Call(moveable, size)
	if memory == 0 {
		return fmt.Errorf("make room for the clipboard: %w", err)
	}
	to, _, err := globalLock.Call(memory)
	if to != 0 {
		_, _, _ = moveMemory.Call(to, uintptr(unsafe.Pointer(&data[0])), size)
		_, _, _ = globalUnlock.Call(memory)
		var given uintptr
		if given, _, err = setClipboardData.Call(format, memory); given != 0 {
			return nil // the memory is the system's now
		}
	}
	_, _, _ = globalFree.Call(memory)
	return fmt.Errorf("copy to the clipboard: %w", err)
}
