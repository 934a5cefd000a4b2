package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// FindCustomer gives the customer of a name.
func (d *DB) FindCustomer(ctx context.Context, name string) (run.Customer, error) {
	var c run.Customer
	err := d.read(ctx, "find customer", func(ctx context.Context, conn *sql.Conn) error {
		var err error
		c, err = customerNamed(ctx, conn, key.Name(name))
		if errors.Is(err, sql.ErrNoRows) {
			return key.NoCustomer(name)
		}
		return err
	})
	return c, err
}

func customerNamed(ctx context.Context, q querier, name string) (run.Customer, error) {
	var c run.Customer
	err := q.QueryRowContext(ctx, "SELECT id, name FROM customers WHERE name = ?", name).Scan(&c.ID, &c.Name)
	return c, err
}

// AddCustomer adds a customer, with an id made here when it has none.
func (d *DB) AddCustomer(ctx context.Context, c run.Customer) (run.Customer, error) {
	c, err := key.NewCustomer(c, d.random)
	if err != nil {
		return c, err
	}
	err = d.write(ctx, "add customer", func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO customers (id, name, folded) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING",
			c.ID, c.Name, key.Fold(c.Name))
		if isTaken(err) {
			return fmt.Errorf("customer id %q: %w", c.ID, errors.Join(flows.ErrConflict, err))
		}
		if err != nil {
			return err
		}
		c, err = customerNamed(ctx, tx, c.Name)
		return err
	})
	return c, err
}

// bringCustomer finds the customer of a run that comes from elsewhere by the name,
// or adds them: with their id, unless it is somebody else's here.
func bringCustomer(ctx context.Context, tx *sql.Tx, c run.Customer) (run.Customer, error) {
	var err error
	if c.Name, err = key.Customer(c.Name); err != nil {
		return c, err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO customers (id, name, folded)
		SELECT CASE WHEN ?1 = '' OR EXISTS (SELECT 1 FROM customers WHERE id = ?1) THEN lower(hex(randomblob(8))) ELSE ?1 END, ?2, ?3
		WHERE true ON CONFLICT (name) DO NOTHING`, c.ID, c.Name, key.Fold(c.Name))
	if err != nil {
		return c, err
	}
	return customerNamed(ctx, tx, c.Name)
}

// Customers gives customers whose name begins with the prefix, whatever its
// case, by name.
func (d *DB) Customers(ctx context.Context, prefix string, limit int) ([]run.Customer, error) {
	var all []run.Customer
	err := d.read(ctx, "list customers", func(ctx context.Context, conn *sql.Conn) error {
		query, args := "SELECT id, name FROM customers INDEXED BY customers_folded WHERE folded >= ?", []any{key.Fold(prefix)}
		if end, ok := key.End(key.Fold(prefix)); ok {
			query, args = query+" AND folded < ?", append(args, end)
		}
		rows, err := conn.QueryContext(ctx, query+" ORDER BY folded, name LIMIT ?", append(args, max(limit, 0))...)
		return rowsOf(rows, err, func(rows *sql.Rows) error {
			var c run.Customer
			err := rows.Scan(&c.ID, &c.Name)
			all = append(all, c)
			return err
		})
	})
	return all, err
}
