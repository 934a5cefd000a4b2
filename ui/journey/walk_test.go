package journey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// canary is the secret of the walks. It must be found nowhere.
const canary = "CANARY-7f3a9c-hunter22"

// passphrase protects the identity of the walks.
const passphrase = "a lighthouse keeps no secrets"

// asked answers everything that teccom-import asks for a new client, two
// organisations and a second administrator, command by command. The same run by
// keys is in desk_walk_test.go.
var asked = [][]string{
	{"set", "applies.uses_connect5=no"},
	{"done", "applies"},
	{"tick", "sign-in.signed_in"},
	{"set", "sign-in.organisation=Muster GmbH"},
	{"tick", "sign-in.menu_opened"},
	{"done", "sign-in"},
	{"set", "page_seen=button"},
	{"set", "other_organisation_has_client=no"},
	{"done", "page"},
	{"tick", "create.create_clicked"},
	{"set", "create_result=created"},
	{"done", "create"},
	{"set", "client_id=muster-import-01"},
	{"set", "secret_holder=captured_here"},
	{"set", "--secret-stdin", "credentials.client_secret"},
	{"accept", "credentials.token.unknown", "--why", "Tried by hand"},
	{"done", "credentials"},
	{"set", `organisations+={"tecom_id":"1000001","name":"Muster GmbH","org_admin":"yes","sending":"enabled","notify":["it@example.org","data@example.org"]}`},
	{"tick", "organisations.organisations[r1].added"},
	{"set", `organisations+={"tecom_id":"1000002"}`},
	{"set", "organisations[r2].name=Muster Nord GmbH", "organisations[r2].org_admin=yes", "organisations[r2].sending=disabled"},
	{"tick", "organisations.organisations[r2].added"},
	{"accept", "organisations.organisations[r2].notify.no_notify", "--why", "Sends nothing yet"},
	{"done", "organisations"},
	{"tick", "overview.all_listed"},
	{"done", "overview"},
	{"set", `administrators+={"email":"erika.muster@example.org","search_result":"found","first_name":"Erika","last_name":"Muster"}`},
	{"tick", "administrators.administrators[r1].added_admin"},
	{"done", "administrators"},
	{"set", "leaving=stay"},
	{"done", "leaving"},
	{"done", "finish"},
}

// walk walks the procedure to its end by commands.
func (h *house) walk() (run string) {
	h.t.Helper()
	h.identity()
	run = h.start()
	for _, words := range asked {
		args := slices.Concat(words[:1], []string{run}, words[1:], []string{"--json"})
		r := call(h.t, h.lotse(args...), canary+"\n")
		if r.code != 0 {
			h.t.Fatalf("lotse %q: exit %d\n%s%s", args, r.code, r.stdout, r.err)
		}
	}
	return run
}

// identity makes the key that seals secrets.
func (h *house) identity() {
	h.t.Helper()
	if r := call(h.t, h.lotse("secret", "init", "--file", "--passphrase-fd", "0"), passphrase); r.code != 0 {
		h.t.Fatalf("lotse secret init: exit %d\n%s%s", r.code, r.stdout, r.err)
	}
}

// TestWalkByCommands walks teccom-import to its end by commands alone.
func TestWalkByCommands(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	run := h.walk()
	h.finished(run)
	h.verify(run)
	h.hides(canary, "Muster Nord GmbH")
}

// finished holds that a run is done.
func (h *house) finished(run string) {
	h.t.Helper()
	var s shown
	if h.read(&s, "show", run); s.Run.Status != "done" {
		h.t.Errorf("the run is %s, at %s", s.Run.Status, s.Current)
	}
}

// hides holds that a text stands in no file of the house, where another one
// does.
func (h *house) hides(text, shown string) {
	h.t.Helper()
	for _, path := range h.holding(text) {
		h.t.Errorf("a secret stands in clear in %s", path)
	}
	if len(h.holding(shown)) == 0 {
		h.t.Error("the search finds nothing, not even what is no secret")
	}
}

// holding are the files of the house that hold a text.
func (h *house) holding(text string) (paths []string) {
	h.t.Helper()
	err := filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if bytes.Contains(content, []byte(text)) {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return paths
}

// masked are the events of a log without what differs from run to run: times,
// hashes, ids and fingerprints.
func masked(t *testing.T, log []event) []string {
	t.Helper()
	var all []string
	for _, e := range log {
		var data any
		if err := json.Unmarshal(e.Data, &data); err != nil {
			t.Fatalf("event %d: %v", e.Seq, err)
		}
		text, err := json.Marshal(mask(data))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%d %s %s %s %s", e.Seq, e.By, e.Kind, e.Step, text))
	}
	return all
}

// mask masks the values of some keys.
func mask(data any) any {
	fields, ok := data.(map[string]any)
	if !ok {
		return data
	}
	for key, value := range fields {
		switch key {
		case "ID", "id", "secret", "fingerprint":
			fields[key] = "*"
		default:
			fields[key] = mask(value)
		}
	}
	return fields
}

// sameLog holds that two runs have the same log.
func sameLog(t *testing.T, is, want []event) {
	t.Helper()
	a, b := masked(t, is), masked(t, want)
	if slices.Equal(a, b) {
		return
	}
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Fatalf("the logs part at event %d:\n%s\nand\n%s", i+1, strings.Join(a[min(i, len(a)):], "\n"), strings.Join(b[min(i, len(b)):], "\n"))
		}
	}
}
