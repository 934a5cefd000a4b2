package postgres

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/jackc/pgservicefile"
	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
)

// passwords are the parameters that are secrets.
var passwords = []string{"password", "sslpassword"}

// passwordVariables are those of the environment.
var passwordVariables = []string{"PGPASSWORD", "PGSSLPASSWORD"}

// noPassword refuses a password that others can read: in the arguments of a program,
// in its environment, or in a file that many people share. It names the place alone.
func noPassword(w written, service map[string]string) error {
	for _, name := range passwords {
		if w.query.Has(name) {
			return flows.Refuse(flows.ErrUsage, nil, "postgres.password_in_address")
		}
		if service[name] != "" {
			return flows.Refuse(flows.ErrUsage, nil, "postgres.password_in_service", "service", w.serviceName(), "file", w.query.Get("servicefile"))
		}
	}
	for _, name := range passwordVariables {
		if os.Getenv(name) != "" {
			return flows.Refuse(flows.ErrUsage, nil, "postgres.password_in_environment", "variable", name)
		}
	}
	return nil
}

// onlyMine refuses a password of a file that others may read; pgconn does not look.
func onlyMine(c *pgconn.Config, path string) error {
	if c.Password == "" || runtime.GOOS == "windows" { // where nobody else comes to %APPDATA%
		return nil
	}
	if path == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return nil // nor did pgconn find one
		}
		path = filepath.Join(home, ".pgpass")
	}
	is, err := os.Stat(path)
	if err != nil {
		return refuseConfig(err)
	}
	if is.Mode().IsRegular() && is.Mode().Perm()&0o077 != 0 {
		return flows.Refuse(flows.ErrUsage, nil, "postgres.passfile_open", "file", path)
	}
	return nil
}

func (w written) serviceName() string { return w.setting(nil, "service", "PGSERVICE") }

// service gives the settings of the service that an address names, and has pgconn read
// them from the file where it is; nil without a service.
func (w written) service() (map[string]string, error) {
	name := w.serviceName()
	if name == "" {
		return nil, nil //nolint:nilnil // a map that is read only
	}
	files := w.serviceFiles()
	for _, file := range files {
		all, err := pgservicefile.ReadServicefile(file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return nil, flows.Refuse(flows.ErrUsage, nil, "postgres.file", "file", file, "why", flows.Reason(err))
		}
		if found, err := all.GetService(name); err == nil {
			w.query.Set("servicefile", file)
			return found.Settings, followed(name, file, found.Settings)
		}
	}
	return nil, flows.Refuse(flows.ErrUsage, nil, "postgres.no_service", "service", flows.Short(name), "file", files[0])
}

// passedOver are the parameters of a service that say what session and alive say here.
var passedOver = []string{
	"keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout", "fallback_application_name", "sslcompression", "load_balance_hosts",
}

// followed refuses a service with a parameter that would not be followed, or would be
// taken for a setting of the server.
func followed(service, file string, settings map[string]string) error {
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		if !slices.Contains(slices.Concat(parameters, passwords, passedOver), name) {
			return flows.Refuse(flows.ErrUsage, nil, "postgres.service_parameter", "service", flows.Short(service), "file", file, "name", flows.Short(name))
		}
	}
	return nil
}

// serviceFiles are where a service is looked for: the person's file, then that of the
// machine, as libpq does.
func (w written) serviceFiles() []string {
	own := w.setting(nil, "servicefile", "PGSERVICEFILE")
	if own == "" {
		own = ownServiceFile()
	}
	system := os.Getenv("PGSYSCONFDIR")
	if system == "" {
		system = "/etc/postgresql-common" // Debian's
	}
	return []string{own, filepath.Join(system, "pg_service.conf")}
}

func ownServiceFile() string {
	if data := os.Getenv("APPDATA"); data != "" && runtime.GOOS == "windows" {
		return filepath.Join(data, "postgresql", ".pg_service.conf")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ".pg_service.conf"
	}
	return filepath.Join(home, ".pg_service.conf")
}
