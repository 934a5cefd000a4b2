package flows

import "strings"

// device is a name that means a device on Windows, whatever ending follows.
var device = pattern(`(?is)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *([.:].*)?`)

// IsReserved reports whether Windows takes the name of a file for something else:
// for a device, for a part of another file (after a colon), or for a shorter name (it
// leaves out dots and blanks at the end). The name is without a folder.
func IsReserved(name string) bool {
	return device(name) || strings.Contains(name, ":") || strings.TrimRight(name, ". ") != name
}
