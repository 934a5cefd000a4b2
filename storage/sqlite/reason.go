package sqlite

import (
	"errors"

	"lotse/flows"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// reasons are what SQLite says, by the code of its sentence.
var reasons = map[sqlite3.ErrNo]string{
	sqlite3.ErrIoErr:    "store.disk_error",
	sqlite3.ErrCantOpen: "store.no_opening",
	sqlite3.ErrNomem:    "file.no_memory",
}

// reason is an error as another sentence names it. SQLite's own words are for
// programmers, and which error of the system lay behind it is told only where
// it was the last one.
func reason(err error) flows.Message {
	var e sqlite3.Error
	if explained(err) || !errors.As(err, &e) {
		return flows.Reason(err)
	}
	if code := reasons[e.Code]; code != "" {
		return flows.Msg(code)
	}
	return flows.Msg("store.other_error", "number", int(e.ExtendedCode))
}
