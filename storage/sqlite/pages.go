package sqlite

import (
	"context"
	"database/sql"

	"lotse/storage/key"
)

// Pages gives the addresses of a customer's own systems.
func (d *DB) Pages(ctx context.Context, customer string) (map[string]string, error) {
	all := map[string]string{}
	err := d.read(ctx, "read addresses", func(ctx context.Context, conn *sql.Conn) error {
		rows, err := conn.QueryContext(ctx, "SELECT system, address FROM pages WHERE customer = ?", customer)
		return rowsOf(rows, err, func(rows *sql.Rows) error {
			var system, address string
			err := rows.Scan(&system, &address)
			all[system] = address
			return err
		})
	})
	return all, err
}

// SetPage keeps the address of a customer's system; "" removes it.
func (d *DB) SetPage(ctx context.Context, customer, system, address string) error {
	return d.write(ctx, "save address", func(ctx context.Context, tx *sql.Tx) error {
		if address == "" {
			_, err := tx.ExecContext(ctx, "DELETE FROM pages WHERE customer = ? AND system = ?", customer, system)
			return err
		}
		_, err := tx.ExecContext(ctx, `INSERT INTO pages (customer, system, address) VALUES (?, ?, ?)
			ON CONFLICT (customer, system) DO UPDATE SET address = excluded.address`, customer, system, address)
		if isForeignKey(err) {
			return key.NoCustomer(customer)
		}
		return err
	})
}
