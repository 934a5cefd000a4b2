package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"syscall"

	"lotse/flows"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// The codes of refusals that no other store has, for whoever decides by them.
// All refusals of this package are of type *flows.Refusal; their codes begin
// with "store.". One whose file a backup could replace names the newest as
// "backup", where there is one.
const (
	Foreign = "store.foreign" // the file is a database of another program
	Network = "store.network" // the file lies where locks and syncs cannot be trusted
)

// explained reports whether an error already has a sentence.
func explained(err error) bool {
	var r *flows.Refusal
	return errors.As(err, &r)
}

// kindOf sorts what SQLite and the system say into the kinds of refusals; ""
// where it is none of them. What has a kind already keeps it.
func kindOf(err error) flows.RefusalKind {
	var kind flows.RefusalKind
	if errors.As(err, &kind) {
		return kind
	}
	var e sqlite3.Error
	if errors.As(err, &e) {
		if kind := kindOfErrno(e.SystemErrno); kind != "" && e.Code != sqlite3.ErrBusy {
			return kind
		}
		return kindOfCode[e.Code]
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return kindOfErrno(errno)
	}
	if errors.Is(err, fs.ErrPermission) {
		return flows.ErrReadOnly
	}
	return ""
}

var kindOfCode = map[sqlite3.ErrNo]flows.RefusalKind{
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

func kindOfErrno(errno syscall.Errno) flows.RefusalKind {
	switch {
	case slices.Contains(fullErrnos, errno):
		return flows.ErrFull
	case slices.Contains(deniedErrnos, errno):
		return flows.ErrReadOnly
	}
	return ""
}

// sentences are the codes for what a person can mend.
var sentences = map[flows.RefusalKind]string{
	flows.ErrFull:     "store.full",
	flows.ErrLocked:   "store.locked",
	flows.ErrReadOnly: "store.read_only",
	flows.ErrConflict: "store.conflict",
}

// explain makes an error readable for a person; a refusal, and the end of a
// context, stay as they are.
func explain(verb, path string, err error) error {
	switch {
	case err == nil, explained(err):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s: %w", verb, err)
	}
	return refusal(path, err).Because(fmt.Errorf("%s: %w", verb, err))
}

// refusal is the refusal that an error means for a file.
func refusal(path string, err error) *flows.Refusal {
	kind := kindOf(err)
	var e sqlite3.Error
	switch {
	case errors.As(err, &e) && e.Code == sqlite3.ErrNotADB:
		return refuseDamaged("store.no_database", path)
	case kind == flows.ErrDamaged:
		return refuseDamaged("store.damaged", path)
	case sentences[kind] != "":
		return flows.Refuse(kind, nil, sentences[kind], "file", path)
	case kind == "":
		kind = flows.ErrFailed
	}
	return flows.Refuse(kind, nil, "store.unusable", "file", path, "why", reason(err))
}

// refuseDamaged refuses a file that a backup can replace.
func refuseDamaged(code, path string) *flows.Refusal {
	r := flows.Refuse(flows.ErrDamaged, nil, code, "file", path)
	if files, err := backupsOf(path); err == nil && len(files) > 0 {
		r.Message = r.Message.With("backup", files[0].Path)
	}
	return r
}

// errorText is an error as a message: the sentences of the refusals in it,
// each once, and the system's words for everything else.
func errorText(err error) flows.Message {
	switch err := err.(type) { //nolint:errorlint // each error of the tree is told once
	case *flows.Refusal:
		return err.Message
	case interface{ Unwrap() []error }:
		var all []flows.Message
		for _, e := range err.Unwrap() {
			all = append(all, errorText(e))
		}
		return flows.Joined("joined.sentence", all...)
	}
	var r *flows.Refusal
	if errors.As(err, &r) {
		return errorText(errors.Unwrap(err))
	}
	return flows.Msg("store.failed", "why", reason(err))
}
