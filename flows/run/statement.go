package run

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"slices"
	"strconv"
	"time"
)

// StatementKind is what is signed.
type StatementKind string

// What an installation signs.
const (
	StatementReport  StatementKind = "report"
	StatementCapsule StatementKind = "capsule"
)

// Statement is what an installation signs when something about a run leaves it:
// which bytes, of which run, in which mode, up to which event. It proves that the
// holder of the key wrote them so, not that what they say is true.
type Statement struct {
	Kind    StatementKind
	Run     string
	Mode    Mode
	Digest  string // of the procedure, hex
	Events  int64  // Seq of the newest event that is meant
	Head    string // its hash, hex
	Content string // SHA-256 of what is signed, hex
	At      time.Time
}

// Signature is a statement's signature with Ed25519 (RFC 8032).
type Signature struct {
	Key   []byte // the public key, 32 bytes
	Value []byte // 64 bytes
}

// Signer signs for this installation, without asking.
type Signer interface {
	Sign(ctx context.Context, s Statement) (Signature, error)
	// Key is the public key; it is made where there is none.
	Key(ctx context.Context) ([]byte, error)
}

// SigningKey is the key of this installation, by which it signs.
type SigningKey interface {
	Signer
	// State tells of the key and makes none; the error beside it is why nothing can be
	// signed with it.
	State(ctx context.Context) (SigningState, error)
}

// SigningState is what is known of the key without signing.
type SigningState struct {
	Path  string    // of its file; "" where it has none
	Key   []byte    // the public key; nil where there is none yet
	Known [][]byte  // public keys that were signed with before, the newest last
	At    time.Time // when the file was written; zero without one
}

// Owns reports whether a public key is, or was, this installation's.
func (s SigningState) Owns(key []byte) bool {
	is := func(one []byte) bool { return bytes.Equal(one, key) }
	return len(key) > 0 && (is(s.Key) || slices.ContainsFunc(s.Known, is))
}

// Bytes is what is signed: a domain of its own, and each field preceded by its
// length, so that no two statements have the same bytes.
func (s Statement) Bytes() []byte {
	var b bytes.Buffer
	for _, f := range []string{
		"lotse statement 1", string(s.Kind), s.Run, string(s.Mode), s.Digest,
		strconv.FormatInt(s.Events, 10), s.Head, s.Content, s.At.UTC().Format(time.RFC3339Nano),
	} {
		writeField(&b, []byte(f))
	}
	return b.Bytes()
}

// Proves reports whether a signature is that of a statement.
func (g Signature) Proves(s Statement) bool {
	return len(g.Key) == ed25519.PublicKeySize && len(g.Value) == ed25519.SignatureSize && ed25519.Verify(g.Key, s.Bytes(), g.Value)
}

// KeyName is a public key as it is written and compared.
func KeyName(key []byte) string { return hex.EncodeToString(key) }
