package sqlite

import (
	"context"
	"database/sql"
	"maps"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// writeDocuments keeps the procedures that a batch brings.
func writeDocuments(ctx context.Context, tx *sql.Tx, b *run.Batch) error {
	for _, digest := range slices.Sorted(maps.Keys(b.Documents)) {
		doc := b.Documents[digest]
		_, err := tx.ExecContext(ctx, "INSERT INTO procedures (digest, format, doc) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
			digest, max(1, flows.FormatOf(doc)), doc)
		if err != nil {
			return err
		}
	}
	return nil
}

// writeVersions notes the procedures that the events of a batch name; a run that has
// moved goes on by the last of them.
func writeVersions(ctx context.Context, tx *sql.Tx, b *run.Batch) error {
	all := run.Editions(b.Events)
	to, moved := run.MovedTo(b.Events)
	if len(b.Events) > 0 && b.Events[0].Seq == 1 {
		all = append(all, run.Edition{Digest: b.Header.Digest})
	}
	for _, e := range all {
		if _, err := tx.ExecContext(ctx, "INSERT INTO versions (run, digest) VALUES (?, ?) ON CONFLICT DO NOTHING", b.Header.ID, e.Digest); err != nil {
			return err
		}
	}
	if !moved {
		return nil
	}
	_, err := tx.ExecContext(ctx, "UPDATE runs SET version = ?, digest = ? WHERE id = ?", to.Version, to.Digest, b.Header.ID)
	return err
}

// documentsOf gives the procedures of a run.
func (d *DB) documentsOf(ctx context.Context, h run.Header, events []run.Event) (map[string][]byte, error) {
	all := map[string][]byte{}
	for _, e := range append(run.Editions(events), run.Edition{Digest: h.Digest}) {
		doc, err := d.Document(ctx, e.Digest)
		if err != nil {
			return nil, err
		}
		all[e.Digest] = doc
	}
	return all, nil
}
