package outside

import (
	"context"
	"crypto/sha256"
	"sync"

	"lotse/flows"
	"lotse/flows/run"
)

// mostProcedures is how many procedures are kept at hand.
const mostProcedures = 16

// editions is a store that has the documents at hand which it gave before: most runs have
// their procedure in common.
type editions struct {
	run.Archive
	mu   sync.Mutex
	kept map[string][]byte // by digest
}

// Document implements run.Store.
func (e *editions) Document(ctx context.Context, digest string) ([]byte, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return atHand(&e.kept, digest, func() ([]byte, error) { return e.Archive.Document(ctx, digest) })
}

// loaded are procedures that were loaded, by the SHA-256 of their document.
type loaded struct {
	load run.Load
	mu   sync.Mutex
	kept map[[sha256.Size]byte]*flows.Procedure
}

// procedure loads the procedure of a document.
func (l *loaded) procedure(document []byte) (*flows.Procedure, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return atHand(&l.kept, sha256.Sum256(document), func() (*flows.Procedure, error) { return l.load(document) })
}

// atHand gives what is kept under a name, or else what get gives, and keeps that.
func atHand[K comparable, V any](kept *map[K]V, name K, get func() (V, error)) (V, error) {
	if v, is := (*kept)[name]; is {
		return v, nil
	}
	v, err := get()
	if err != nil {
		return v, err
	}
	if *kept == nil || len(*kept) == mostProcedures {
		*kept = map[K]V{}
	}
	(*kept)[name] = v
	return v, nil
}
