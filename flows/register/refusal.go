package register

import (
	"errors"

	"lotse/flows"
)

// The codes of refusals by which code decides; the others are for people alone.
// Every refusal of a file is a *flows.Refusal at a flows.FilePlace. Its kind is
// flows.ErrLimit where something is over a limit, which is named, flows.ErrUsage
// where the file does not have what was asked of it, and flows.ErrUnreadable for
// all else.
const (
	Blank       = "register.blank"        // nothing but empty lines, or cells
	NoHeader    = "register.no_header"    // nothing on the row that is to be the header
	NoColumn    = "register.no_column"    // the file has no such column
	SameName    = "register.same_name"    // a name that two columns have
	FilledTwice = "register.filled_twice" // two fields are to be filled by one column
)

func unreadable(row, column int, code string, args ...any) error {
	return refuse(flows.ErrUnreadable, row, column, code, args)
}

func overLimit(row, column int, code string, args ...any) error {
	return refuse(flows.ErrLimit, row, column, code, args)
}

func notThere(row, column int, code string, args ...any) error {
	return refuse(flows.ErrUsage, row, column, code, args)
}

func refuse(kind flows.RefusalKind, row, column int, code string, args []any) error {
	return flows.Refuse(kind, flows.FilePlace{Row: row, Column: column}, code, args...)
}

// pointsTo is where a refusal points; zero where it points nowhere, or where the
// error is none.
func pointsTo(err error) flows.FilePlace {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return flows.FilePlace{}
	}
	at, _ := r.At.(flows.FilePlace)
	return at
}

// placed is a refusal at another place; any other error as it is.
func placed(err error, at flows.FilePlace) error {
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return err
	}
	with := *r
	with.At = at
	return &with
}

// InFile is a refusal that names the file it is about, where it did not; any
// other error as it is.
func InFile(err error, name string) error {
	at := pointsTo(err)
	if name == "" || at.File != "" {
		return err
	}
	at.File = flows.CleanLine(name)
	return placed(err, at)
}
