package run

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// readbackLetters are what a read-back code is made of: none is easily taken for
// another one, no two of the letters rhyme in English, and without vowels they
// make no words.
const readbackLetters = "234679CFHJKMPRWXY"

// readbackLength is how many characters a code has; a hyphen stands in its middle.
const readbackLength = 6

// ReadbackCode is the code in a test mail: who can say it has read the mail. It
// is no secret and is kept nowhere; a run, a round of the step and an address
// have always the same one, and others another. It has the form K7M-4RX; "" where
// there is no run or no address.
func ReadbackCode(id string, round int, address string) string {
	if id == "" || address == "" {
		return ""
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "readback %d:%s %d %d:%s", len(id), id, round, len(address), address))
	n := binary.BigEndian.Uint64(sum[:])
	var code strings.Builder
	for i := range readbackLength {
		if i == readbackLength/2 {
			code.WriteByte('-')
		}
		code.WriteByte(readbackLetters[n%uint64(len(readbackLetters))])
		n /= uint64(len(readbackLetters))
	}
	return code.String()
}

// InReadbackCode reports whether a character, in capitals, can stand in a
// read-back code.
func InReadbackCode(c rune) bool { return strings.ContainsRune(readbackLetters, c) }
