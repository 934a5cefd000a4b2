package sqlite

import (
	"context"
	"database/sql"
)

// Setting gives a setting, "" where it is not set.
func (d *DB) Setting(ctx context.Context, name string) (string, error) {
	var value string
	err := d.read(ctx, "read setting", func(ctx context.Context, conn *sql.Conn) error {
		return ignore(conn.QueryRowContext(ctx, "SELECT value FROM settings WHERE key = ?", name).Scan(&value), sql.ErrNoRows)
	})
	return value, err
}

// SetSetting sets a setting; "" removes it.
func (d *DB) SetSetting(ctx context.Context, name, value string) error {
	return d.write(ctx, "save setting", func(ctx context.Context, tx *sql.Tx) error {
		if value == "" {
			_, err := tx.ExecContext(ctx, "DELETE FROM settings WHERE key = ?", name)
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", name, value)
		return err
	})
}

// Settings gives all settings.
func (d *DB) Settings(ctx context.Context) (map[string]string, error) {
	all := map[string]string{}
	err := d.read(ctx, "read settings", func(ctx context.Context, conn *sql.Conn) error {
		rows, err := conn.QueryContext(ctx, "SELECT key, value FROM settings")
		return rowsOf(rows, err, func(rows *sql.Rows) error {
			var name, value string
			err := rows.Scan(&name, &value)
			all[name] = value
			return err
		})
	})
	return all, err
}
