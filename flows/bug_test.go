package flows

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// speaking is an error of the runtime's kind that says a value.
type speaking struct{ error }

func (speaking) RuntimeError() {}

func faultyIndex(list []string, i int) string { return list[i] }

func faultyPointer(b *Bug) string { return b.What }

// TestABugTellsNoValue: what a panic was given is nowhere in it; what the runtime
// says of itself is, and the function at fault stands first.
func TestABugTellsNoValue(t *testing.T) {
	const secret = "hush-hush"
	var none any
	for name, tc := range map[string]struct {
		work func()
		what string
		at   string
	}{
		"a text":                   {func() { panic(secret) }, "", "TestABugTellsNoValue"},
		"an error":                 {func() { panic(errors.New(secret)) }, "", "TestABugTellsNoValue"},
		"a wrapped runtime error":  {func() { panic(fmt.Errorf("%s: %w", secret, speaking{errors.New(secret)})) }, "", "TestABugTellsNoValue"},
		"a speaking runtime error": {func() { panic(speaking{errors.New(secret)}) }, "", "TestABugTellsNoValue"},
		"a struct":                 {func() { panic(struct{ key string }{secret}) }, "", "TestABugTellsNoValue"},
		"an index":                 {func() { faultyIndex([]string{secret}, 3) }, "index out of range [3] with length 1", "faultyIndex"},
		"nothing there":            {func() { faultyPointer(nil) }, "nil pointer dereference", "faultyPointer"},
		"another type":             {func() { none = secret; _ = none.(int) }, "interface {} is string, not int", "TestABugTellsNoValue"},
	} {
		t.Run(name, func(t *testing.T) {
			b := Try(tc.work)
			if b == nil {
				t.Fatal("nothing was caught")
			}
			if said := fmt.Sprintf("%v %+v %#v", b, *b, b); strings.Contains(said, secret) {
				t.Errorf("it tells the value: %s", said)
			}
			if !strings.Contains(b.What, tc.what) || tc.what == "" && b.What != "" {
				t.Errorf("it says %q", b.What)
			}
			if len(b.Stack) == 0 || !strings.Contains(b.Stack[0], tc.at) || !strings.Contains(b.Stack[0], "(bug_test.go:") {
				t.Errorf("the stack begins with\n%s", strings.Join(b.Stack, "\n"))
			}
		})
	}
	if b := Try(func() {}); b != nil {
		t.Errorf("work without a fault gives %v", b)
	}
}

// TestABugIsCarried from one goroutine to another, as it was, and a stack that
// never ends is bounded.
func TestABugIsCarried(t *testing.T) {
	ended := make(chan *Bug)
	go func() { ended <- Try(func() { faultyIndex(nil, 0) }) }()
	b := <-ended
	if again := Try(func() { Throw(b) }); again != b {
		t.Errorf("it became %v", again)
	}
	Throw(nil)
	var deeper func(n int)
	deeper = func(n int) {
		if n == 0 {
			panic("deep")
		}
		deeper(n - 1)
	}
	if n := len(Try(func() { deeper(1000) }).Stack); n != mostFrames {
		t.Errorf("%d frames", n)
	}
}
