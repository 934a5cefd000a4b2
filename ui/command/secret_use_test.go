package command_test

import (
	"os"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// after is when a time is over: where a script names a file for it, when that is
// there.
func after(d time.Duration) <-chan time.Time {
	path := os.Getenv("OVER")
	if path == "" {
		return time.After(d)
	}
	over := make(chan time.Time)
	go func() {
		for {
			if _, err := os.Stat(path); err == nil {
				close(over)
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	return over
}

// awaits waits until a file holds a text.
func awaits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: awaits FILE TEXT")
	}
	path := ts.MkAbs(args[0])
	for {
		if text, err := os.ReadFile(path); err == nil && strings.Contains(string(text), args[1]) {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}
