package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

// Fill writes n runs of 100 customers in one transaction.
func Fill(d *DB, n int) error {
	var customers []run.Customer
	for i := range 100 {
		c, err := d.AddCustomer(context.Background(), run.Customer{Name: fmt.Sprintf("Muster %d GmbH", i)})
		if err != nil {
			return err
		}
		customers = append(customers, c)
	}
	return d.write(context.Background(), "fill", func(ctx context.Context, tx *sql.Tx) error {
		for i := range n {
			l := storetest.NewLog(fmt.Sprintf("%08x", uint32(i)*2654435761), customers[i%100])
			l.At = storetest.Epoch.Add(time.Duration(i) * time.Minute)
			l.Header.Status = run.Statuses[i%3]
			if i%10 == 0 {
				due := storetest.Epoch.Add(time.Duration(i) * time.Hour)
				l.Header.Due = &due
			}
			l.Add(run.EventStarted, map[string]int{"i": i})
			b := l.Batch(1)
			b.Index = usualIndex(customers[i%100].Name, i)
			if err := appendBatch(ctx, tx, &b); err != nil {
				return err
			}
		}
		return nil
	})
}

// usualIndex is a text as a run has it that is halfway through its procedure.
func usualIndex(customer string, i int) []run.IndexEntry {
	all := storetest.Index(customer, "TecCom import", fmt.Sprintf("K7M4RX%d", i), fmt.Sprintf("erika.%d@example.org", i%977))
	for j := range 20 {
		all = append(all, run.IndexEntry{
			Kind: run.NoteEntry, At: flows.AtStep("client"),
			Text: fmt.Sprintf("Order %d of %d is confirmed by telephone, word%d", j, i%31, (i*7+j*13)%4001),
		})
	}
	return all
}

// SchemaVersion is the version of the schema that this package writes.
func SchemaVersion() int { return schemaVersion() }

// Stale is how many texts are those of an older version; -1 where that cannot be
// read.
func Stale(d *DB) int {
	n := -1
	_ = d.reader.QueryRowContext(context.Background(), "SELECT count(*) FROM search_stale").Scan(&n) // n says it
	return n
}

// The modes of what tests make beside a database.
const (
	folderMode = 0o700
	fileMode   = 0o600
)

// Copy writes n runs like one that is there, in a mode, each begun a millisecond after
// the other, with the same events.
func Copy(d *DB, id string, n int, mode run.Mode) error {
	return d.write(context.Background(), "copy", func(ctx context.Context, tx *sql.Tx) error {
		const many = "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ?2) "
		for _, insert := range []string{
			`INSERT INTO runs (id, procedure, version, title, digest, customer, mode, status, lang, started, changed, events, head, due, progress, current, current_title, why, customer_key)
				SELECT printf('copy%07d', i), procedure, version, title, digest, customer, ?3, status, lang, started + i, changed + i, events, head, due, progress, current, current_title, why, customer_key
				FROM c, runs WHERE id = ?1 AND ?2 > 0`,
			`INSERT INTO events (run, seq, at, by, mode, kind, step, data, salt, sum, prev, hash)
				SELECT printf('copy%07d', i), seq, at, by, mode, kind, step, data, salt, sum, prev, hash FROM c, events WHERE run = ?1 AND ?2 > 0 AND ?3 <> ''`,
		} {
			if _, err := tx.ExecContext(ctx, many+insert, id, n, string(mode)); err != nil {
				return err
			}
		}
		return nil
	})
}
