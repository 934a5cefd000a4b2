package postgres

import (
	"context"

	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// Pages gives the addresses of a customer's own systems.
func (d *DB) Pages(ctx context.Context, customer string) (map[string]string, error) {
	return d.texts(ctx, "read addresses", "SELECT system, address FROM pages WHERE customer = $1", kept(customer))
}

// texts reads texts by their names: the two columns of a query.
func (d *DB) texts(ctx context.Context, verb, query string, args ...any) (map[string]string, error) {
	all := map[string]string{}
	err := d.query(ctx, verb, func(pool *wire.Pool) error {
		clear(all)
		rows, err := pool.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		var name, text string
		err = wire.ForEachRow(rows, []any{&name, &text}, func() error {
			all[asWritten(name)] = asWritten(text)
			return nil
		})
		return err
	})
	return all, err
}

// SetPage keeps the address of a customer's system; "" removes it.
func (d *DB) SetPage(ctx context.Context, customer, system, address string) error {
	return d.save(ctx, "save address", func(ctx context.Context) error {
		if address == "" {
			_, err := d.pool.Exec(ctx, "DELETE FROM pages WHERE customer = $1 AND system = $2", kept(customer), kept(system))
			return err
		}
		tag, err := d.pool.Exec(ctx, `INSERT INTO pages (customer, system, address) SELECT id, $2, $3 FROM customers WHERE id = $1
			ON CONFLICT (customer, system) DO UPDATE SET address = excluded.address`, kept(customer), kept(system), kept(address))
		if err == nil && tag.RowsAffected() == 0 {
			return key.NoCustomer(customer)
		}
		return err
	})
}
