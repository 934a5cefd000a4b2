//go:build campaign

package compare

import "testing"

// TestAgreesWithTheReferenceAtLength is TestAgreesWithTheReference for longer.
func TestAgreesWithTheReferenceAtLength(t *testing.T) {
	agrees(t, 10_000)
}
