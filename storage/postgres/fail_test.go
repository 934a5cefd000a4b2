package postgres

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgproto3"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/storage/key"
)

// fake is a server that speaks the first messages of the protocol, and plays what a
// test cannot ask of a real one.
type fake struct {
	net.Listener
	tls *tls.Config // nil: it offers none
}

// listen starts a server; talk has the connection when the client has said who it is.
func listen(t *testing.T, c *tls.Config, talk func(*pgproto3.Backend, net.Conn)) *fake {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	f := &fake{l, c}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { _ = conn.Close() })
			go f.serve(conn, talk)
		}
	}()
	return f
}

func (f *fake) serve(conn net.Conn, talk func(*pgproto3.Backend, net.Conn)) {
	b := pgproto3.NewBackend(conn, conn)
	for {
		m, err := b.ReceiveStartupMessage()
		if err != nil {
			return
		}
		if _, asks := m.(*pgproto3.SSLRequest); !asks {
			talk(b, conn)
			return
		}
		if f.tls == nil {
			_, _ = conn.Write([]byte("N"))
			return
		}
		_, _ = conn.Write([]byte("S"))
		conn = tls.Server(conn, f.tls)
		b = pgproto3.NewBackend(conn, conn)
	}
}

func (f *fake) address(more string) string {
	return "postgres://anna@" + f.Addr().String() + "/team?connect_timeout=1&" + more
}

// answer sends messages and hangs up.
func answer(all ...pgproto3.BackendMessage) func(*pgproto3.Backend, net.Conn) {
	return func(b *pgproto3.Backend, conn net.Conn) {
		for _, m := range all {
			b.Send(m)
		}
		_ = b.Flush()
		_ = conn.Close()
	}
}

// say sends bytes and hangs up.
func say(bytes string) func(*pgproto3.Backend, net.Conn) {
	return func(_ *pgproto3.Backend, conn net.Conn) {
		_, _ = io.WriteString(conn, bytes)
		_ = conn.Close()
	}
}

func ready(version string) []pgproto3.BackendMessage {
	return []pgproto3.BackendMessage{
		&pgproto3.AuthenticationOk{},
		&pgproto3.ParameterStatus{Name: "server_version", Value: version},
		&pgproto3.ReadyForQuery{TxStatus: 'I'},
	}
}

func fatal(code string) pgproto3.BackendMessage {
	return &pgproto3.ErrorResponse{Severity: "FATAL", Code: code, Message: "what the server says"}
}

// signed makes a certificate for a name by an authority, and the file of the authority.
func signed(t *testing.T, name string, until time.Time) (*tls.Config, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	cert := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-48 * time.Hour), NotAfter: until, IsCA: true, BasicConstraintsValid: true,
	}
	if name == "127.0.0.1" {
		cert.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	}
	der, err := x509.CreateCertificate(rand.Reader, cert, cert, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "ca.crt")
	write(t, file, string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})), 0o600)
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}, file
}

