//go:build campaign

package journey

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// hostileHouse is where hostile texts come in.
type hostileHouse struct {
	*house
	net  *internet
	said *string // what a server says, and is called
	run  string
}

// hostileEdges are the ways in which a text comes in: each gives the calls that
// take it, and that tell of it again.
var hostileEdges = []struct {
	name  string
	calls func(h *hostileHouse, text string) [][]string
	env   []string // variables that are the text
}{
	{"customer", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"start", "teccom-import", "--no-input", "--customer", text}, {"list"}}
	}, nil},
	{"answer", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"set", h.run, "sign-in.organisation=" + text}, {"show", h.run}, {"log", h.run}}
	}, nil},
	{"note", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"note", h.run, "sign-in", text}, {"log", h.run}}
	}, nil},
	{"reason", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"skip", h.run, "overview", "--why", text}, {"show", h.run}, {"reopen", h.run, "overview", "--why", text}}
	}, nil},
	{"item", func(h *hostileHouse, text string) [][]string { return [][]string{{"set", h.run, text + "=x"}} }, nil},
	{"step", func(h *hostileHouse, text string) [][]string { return [][]string{{"done", h.run, text}} }, nil},
	{"run", func(h *hostileHouse, text string) [][]string { return [][]string{{"show", text}} }, nil},
	{"command", func(h *hostileHouse, text string) [][]string { return [][]string{{text}} }, nil},
	{"flag", func(h *hostileHouse, text string) [][]string { return [][]string{{"list", "--" + text}} }, nil},
	{"language", func(h *hostileHouse, text string) [][]string { return [][]string{{"list", "--lang", text}} }, nil},
	{"setting", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"config", "name", text}, {"config"}, {"config", "name", "Erika"}}
	}, nil},
	{"file that is missing", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"set", h.run, "--answers", text}, {"restore", text, "--yes"}, {"lint", text}}
	}, nil},
	{"database", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"list", "--db", filepath.Join(h.dir, text)}, {"doctor", "--db", filepath.Join(h.dir, text)}}
	}, nil},
	{"file", func(h *hostileHouse, text string) [][]string {
		path := h.file(strings.ReplaceAll(text, "/", "-")+".yaml", []byte("sign-in: {organisation: Muster}"))
		return [][]string{{"set", h.run, "--answers", path}, {"lint", path}}
	}, nil},
	{"value in a file of answers", func(h *hostileHouse, text string) [][]string {
		value, _ := json.Marshal(text)
		return [][]string{{"set", h.run, "--answers", h.file("answers.json", []byte(`{"sign-in":{"organisation":`+string(value)+`}}`))}, {"show", h.run}}
	}, nil},
	{"file of answers", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"set", h.run, "--answers", h.file("raw.yaml", []byte("sign-in:\n  "+text+": x\n"))}}
	}, nil},
	{"procedure", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"lint", h.file("p.yaml", []byte("procedure: p\nsteps:\n  - id: "+text+"\n    title: "+text))}}
	}, nil},
	{"cell of a CSV", func(h *hostileHouse, text string) [][]string { return h.compared(h.table("number", text)) }, nil},
	{"header of a CSV", func(h *hostileHouse, text string) [][]string { return h.compared(h.table(text, "1001")) }, nil},
	{"cell of an XLSX", func(h *hostileHouse, text string) [][]string { return h.compared(h.book(text)) }, nil},
	{"backup", func(h *hostileHouse, text string) [][]string {
		path := h.file("backups/lotse.db/"+strings.ReplaceAll(text, "/", "-")+".db", []byte("no database"))
		return [][]string{{"backup", "--list"}, {"restore", path, "--yes"}}
	}, nil},
	{"answer of a server", func(h *hostileHouse, text string) [][]string {
		*h.said = text
		return [][]string{{"probe", "oauth2.token", "--url", "https://tokens.example/", "--client-id", text, "--secret-stdin"}, {"probe", "http.endpoint", "https://tokens.example/"}}
	}, nil},
	{"certificate", func(h *hostileHouse, text string) [][]string {
		*h.said = text
		return [][]string{{"probe", "http.endpoint", "https://named.example/"}}
	}, nil},
	{"name of a host", func(h *hostileHouse, text string) [][]string {
		return [][]string{{"probe", "http.endpoint", "https://" + text + ".example/"}, {"probe", "mail.address", "--address", text + "@example.org"}}
	}, nil},
	{"locale", tellsAnything, []string{"LANG", "LC_ALL", "LC_MESSAGES", "TZ"}},
	{"environment", tellsAnything, []string{"LOTSE_LANG", "LOTSE_NETWORK", "USER", "EDITOR", "BROWSER", "COLUMNS", "NO_PROXY"}},
	{"terminal's name", tellsAnything, []string{"TERM", "COLORTERM", "TERM_PROGRAM"}},
	{"folders", tellsAnything, []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"}},
	{"proxy", tellsAnything, []string{"HTTPS_PROXY", "HTTP_PROXY"}},
}

// tellsAnything is what looks at the environment.
func tellsAnything(*hostileHouse, string) [][]string {
	return [][]string{{"list"}, {"doctor"}, {"probe", "http.endpoint", "https://tokens.example/"}}
}

