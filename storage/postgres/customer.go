package postgres

import (
	"context"
	"errors"
	"fmt"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// customerNamed selects columns of the customer of a name: of one's own team, else of any
// that one is in, else of everybody.
func customerNamed(columns, name string) string {
	return "SELECT " + columns + " FROM customers WHERE name = " + name + ` ORDER BY team = own_team() DESC,
		EXISTS (SELECT 1 FROM memberships m WHERE m.member = session_user AND m.team = customers.team) DESC, team LIMIT 1`
}

// FindCustomer gives the customer of a name. Teams may have each their own; that of the
// own team comes first.
func (d *DB) FindCustomer(ctx context.Context, name string) (run.Customer, error) {
	var c run.Customer
	err := d.query(ctx, "find customer", func(pool *wire.Pool) error {
		var err error
		c, err = findCustomer(ctx, pool, name)
		if errors.Is(err, wire.ErrNoRows) {
			return key.NoCustomer(name)
		}
		return err
	})
	return c, err
}

// querier is what answers one row: a pool or a transaction.
type querier interface {
	QueryRow(ctx context.Context, sql string, args ...any) wire.Row
}

func findCustomer(ctx context.Context, q querier, name string) (run.Customer, error) {
	return scanCustomer(q.QueryRow(ctx, customerNamed("id, name", "$1"), kept(key.Name(name))))
}

func scanCustomer(row wire.Row) (run.Customer, error) {
	var c run.Customer
	err := row.Scan(&c.ID, &c.Name)
	c.ID, c.Name = asWritten(c.ID), asWritten(c.Name)
	return c, err
}

// insertCustomer adds a customer unless there is one of the name that one may see.
// Whoever adds the same at once waits, and adds nothing.
var insertCustomer = "INSERT INTO customers (id, name, folded) SELECT $1, $2, $3 WHERE NOT EXISTS (" + customerNamed("id", "$2") + ")"

// AddCustomer adds a customer, with an id made here when it has none.
func (d *DB) AddCustomer(ctx context.Context, c run.Customer) (run.Customer, error) {
	c, err := key.NewCustomer(c, d.random)
	if err != nil {
		return c, err
	}
	err = d.write(ctx, "add customer", func(ctx context.Context, tx wire.Tx) error {
		_, err := tx.Exec(ctx, insertCustomer+" ON CONFLICT (team, name) DO NOTHING", kept(c.ID), kept(c.Name), kept(key.Fold(c.Name)))
		if is(err, uniqueViolation) {
			return fmt.Errorf("customer id %q: %w", c.ID, errors.Join(flows.ErrConflict, err))
		}
		if err != nil {
			return err
		}
		c, err = findCustomer(ctx, tx, c.Name)
		return err
	})
	return c, err
}

// bringCustomer adds the customer of a run that comes from elsewhere, unless there is
// one of the name: with their id, unless it is somebody else's here. It gives the name
// by which they are found.
func (d *DB) bringCustomer(s *statements, c run.Customer) (string, error) {
	name, err := key.Customer(c.Name)
	if err != nil {
		return "", err
	}
	id, err := key.NewID(d.random)
	if err != nil {
		return "", err
	}
	for _, id := range []string{c.ID, id} {
		if id != "" {
			s.Queue(insertCustomer+" ON CONFLICT DO NOTHING", kept(id), kept(name), kept(key.Fold(name)))
		}
	}
	return kept(name), nil
}

// Customers gives customers whose name begins with the prefix, whatever its case, by
// name.
func (d *DB) Customers(ctx context.Context, prefix string, limit int) ([]run.Customer, error) {
	var all []run.Customer
	err := d.query(ctx, "list customers", func(pool *wire.Pool) error {
		from := kept(key.Fold(prefix))
		query, args := "SELECT id, name FROM customers WHERE folded >= $1", []any{from, max(limit, 0)}
		if end, ok := key.End(from); ok {
			query, args = query+" AND folded < $3", append(args, end)
		}
		rows, err := pool.Query(ctx, query+" ORDER BY folded, name, team LIMIT $2", args...)
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, func(row wire.Row) (run.Customer, error) { return scanCustomer(row) })
		return err
	})
	return all, err
}
