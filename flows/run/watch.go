package run

import "context"

// Look is how far long work on a store has come.
type Look struct {
	Part Part
	Done int
	All  int // 0: the part cannot be counted
}

// Part is what long work is at.
type Part string

// The parts of long work.
const (
	LookPages Part = "pages" // every page of the database
	LookRuns  Part = "runs"  // every run with its chain
	LookFiles Part = "files" // every kept file
	LookCopy  Part = "copy"  // a copy is written
)

type watchKey struct{}

// Watch gives a context in which long work on a store tells how far it is, from
// whatever goroutine it is in and as often as it likes.
func Watch(ctx context.Context, see func(Look)) context.Context {
	return context.WithValue(ctx, watchKey{}, see)
}

// Tell tells whoever watches in a context, if anybody does.
func (l Look) Tell(ctx context.Context) {
	if see, _ := ctx.Value(watchKey{}).(func(Look)); see != nil {
		see(l)
	}
}
