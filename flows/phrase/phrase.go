// Package phrase says what is too long to be read aloud, such as a public key, in
// four plain English words, so that two people can compare it on the phone. It
// imports the standard library and nothing of Lotse.
//
// It exists so that there is one list of words and one way from a text to them:
// two installations agree only if both have the same, whatever their versions, so
// neither is ever changed. A test holds that.
package phrase

import (
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Kind is what a phrase stands for: the same text gives other words as another
// kind.
type Kind string

// The kinds of phrases.
const (
	Recipient Kind = "recipient" // a public key, as it is written: age1...
	Signer    Kind = "signer"    // the public key of a signature, in hexadecimal
	Capsule   Kind = "capsule"   // the SHA-256 of a capsule, in hexadecimal
	Pack      Kind = "pack"      // the digest of a pack, in hexadecimal
)

// Count is the number of words in a phrase.
const Count = 4

// rounds is how often the text is hashed. Four words are some 41 bits: with it, a
// second text with the words of a given one takes some 2^57 hashes to be found,
// and making a phrase some tens of milliseconds.
const rounds = 1 << 16

// list are the 1296 words, sorted, no two of which differ by one letter or sound
// alike.
//
//go:embed words.txt
var list string

var words = sync.OnceValue(func() []string { return strings.Fields(list) })

// Words is a phrase.
type Words [Count]string

// Of gives the words of a text.
func Of(kind Kind, text string) Words {
	sum := sha256.Sum256([]byte("lotse phrase\x00" + string(kind) + "\x00" + text))
	again := append(make([]byte, len(sum), len(sum)+len(text)), text...)
	for range rounds {
		copy(again, sum[:])
		sum = sha256.Sum256(again)
	}
	return pick(sum)
}

// pick takes the words that a sum names.
func pick(sum [sha256.Size]byte) Words {
	all := words()
	var w Words
	for i := range w {
		w[i] = all[binary.BigEndian.Uint64(sum[8*i:])%uint64(len(all))]
	}
	return w
}

// String is the phrase as it is read aloud.
func (w Words) String() string { return strings.Join(w[:], " ") }

// Matches reports whether somebody typed this phrase: the words in their order,
// whatever their case and whatever stands between them.
func (w Words) Matches(typed string) bool {
	return slices.Equal(w[:], strings.FieldsFunc(strings.ToLower(typed), func(r rune) bool { return !unicode.IsLetter(r) }))
}
