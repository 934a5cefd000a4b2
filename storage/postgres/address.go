package postgres

import (
	"errors"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
)

// byService is how a service of pg_service.conf is written in the place of an address:
// service=NAME, as it is in an address of many programs.
const byService = "service="

// schemes are what an address begins with.
var schemes = []string{"postgres", "postgresql"}

// meant is what begins a place by which somebody means a server, also where it is written
// so that it cannot be taken: no file is made of it.
var meant = []string{"postgres:", "postgresql:", byService, "host=", "hostaddr=", "dbname=", "user="}

// Is reports whether a place names a server, rather than a file: postgres://…,
// postgresql://… or service=NAME. What is nearly so, or is another address, is as well:
// ParseAddress refuses it.
func Is(place string) bool {
	place = strings.ToLower(strings.TrimSpace(place))
	return strings.Contains(place, "://") || slices.ContainsFunc(meant, func(begin string) bool { return strings.HasPrefix(place, begin) })
}

// Check refuses a place that ParseAddress refuses, as one with a password in it: to be
// called before anything is shown of it.
func Check(place string) error {
	_, err := ParseAddress(place)
	return err
}

// Unverified says that a place asks for a connection which does not verify which server
// answers; nothing of one that does, or that ParseAddress refuses.
func Unverified(place string) flows.Message {
	a, err := ParseAddress(place)
	if err != nil || a.Unverified() == "" {
		return flows.Message{}
	}
	return flows.Msg("postgres.unverified", "server", a.String(), "mode", a.Unverified())
}

// Address is where a team's database is.
type Address struct {
	config *pgconn.Config
	mode   string // of TLS, as it is asked for
}

// ParseAddress reads an address, with what pg_service.conf, .pgpass and the
// environment's PG… variables add to it. TLS is verified in full unless something else
// is asked for. flows.ErrUsage where the address cannot be read, or where a password
// stands anywhere but in .pgpass.
func ParseAddress(s string) (Address, error) {
	w, err := readWritten(s)
	if err != nil {
		return Address{}, err
	}
	service, err := w.service()
	if err != nil {
		return Address{}, err
	}
	if err := noPassword(w, service); err != nil {
		return Address{}, err
	}
	mode := w.setting(service, "sslmode", "PGSSLMODE")
	if mode == "" {
		mode = "verify-full"
		w.query.Set("sslmode", mode)
	}
	c, err := pgconn.ParseConfig(w.String())
	if err != nil {
		return Address{}, refuseConfig(err) // its text may have the address in it
	}
	for _, name := range passedOver {
		delete(c.RuntimeParams, name)
	}
	if w.setting(service, "target_session_attrs", "PGTARGETSESSIONATTRS") == "" && len(hosts(c)) > 1 {
		c.ValidateConnect = pgconn.ValidateConnectTargetSessionAttrsReadWrite
	}
	return Address{c, mode}, onlyMine(c, w.setting(service, "passfile", "PGPASSFILE"))
}

// refuseConfig says what pgconn did not take: a file that cannot be read, else the whole.
func refuseConfig(err error) error {
	var file *fs.PathError
	if errors.As(err, &file) {
		return flows.Refuse(flows.ErrUsage, nil, "postgres.file", "file", file.Path, "why", flows.Reason(file))
	}
	return flows.Refuse(flows.ErrUsage, nil, "postgres.address")
}

// written is an address as it was written.
type written struct {
	before string // the login, the hosts and the name of the database
	query  url.Values
}

// String is the address for pgconn.
func (w written) String() string { return "postgres://" + w.before + "?" + encode(w.query) }

// encode writes parameters as PostgreSQL reads them, to which a plus is no blank.
func encode(q url.Values) string { return strings.ReplaceAll(q.Encode(), "+", "%20") }

