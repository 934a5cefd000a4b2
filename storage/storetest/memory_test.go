package storetest_test

import (
	"context"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) run.Archive { return storetest.NewMemory() },
		func(_ *testing.T, a run.Archive, backup string) (run.Archive, string, error) {
			kept, err := a.(*storetest.Memory).Restore(context.Background(), backup)
			return a, kept, err
		})
}
