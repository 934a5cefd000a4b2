package run

import (
	"fmt"
	"io"
	"strings"
)

// newID makes a run's id: 10 characters that are easy to read aloud.
func newID(random io.Reader) (string, error) {
	const letters = "0123456789abcdefghjkmnpqrstvwxyz"
	b := make([]byte, 10)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", fmt.Errorf("make an id: %w", err)
	}
	for i := range b {
		b[i] = letters[b[i]&31]
	}
	return string(b), nil
}

// isRunID reports whether an id that comes from elsewhere is like those that are
// made here: lower-case letters and digits.
func isRunID(id string) bool {
	return len(id) >= 2 && len(id) <= 64 && strings.Trim(id, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
}
