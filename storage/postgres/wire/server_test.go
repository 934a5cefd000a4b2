package wire

import (
	"context"
	"errors"
	"io"
	"net"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"
)

// server answers as PostgreSQL does, as far as it is asked here. A statement that begins
// with SELECT has one column of type text, "said".
type server struct {
	t testing.TB

	mu     sync.Mutex
	asked  []string // PARSE, RUN or CLOSE with a text or a name, a simple query as it is, and SYNC
	made   int      // connections
	living int

	// answer gives the values that a statement says, or what is wrong with it; nil: each
	// says "yes".
	answer func(text string, args []string) ([]string, error)
}

// errGone has the server close the connection in the place of an answer, errSilent
// gives none.
var (
	errGone   = errors.New("gone")
	errSilent = errors.New("silent")
)

func start(t testing.TB) *server { return &server{t: t} }

func (s *server) config() *pgconn.Config {
	s.t.Helper()
	c, err := pgconn.ParseConfig("postgres://anna@127.0.0.1/lotse?sslmode=disable")
	if err != nil {
		s.t.Fatal(err)
	}
	c.DialFunc = func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		s.mu.Lock()
		s.made++
		s.living++
		s.mu.Unlock()
		go func() {
			defer func() {
				s.mu.Lock()
				s.living--
				s.mu.Unlock()
				_ = there.Close()
			}()
			(&session{server: s, Backend: pgproto3.NewBackend(there, there), status: 'I', texts: map[string]string{}}).serve()
		}()
		return here, nil
	}
	return c
}

func (s *server) connect() *Conn {
	s.t.Helper()
	c, err := Connect(s.t.Context(), s.config())
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = c.Close(context.Background()) })
	return c
}

// hears takes what the server was asked since it was looked last.
func (s *server) hears() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := strings.Join(s.asked, "; ")
	s.asked = nil
	return all
}

func (s *server) note(what string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked = append(s.asked, what)
}

// wants compares what the server was asked.
func (s *server) wants(want ...string) {
	s.t.Helper()
	if got, want := s.hears(), strings.Join(want, "; "); got != want {
		s.t.Errorf("asked %q, want %q", got, want)
	}
}

// session is a connection of the server.
type session struct {
	*server
	*pgproto3.Backend
	status byte
	failed bool // until the next Sync
	texts  map[string]string
	bound  string
	args   []string
}

func (s *session) serve() {
	if _, err := s.ReceiveStartupMessage(); err != nil {
		return
	}
	s.Send(&pgproto3.AuthenticationOk{})
	s.Send(&pgproto3.BackendKeyData{ProcessID: 1, SecretKey: []byte{0, 0, 0, 1}})
	s.ready()
	for {
		m, err := s.Receive()
		if err != nil {
			return
		}
		if err := s.take(m); err != nil {
			for errors.Is(err, errSilent) {
				if _, err := s.Receive(); err != nil { // the other end has closed
					return
				}
			}
			return
		}
	}
}

func (s *session) ready() {
	s.Send(&pgproto3.ReadyForQuery{TxStatus: s.status})
	if err := s.Flush(); err != nil && !errors.Is(err, io.ErrClosedPipe) {
		s.t.Error(err)
	}
}

func (s *session) take(m pgproto3.FrontendMessage) error {
	switch m := m.(type) {
	case *pgproto3.Query:
		s.note(m.String)
		err := s.run(m.String)
		if s.failed {
			s.failed = false
		}
		if err == nil {
			s.ready()
		}
		return err
	case *pgproto3.Sync:
		s.note("SYNC")
		s.failed = false
		s.ready()
	case *pgproto3.Terminate:
		return io.EOF
	default:
		if !s.failed {
			return s.extended(m)
		}
	}
	return nil
}

var parameters = regexp.MustCompile(`\$\d`)

func (s *session) extended(m pgproto3.FrontendMessage) error {
	switch m := m.(type) {
	case *pgproto3.Parse:
		s.note("PARSE " + m.Query)
		if strings.Contains(m.Query, "MISSPELT") {
			return s.fail(&pgconn.PgError{Code: "42601"})
		}
		s.texts[m.Name] = m.Query
		s.Send(&pgproto3.ParseComplete{})
	case *pgproto3.Describe:
		if m.ObjectType == 'S' {
			oids := make([]uint32, len(parameters.FindAllString(s.texts[m.Name], -1)))
			s.Send(&pgproto3.ParameterDescription{ParameterOIDs: oids})
		}
		s.describe(s.texts[m.Name])
	case *pgproto3.Close:
		s.note("CLOSE " + m.Name)
		delete(s.texts, m.Name)
		s.Send(&pgproto3.CloseComplete{})
	case *pgproto3.Bind:
		if _, known := s.texts[m.PreparedStatement]; !known {
			return s.fail(&pgconn.PgError{Code: "26000"})
		}
		s.bound, s.args = s.texts[m.PreparedStatement], nil
		for _, p := range m.Parameters {
			s.args = append(s.args, string(p))
		}
		s.Send(&pgproto3.BindComplete{})
	case *pgproto3.Execute:
		s.note("RUN " + s.bound)
		return s.run(s.bound)
	}
	return nil
}

func (s *session) describe(text string) {
	if !strings.HasPrefix(text, "SELECT") {
		s.Send(&pgproto3.NoData{})
		return
	}
	s.Send(&pgproto3.RowDescription{Fields: []pgproto3.FieldDescription{{Name: []byte("said"), DataTypeOID: textOID, Format: 1}}})
}

func (s *session) fail(err error) error {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return err
	}
	s.failed = true
	if s.status == 'T' {
		s.status = 'E'
	}
	s.Send(&pgproto3.ErrorResponse{Severity: "ERROR", Code: e.Code, Routine: e.Routine, Message: e.Message})
	return nil
}

func (s *session) run(text string) error {
	said := []string{"yes"}
	if s.answer != nil {
		var err error
		if said, err = s.answer(text, s.args); err != nil {
			return s.fail(err)
		}
	}
	tag := strings.Fields(text)[0]
	switch tag {
	case "BEGIN":
		s.status = 'T'
	case "COMMIT", "ROLLBACK":
		if s.status == 'E' {
			tag = "ROLLBACK"
		}
		s.status = 'I'
	case "SELECT":
		for _, one := range said {
			if one == "gone" {
				return errors.Join(s.Flush(), errGone)
			}
			s.Send(&pgproto3.DataRow{Values: [][]byte{[]byte(one)}})
		}
	}
	s.Send(&pgproto3.CommandComplete{CommandTag: []byte(tag)})
	return nil
}

// said reads all that a statement says.
func said(t testing.TB, rows *Rows, err error) []string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	all, err := CollectRows(rows, RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func code(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func failing(times int, e *pgconn.PgError) func(string, []string) ([]string, error) {
	return func(text string, _ []string) ([]string, error) {
		if strings.HasPrefix(text, "SELECT") && times > 0 {
			times--
			return nil, e
		}
		return []string{"yes"}, nil
	}
}

func equal(t testing.TB, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
