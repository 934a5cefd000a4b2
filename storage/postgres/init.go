package postgres

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// teamLock is the advisory lock under which a team is made, migrated and changed.
const teamLock = 0x4c6f7473 // "Lots"

// lock waits for whoever makes, migrates or changes the team, and keeps others waiting
// until the transaction ends.
func lock(ctx context.Context, tx wire.Tx) error {
	_, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", int64(teamLock))
	return err
}

// Init makes the schema and the group roles of a team, or migrates them. It has to be
// called by whoever owns the database and may create roles, a superuser or not; twice is
// no error. flows.ErrDenied with the SQL that is missing.
func Init(ctx context.Context, address string, now time.Time) (run.Founded, error) {
	var made run.Founded
	l, err := openLink(ctx, address)
	if err != nil {
		return made, err
	}
	err = l.change(ctx, "set up team", func(tx wire.Tx) error {
		all, err := makeTeam(ctx, tx, l.address, now)
		if err == nil && made.Database == "" { // else it was done before, and the answer was lost
			made = all
		}
		return err
	})
	return made, errors.Join(err, l.Close())
}

// makeTeam makes what is lacking of a team.
func makeTeam(ctx context.Context, tx wire.Tx, a Address, now time.Time) (run.Founded, error) {
	var made run.Founded
	if err := lock(ctx, tx); err != nil {
		return made, err
	}
	f, err := survey(ctx, tx)
	if err != nil {
		return made, err
	}
	made = run.Founded{Database: f.database, Roles: f.lacking, From: f.version, To: len(migrations())}
	if err := f.refuse(ctx, tx, a); err != nil {
		return made, err
	}
	for _, sql := range slices.Concat(f.roleSQL(), f.grants, f.open, f.openPublic) {
		if _, err := tx.Exec(ctx, sql); err != nil {
			return made, err
		}
	}
	if _, err := tx.Exec(ctx, "CREATE SCHEMA IF NOT EXISTS lotse"); err != nil {
		return made, err
	}
	for _, m := range migrations()[f.version:] {
		if err := apply(ctx, tx, m, f.groups, now); err != nil {
			return made, err
		}
	}
	return made, nil
}

// roleSQL makes the group roles that are lacking.
func (f *founding) roleSQL() []string {
	var all []string
	for _, name := range f.lacking {
		all = append(all, "CREATE ROLE "+quote(name)+" NOLOGIN")
	}
	return all
}

// refuse refuses what cannot be made, or must not be.
func (f *founding) refuse(ctx context.Context, tx wire.Tx, a Address) error {
	if f.version > len(migrations()) {
		return flows.Refuse(flows.ErrNewer, nil, "postgres.newer", "server", a.String(), "version", f.version, "known", len(migrations()))
	}
	for _, name := range f.groups {
		if len(name) > mostName {
			return flows.Refuse(flows.ErrUsage, nil, "team.long_database", "database", f.database, "most", mostName-len("_consultant"))
		}
	}
	if err := f.refuseWide(ctx, tx); err != nil {
		return err
	}
	if f.version == 0 {
		if err := f.refuseTaken(ctx, tx); err != nil {
			return err
		}
	}
	sql, err := f.missing(ctx, tx)
	if err != nil || len(sql) == 0 {
		return err
	}
	return flows.Refuse(flows.ErrDenied, nil, "team.init_denied", "member", f.me, "database", f.database, "sql", strings.Join(sql, "; ")+";")
}

// refuseTaken refuses group roles that somebody is in already, or that somebody is: a
// database of that name was here before, or they are for something else.
func (f *founding) refuseTaken(ctx context.Context, tx wire.Tx) error {
	for _, r := range run.Roles {
		var login bool
		var inside []string
		err := tx.QueryRow(ctx, `SELECT g.rolcanlogin, ARRAY(SELECT m.rolname::text FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member
			WHERE a.roleid = g.oid AND NOT a.admin_option AND NOT m.rolname = ANY ($2::text[]) ORDER BY 1)
			FROM pg_roles g WHERE g.rolname = $1`, f.groups[r], f.groups.names()).Scan(&login, &inside)
		switch {
		case errors.Is(err, wire.ErrNoRows):
		case err != nil:
			return err
		case login:
			return flows.Refuse(flows.ErrConflict, nil, "team.role_is_login", "role", f.groups[r], "database", f.database)
		case len(inside) > 0:
			return flows.Refuse(flows.ErrConflict, nil, "team.role_taken", "role", f.groups[r], "members", strings.Join(inside, ", "),
				"sql", "DROP ROLE "+quote(f.groups[r])+";")
		}
	}
	return nil
}

// refuseWide refuses a group role by which every member could do what is no team's
// business; the list of them is in a table, which its owner may change.
func (f *founding) refuseWide(ctx context.Context, tx wire.Tx) error {
	var role string
	err := tx.QueryRow(ctx, `SELECT rolname::text FROM pg_roles WHERE rolname = ANY ($1::text[])
		AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls OR rolname ~ '^pg_') ORDER BY 1 LIMIT 1`, f.groups.names()).Scan(&role)
	if err != nil {
		return ignore(err, wire.ErrNoRows)
	}
	return flows.Refuse(flows.ErrConflict, nil, "team.role_wide", "role", role, "database", f.database,
		"sql", "ALTER ROLE "+quote(role)+" NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS;")
}

// missing is what somebody else has to run, because the caller may not.
func (f *founding) missing(ctx context.Context, tx wire.Tx) ([]string, error) {
	var sql []string
	if !f.mayMakeRoles {
		sql = slices.Concat(f.roleSQL(), f.grants)
	}
	if !f.mayCreate && f.version < len(migrations()) {
		sql = append(sql, "GRANT CREATE ON DATABASE "+quote(f.database)+" TO "+quote(f.me))
	}
	if !f.owner {
		sql = append(sql, f.open...)
	}
	if len(f.openPublic) > 0 {
		mine, err := has(ctx, tx, "SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'public'")
		if err != nil {
			return nil, err
		}
		if !mine {
			sql = append(sql, f.openPublic...)
		}
	}
	return sql, nil
}
