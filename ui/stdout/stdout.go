// Package stdout is the program's standard output, also where the program was
// started without one. Go puts /dev/null into the place of a closed descriptor
// before anything of a program runs, so a command could not tell that nobody will
// ever see what it prints. It imports nothing of Lotse.
package stdout

import "os"

// File is the standard output. If that was closed when the program started, it is
// a closed file, at which every write fails; os.Stdout is it then, too, for
// libraries that write there themselves.
func File() *os.File {
	if closed() {
		os.Stdout = closedFile()
	}
	return os.Stdout
}
