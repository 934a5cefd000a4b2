package wire

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
)

// ErrNoRows says that one row was asked for, and none is there.
var ErrNoRows = errors.New("there is no such row")

// Row is what a row is read from: a destination for each column, in their order.
// *string, *[]byte, *bool, *int, *int64, *time.Time, *[]string and *[][]byte are
// destinations, and **string and **int64 for what may be NULL; so may what is read into
// *[]byte and *[]string, and is nil then.
type Row interface {
	Scan(dest ...any) error
}

// Rows are the rows that a statement gives. They keep their connection until they are
// closed, as they are after the last, and after an error.
type Rows struct {
	reader *pgconn.ResultReader
	ahead  bool // a row was read that Next has not come to
	closed bool
	tag    pgconn.CommandTag
	err    error
	after  func() // what is done once they are closed
}

// begin gives the rows of a reader, and reads the first, or the error that comes in its
// place.
func begin(reader *pgconn.ResultReader) *Rows {
	r := &Rows{reader: reader}
	if r.ahead = reader.NextRow(); !r.ahead {
		r.Close()
	}
	return r
}

// then has something done once the rows are closed.
func (r *Rows) then(do func()) {
	before := r.after
	switch {
	case r.closed:
		do()
	case before == nil:
		r.after = do
	default:
		r.after = func() { before(); do() }
	}
}

// Next goes to the next row, and reports whether there is one.
func (r *Rows) Next() bool {
	if r.ahead {
		r.ahead = false
		return true
	}
	if !r.closed && !r.reader.NextRow() {
		r.Close()
	}
	return !r.closed
}

// Scan reads the columns of the row at hand, see Row.
func (r *Rows) Scan(dest ...any) error {
	columns, values := r.reader.FieldDescriptions(), r.reader.Values()
	if len(columns) != len(dest) || len(values) != len(dest) {
		return r.fail(fmt.Errorf("a row of %d columns has %d values, and is read as %d", len(columns), len(values), len(dest)))
	}
	for i := range dest {
		if err := decode(columns[i].DataTypeOID, values[i], dest[i]); err != nil {
			return r.fail(fmt.Errorf("column %q, of type %s: %w", columns[i].Name, typeName(columns[i].DataTypeOID), err))
		}
	}
	return nil
}

func (r *Rows) fail(err error) error {
	r.err = cmp.Or(r.err, err)
	r.Close()
	return err
}

// Err is what went wrong, once the rows are closed.
func (r *Rows) Err() error { return r.err }

// Close passes over the rows that are left, and gives the connection back. Twice is no
// error.
func (r *Rows) Close() {
	if r.closed {
		return
	}
	r.closed, r.ahead = true, false
	tag, err := r.reader.Close()
	r.tag, r.err = tag, cmp.Or(r.err, err)
	if r.after != nil {
		r.after()
	}
}

// oneRow is the first of some rows, or why there are none.
type oneRow struct {
	rows *Rows
	err  error
}

// Scan reads the row, and closes the rows.
func (r oneRow) Scan(dest ...any) error {
	if r.err != nil {
		return r.err
	}
	defer r.rows.Close()
	if !r.rows.Next() {
		return cmp.Or(r.rows.err, ErrNoRows)
	}
	if err := r.rows.Scan(dest...); err != nil {
		return err
	}
	r.rows.Close()
	return r.rows.err
}

// ForEachRow reads each row into the same destinations, calls do after each, and closes
// the rows. An error of do ends it.
func ForEachRow(rows *Rows, dest []any, do func() error) error {
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(dest...); err != nil {
			return err
		}
		if err := do(); err != nil {
			return err
		}
	}
	return rows.err
}

// CollectRows gives what read makes of each row, nil of none, and closes the rows.
func CollectRows[T any](rows *Rows, read func(Row) (T, error)) ([]T, error) {
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := read(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	if rows.err != nil {
		return nil, rows.err
	}
	return all, nil
}

// RowTo reads a row of one column.
func RowTo[T any](row Row) (T, error) {
	var one T
	err := row.Scan(&one)
	return one, err
}
