package compare

import (
	"hash/maphash"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// letterKey is a key that a form shares with those one letter from it.
type letterKey struct {
	hash     uint64
	at, size int // the letter that is left out
	kind     keyKind
}

// keyKind is what a key was made of.
type keyKind uint8

const (
	whole   keyKind = iota // the form
	dropped                // the form without a letter
	changed                // the form without a letter, and where that stands
)

// asked is what the keys of a form are for: a form that asks with a letter
// dropped is looked for among whole ones, and the other way round.
type asked bool

const (
	offering asked = false
	asking   asked = true
)

// keyHalf is which kinds of keys are meant.
type keyHalf int

const (
	changes keyHalf = 0 // changed
	drops   keyHalf = 1 // whole and dropped
)

// letterKeys makes the keys of forms: polynomials of the letters modulo the
// prime 2^61-1 at a point that nobody knows, so that the form without a letter
// costs one multiplication.
type letterKeys struct {
	seed   uint64
	powers [utf8.UTFMax*maxNear + 1]uint64
	begins [utf8.UTFMax*maxNear + 1]uint64 // of the first letters
	keys   []letterKey
}

const prime = 1<<61 - 1

func newLetterKeys() *letterKeys {
	k := &letterKeys{seed: maphash.String(maphash.MakeSeed(), "letters") | 1}
	point := k.seed>>4 | 1<<32
	k.powers[0] = 1
	for i := 1; i < len(k.powers); i++ {
		k.powers[i] = times(k.powers[i-1], point)
	}
	return k
}

// times multiplies modulo the prime.
func times(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return reduced(lo&prime + (lo>>61 | hi<<3))
}

// reduced brings what is below twice the prime and a little more below it.
func reduced(a uint64) uint64 {
	a = a&prime + a>>61
	if a >= prime {
		a -= prime
	}
	return a
}

// of gives the keys of a form; they are valid until the next call.
func (k *letterKeys) of(form []byte, half keyHalf, as asked) []letterKey {
	n := len(form)
	for i, c := range form {
		k.begins[i+1] = reduced(times(k.begins[i], k.powers[1]) + uint64(c) + 1)
	}
	wholes, drop := uint64(1), uint64(2)
	if as == asking {
		wholes, drop = drop, wholes
	}
	k.keys = k.keys[:0]
	if half == drops {
		k.keys = append(k.keys, letterKey{hash: k.mix(k.begins[n]*4 + wholes), kind: whole, at: n})
		if utf8.RuneCount(form) == minNear { // the other one would be too short
			return k.keys
		}
	}
	var before rune
	for at, size := 0, 0; at < n; at += size {
		var c rune
		c, size = utf8.DecodeRune(form[at:])
		if unicode.IsNumber(c) || half == drops && c == before {
			before = c
			continue
		}
		before = c
		rest := reduced(k.begins[n] + times(reduced(k.begins[at]+prime-k.begins[at+size]), k.powers[n-at-size]))
		if half == drops {
			k.keys = append(k.keys, letterKey{hash: k.mix(rest*4 + drop), kind: dropped, at: at, size: size})
		} else {
			k.keys = append(k.keys, letterKey{hash: k.mix(rest*4 + 3 + uint64(row32(at))*0x9e3779b97f4a7c15), kind: changed, at: at, size: size})
		}
	}
	return k.keys
}

func (k *letterKeys) mix(x uint64) uint64 {
	hi, lo := bits.Mul64(x^k.seed, 0x9e3779b97f4a7c15)
	return (hi ^ lo) * k.seed
}
