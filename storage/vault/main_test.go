package vault

import (
	"fmt"
	"os"
	"testing"

	"go.uber.org/goleak"
)

// roles are what the test binary can be when a test needs another program, by
// the variable of the environment that says so.
var roles = map[string]func(string) error{"LOTSE_TEST_VAULT": sealInProgram}

func TestMain(m *testing.M) {
	for name, role := range roles {
		if with := os.Getenv(name); with != "" {
			if err := role(with); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			os.Exit(0)
		}
	}
	goleak.VerifyTestMain(m) // it leaves no goroutine behind, and exits
}
