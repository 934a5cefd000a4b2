package postgres

import (
	"cmp"
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"

	"lotse/flows"
)

// The conditions of PostgreSQL (its manual, appendix A) that are told apart.
const (
	uniqueViolation       = "23505"
	foreignKeyViolation   = "23503"
	insufficientPrivilege = "42501"
	undefinedTable        = "42P01"
	undefinedFunction     = "42883"
	protocolViolation     = "08P01"
	notNext               = "P0002" // no_data_found: the run is not there, or not where a batch goes on
)

// fault is what an error means to a person.
type fault struct {
	kind   flows.RefusalKind
	code   string // of the sentence, which may name the server, its database, and who logs in
	passes bool   // by itself: to try again is all that is to be done
}

// conditions are what the server says, by the whole code or by its class.
var conditions = map[string]fault{
	"28P01": {flows.ErrDenied, "postgres.password", false},
	"28":    {flows.ErrDenied, "postgres.not_let_in", false}, // no line of pg_hba.conf, no such role, one that may not log in
	"3D000": {flows.ErrNotFound, "postgres.no_database", false},
	"3F000": {flows.ErrNotFound, "postgres.no_team", false},
	"25006": {flows.ErrReadOnly, "postgres.read_only", false},
	"53100": {flows.ErrFull, "postgres.disk_full", false},
	"53300": {flows.ErrAway, "postgres.no_connection_left", true},
	"53":    {flows.ErrFailed, "postgres.no_resources", true},
	"57014": {flows.ErrFailed, "postgres.cancelled", false},
	"57P":   {flows.ErrAway, "postgres.stopping", true},
	"25P03": {flows.ErrAway, "postgres.cut", true},
	"25P04": {flows.ErrFailed, "postgres.cancelled", false},
	"08":    {flows.ErrAway, "postgres.cut", true},
	"40":    {flows.ErrLocked, "postgres.busy", true}, // serialization, deadlock
	"55P03": {flows.ErrLocked, "postgres.busy", true},
	"58":    {flows.ErrDamaged, "postgres.damaged", false}, // a file of the server
	"XX001": {flows.ErrDamaged, "postgres.damaged", false},
	"XX002": {flows.ErrDamaged, "postgres.damaged", false},

	insufficientPrivilege: {flows.ErrDenied, "postgres.not_allowed", false},
	uniqueViolation:       {flows.ErrConflict, "postgres.failed", false},
}

// lookUp finds the fault of a condition: by its code, else by less and less of it.
func lookUp(code string) (fault, bool) {
	for n := len(code); n >= 2; n-- {
		if f, known := conditions[code[:n]]; known {
			return f, true
		}
	}
	return fault{}, false
}

// meaning is one of the faults that the server does not say itself.
type meaning struct {
	is    func(error) bool
	fault fault
}

// meanings are what an error means before the server has said anything, the first that
// fits.
var meanings = []meaning{
	{being(flows.ErrDamaged), fault{flows.ErrDamaged, "store.damaged", false}}, // of storage/key: what was read is not what was written
	{being(errTampered), fault{flows.ErrDamaged, "postgres.tampered", false}},
	{as[tooOld], fault{flows.ErrFailed, "postgres.too_old", false}},
	{as[otherEncoding], fault{flows.ErrFailed, "postgres.encoding", false}},
	{as[x509.HostnameError], fault{flows.ErrFailed, "postgres.other_host", false}},
	{as[x509.UnknownAuthorityError], fault{flows.ErrFailed, "postgres.unknown_authority", false}},
	{expired, fault{flows.ErrFailed, "postgres.expired", false}},
	{as[x509.CertificateInvalidError], fault{flows.ErrFailed, "postgres.certificate", false}},
	{saying("server refused TLS connection"), fault{flows.ErrFailed, "postgres.no_tls", false}},
	// What is not reached of several servers may be the one that takes changes.
	{being(pgconn.ErrReadOnlyConnection), fault{flows.ErrAway, "postgres.no_primary", true}},
	{as[*net.DNSError], fault{flows.ErrAway, "postgres.no_host", true}},
	{being(syscall.ECONNREFUSED), fault{flows.ErrAway, "postgres.refused", true}},
	{being(os.ErrNotExist), fault{flows.ErrAway, "postgres.refused", true}}, // no socket
	{being(os.ErrPermission), fault{flows.ErrDenied, "postgres.socket", false}},
	{silent, fault{flows.ErrAway, "postgres.no_answer", true}},
	{as[*pgproto3.ExceededMaxBodyLenErr], fault{flows.ErrFailed, "postgres.foreign", false}},
	{broken, fault{flows.ErrAway, "postgres.cut", true}},
	{as[*net.OpError], fault{flows.ErrAway, "postgres.unreachable", true}},
	{as[*pgconn.ConnectError], fault{flows.ErrFailed, "postgres.foreign", false}}, // what answers speaks otherwise
}

