package command

import (
	"errors"

	"lotse/flows"
	"lotse/flows/pack"
	"lotse/ui/outside"
)

// proved are the faults of a document: of a pack's manifest those of the pack that it
// describes, of any other those of a procedure.
func (c *call) proved(d *outside.Document) (flows.Faults, error) {
	if d.Name != pack.Manifest {
		return flows.Lint(d.FS, d.Name, c.Specs), nil
	}
	_, err := pack.Open(d.FS)
	var faults flows.Faults
	var refused *flows.Refusal
	switch {
	case errors.As(err, &faults) && len(faults) > 0: // it cannot be read at all
		return faults, nil
	case errors.As(err, &refused):
		return flows.Faults{faultOf(refused)}, nil
	}
	return nil, err
}

// faultOf is why a pack is not one, at its place: at the beginning of the manifest
// where the refusal names none.
func faultOf(r *flows.Refusal) flows.Fault {
	at, _ := r.At.(flows.FilePlace)
	if at.File == "" {
		at.File = pack.Manifest
	}
	return flows.Fault{File: at.File, Line: max(at.Row, 1), Column: max(at.Column, 1), Message: r.Message}
}
