package desk

import (
	"runtime/debug"
	"testing"

	"go.uber.org/goleak"
)

// TestMain holds that the tests leave no goroutine behind but the one that
// reads, which waits for the terminal's next key and ends with the program. Frames are
// garbage once they are compared, and little else is held: collecting that seldom saves
// a quarter of the time.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("lotse/ui/tty.(*inputReader).pump"))
}
