package face

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// Attachment is what is attached in one line: its name, its size, and the note on
// it.
func Attachment(lang string, a *run.Attachment) string {
	if a.Note == "" {
		return words.Say(lang, flows.Msg("attach.file", "file", a.File.Name, "size", Size(lang, a.File.Size)))
	}
	return words.Say(lang, flows.Msg("attach.file_note", "file", a.File.Name, "size", Size(lang, a.File.Size), "note", flows.CleanLine(a.Note)))
}

// Size is the size of a file in bytes, KiB or MiB.
func Size(lang string, bytes int64) string { return words.Say(lang, flows.FileSize(bytes)) }
