//go:build campaign

package journey

const killRoundsByDefault = 200
