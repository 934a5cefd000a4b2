package walk

import (
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Attach keeps the file at a path, and attaches it to a step or an item, with a
// note.
func (w *Walk) Attach(at flows.Address, path, note string) Turn {
	path = strings.TrimSpace(path)
	switch {
	case at.Step == "":
		return tell("dialogue.no_step")
	case path == "":
		return warn(flows.Msg("dialogue.attach_missing"))
	}
	return w.keepFile(KeepFile{At: at.Whole(), Path: path, Most: flows.MaxEvidence, Attach: true, Note: note})
}

// attachMessage is the message about a file that was attached.
func (w *position) attachMessage(c *run.Attach, events int) flows.Message {
	if events == 0 {
		return flows.Msg("dialogue.attached_before", "file", flows.Short(c.File.Name), "what", w.PublicName(c.At))
	}
	return flows.Msg("dialogue.attached", "file", flows.Short(c.File.Name), "what", w.PublicName(c.At))
}
