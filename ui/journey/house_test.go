package journey

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// pkg is what go list tells about a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Name       string
	Imports    []string
	Deps       []string
}

// house rule: who may not reach what.
type rule struct {
	who    func(path string) bool
	deep   bool // also through other packages
	not    func(path string) bool
	except []string // packages that the rule does not bind
	why    string
}

var rules = []rule{
	{under("lotse/ui"), true, under("lotse/storage"), nil, "ui never imports storage"},
	{under("lotse/storage"), true, under("lotse/ui"), nil, "storage never imports ui"},
	{under("lotse/flows"), true, anyOf(under("lotse/ui"), under("lotse/storage"), charm, exact("database/sql")), nil, "flows is pure"},
	{under("lotse/storage"), true, charm, nil, "storage knows no screen"},
	{exact("lotse/ui/line"), false, under("charm.land", "lotse/ui/desk", "lotse/ui/field"), nil, "line mode draws nothing"},
	{under("lotse/ui/desk"), true, both(under("lotse/ui/desk"), not(under("lotse/ui/desk/room"))), []string{"lotse/ui/desk"}, "the rooms of the desk know what they are given of it, and no other room"},
	{under("lotse/ui/tty"), true, under("lotse/ui/desk", "lotse/flows/run"), nil, "what comes from a terminal is of no screen and no run"},
	{exact("lotse/ui/walk"), false, not(anyOf(exact("lotse/flows", "lotse/flows/run"), standard)), nil, "ui/walk imports flows and flows/run: what has an effect is a request"},
	{exact("lotse/ui/face", "lotse/ui/outside", "lotse/ui/proving", "lotse/ui/shelf"), true, charm, nil, "what the faces have in common draws nothing"},
	{exact("lotse/ui/walk", "lotse/ui/face"), true, exact("lotse/ui/outside"), nil, "the dialogue asks for effects, and a face has them"},
	{exact("lotse/flows"), false, under("lotse"), nil, "flows imports nothing of Lotse"},
	{exact("lotse/flows/pack"), false, not(anyOf(exact("lotse/flows"), standard)), nil, "flows/pack imports flows and the standard library"},
	{exact("lotse/flows/bundle", "lotse/flows/phrase"), false, not(standard), nil, "flows/bundle and flows/phrase import the standard library"},
	{exact("lotse/flows/spell"), false, not(anyOf(exact("lotse/flows"), under("golang.org/x/text"), standard)), nil, "flows/spell imports flows and x/text"},
	{exact("lotse/flows/document/seal"), false, not(anyOf(exact("lotse/flows", "lotse/flows/run"), standard)), nil, "flows/document/seal imports flows and flows/run"},
	{exact("lotse/flows/words"), false, not(anyOf(under("golang.org/x/text"), standard)), nil, "flows/words imports x/text and nothing of Lotse"},
	{both(under("lotse/flows", "lotse/storage"), not(under("lotse/flows/document", "lotse/flows/words"))), true, exact("lotse/flows/words"), nil, "messages are named by code; only faces and documents say them"},
	{under("lotse/flows/library"), false, not(exact("embed", "io/fs")), nil, "flows/library is data only"},
	{exact("lotse/flows/run"), false, not(anyOf(exact("lotse/flows"), standard)), nil, "flows/run imports flows and the standard library"},
	{under("lotse/flows/run"), true, under("lotse/flows/check", "lotse/flows/register", "lotse/flows/document", "lotse/flows/portal"), nil, "imports go down only"},
	{under("lotse/storage"), false, anyOf(under("lotse/flows/check", "lotse/flows/register", "lotse/flows/document", "lotse/flows/portal", "lotse/flows/library")), nil, "storage imports flows and flows/run"},
	{exact("lotse/storage/postgres/wire"), false, not(anyOf(exact("github.com/jackc/pgx/v5/pgconn"), standard)), nil, "storage/postgres/wire imports pgconn and the standard library"},
	{under("lotse"), true, exact("github.com/jackc/pgx/v5", "github.com/jackc/pgx/v5/pgxpool"), nil, "storage/postgres/wire asks the server: pgx brings the codecs of every type, 2.8 MB"},
	{under("lotse/flows/register"), false, under("lotse/flows/check", "lotse/flows/document", "lotse/flows/portal"), nil, "imports go down only"},
	{under("lotse"), false, exact("os/exec"), []string{"lotse/ui/tool"}, "every program that is started gets the environment that ui/tool gives it"},
	{under("lotse"), false, exact("net", "net/http", "net/smtp", "net/rpc", "crypto/tls"), []string{"lotse", "lotse/flows/check", "lotse/flows/portal", "lotse/storage/postgres"}, "every network client lives in flows/check, but for the way to the store"},
}

// TestHouse holds the rules by which packages import each other.
func TestHouse(t *testing.T) {
	all := list(t)
	ours := 0
	for _, p := range all {
		if !under("lotse")(p.ImportPath) {
			continue
		}
		ours++
		for _, r := range rules {
			if r.who(p.ImportPath) && !slices.Contains(r.except, p.ImportPath) {
				r.hold(t, p)
			}
		}
		if both := slices.ContainsFunc(p.Deps, under("lotse/ui")) && slices.ContainsFunc(p.Deps, under("lotse/storage")); both && p.ImportPath != "lotse" {
			t.Errorf("%s reaches both ui and storage: only main wires them together", p.ImportPath)
		}
	}
	if ours < 10 {
		t.Errorf("go list names %d packages of Lotse: the rules were held over too few", ours)
	}
}

// hold holds a rule over a package.
func (r rule) hold(t *testing.T, p pkg) {
	t.Helper()
	reached := p.Imports
	if r.deep {
		reached = p.Deps
	}
	for _, path := range reached {
		if r.not(path) {
			t.Errorf("%s imports %s: %s", p.ImportPath, path, r.why)
		}
	}
}

// list lists all packages of the program, and what they import.
func list(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Name,Imports,Deps", "./...")
	cmd.Dir = "../.."
	var talk bytes.Buffer
	cmd.Stderr = &talk
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, talk.String())
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("read what go list says: %v", err)
		}
		all = append(all, p)
	}
}

// under reports whether a package is one of these or below one.
func under(roots ...string) func(string) bool {
	return func(path string) bool {
		return slices.ContainsFunc(roots, func(root string) bool { return path == root || strings.HasPrefix(path, root+"/") })
	}
}

func exact(paths ...string) func(string) bool {
	return func(path string) bool { return slices.Contains(paths, path) }
}

func anyOf(some ...func(string) bool) func(string) bool {
	return func(path string) bool {
		return slices.ContainsFunc(some, func(f func(string) bool) bool { return f(path) })
	}
}

func both(a, b func(string) bool) func(string) bool {
	return func(path string) bool { return a(path) && b(path) }
}

func not(f func(string) bool) func(string) bool {
	return func(path string) bool { return !f(path) }
}

// charm is what draws screens.
var charm = under("charm.land", "github.com/charmbracelet")

// standard reports whether a package is of the standard library: the first part
// of its path has no dot, and it is none of ours.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && first != "lotse"
}