func as[E error](err error) bool {
	var e E
	return errors.As(err, &e)
}

func being(target error) func(error) bool {
	return func(err error) bool { return errors.Is(err, target) }
}

// saying finds an error of pgconn that has no type.
func saying(text string) func(error) bool {
	return func(err error) bool { return strings.Contains(err.Error(), text) }
}

func expired(err error) bool {
	var e x509.CertificateInvalidError
	return errors.As(err, &e) && e.Reason == x509.Expired
}

// silent reports whether it was waited in vain; the end of a context of the caller's is
// sorted out before.
func silent(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout() || errors.Is(err, context.DeadlineExceeded)
}

// broken reports whether the connection ended without a word.
func broken(err error) bool {
	for _, e := range []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, pgconn.ErrConnClosed, syscall.ECONNRESET, syscall.EPIPE, syscall.ECONNABORTED} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// faultOf sorts an error. Of several servers, each with its own, the first counts that
// the server has said.
func faultOf(err error) fault {
	if errors.Is(err, flows.ErrConflict) { // found by looking, or behind what the server says
		return fault{flows.ErrConflict, "store.conflict", false}
	}
	var e *pgconn.PgError
	if errors.As(err, &e) {
		f, known := lookUp(e.Code)
		switch {
		case e.Code == protocolViolation && as[*pgconn.ConnectError](err):
			return fault{flows.ErrFailed, "postgres.pooler", false} // as PgBouncer refuses what session says
		case known:
			return f
		}
		return fault{flows.ErrFailed, "postgres.failed", false}
	}
	for _, m := range meanings {
		if m.is(err) {
			return m.fault
		}
	}
	return fault{flows.ErrFailed, "postgres.failed", false}
}

// is reports whether an error is a condition of the server.
func is(err error, code string) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && e.Code == code
}

// explain makes an error readable for a person; a refusal, and the end of a context,
// stay as they are.
func (d *DB) explain(verb string, err error) error {
	if r := d.refusal(verb, err); r != nil {
		return r.Because(fmt.Errorf("%s: %w", verb, err))
	}
	return explain(verb, d.address, err)
}

func explain(verb string, a Address, err error) error {
	var r *flows.Refusal
	switch {
	case err == nil, errors.As(err, &r):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded) && !as[timeout](err):
		return fmt.Errorf("%s: %w", verb, err)
	}
	return a.refuse(err).Because(fmt.Errorf("%s: %w", verb, err))
}

// refuse is the refusal that an error means.
func (a Address) refuse(err error) *flows.Refusal {
	f := faultOf(err)
	c := a.config
	args := []any{"server", a.String(), "file", a.String(), "host", flows.Said(c.Host), "database", cmp.Or(c.Database, c.User), "member", c.User}
	var old tooOld
	var other otherEncoding
	var e *pgconn.PgError
	switch {
	case errors.As(err, &old):
		args = append(args, "version", flows.Short(old.version), "least", oldestServer)
	case errors.As(err, &other):
		args = append(args, "encoding", flows.Short(other.name))
	case errors.As(err, &e):
		args = append(args, "why", flows.Said(flows.Short(e.Message)+" (SQLSTATE "+flows.Short(e.Code)+")"))
	default:
		args = append(args, "why", flows.Reason(innermost(err)))
	}
	return flows.Refuse(f.kind, nil, f.code, args...)
}

// innermost is what the system says, without the words of what has called it.
func innermost(err error) error {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return errno
	}
	return err
}

// timeout is a time that passed while something was waited for, and not the caller's.
type timeout struct{ error }

// Unwrap is what timed out.
func (t timeout) Unwrap() error { return t.error }

// mine tells a time of this package from one of the caller's: pgconn gives the same error
// for both.
func mine(ctx context.Context, err error) error {
	if err != nil && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		return timeout{err}
	}
	return err
}

// passes reports whether an error passes by itself.
func passes(err error) bool {
	var r *flows.Refusal
	return !errors.As(err, &r) && faultOf(err).passes
}

// lost reports whether the connection is gone, and with it the answer, if there was
// one. What the server says is an answer, but for its own end.
func lost(err error) bool {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		f, _ := lookUp(e.Code)
		return f.code == "postgres.stopping" || f.code == "postgres.cut"
	}
	return faultOf(err).kind == flows.ErrAway
}
