package postgres

import (
	"context"
	"errors"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// founding is what is there before a team is made, and what is lacking.
type founding struct {
	database, me string
	owner        bool // of the database
	mayCreate    bool // schemas
	mayMakeRoles bool
	groups       groups
	version      int      // of the schema; 0: none
	lacking      []string // group roles
	grants       []string // statements, between group roles
	open         []string // statements that close the database to strangers
	openPublic   []string // likewise, of the schema public
}

// survey looks what is there.
func survey(ctx context.Context, tx wire.Tx) (*founding, error) {
	f := &founding{}
	err := tx.QueryRow(ctx, `SELECT current_database()::text, session_user::text, pg_has_role(d.datdba, 'USAGE'),
		has_database_privilege(d.oid, 'CREATE'), u.rolcreaterole OR u.rolsuper
		FROM pg_database d, pg_roles u WHERE d.datname = current_database() AND u.rolname = session_user`).
		Scan(&f.database, &f.me, &f.owner, &f.mayCreate, &f.mayMakeRoles)
	if err != nil {
		return f, err
	}
	f.groups = groupsOf(f.database)
	err = f.surveySchema(ctx, tx)
	if err == nil {
		err = f.surveyRoles(ctx, tx)
	}
	if err == nil {
		err = f.surveyDoors(ctx, tx)
	}
	return f, err
}

// surveySchema reads the schema that is there, which whoever made it alone may change. One
// of somebody else's is not taken for it: whoever owns a schema has in it what they
// like executed by those who use it, who may be the server's administrator.
func (f *founding) surveySchema(ctx context.Context, tx wire.Tx) error {
	var owner string
	var mine, ours, empty bool
	err := tx.QueryRow(ctx, `SELECT o.rolname::text, pg_has_role(o.oid, 'USAGE') AND (o.rolsuper OR o.oid = d.datdba OR NOT u.rolsuper),
		EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'migrations' AND c.relkind = 'r'),
		NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.refclassid = 'pg_namespace'::regclass AND e.refobjid = n.oid)
		FROM pg_namespace n JOIN pg_roles o ON o.oid = n.nspowner, pg_database d, pg_roles u
		WHERE n.nspname = 'lotse' AND d.datname = current_database() AND u.rolname = session_user`).Scan(&owner, &mine, &ours, &empty)
	switch {
	case errors.Is(err, wire.ErrNoRows), err == nil && mine && empty:
		return nil
	case err != nil:
		return err
	case !ours:
		return flows.Refuse(flows.ErrConflict, nil, "team.schema_taken", "database", f.database, "owner", owner, "sql", "ALTER SCHEMA lotse RENAME TO lotse_before;")
	case !mine:
		return flows.Refuse(flows.ErrDenied, nil, "team.init_owner", "database", f.database, "owner", owner, "member", f.me)
	}
	if f.version, err = migrated(ctx, tx); err != nil {
		return err
	}
	if f.groups, err = readGroups(ctx, tx); err == nil && (f.version == 0 || len(f.groups) != len(run.Roles)) {
		return errTampered
	}
	return err
}

// within are the roles that each role has with it, and whether its members may let
// others into that: a lead says who else is in the team.
var within = []struct {
	role, with run.Role
	admin      bool
}{
	{run.Consultant, run.Reader, false},
	{run.Lead, run.Consultant, true},
	{run.Lead, run.Reader, true},
	{run.Lead, run.Auditor, true},
}

func (f *founding) surveyRoles(ctx context.Context, tx wire.Tx) error {
	for _, r := range run.Roles {
		there, err := has(ctx, tx, "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)", f.groups[r])
		if err != nil {
			return err
		}
		if !there {
			f.lacking = append(f.lacking, f.groups[r])
		}
	}
	for _, w := range within {
		there, err := has(ctx, tx, `SELECT EXISTS (SELECT 1 FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid JOIN pg_roles m ON m.oid = a.member
			WHERE g.rolname = $1 AND m.rolname = $2 AND (a.admin_option OR NOT $3))`, f.groups[w.with], f.groups[w.role], w.admin)
		if err != nil {
			return err
		}
		if there {
			continue
		}
		sql := "GRANT " + quote(f.groups[w.with]) + " TO " + quote(f.groups[w.role])
		if w.admin {
			sql += " WITH ADMIN OPTION"
		}
		f.grants = append(f.grants, sql)
	}
	return nil
}

// surveyDoors looks what a server gives to everybody with a login: to connect, to make
// objects, and (before PostgreSQL 15) to do so in the schema public.
func (f *founding) surveyDoors(ctx context.Context, tx wire.Tx) error {
	open, err := has(ctx, tx, `SELECT has_database_privilege('public', current_database(), 'CONNECT')
		OR has_database_privilege('public', current_database(), 'CREATE') OR has_database_privilege('public', current_database(), 'TEMPORARY')`)
	if err != nil {
		return err
	}
	if open {
		f.open = append(f.open, "REVOKE ALL ON DATABASE "+quote(f.database)+" FROM PUBLIC")
	}
	for _, r := range []run.Role{run.Reader, run.Auditor} {
		name := f.groups[r]
		if !slices.Contains(f.lacking, name) {
			in, err := has(ctx, tx, "SELECT has_database_privilege($1, current_database(), 'CONNECT')", name)
			if err != nil {
				return err
			}
			if in && !open {
				continue
			}
		}
		f.open = append(f.open, "GRANT CONNECT ON DATABASE "+quote(f.database)+" TO "+quote(name))
	}
	public, err := has(ctx, tx, `SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'public' AND has_schema_privilege('public', oid, 'CREATE'))`)
	if public {
		f.openPublic = []string{"REVOKE CREATE ON SCHEMA public FROM PUBLIC"}
	}
	return err
}

// has asks what is answered by yes or no.
func has(ctx context.Context, tx wire.Tx, sql string, args ...any) (yes bool, err error) {
	err = tx.QueryRow(ctx, sql, args...).Scan(&yes)
	return yes, err
}
