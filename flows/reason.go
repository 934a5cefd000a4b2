package flows

import (
	"errors"
	"io/fs"
	"syscall"
)

// systemReason is what the system says of a file, by the code of its sentence.
type systemReason struct {
	err  error
	code string
}

// systemReasons are those of every system; ownReasons are those of this one.
var systemReasons = []systemReason{
	{fs.ErrNotExist, "file.missing"},
	{syscall.ENOSPC, "file.no_room"},
	{syscall.EROFS, "file.read_only"},
	{syscall.EISDIR, "file.is_folder"},
	{fs.ErrPermission, "file.denied"},
	{fs.ErrClosed, "file.closed"},
	{syscall.EIO, "file.faulty"},
	{syscall.EMFILE, "file.too_many"},
	{syscall.ENOMEM, "file.no_memory"},
	{syscall.ENAMETOOLONG, "file.long_name"},
}

// Reason is an error as another sentence names it: the message of a refusal,
// what the system commonly says of a file by a code of ours, else the words of
// the error.
func Reason(err error) Message {
	var r *Refusal
	if errors.As(err, &r) && !r.Message.IsZero() {
		return r.Message
	}
	for _, s := range append(systemReasons, ownReasons...) {
		if errors.Is(err, s.err) {
			return Msg(s.code, "file", fileOf(err))
		}
	}
	return Said(CleanLine(err.Error()))
}

// fileOf is the file that an error of the system is about, as a sentence names
// it.
func fileOf(err error) any {
	var path *fs.PathError
	if errors.As(err, &path) && path.Path != "" {
		return CleanLine(path.Path)
	}
	return Msg("file.the_file")
}
