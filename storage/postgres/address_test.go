package postgres

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"lotse/flows"
)

// bare leaves nothing of this machine: neither variables nor a home with files in it.
func bare(t *testing.T) (home string) {
	home = t.TempDir()
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); strings.HasPrefix(name, "PG") {
			t.Setenv(name, "")
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("APPDATA", home)
	t.Setenv("PGSYSCONFDIR", filepath.Join(home, "etc"))
	return home
}

func write(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

func TestIs(t *testing.T) {
	for place, want := range map[string]bool{
		"postgres://db.example.com/team": true, "postgresql:///team": true, "service=team": true,
		"lotse.db": false, "./service=team": false, "": false, `C:\Users\anna\lotse.db`: false, "postgres.db": false, "service": false,

		// what is nearly an address, which no file is to be made of
		" postgres://db.example.com/team": true, "POSTGRES://db.example.com/team": true, "postgres:/team": true, "postgres:team": true,
		"Service=team": true, "host=db.example.com dbname=team": true, "mysql://db.example.com/team": true,
	} {
		if Is(place) != want {
			t.Errorf("%q names a server: %v", place, !want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for s, want := range map[string]struct{ shown, unverified string }{
		"postgres://anna@db.example.com/team":                                 {"postgres://anna@db.example.com/team", ""},
		"postgresql://anna@db.example.com:5433/team":                          {"postgres://anna@db.example.com:5433/team", ""},
		"postgres://anna@[::1]:5433/team?sslmode=verify-full":                 {"postgres://anna@[::1]:5433/team", ""},
		"postgres://anna@db.example.com/team?sslmode=require":                 {"postgres://anna@db.example.com/team", "require"},
		"postgres://anna@db.example.com/team?sslmode=prefer":                  {"postgres://anna@db.example.com/team", "prefer"},
		"postgres://anna@db.example.com/team?sslmode=disable":                 {"postgres://anna@db.example.com/team", "disable"},
		"postgres://anna@db.example.com/team?ssl=true":                        {"postgres://anna@db.example.com/team", "require"},
		"postgres://anna@a.example.com:5433,b.example.com/team":               {"postgres://anna@a.example.com:5433,b.example.com/team", ""},
		"postgres://anna@/team?host=/run/postgresql":                          {"postgres://anna@/team?host=/run/postgresql", ""},
		"postgres://anna@/team?host=/run/one,/run/two":                        {"postgres://anna@/team?host=/run/one,/run/two", ""},
		"postgres://anna@/team?host=/run/one,/run/two&port=5432,5433":         {"postgres://anna@/team?host=/run/one,/run/two&port=5432,5433", ""},
		"postgres://anna@/team?host=/run/postgresql&sslmode=disable":          {"postgres://anna@/team?host=/run/postgresql", ""},
		"postgres://Erika%20Muster@db.example.com/team":                       {"postgres://Erika%20Muster@db.example.com/team", ""},
		"postgres://anna%40example.com@db.example.com/team?connect_timeout=3": {"postgres://anna%40example.com@db.example.com/team", ""},
		"POSTGRES://anna@db.example.com/team":                                 {"postgres://anna@db.example.com/team", ""},
		"postgres://anna@/team?host=/run/my%20socket":                         {"postgres://anna@/team?host=/run/my%20socket", ""},
		"postgres://anna@/team?host=/run/a+b":                                 {"postgres://anna@/team?host=/run/a%2Bb", ""},
		"postgres://anna@%2Frun%2Fmy%20socket/team":                           {"postgres://anna@/team?host=/run/my%20socket", ""},
		"postgres://anna@db.example.com/my%20team":                            {"postgres://anna@db.example.com/my%20team", ""},
		"postgres://anna@[fe80::1%25eth0]/team":                               {"postgres://anna@[fe80::1%25eth0]/team", ""},
		"postgres://anna@[::1],[::2]:5433/team":                               {"postgres://anna@[::1],[::2]:5433/team", ""},
		"service=long":                                                        {"postgres://anna@db.example.com/team", ""},
		"service=our desk":                                                    {"postgres://anna@/team?host=/run/our%20desk", ""},
		"service=desk":                                                        {"postgres://bernd@db.example.com:5439/team", ""},
		"postgres:///?service=it":                                             {"postgres://bernd@it.example.com/team", "verify-ca"},
		"postgres://anna@/other?service=desk":                                 {"postgres://anna@db.example.com:5439/other", ""},
	} {
		t.Run(s, func(t *testing.T) {
			home := bare(t)
			write(t, filepath.Join(home, ".pg_service.conf"), "[desk]\nhost=db.example.com\nport=5439\ndbname=team\nuser=bernd\n[long]\n# of psql\nhost=db.example.com\ndbname = team\nuser=anna\nkeepalives=1\nkeepalives_idle=30\nfallback_application_name=psql\n[our desk]\nhost=/run/our desk\ndbname=team\nuser=anna\n", 0o600)
			write(t, filepath.Join(home, "etc", "pg_service.conf"), "[it]\nhost=it.example.com\nsslmode=verify-ca\ndbname=team\nuser=bernd\n", 0o600)
			a, err := ParseAddress(s)
			if err != nil {
				t.Fatal(err)
			}
			if a.String() != want.shown || a.Unverified() != want.unverified {
				t.Errorf("shown as %q, unverified %q", a, a.Unverified())
			}
			if asked := a.config.RuntimeParams; len(asked) > 0 {
				t.Errorf("the server is told %v", asked)
			}
			if runtime.GOOS != "windows" && a.Remote() == strings.Contains(want.shown, "host=/") {
				t.Error("remote:", a.Remote())
			}
		})
	}
}

// TestWritableOfSeveral: of several servers the one is taken that takes changes.
func TestWritableOfSeveral(t *testing.T) {
	bare(t)
	for s, want := range map[string]bool{
		"postgres://anna@a.example.com/team":                                              false,
		"postgres://anna@a.example.com,b.example.com/team":                                true,
		"postgres://anna@a.example.com,b.example.com/team?target_session_attrs=any":       false,
		"postgres://anna@a.example.com/team?sslmode=prefer":                               false,
		"postgres://anna@a.example.com,b.example.com/team?target_session_attrs=read-only": true,
	} {
		a, err := ParseAddress(s)
		if err != nil {
			t.Fatal(err)
		}
		if has := a.config.ValidateConnect != nil; has != want {
			t.Errorf("%s: looks at the server: %v", s, has)
		}
	}
}

// secretWord stands where a password is not to be: no refusal may have it.
const secretWord = "geheim-4711"

func TestRefusedAddresses(t *testing.T) {
	service := "[desk]\nhost=db.example.com\npassword=" + secretWord + "\n[key]\nhost=db.example.com\nsslpassword=" + secretWord + "\n[bad]\nhost=db.example.com\nsslmode=sometimes\n[mine]\nhost=db.example.com\nrow_security=off\n[crl]\nhost=db.example.com\nsslcrl=/etc/crl.pem\n"
	for _, tt := range []struct{ address, variable, want string }{
		{"postgres://anna:" + secretWord + "@db.example.com/team", "", "postgres.password_in_address"},
		{"postgres://anna:@db.example.com/team", "", "postgres.password_in_address"},
		{"postgres://anna@db.example.com/team?password=" + secretWord, "", "postgres.password_in_address"},
		{"postgres://anna@db.example.com/team?pass%77ord=" + secretWord, "", "postgres.password_in_address"},
		{"postgres://anna@db.example.com/team?sslpassword=" + secretWord, "", "postgres.password_in_address"},
		{"postgres://anna:a#" + secretWord + "@db.example.com/team", "", "postgres.password_in_address"},
		{"postgres://anna:a/" + secretWord + "@db.example.com/team", "", "postgres.address"},
		{"postgres://anna:a?" + secretWord + "@db.example.com/team", "", "postgres.address"},
		{"postgres://anna:1?" + secretWord + "@db.example.com/team", "", "postgres.address"},
		{"postgres://anna:1/" + secretWord + "@db.example.com/team", "", "postgres.address"},
		{"postgres://anna:" + secretWord, "", "postgres.address"},
		{"postgres://db.example.com:port/team", "", "postgres.address"},
		{"postgres://db.example.com/team?sslmode=sometimes", "", "postgres.address"},
		{"postgres://db.example.com/team?%zz=1", "", "postgres.address"},
		{"postgres://db.example.com/team?target_session_attrs=x", "", "postgres.address"},
		{"postgres://[::1/team", "", "postgres.address"},
		{"postgres://anna@::1/team", "", "postgres.address"},
		{"postgres://anna@db.example.com/te\x00am", "", "postgres.address"},
		{"postgres://anna@db.example.com/%00", "", "postgres.address"},
		{"postgres://anna@db.example.com/team?application_name=%00", "", "postgres.address"},
		{"postgres://anna@db.example.com:0/team", "", "postgres.address"},
		{"postgres://anna@db.example.com:99999/team", "", "postgres.address"},
		{"postgres://anna@db.example.com/team#x", "", "postgres.address"},
		{" postgres://anna@db.example.com/team", "", "postgres.address"},
		{"postgres:/team", "", "postgres.address"},
		{"postgres:team", "", "postgres.address"},
		{"mysql://anna@db.example.com/team", "", "postgres.address"},
		{"host=db.example.com dbname=team password=" + secretWord, "", "postgres.address"},
		{"Service=desk", "", "postgres.address"},
		{"service=", "", "postgres.address"},
		{"postgres://anna@db.example.com/team?connect_timeout=soon", "", "postgres.address"},
		{"postgres://anna@db.example.com/team?connect_timeout=-5", "", "postgres.address"},
		{"postgres://db.example.com/team?sslmod=disable", "", "postgres.parameter"},
		{"postgres://db.example.com/team?session_authorization=lead", "", "postgres.parameter"},
		{"postgres://db.example.com/team?sslrootcert=/nowhere/ca.crt", "", "postgres.file"},
		{"postgres://db.example.com/team", "PGPASSWORD", "postgres.password_in_environment"},
		{"postgres://db.example.com/team", "PGSSLPASSWORD", "postgres.password_in_environment"},
		{"service=desk", "", "postgres.password_in_service"},
		{"postgres:///?service=key", "", "postgres.password_in_service"},
		{"service=bad", "", "postgres.address"},
		{"service=mine", "", "postgres.service_parameter"},
		{"service=crl", "", "postgres.service_parameter"},
		{"service=nobody", "", "postgres.no_service"},
	} {
		t.Run(tt.address+" "+tt.variable, func(t *testing.T) {
			home := bare(t)
			write(t, filepath.Join(home, ".pg_service.conf"), service, 0o600)
			if tt.variable != "" {
				t.Setenv(tt.variable, secretWord)
			}
			_, err := ParseAddress(tt.address)
			var r *flows.Refusal
			if !errors.As(err, &r) || r.Message.Code != tt.want || !errors.Is(err, flows.ErrUsage) {
				t.Fatalf("%v, want %s", err, tt.want)
			}
			if strings.Contains(err.Error(), secretWord) {
				t.Error("it has the password in it:", err)
			}
		})
	}
}

func TestPassfile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Log("a person's own folder is closed there by others than its mode")
		return
	}
	for mode, want := range map[os.FileMode]string{0o600: "", 0o400: "", 0o640: "postgres.passfile_open", 0o604: "postgres.passfile_open"} {
		home := bare(t)
		write(t, filepath.Join(home, ".pgpass"), "db.example.com:*:team:anna:"+secretWord+"\n", 0o600)
		elsewhere := filepath.Join(home, "elsewhere")
		write(t, elsewhere, "*:*:*:*:"+secretWord+"\n", 0o600)
		for _, file := range []string{filepath.Join(home, ".pgpass"), elsewhere} {
			if err := os.Chmod(file, mode); err != nil {
				t.Fatal(err)
			}
		}
		for _, s := range []string{"postgres://anna@db.example.com/team", "postgres://anna@db.example.com/team?passfile=" + elsewhere} {
			a, err := ParseAddress(s)
			var r *flows.Refusal
			if errors.As(err, &r) != (want != "") || want != "" && r.Message.Code != want {
				t.Fatalf("%s, mode %o: %v", s, mode, err)
			}
			if want == "" && a.config.Password != secretWord {
				t.Error("the password was not taken")
			}
			if strings.Contains(a.String(), secretWord) {
				t.Error("it shows the password")
			}
		}
		// What has no password in it for this server may be read by anybody.
		if _, err := ParseAddress("postgres://bernd@db.example.com/team"); err != nil {
			t.Error(err)
		}
	}
}