// readWritten takes an address apart. net/url has no several hosts. What it refuses it
// does not name where it may be a part of a password.
func readWritten(s string) (written, error) {
	if name, is := strings.CutPrefix(s, byService); is {
		s = "postgres:///?" + encode(url.Values{"service": {name}})
	}
	scheme, rest, _ := strings.Cut(s, "://")
	before, query, _ := strings.Cut(rest, "?")
	authority, path, _ := strings.Cut(before, "/")
	at := strings.LastIndex(authority, "@")
	values, err := url.ParseQuery(strings.ReplaceAll(query, "+", "%2B"))
	switch _, _, has := strings.Cut(authority[:max(at, 0)], ":"); {
	case has:
		return written{}, flows.Refuse(flows.ErrUsage, nil, "postgres.password_in_address")
	case err != nil, strings.ContainsAny(path, "@#"), !slices.Contains(schemes, strings.ToLower(scheme)), !portsRead(authority[at+1:]):
		return written{}, flows.Refuse(flows.ErrUsage, nil, "postgres.address")
	}
	keys := slices.Sorted(maps.Keys(values))
	for _, key := range keys { // of all before the first is named
		if strings.Contains(key, "@") {
			return written{}, flows.Refuse(flows.ErrUsage, nil, "postgres.address")
		}
	}
	for _, key := range keys {
		if !slices.Contains(parameters, key) && !slices.Contains(passwords, key) {
			return written{}, flows.Refuse(flows.ErrUsage, nil, "postgres.parameter", "name", flows.Short(key))
		}
	}
	if values.Get("ssl") == "true" && !values.Has("sslmode") { // as the drivers of Java have it
		values.Set("sslmode", "require")
	}
	values.Del("ssl")
	return written{before, values}, nil
}

// parameters are what may stand in an address behind the question mark: what says how
// to connect. A misspelt sslmode must not be passed over.
var parameters = []string{
	"host", "port", "dbname", "database", "user", "passfile", "service", "servicefile", "connect_timeout",
	"ssl", "sslmode", "sslrootcert", "sslcert", "sslkey", "sslcertmode", "sslsni", "sslnegotiation",
	"target_session_attrs", "channel_binding", "require_auth", "krbsrvname", "krbspn", "application_name", "options",
}

// portsRead reports whether the ports of the hosts are numbers: what is none may be a
// password that was not escaped.
func portsRead(hosts string) bool {
	for host := range strings.SplitSeq(hosts, ",") {
		if i := strings.LastIndex(host, "]"); i >= 0 {
			host = host[i+1:]
		}
		_, port, has := strings.Cut(host, ":")
		if _, err := strconv.ParseUint(port, 10, 16); has && port != "" && err != nil {
			return false
		}
	}
	return true
}

// setting is what is said of a parameter: in the address, else by the service, else
// by the environment; "" where nothing is said.
func (w written) setting(service map[string]string, name, variable string) string {
	switch {
	case w.query.Has(name):
		return w.query.Get(name)
	case service[name] != "":
		return service[name]
	}
	return os.Getenv(variable)
}

// host is one of the servers that an address names.
type host struct {
	name     string // or the folder of a socket
	port     uint16
	verified bool // by TLS, or needs not to be, being a socket of this machine
}

// hosts are the servers of an address, each once, in their order.
func hosts(c *pgconn.Config) []host {
	first := host{c.Host, c.Port, verified(c.Host, c.TLSConfig)}
	all := []host{first}
	for _, f := range c.Fallbacks {
		h, last := host{f.Host, f.Port, verified(f.Host, f.TLSConfig)}, &all[len(all)-1]
		if h.name == last.name && h.port == last.port { // the same with another kind of TLS
			last.verified = last.verified && h.verified
			continue
		}
		all = append(all, h)
	}
	return all
}

// Unverified is the sslmode that was asked for where it does not verify who the server
// is; "" where it does, or where the server's socket is on this machine.
func (a Address) Unverified() string {
	for _, h := range hosts(a.config) {
		if !h.verified {
			return a.mode
		}
	}
	return ""
}

// Remote reports whether a network lies between here and the server.
func (a Address) Remote() bool { return !isSocket(a.config.Host) }

// User is the role that logs in.
func (a Address) User() string { return a.config.User }

// String is the address as it may be shown: the login, the servers and the database.
func (a Address) String() string {
	c, all := a.config, hosts(a.config)
	u := url.URL{Scheme: "postgres", User: url.User(c.User), Path: "/" + c.Database}
	var names, folders, ports []string
	for _, h := range all {
		names, folders, ports = append(names, h.String()), append(folders, h.name), append(ports, strconv.Itoa(int(h.port)))
	}
	if !isSocket(all[0].name) {
		u.Host = strings.Join(names, ",")
		return u.String()
	}
	q := url.Values{"host": {strings.Join(folders, ",")}}
	if slices.ContainsFunc(all, func(h host) bool { return h.port != standardPort }) {
		q.Set("port", strings.Join(ports, ","))
	}
	u.RawQuery = strings.NewReplacer("%2F", "/", "%2C", ",").Replace(encode(q))
	return u.String()
}

const standardPort = 5432

func (h host) String() string {
	name := h.name
	if strings.Contains(name, ":") {
		name = "[" + name + "]"
	}
	if h.port != standardPort {
		name += ":" + strconv.Itoa(int(h.port))
	}
	return name
}
