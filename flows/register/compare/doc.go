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
// Names of rows without a match are near if they are equal without case, blanks,
// punctuation and legal forms, wherever these stand; or if, of 4 to 100 such
// characters, one letter is added, dropped or changed. Digits are no letters:
// Halli 1 and Halli 2 are two companies. Each left row is told with the first
// right one, an equal one before one with another letter.
//
// The work grows with the text and not with what is alike in it: a million equal
// names, or names that all are one letter apart, take as long as others.
//
// The package is pure: it reads from io.ReaderAt, knows no path, network or
// screen, and imports flows, flows/register and x/text.
package compare
