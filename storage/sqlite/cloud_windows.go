package sqlite

import (
	"golang.org/x/sys/windows"

	"lotse/flows/ownfile"
)

// Attributes of the Cloud Files API, which OneDrive and others use.
const (
	attributeRecallOnOpen = 0x00040000
	attributePinned       = 0x00080000
	attributeUnpinned     = 0x00100000
	attributeRecallOnData = 0x00400000
)

// cloudOfSystem reports what the system's attributes of a folder say.
func cloudOfSystem(folder string) string {
	name, err := windows.UTF16PtrFromString(ownfile.Extended(folder))
	if err != nil {
		return ""
	}
	attributes, err := windows.GetFileAttributes(name)
	if err != nil || attributes&(attributeRecallOnOpen|attributePinned|attributeUnpinned|attributeRecallOnData) == 0 {
		return ""
	}
	return "OneDrive"
}
