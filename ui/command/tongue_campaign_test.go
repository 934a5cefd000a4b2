//go:build campaign && !race

package command_test

import "testing"

// TestScriptsInEveryLanguage is TestScriptsInAnotherLanguage with each script in all
// of them.
func TestScriptsInEveryLanguage(t *testing.T) {
	speak(t, func(int, string) bool { return true })
}
