package postgres

import (
	"context"
	"crypto/tls"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// Inspect looks at the server: what it is, how one comes to it, what its clock says, and
// which rights there go further than the roles of a team need.
func (d *DB) Inspect(ctx context.Context) (run.ServerState, error) {
	s := run.ServerState{Unverified: d.address.Unverified(), Local: !d.address.Remote()}
	err := d.read(ctx, "look at server", func(tx wire.Tx) error {
		conn := tx.PgConn()
		s.Version = flows.Short(conn.ParameterStatus("server_version"))
		s.TLS = tlsOf(conn)
		var err error
		if s.Ahead, err = d.ahead(ctx, tx); err != nil {
			return err
		}
		if s.Replica, err = has(ctx, tx, "SELECT pg_is_in_recovery()"); err != nil {
			return err
		}
		for _, q := range wideRights {
			more, err := q.find(ctx, tx)
			if err != nil {
				return err
			}
			s.Wide = append(s.Wide, more...)
		}
		return nil
	})
	return s, err
}

// tlsOf is the version of TLS that a connection is kept by; "" for a plain one.
func tlsOf(conn *pgconn.PgConn) string {
	if c, is := conn.Conn().(*tls.Conn); is {
		return tls.VersionName(c.ConnectionState().Version)
	}
	return ""
}

// ahead is how far the clock of the server is before the one here, to half of the time
// that the question takes.
func (d *DB) ahead(ctx context.Context, tx wire.Tx) (time.Duration, error) {
	asked := d.now()
	var there time.Time
	if err := tx.QueryRow(ctx, "SELECT clock_timestamp()").Scan(&there); err != nil {
		return 0, err
	}
	answered := d.now()
	return there.Sub(asked.Add(answered.Sub(asked) / 2)), nil
}

// wideRight finds rights of one kind that are too wide.
type wideRight struct {
	code string
	arg  string // what the sentence calls the name
	sql  string // gives the names
	way  string // takes it away: SQL with {} for the name; "": a login of their own does
}

func (w wideRight) find(ctx context.Context, tx wire.Tx) ([]run.WideRight, error) {
	rows, err := tx.Query(ctx, w.sql)
	if err != nil {
		return nil, err
	}
	names, err := wire.CollectRows(rows, wire.RowTo[string])
	if err != nil {
		return nil, err
	}
	var all []run.WideRight
	for _, name := range names {
		way := flows.Msg("postgres.narrow_by_person")
		if w.way != "" {
			way = flows.Msg("postgres.narrow", "sql", flows.Said(replaceName(w.way, name)))
		}
		all = append(all, run.WideRight{What: flows.Msg(w.code, w.arg, name), Way: way})
	}
	return all, nil
}

// members gives the roles, groups and logins, by which one comes to the tables, and the
// one who asks: a superuser is let in without. They are found by the grants, since a
// server knows them by names of its own.
const members = `WITH RECURSIVE member AS (
	SELECT DISTINCT a.grantee AS oid FROM pg_class c, aclexplode(c.relacl) a
	WHERE c.relnamespace = 'lotse'::regnamespace AND a.grantee NOT IN (0, c.relowner)
	UNION SELECT oid FROM pg_roles WHERE rolname = session_user
	UNION SELECT m.member FROM pg_auth_members m JOIN member ON m.roleid = member.oid
) `

// own are the tables of the team.
const own = ` FROM pg_class c WHERE c.relnamespace = 'lotse'::regnamespace AND c.relkind IN ('r', 'p') `

var wideRights = []wideRight{
	{"postgres.wide_connect", "database", `SELECT current_database() WHERE has_database_privilege('public', current_database(), 'CONNECT')`, `REVOKE CONNECT ON DATABASE {} FROM PUBLIC`},
	{"postgres.wide_create", "schema", `SELECT 'lotse' WHERE has_schema_privilege('public', 'lotse', 'CREATE')`, `REVOKE CREATE ON SCHEMA {} FROM PUBLIC`},
	{"postgres.wide_superuser", "member", members + `SELECT r.rolname FROM pg_roles r JOIN member USING (oid)
		WHERE EXISTS (SELECT 1 FROM pg_roles s WHERE s.rolsuper AND pg_has_role(r.oid, s.oid, 'MEMBER')) ORDER BY 1`, ""},
	{"postgres.wide_server", "member", members + `SELECT r.rolname FROM pg_roles r JOIN member USING (oid)
		WHERE NOT r.rolsuper AND EXISTS (SELECT 1 FROM pg_roles s WHERE pg_has_role(r.oid, s.oid, 'MEMBER')
			AND s.rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files', 'pg_write_all_data')) ORDER BY 1`, ""},
	{"postgres.wide_bypass", "member", members + `SELECT rolname FROM pg_roles JOIN member USING (oid) WHERE rolbypassrls AND NOT rolsuper ORDER BY 1`, `ALTER ROLE {} NOBYPASSRLS`},
	{"postgres.wide_createrole", "member", members + `SELECT rolname FROM pg_roles JOIN member USING (oid) WHERE rolcreaterole AND NOT rolsuper ORDER BY 1`, `ALTER ROLE {} NOCREATEROLE`},
	{"postgres.wide_owner", "member", members + `SELECT DISTINCT r.rolname FROM pg_roles r JOIN member USING (oid), pg_class c
		WHERE c.relnamespace = 'lotse'::regnamespace AND NOT r.rolsuper AND pg_has_role(r.oid, c.relowner, 'MEMBER') ORDER BY 1`, ""},
	{"postgres.wide_table", "table", `SELECT c.relname` + own + `AND NOT c.relrowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid) ORDER BY 1`, `ALTER TABLE lotse.{} ENABLE ROW LEVEL SECURITY`},
	{"postgres.wide_grant", "table", `SELECT c.relname` + own + `AND EXISTS (SELECT 1 FROM aclexplode(c.relacl) a WHERE a.grantee = 0) ORDER BY 1`, `REVOKE ALL ON lotse.{} FROM PUBLIC`},
}

func replaceName(sql, name string) string {
	return strings.Replace(sql, "{}", quote(name), 1)
}
