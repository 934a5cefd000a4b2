package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"lotse/flows"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// The errors of this store that no other has.
var (
	// ErrForeign: the file is a database of another program.
	ErrForeign = errors.New("database of another program")
	// ErrNetwork: the file lies where locks and syncs cannot be trusted.
	ErrNetwork = errors.New("network file system")
)

// Failure is an error with a sentence for a person, which names the file and
// the way out. errors.Is finds its kind (flows.ErrFull, ...) and its cause.
type Failure struct {
	text  string
	kind  error
	cause error
}

// Error is the sentence with the technical cause behind it.
func (f *Failure) Error() string {
	if f.cause == nil {
		return f.text
	}
	return f.text + " (" + f.cause.Error() + ")"
}

// Message is the sentence for a person.
func (f *Failure) Message() string { return f.text }

// Unwrap gives kind and cause.
func (f *Failure) Unwrap() []error {
	var all []error
	for _, err := range []error{f.kind, f.cause} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

func failure(kind, cause error, format string, a ...any) error {
	return &Failure{fmt.Sprintf(format, a...), kind, cause}
}

// explained reports whether an error has its sentence already.
func explained(err error) bool {
	var f *Failure
	var r *flows.Refusal
	return errors.As(err, &f) || errors.As(err, &r)
}

// kindOf sorts what SQLite and the system say into the errors of a Store.
func kindOf(err error) error {
	var e sqlite3.Error
	if errors.As(err, &e) {
		if kind, ok := kindOfErrno(e.SystemErrno); ok && e.Code != sqlite3.ErrBusy {
			return kind
		}
		return kindOfCode[e.Code]
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		kind, _ := kindOfErrno(errno)
		return kind
	}
	if errors.Is(err, fs.ErrPermission) {
		return flows.ErrReadOnly
	}
	return nil
}

var kindOfCode = map[sqlite3.ErrNo]error{
	sqlite3.ErrFull:     flows.ErrFull,
	sqlite3.ErrBusy:     flows.ErrLocked,
	sqlite3.ErrLocked:   flows.ErrLocked,
	sqlite3.ErrProtocol: flows.ErrLocked,
	sqlite3.ErrReadonly: flows.ErrReadOnly,
	sqlite3.ErrPerm:     flows.ErrReadOnly,
	sqlite3.ErrCorrupt:  flows.ErrDamaged,
	sqlite3.ErrNotADB:   flows.ErrDamaged,
	sqlite3.ErrFormat:   flows.ErrDamaged,
}

func kindOfErrno(errno syscall.Errno) (error, bool) {
	switch errno {
	case syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG:
		return flows.ErrFull, true
	case syscall.EACCES, syscall.EPERM, syscall.EROFS:
		return flows.ErrReadOnly, true
	}
	return nil, false
}

// ways are the sentences for what a person can mend; %q is the file.
var ways = []struct {
	kind error
	text string
}{
	{flows.ErrFull, "The disk that holds %q is full. Make room there and try again."},
	{flows.ErrLocked, "Another program is using %q. Close it, or try again in a moment."},
	{flows.ErrReadOnly, "%q cannot be written. Check the permissions of the file and its folder, or name another file with --db."},
}

// explain makes an error one that a person can read; what is one already stays.
func explain(verb, path string, err error) error {
	switch {
	case err == nil, explained(err):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s: %w", verb, err)
	}
	err = fmt.Errorf("%s: %w", verb, err)
	kind := kindOf(err)
	for _, w := range ways {
		if errors.Is(kind, w.kind) {
			return failure(w.kind, err, w.text, path)
		}
	}
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrNotADB {
		return failure(flows.ErrDamaged, err, "%q is no database, or its beginning is damaged. It was left as it is. Name the right file with --db; if this is it, put a backup in its place with lotse restore%s.", path, newest(path))
	}
	if errors.Is(kind, flows.ErrDamaged) {
		return failure(flows.ErrDamaged, err, "%q is damaged. It was left as it is. Put a backup in its place with lotse restore%s.", path, newest(path))
	}
	if errors.Is(err, flows.ErrConflict) {
		return failure(nil, err, "The run was changed by another program in the meantime.")
	}
	if errors.Is(err, flows.ErrNotFound) || errors.Is(err, flows.ErrAmbiguous) {
		return err
	}
	return failure(nil, err, "%q could not be used: %v.", path, err)
}
