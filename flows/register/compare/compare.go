package compare

import (
	"context"
	"errors"
)

// Compare holds two registers against each other. Progress hears, from the
// goroutine that called, how much of the work is done, of 1. It ends with ctx.
func Compare(ctx context.Context, left, right *Register, p Plan, progress func(done float64)) (*Report, error) {
	return nil, errors.New("compare registers: not built")
}