// file writes a file of the house.
func (h *hostileHouse) file(name string, content []byte) string {
	h.t.Helper()
	path := filepath.Join(h.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		h.t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return path // a name that no file can have is one that is missing
	}
	h.t.Cleanup(func() { _ = os.Remove(path) })
	return path
}

func (h *hostileHouse) table(header, cell string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.WriteAll([][]string{{header, "name"}, {cell, "Muster " + cell}, {"1002", "Beispiel"}}) // a Builder takes everything
	return h.file("table.csv", []byte(b.String()))
}

func (h *hostileHouse) book(cell string) string {
	h.t.Helper()
	f := excelize.NewFile()
	for at, value := range map[string]string{"A1": "number", "B1": "name", "A2": cell, "B2": "Muster " + cell} {
		if err := f.SetCellStr("Sheet1", at, value); err != nil {
			h.t.Fatal(err)
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		h.t.Fatal(err)
	}
	return h.file("book.xlsx", b.Bytes())
}

func (h *hostileHouse) compared(left string) [][]string {
	right := h.file("right.csv", []byte("number,name\n1002,Beispiel\n1003,Nord\n"))
	return [][]string{{"compare", "--register", "products", "--left", left, "--right", right}}
}

// newHostileHouse is a house whose servers say, and are called, whatever is
// said.
func newHostileHouse(t *testing.T) *hostileHouse {
	t.Helper()
	h := &hostileHouse{house: newHouse(t), said: new(string)}
	h.net = newInternet(t, func(w http.ResponseWriter, _ *http.Request) {
		say(w, http.StatusUnauthorized, map[string]any{"error": *h.said, "error_description": "Muster " + *h.said})
	})
	h.net.cert = func(host string) *x509.Certificate {
		form := &x509.Certificate{Subject: pkix.Name{CommonName: host}, DNSNames: []string{host}}
		if host == "named.example" {
			form.Subject.CommonName, form.DNSNames = "x", []string{"x.example"}
			form.Subject.Organization = []string{strings.ToValidUTF8(*h.said, "")}
		}
		return form
	}
	h.net.reached(h.house)
	h.run = h.start()
	return h
}

// TestFaultHostileTexts brings every kind of hostile text in by every edge, in a
// terminal: it gets no sequence but the program's own, and no letter that cannot
// be seen; and nothing panics.
func TestFaultHostileTexts(t *testing.T) {
	t.Parallel()
	h := newHostileHouse(t)
	cases, calls := 0, 0
	for i, kind := range hostileKinds {
		for k, edge := range hostileEdges {
			if !*faultLong && uint64(i+k)%3 != *faultSeed%3 {
				continue // the short form takes a third, another one each time
			}
			cases++
			for _, args := range edge.calls(h, "Muster "+kind.text+" Ende") {
				raw := h.told(t, args, edge.env, "Muster "+kind.text+" Ende")
				calls++
				if by := steers(raw, kind.text); by != "" {
					t.Errorf("%s as %s: lotse %q steers the terminal by %s:\n%q", kind.name, edge.name, args, by, raw)
				}
				if strings.Contains(raw, "panic:") || strings.Contains(raw, "goroutine ") {
					t.Errorf("%s as %s: lotse %q panics:\n%s", kind.name, edge.name, args, raw)
				}
			}
		}
	}
	screens := h.faces(t)
	if by := steers("Muster \x1b]52;c;ZXZpbA==\a Ende", ""); by == "" {
		t.Error("what steers is not seen")
	}
	report("hostile texts", "%d kinds x %d edges, %d played in %d calls, %d screens, 0 control bytes of theirs", len(hostileKinds), len(hostileEdges), cases, calls, screens)
}

// told calls the program in a terminal, with a text in some variables, and gives
// all that this got.
func (h *hostileHouse) told(t *testing.T, args, env []string, text string) string {
	t.Helper()
	lotse := h.lotse(args...)
	cmd := exec.Command("sh", append([]string{"-c", `"$@" <"$SECRET"`, "sh"}, lotse.Args...)...)
	cmd.Env, cmd.Dir = append(slices.Clone(lotse.Env), "SECRET="+h.file("secret", []byte(canary))), lotse.Dir
	for _, name := range env {
		cmd.Env = append(cmd.Env, name+"="+text)
	}
	p := open(t, 100, 40, atOnce, cmd)
	p.Exit()
	return p.Raw()
}

// faces looks at all that came in at the desk, at each run's page, and in plain
// lines.
func (h *hostileHouse) faces(t *testing.T) (screens int) {
	t.Helper()
	all := h.runs()
	p := h.open(100, 50, atOnce)
	p.Wait("Desk")
	for range len(all)/10 + 1 {
		p.Key("pgdn")
	}
	p.Key("end", "home", "ctrl+c")
	p.Exit()
	holds := func(face, raw string) {
		screens++
		if by := steers(raw, ""); by != "" {
			t.Errorf("%s steers the terminal by %s", face, by)
		}
	}
	holds("the desk", p.Raw())
	for _, run := range all {
		p := h.open(100, 50, atOnce, "resume", run)
		p.WaitFor("the page", screen.saved)
		p.Key("ctrl+o", "ctrl+c")
		p.Exit()
		holds("the page", p.Raw())
		holds("the lines", call(t, h.lotse("resume", run, "--plain"), "show\nlog\nquit\n").stdout)
	}
	return screens
}
