package report

import (
	"encoding/hex"

	"lotse/flows/run"
)

// linkOf is the link of an event.
func linkOf(e *run.Event) Link {
	return Link{
		Seq: e.Seq, At: e.At.UTC(), By: e.By, Mode: e.Mode, Kind: e.Kind, Step: e.Step,
		Sum: hex.EncodeToString(e.Sum), Hash: hex.EncodeToString(e.Hash),
	}
}
