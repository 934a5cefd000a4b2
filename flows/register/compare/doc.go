// Package compare holds the register of one system against the same register of
// another, row by row, before one card overwrites another: which rows belong
// together, and what is wrong with them (Netvisor and Rackbeat, NR-02 to NR-08).
//
// A row stands in at most one pair. Pairs are found in three tiers, each among
// the rows that the tiers before it left: by code (trimmed, exactly equal), by
// business id (normalised, valid ones only), by name (NFC, trimmed, exactly
// equal); products by code alone. A key that stands twice among what is left of
// either side, and at least once on both, matches nothing in its tier: that is
// one finding ambiguous a key, and its rows go on to the next tier.
//
// The package is pure: it reads from io.ReaderAt, knows no path, network or
// screen, and imports flows, flows/register and x/text.
package compare
