//go:build cgo && unix

package stdout

/*
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int was_closed;

// It runs before Go, which fills the place of a closed descriptor.
__attribute__((constructor)) static void look(void) {
	was_closed = fcntl(STDOUT_FILENO, F_GETFD) == -1 && errno == EBADF;
}

static int closed(void) { return was_closed; }
*/
import "C"

import (
	"os"
	"syscall"
)

// closed reports whether the program was started without a standard output.
func closed() bool { return C.closed() != 0 }

// closedFile is a file that is closed; an error names it as the output.
func closedFile() *os.File {
	fd, err := syscall.Open(os.DevNull, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return os.NewFile(1, "/dev/stdout") // without /dev/null Go would not have started
	}
	f := os.NewFile(uintptr(fd), "/dev/stdout")
	_ = f.Close() // it was never written to
	return f
}
