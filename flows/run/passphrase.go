package run

import (
	"unicode/utf8"

	"lotse/flows"
)

// ShortestPassphrase is the least number of characters of a new passphrase.
const ShortestPassphrase = 8

// CheckPassphrase refuses a new passphrase that is too short (flows.ErrUsage).
// The vault holds to it, and a face asks it before the passphrase is typed
// again. A passphrase that opens a key that is there already may be shorter.
func CheckPassphrase(s Secret) error {
	if utf8.RuneCount(s.Reveal()) < ShortestPassphrase {
		return flows.Refuse(flows.ErrUsage, nil, "refuse.passphrase_short", "n", ShortestPassphrase)
	}
	return nil
}
