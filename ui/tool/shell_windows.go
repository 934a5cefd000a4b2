package tool

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sys/windows"
)

type systemShell struct{}

func newShell() shell { return systemShell{} }

func (systemShell) name() string { return "Windows" }

// open is ShellExecute: it is handed the whole as one, so that no program takes a
// command line apart before the one that the person chose.
func (systemShell) open(what string) error {
	letters, err := windows.UTF16PtrFromString(what)
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	defer hideEnvironment()()
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED) == nil { // some handlers are objects
			defer windows.CoUninitialize()
		}
		ended <- windows.ShellExecute(0, nil, letters, nil, nil, windows.SW_SHOWNORMAL)
	}()
	select {
	case err := <-ended:
		if errors.Is(err, windows.ERROR_NO_ASSOCIATION) {
			return ErrNone
		}
		if err != nil {
			return fmt.Errorf("open by the system: %w", err)
		}
	case <-time.After(openTime): // it asks the person
	}
	return nil
}

// hideEnvironment takes from this process all variables that no program is given, for
// ShellExecute has no other environment to hand on; restore gives them back.
func hideEnvironment() (restore func()) {
	hidden := map[string]string{}
	for _, v := range os.Environ() {
		name, value, _ := strings.Cut(v, "=")
		given := func(other string) bool { return strings.EqualFold(name, other) }
		if name != "" && !slices.ContainsFunc(passed, given) && os.Unsetenv(name) == nil {
			hidden[name] = value
		}
	}
	return func() {
		for name, value := range hidden {
			_ = os.Setenv(name, value) // it was set before
		}
	}
}
