package line

import (
	"testing"

	"go.uber.org/goleak"
)

// TestMain holds that the tests leave no goroutine behind but the one that
// reads, which waits for the next line and ends with the program.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("lotse/ui/line.(*reader).next.func1"))
}
