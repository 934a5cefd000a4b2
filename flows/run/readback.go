package run

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// readbackLetters are the characters of a read-back code: none is easily
// mistaken for another, no two letters rhyme in English, and without vowels
// they form no words.
const readbackLetters = "234679CFHJKMPRWXY"

// readbackLength is the number of characters of a code; a hyphen is put in the
// middle.
const readbackLength = 6

// ReadbackCode is the code in a test mail: whoever can say it has read the
// mail. It is no secret and is kept nowhere: the same run, round of the step
// and address always give the same code, and different ones another. Its form
// is K7M-4RX; "" if there is no run or no address.
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

// InReadbackCode reports whether an upper-case character can be part of a
// read-back code.
func InReadbackCode(c rune) bool { return strings.ContainsRune(readbackLetters, c) }
