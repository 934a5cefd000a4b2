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
			l.Header.Status = statuses[i%3]
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
