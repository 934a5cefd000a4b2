package command

import (
	"context"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Store is a kind of store: what can be done with one that is not open yet, or
// that does not open. path says where it lies.
type Store struct {
	// In is the path of the store of a folder. It makes nothing.
	In func(folder string) (path string)
	// Open opens the store and makes it where there is none; talk is for as long as
	// it is open.
	Open func(ctx context.Context, path string, talk Talk) (run.Archive, error)
	// Restore puts a backup in the place of the store, which must not be open and
	// need not open. What was there is kept under a name with the time in it; "":
	// there was none. tell is told of an earlier restore that was cut off.
	Restore func(ctx context.Context, path, backup string, now time.Time, tell func(flows.Message)) (kept string, err error)
	// Backups lists the backups of the store, the newest first.
	Backups func(path string) ([]run.BackupFile, error)
	// Alone fails with flows.ErrLocked where another program has the store open.
	Alone func(ctx context.Context, path string) error
}

// Server is a kind of store that several people share, on a server. The zero value
// takes no place.
type Server struct {
	// Is reports whether a place names a server, rather than a file.
	Is func(place string) bool
	// Check refuses a place that cannot be meant, as one with a password in it.
	Check func(place string) error
	// Unverified says that a place asks for a connection which does not verify who
	// answers; the zero message of any other.
	Unverified func(place string) flows.Message
	// Open opens what is there, and makes nothing; dir is the folder of the person's
	// own keys.
	Open func(ctx context.Context, place, dir string, talk Talk) (run.Archive, error)
	// NoBackup refuses to make a backup, to list or to restore one, with whose business
	// that is.
	NoBackup func(place string) error
	// Init makes a team's database, or migrates it.
	Init func(ctx context.Context, place string, now time.Time) (run.Founded, error)
	// Roster opens the list of whom a team's database lets in; whoever owns the
	// database need not be on it.
	Roster func(ctx context.Context, place string) (run.Roster, error)
}

// Talk is how a store speaks with the person, in the person's language.
type Talk struct {
	// Ask asks for a secret, without echo; it fails where nobody can be asked.
	Ask func(prompt flows.Message) (run.Secret, error)
	// Tell tells what was done without being asked.
	Tell func(m flows.Message)
	// Patience is how long a write waits for a server that is away.
	Patience time.Duration
}
