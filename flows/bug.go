package flows

import (
	"fmt"
	"path"
	"reflect"
	"runtime"
	"strings"
)

// Bug is a panic that was caught: a fault of the program itself. It says where
// it was and holds no value of the run, since what a panic is given may be a
// secret.
type Bug struct {
	// What the runtime says of it, such as an index out of range; "" where the
	// panic was given a value, which is not kept.
	What string
	// Stack are the functions that were under way, each with its file and line,
	// the one at fault first.
	Stack []string
}

// Error is for developers: it says nothing that was handed to the panic.
func (b *Bug) Error() string {
	if b.What == "" {
		return "a bug"
	}
	return b.What
}

// Recovered is what recover returned as a Bug; nil if there was no panic. It is
// called in the deferred function itself, where the stack still stands. A Bug
// that was carried here from another goroutine stays what it is.
func Recovered(value any) *Bug {
	if value == nil {
		return nil
	}
	if b, ok := value.(*Bug); ok {
		return b
	}
	b := &Bug{Stack: panicStack()}
	if err, ok := value.(runtime.Error); ok && ofTheRuntime(err) {
		b.What = err.Error()
	}
	return b
}

// Try does work and gives the bug that stopped it; nil if none did. A goroutine
// does its work in it and hands the bug to whoever waits, who panics with it in
// turn: so it comes to the one place that ends the program in order.
func Try(work func()) (b *Bug) {
	defer func() { b = Recovered(recover()) }()
	work()
	return nil
}

// Throw panics with a bug that was caught in another goroutine; nil does
// nothing.
func Throw(b *Bug) {
	if b != nil {
		panic(b)
	}
}

// ofTheRuntime reports whether an error is the Go runtime's own: those name types
// and numbers. Any other type may say what it likes.
func ofTheRuntime(err runtime.Error) bool {
	t := reflect.TypeOf(err)
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t.PkgPath() == "runtime"
}

// mostFrames is how much of a stack is kept: enough to find the fault by, and it
// leaves the last words on the screen.
const mostFrames = 12

// panicStack is the stack below the panic that is being recovered.
func panicStack() []string {
	pcs := make([]uintptr, 64) // with what lies above the panic
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var stack []string
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic": // what lies above it is the recovering
			stack = stack[:0]
		case len(stack) > 0 || !strings.HasPrefix(f.Function, "runtime."): // how the runtime noticed tells nothing
			stack = append(stack, fmt.Sprintf("%s (%s:%d)", f.Function, path.Base(strings.ReplaceAll(f.File, `\`, "/")), f.Line))
		}
		if !more || len(stack) == mostFrames {
			return stack
		}
	}
}
