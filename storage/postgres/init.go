package postgres

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
)

// initLock is the advisory lock under which a team is made, migrated and changed.
const initLock = 0x4c6f7473 // "Lots"

// Init makes the schema and the group roles of a team, or migrates them. It has to be
// called by whoever owns the database and may create roles, a superuser or not; twice is
// no error. flows.ErrDenied with the SQL that is missing.
func Init(ctx context.Context, address string, now time.Time) (run.Founded, error) {
	var made run.Founded
	l, err := openLink(ctx, address)
	if err != nil {
		return made, err
	}
	err = l.change(ctx, "set up team", func(tx pgx.Tx) error {
		all, err := makeTeam(ctx, tx, l.address, now)
		if err == nil && made.Database == "" { // else it was done before, and the answer was lost
			made = all
		}
		return err
	})
	return made, errors.Join(err, l.Close())
}

func makeTeam(ctx context.Context, tx pgx.Tx, a Address, now time.Time) (run.Founded, error) {
	var made run.Founded
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", int64(initLock)); err != nil {
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
	for _, sql := range slices.Concat(f.roleSQL(), f.grants, f.closeSQL()) {
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
func survey(ctx context.Context, tx pgx.Tx) (*founding, error) {
	f := &founding{}
	var ours bool
	err := tx.QueryRow(ctx, `SELECT current_database()::text, session_user::text, pg_has_role(d.datdba, 'USAGE'),
		has_database_privilege(d.oid, 'CREATE'), u.rolcreaterole OR u.rolsuper,
		EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'lotse' AND c.relname = 'migrations')
		FROM pg_database d, pg_roles u WHERE d.datname = current_database() AND u.rolname = session_user`).
		Scan(&f.database, &f.me, &f.owner, &f.mayCreate, &f.mayMakeRoles, &ours)
	if err != nil {
		return f, err
	}
	f.groups = groupsOf(f.database)
	if ours {
		err = f.surveySchema(ctx, tx)
	}
	if err == nil {
		err = f.surveyRoles(ctx, tx)
	}
	if err == nil {
		err = f.surveyDoors(ctx, tx)
	}
	return f, err
}

// surveySchema reads the schema that is there, which whoever made it alone may change.
func (f *founding) surveySchema(ctx context.Context, tx pgx.Tx) error {
	var owner string
	var mine bool
	err := tx.QueryRow(ctx, "SELECT pg_get_userbyid(nspowner)::text, pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = 'lotse'").Scan(&owner, &mine)
	if err != nil {
		return err
	}
	if !mine {
		return flows.Refuse(flows.ErrDenied, nil, "team.init_owner", "database", f.database, "owner", owner, "member", f.me)
	}
	if f.groups, err = readGroups(ctx, tx); err != nil {
		return err
	}
	return tx.QueryRow(ctx, "SELECT coalesce(max(version), 0) FROM lotse.migrations").Scan(&f.version)
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

func (f *founding) surveyRoles(ctx context.Context, tx pgx.Tx) error {
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
func (f *founding) surveyDoors(ctx context.Context, tx pgx.Tx) error {
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

func has(ctx context.Context, tx pgx.Tx, sql string, args ...any) (yes bool, err error) {
	err = tx.QueryRow(ctx, sql, args...).Scan(&yes)
	return yes, err
}

func (f *founding) roleSQL() []string {
	var all []string
	for _, name := range f.lacking {
		all = append(all, "CREATE ROLE "+quote(name)+" NOLOGIN")
	}
	return all
}

func (f *founding) closeSQL() []string { return slices.Concat(f.open, f.openPublic) }

// refuse refuses what cannot be made, or must not be.
func (f *founding) refuse(ctx context.Context, tx pgx.Tx, a Address) error {
	if f.version > len(migrations()) {
		return flows.Refuse(flows.ErrNewer, nil, "postgres.newer", "server", a.String(), "version", f.version, "known", len(migrations()))
	}
	for _, name := range f.groups {
		if len(name) > mostName {
			return flows.Refuse(flows.ErrUsage, nil, "team.long_database", "database", f.database, "most", mostName-len("_consultant"))
		}
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
func (f *founding) refuseTaken(ctx context.Context, tx pgx.Tx) error {
	for _, r := range run.Roles {
		var login bool
		var inside []string
		err := tx.QueryRow(ctx, `SELECT g.rolcanlogin, ARRAY(SELECT m.rolname::text FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member
			WHERE a.roleid = g.oid AND NOT a.admin_option AND NOT m.rolname = ANY ($2::text[]) ORDER BY 1)
			FROM pg_roles g WHERE g.rolname = $1`, f.groups[r], f.names()).Scan(&login, &inside)
		switch {
		case errors.Is(err, pgx.ErrNoRows):
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

func (f *founding) names() []string {
	var all []string
	for _, name := range f.groups {
		all = append(all, name)
	}
	return all
}

// missing is what somebody else has to run, because the caller may not.
func (f *founding) missing(ctx context.Context, tx pgx.Tx) ([]string, error) {
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
