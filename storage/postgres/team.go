package postgres

import (
	"context"
	"maps"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// groups are the server's roles whose members have a role in a team. The roles of a
// server are common to all of its databases, so that each database has its own.
type groups map[run.Role]string

// mostName is how long a name may be on a server, in bytes; it cuts longer ones off.
const mostName = 63

// groupsOf are the groups that a new team's database gets.
func groupsOf(database string) groups {
	g := groups{}
	for _, r := range run.Roles {
		g[r] = database + "_" + string(r)
	}
	return g
}

// names are the names of all groups, sorted.
func (g groups) names() []string { return slices.Sorted(maps.Values(g)) }

// readGroups reads the groups that a team was made with.
func readGroups(ctx context.Context, tx wire.Tx) (groups, error) {
	g := groups{}
	var role run.Role
	var name string
	rows, err := tx.Query(ctx, "SELECT role, name::text FROM lotse.roles")
	if err != nil {
		return nil, err
	}
	err = wire.ForEachRow(rows, []any{(*string)(&role), &name}, func() error {
		g[role] = name
		return nil
	})
	return g, err
}

// quote is a name as SQL has it, literal a text.
func quote(name string) string   { return `"` + quotes.Replace(name) + `"` }
func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

var quotes = strings.NewReplacer(`"`, `""`, "\x00", "")

// takesNoChanges is an expression that tells of a server that is a copy of another, or
// was told to change nothing.
const takesNoChanges = "(pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean)"

// readOnly says that a server takes no changes; the zero message where it does.
func (a Address) readOnly(is bool) flows.Message {
	if !is {
		return flows.Message{}
	}
	return flows.Msg("postgres.read_only", "server", a.String())
}

// readMe reads who has logged in, and in which role, and whether the server is fixed: it
// takes no changes.
func readMe(ctx context.Context, tx wire.Tx) (m run.Member, fixed bool, err error) {
	var role *string
	err = tx.QueryRow(ctx, `SELECT session_user::text, my_role(),
		ARRAY(SELECT team FROM memberships WHERE member = session_user ORDER BY 1), `+takesNoChanges).Scan(&m.Name, &role, &m.Teams, &fixed)
	if err != nil {
		return m, fixed, err
	}
	if role == nil {
		return m, fixed, flows.Refuse(flows.ErrDenied, nil, "postgres.no_member", "member", m.Name)
	}
	m.Role = run.Role(*role)
	return m, fixed, nil
}

// Members are all whom the server lets in. A superuser is one where it was let in, as
// anybody; that it may do everything is the doctor's to say.
func (d *DB) Members(ctx context.Context) (all []run.Member, err error) {
	err = d.read(ctx, "read members", func(tx wire.Tx) error {
		all, err = readMembers(ctx, tx, "")
		return err
	})
	return all, err
}

// readMembers reads all members, or the one of a name.
func readMembers(ctx context.Context, tx wire.Tx, name string) ([]run.Member, error) {
	rows, err := tx.Query(ctx, `SELECT r.rolname::text, (
			SELECT g.role FROM lotse.roles g JOIN pg_roles p ON p.rolname = g.name
			WHERE pg_has_role(r.oid, p.oid, 'USAGE')
			ORDER BY array_position('{lead,consultant,reader,auditor}'::text[], g.role::text) LIMIT 1) AS role,
		ARRAY(SELECT m.team FROM lotse.memberships m WHERE m.member = r.rolname ORDER BY 1),
		coalesce((SELECT k.recipient FROM lotse.keys k WHERE k.member = r.rolname), '')
		FROM pg_roles r
		WHERE r.rolcanlogin AND ($1 = '' OR r.rolname = $1) AND EXISTS (
			SELECT 1 FROM lotse.roles g JOIN pg_roles p ON p.rolname = g.name
			WHERE CASE WHEN r.rolsuper THEN EXISTS (SELECT 1 FROM pg_auth_members a WHERE a.roleid = p.oid AND a.member = r.oid)
				ELSE pg_has_role(r.oid, p.oid, 'USAGE') END)
		ORDER BY r.rolname COLLATE "C"`, name)
	if err != nil {
		return nil, err
	}
	return wire.CollectRows(rows, func(row wire.Row) (m run.Member, err error) {
		err = row.Scan(&m.Name, (*string)(&m.Role), &m.Teams, &m.Key)
		return m, err
	})
}
