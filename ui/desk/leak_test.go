package desk

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain holds that the tests leave no goroutine behind but the one that
// reads, which waits for the terminal's next key and ends with the program.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("lotse/ui/tty.(*inputReader).pump"))
}
