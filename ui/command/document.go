package command

import (
	"errors"
	"io"

	"lotse/flows"
)

// form bounds an answers file, which nests four deep: a list in it is as long as
// one may be.
var form = flows.Form{Depth: 32, Keys: 1000, Parts: flows.MaxRows}

// parseDocument reads JSON or YAML. What it refuses, and what YAML would make
// something else of, is a *flows.Refusal with a place in the document.
func parseDocument(data []byte) (*flows.Element, error) {
	root, faults, traps := flows.ReadDocument("", data, form)
	if wrong := append(faults, traps...); len(wrong) > 0 {
		return nil, &flows.Refusal{Kind: flows.ErrUsage, Message: wrong[0].Message, At: flows.FilePlace{Row: wrong[0].Line, Column: wrong[0].Column}}
	}
	if root == nil {
		root = &flows.Element{FilePlace: flows.FilePlace{Row: 1, Column: 1}}
	}
	return root, nil
}

// errTooLarge says that more came than may come.
var errTooLarge = errors.New("too large")

// limited reads all of r, up to limit bytes.
func limited(r io.Reader, limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err == nil && len(data) > limit {
		err = errTooLarge
	}
	return data, err
}
