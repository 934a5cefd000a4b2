package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"

	"lotse/flows"
)

// Regular opens a file that a person named, to read it. It refuses one that does
// not exist, and what is no regular file: a pipe waits for whoever writes to it, a
// device may do anything when it is opened.
func Regular(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err = refusal(path, info, err); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // it may have been exchanged for a pipe since
	if err != nil {
		return nil, fmt.Errorf("open the file: %w", err)
	}
	info, err = f.Stat()
	if err = refusal(path, info, err); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// refusal is why a file is not read; nil if it is.
func refusal(path string, info fs.FileInfo, err error) error {
	name := flows.CleanLine(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return flows.Refuse(flows.ErrNotFound, nil, "file.none", "name", name).Because(err)
	case err != nil:
		return fmt.Errorf("open the file: %w", err)
	case info.IsDir():
		return flows.Refuse(flows.ErrUnreadable, nil, "file.folder", "name", name)
	case !info.Mode().IsRegular():
		return flows.Refuse(flows.ErrUnreadable, nil, "file.device", "name", name)
	}
	return nil
}

// OpenDescriptor is the stream that was handed to the program under a number; nil
// for a number that can be none. Windows numbers none, but for the three that each
// program has.
func OpenDescriptor(fd int) *os.File {
	if std := []*os.File{os.Stdin, os.Stdout, os.Stderr}; runtime.GOOS == "windows" {
		if fd < 0 || fd >= len(std) {
			return nil
		}
		return std[fd]
	}
	return os.NewFile(uintptr(fd), fmt.Sprintf("file descriptor %d", fd))
}

// Descriptor is the open stream that a path stands for, such as /dev/stdin, or
// /dev/fd/63 where a shell puts a program's output: nobody has to be waited for
// there but its writer.
func Descriptor(path string) (fd int, ok bool) {
	dir, name := filepath.Split(filepath.Clean(path))
	switch {
	case dir == "/dev/" && name == "stdin":
		return 0, true
	case dir == "/dev/fd/" || dir == "/proc/self/fd/":
		fd, err := strconv.Atoi(name)
		return fd, err == nil && fd >= 0
	}
	return 0, false
}
