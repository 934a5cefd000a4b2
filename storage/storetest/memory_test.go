package storetest_test

import (
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) run.Archive { return storetest.NewMemory() })
}
