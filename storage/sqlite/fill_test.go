package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

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
			if err := appendBatch(ctx, tx, &b); err != nil {
				return err
			}
		}
		return nil
	})
}