// TestSentences: what a server does, or does not, is told by a sentence in each
// language that names it.
func TestSentences(t *testing.T) {
	bare(t)
	tomorrow := time.Now().Add(24 * time.Hour)
	good, ca := signed(t, "127.0.0.1", tomorrow)
	other, otherCA := signed(t, "db.example.com", tomorrow)
	old, oldCA := signed(t, "127.0.0.1", time.Now().Add(-time.Hour))
	const plain = "sslmode=disable"
	for name, tt := range map[string]struct {
		tls   *tls.Config
		talk  func(*pgproto3.Backend, net.Conn)
		query string
		want  string
		kind  flows.RefusalKind
	}{
		"a wrong password":        {nil, answer(fatal("28P01")), plain, "postgres.password", flows.ErrDenied},
		"no line in pg_hba.conf":  {nil, answer(fatal("28000")), plain, "postgres.not_let_in", flows.ErrDenied},
		"no database":             {nil, answer(fatal("3D000")), plain, "postgres.no_database", flows.ErrNotFound},
		"no right to connect":     {nil, answer(fatal("42501")), plain, "postgres.no_member", flows.ErrDenied},
		"no connection left":      {nil, answer(fatal("53300")), plain, "postgres.no_connection_left", flows.ErrAway},
		"starting":                {nil, answer(fatal("57P03")), plain, "postgres.stopping", flows.ErrAway},
		"a full disk":             {nil, answer(fatal("53100")), plain, "postgres.disk_full", flows.ErrFull},
		"out of memory":           {nil, answer(fatal("53200")), plain, "postgres.no_resources", flows.ErrFailed},
		"a page that is damaged":  {nil, answer(fatal("XX001")), plain, "postgres.damaged", flows.ErrDamaged},
		"something unheard of":    {nil, answer(fatal("ZZ999")), plain, "postgres.failed", flows.ErrFailed},
		"too old":                 {nil, answer(ready("9.6.24")...), plain, "postgres.too_old", flows.ErrFailed},
		"just too old":            {nil, answer(ready("12.22 (Debian 12.22-1)")...), plain, "postgres.too_old", flows.ErrFailed},
		"another encoding":        {nil, answer(append([]pgproto3.BackendMessage{&pgproto3.AuthenticationOk{}, &pgproto3.ParameterStatus{Name: "server_encoding", Value: "LATIN1"}}, ready("15.9")[1:]...)...), plain, "postgres.encoding", flows.ErrFailed},
		"PgBouncer":               {nil, answer(fatal("08P01")), plain, "postgres.pooler", flows.ErrFailed},
		"no version":              {nil, answer(ready("")...), plain, "postgres.foreign", flows.ErrFailed},
		"new, and then nothing":   {nil, answer(ready("18beta1")...), plain, "postgres.cut", flows.ErrAway},
		"half an answer":          {nil, say("R\x00\x00"), plain, "postgres.cut", flows.ErrAway},
		"another protocol":        {nil, say("HTTP/1.1 400 Bad Request\r\n\r\n"), plain, "postgres.foreign", flows.ErrFailed},
		"a message without end":   {nil, say("R\x7f\xff\xff\xff"), plain, "postgres.foreign", flows.ErrFailed},
		"notices without end":     {nil, chatter, plain, "postgres.no_answer", flows.ErrAway},
		"silence":                 {nil, func(*pgproto3.Backend, net.Conn) {}, plain, "postgres.no_answer", flows.ErrAway},
		"hangs up":                {nil, answer(), plain, "postgres.cut", flows.ErrAway},
		"no TLS":                  {nil, answer(ready("15.9")...), "", "postgres.no_tls", flows.ErrFailed},
		"an unknown authority":    {good, answer(ready("15.9")...), "sslrootcert=" + otherCA, "postgres.unknown_authority", flows.ErrFailed},
		"another's certificate":   {other, answer(ready("15.9")...), "sslrootcert=" + otherCA, "postgres.other_host", flows.ErrFailed},
		"an old certificate":      {old, answer(ready("15.9")...), "sslrootcert=" + oldCA, "postgres.expired", flows.ErrFailed},
		"well up to the password": {good, answer(fatal("28P01")), "sslrootcert=" + ca, "postgres.password", flows.ErrDenied},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := listen(t, tt.tls, tt.talk)
			check(t, f.address(tt.query), tt.want, tt.kind)
		})
	}
}

// chatter tells and tells, and never comes to the point.
func chatter(b *pgproto3.Backend, conn net.Conn) {
	for {
		b.Send(&pgproto3.NoticeResponse{Severity: "NOTICE", Message: strings.Repeat("well, ", 100)})
		if b.Flush() != nil {
			return
		}
	}
}

// check opens an address, and looks at what is said.
func check(t *testing.T, address, want string, kind flows.RefusalKind) {
	t.Helper()
	begun := time.Now()
	d, err := Open(t.Context(), address, Options{Dir: t.TempDir()})
	if err == nil {
		_ = d.Close()
	}
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != want || r.Kind != kind {
		t.Fatalf("%v, want %s", err, want)
	}
	if took := time.Since(begun); took > 8*time.Second {
		t.Error("it took", took)
	}
	for _, lang := range words.Languages() {
		if text := words.Say(lang, r.Message); strings.Contains(text, "{") {
			t.Errorf("%s: %s", lang, text)
		}
	}
}

