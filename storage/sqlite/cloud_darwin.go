package sqlite

import "golang.org/x/sys/unix"

// fileProvider is the attribute of a folder that macOS's File Provider keeps,
// as it does Desktop and Documents with iCloud Drive.
const fileProvider = "com.apple.file-provider-domain-id"

// cloudOfSystem reports what the system's attributes of a folder say.
func cloudOfSystem(folder string) string {
	if _, err := unix.Getxattr(folder, fileProvider, nil); err != nil {
		return ""
	}
	return "iCloud Drive"
}
