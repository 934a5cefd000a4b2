//go:build !campaign

package journey

// leastMoves is how many rounds of kill -9 around a move are played at least.
const leastMoves = 10
