//go:build campaign && unix

package journey

import "testing"

// TestKillAroundManyMoves is TestKillAroundAMove for longer.
func TestKillAroundManyMoves(t *testing.T) {
	t.Parallel()
	killAroundMoves(t, max(60, *moveRounds))
}

// TestTypingFarAhead is TestTypingAhead for longer.
func TestTypingFarAhead(t *testing.T) {
	t.Parallel()
	typeAhead(t, max(50, *aheadRounds))
}

// TestStoriesPlayInEveryLanguage is TestStoriesPlayToTheirEnd with each story in every
// language.
func TestStoriesPlayInEveryLanguage(t *testing.T) {
	playToTheEnd(t, func(int, string) bool { return true })
}