func TestNobodyThere(t *testing.T) {
	bare(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	check(t, "postgres://anna@127.0.0.1:"+strconv.Itoa(port)+"/team", "postgres.refused", flows.ErrAway)
	check(t, "postgres://anna@/team?host="+t.TempDir(), "postgres.refused", flows.ErrAway)
	check(t, "postgres://anna@db.invalid/team?connect_timeout=1", "postgres.no_host", flows.ErrAway)
}

// TestSeveralServers: one that is down is passed over, and what another says is told.
func TestSeveralServers(t *testing.T) {
	bare(t)
	down, up := listen(t, nil, answer()), listen(t, nil, answer(fatal("28P01")))
	if err := down.Close(); err != nil {
		t.Fatal(err)
	}
	check(t, "postgres://anna@"+down.Addr().String()+","+up.Addr().String()+"/team?sslmode=disable", "postgres.password", flows.ErrDenied)
}

// TestReadOnlyOfSeveral: where none takes changes, one of them may, in a moment.
func TestReadOnlyOfSeveral(t *testing.T) {
	bare(t)
	replica := func(b *pgproto3.Backend, conn net.Conn) {
		for _, m := range ready("15.9") {
			b.Send(m)
		}
		_ = b.Flush()
		if _, err := b.Receive(); err != nil {
			return
		}
		answer(
			&pgproto3.RowDescription{Fields: []pgproto3.FieldDescription{{Name: []byte("transaction_read_only"), DataTypeOID: 25, DataTypeSize: -1}}},
			&pgproto3.DataRow{Values: [][]byte{[]byte("on")}}, &pgproto3.CommandComplete{CommandTag: []byte("SHOW")}, &pgproto3.ReadyForQuery{TxStatus: 'I'},
		)(b, conn)
	}
	one, two := listen(t, nil, replica), listen(t, nil, replica)
	check(t, "postgres://anna@"+one.Addr().String()+","+two.Addr().String()+"/team?sslmode=disable", "postgres.no_primary", flows.ErrAway)
}

// TestDamagedSaid: what was read and is not what was written is said to be damaged.
func TestDamagedSaid(t *testing.T) {
	bare(t)
	a, err := ParseAddress("postgres://anna@db.example.org/team")
	if err != nil {
		t.Fatal(err)
	}
	_, torn := key.DecodeIndex("a ship", "[")
	_, unread := key.DecodeProgress("x")
	for _, err := range []error{torn, unread} {
		var r *flows.Refusal
		if got := explain("read", a, err); !errors.As(got, &r) || r.Message.Code != "store.damaged" || !errors.Is(got, flows.ErrDamaged) {
			t.Fatalf("%v of %v", got, err)
		}
		if text := words.Say(words.English, r.Message); !strings.Contains(text, a.String()) {
			t.Error(text)
		}
	}
}

// TestPasswordUnsaid: the password is sent to the server, and said to nobody.
func TestPasswordUnsaid(t *testing.T) {
	home := bare(t)
	write(t, filepath.Join(home, ".pgpass"), "*:*:*:*:"+secretWord+"\n", 0o600)
	var sent string
	f := listen(t, nil, func(b *pgproto3.Backend, conn net.Conn) {
		b.Send(&pgproto3.AuthenticationCleartextPassword{})
		_ = b.Flush()
		_ = b.SetAuthType(pgproto3.AuthTypeCleartextPassword)
		if m, err := b.Receive(); err == nil {
			sent = m.(*pgproto3.PasswordMessage).Password
		}
		answer(fatal("28P01"))(b, conn)
	})
	_, err := Open(t.Context(), f.address("sslmode=disable"), Options{Dir: t.TempDir()})
	if sent != secretWord {
		t.Errorf("%q was sent", sent)
	}
	if err == nil || strings.Contains(err.Error(), secretWord) {
		t.Error("said:", err)
	}
}
