package tool

import "context"

// board is a clipboard that is reached by the system's own calls, without a program.
type board interface {
	name() string
	copy(ctx context.Context, text string) error
	read(ctx context.Context) ([]byte, error)
}

// copyTo hands a text to the board and gives its name.
func copyTo(ctx context.Context, b board, text string) (name string, err error) {
	return b.name(), b.copy(ctx, text)
}

// clearBoard empties the board if same is true of what it holds.
func clearBoard(ctx context.Context, b board, same func(text []byte) bool) (cleared bool, err error) {
	text, err := b.read(ctx)
	defer clear(text)
	if err != nil || !same(text) {
		return false, err
	}
	return true, b.copy(ctx, "")
}
