//go:build campaign

package journey

// leastMoves is how many rounds of kill -9 around a move the campaign plays.
const leastMoves = 60
