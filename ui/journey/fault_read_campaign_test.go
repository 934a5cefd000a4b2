//go:build campaign && unix

package journey

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
)

// readAll is all that a person could be told out of a store. What doctor
// reports is an error.
func readAll(path string) (is map[string]string, err error) {
	db, err := sqlite.Open(background, path, sqlite.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	found, err := db.Examine(background)
	if err == nil && len(found.Problems) > 0 {
		err = flows.Refuse(flows.ErrDamaged, nil, found.Problems[0].Code)
	}
	if err != nil {
		return nil, err
	}
	is = map[string]string{}
	page, err := db.Headers(background, run.Query{})
	for _, h := range page.Runs {
		is["header "+h.ID] = headline(h)
		is["document "+h.Digest], err = inHex(db.Document(background, h.Digest))
		err = errors.Join(err, readRun(db, h.ID, is))
	}
	settings, serr := db.Settings(background)
	for name, value := range settings {
		is["setting "+name] = value
	}
	return is, errors.Join(err, serr)
}

// headline is what a list shows of a run but for what is only a digest of its
// events and is written anew with the next of them: nobody looks for a flipped
// bit there.
func headline(h run.Header) string {
	h.Title, h.Lang, h.Started, h.Progress = "", "", time.Time{}, run.Progress{}
	h.Current, h.CurrentTitle, h.Why = "", "", ""
	return fmt.Sprintf("%+v", h)
}

func readRun(db *sqlite.DB, id string, is map[string]string) error {
	events, err := db.Events(background, id, 0)
	for _, e := range events {
		is[fmt.Sprintf("event %d of %s", e.Seq, id)] = fmt.Sprintf("%+v", e)
		for _, sum := range e.Files() {
			r, oerr := db.Open(background, sum)
			if oerr != nil {
				return oerr
			}
			is["file "+sum], oerr = inHex(io.ReadAll(r))
			err = errors.Join(err, oerr, r.Close())
		}
	}
	sealed, serr := db.Secrets(background, id)
	for _, s := range sealed {
		is["secret "+s.ID] = fmt.Sprintf("%+v", s)
	}
	return errors.Join(err, serr)
}

func inHex(b []byte, err error) (string, error) { return hex.EncodeToString(b), err }
