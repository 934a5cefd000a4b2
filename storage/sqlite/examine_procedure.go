package sqlite

import (
	"context"
	"database/sql"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// inspectProcedures proves every stored procedure by its digest, one at a time.
func inspectProcedures(ctx context.Context, db *sql.DB, f *run.Findings) error {
	digests, err := sumsOf(ctx, db, "SELECT digest FROM procedures ORDER BY digest")
	if err != nil {
		return err
	}
	for _, digest := range digests {
		var doc []byte
		err := db.QueryRowContext(ctx, "SELECT doc FROM procedures WHERE digest = ?", digest).Scan(&doc)
		if err != nil {
			return ignore(err, sql.ErrNoRows)
		}
		if flows.Fits(doc, digest) {
			continue
		}
		runs, err := sumsOf(ctx, db, "SELECT run FROM versions WHERE digest = ? ORDER BY run", digest)
		if err != nil {
			return err
		}
		f.Problems = append(f.Problems, key.ProcedureChanged(digest, runs[:min(len(runs), mostNamed)], len(runs)).Message)
	}
	return nil
}

// mostNamed is how many runs a problem names.
const mostNamed = 5
