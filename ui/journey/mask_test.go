//go:build unix

package journey

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"lotse/storage/storetest"
	"lotse/ui/proving"
)

// canary is the secret of the stories. It must be found nowhere.
const canary = proving.Secret

// passphrase protects the key that seals it.
const passphrase = "a lighthouse keeps no secrets"

// hides holds that a text stands in no file of the house, in whatever form, where
// another one does.
func (h *house) hides(text, shown string) {
	h.t.Helper()
	leaks := storetest.NewLeaks(text)
	for _, path := range h.holding(func(content []byte) bool { return leaks.In(content) != "" }) {
		h.t.Errorf("a secret stands in %s", path)
	}
	if len(h.holding(func(content []byte) bool { return bytes.Contains(content, []byte(shown)) })) == 0 {
		h.t.Error("the search finds nothing, not even what is no secret")
	}
}

// holding are the files of the house whose content is asked for.
func (h *house) holding(asked func(content []byte) bool) (paths []string) {
	h.t.Helper()
	err := filepath.WalkDir(h.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		if asked(content) {
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
// hashes, ids, fingerprints and the ports of portals.
func masked(t *testing.T, log []event) []string {
	t.Helper()
	var all []string
	var prints []string
	for _, e := range log {
		var data any
		if err := json.Unmarshal(e.Data, &data); err != nil {
			t.Fatalf("event %d: %v", e.Seq, err)
		}
		mask(data, &prints)
		text, err := json.Marshal(data)
		if err != nil {
			t.Fatal(err)
		}
		one := fmt.Sprintf("%d %s %s %s %s", e.Seq, e.By, e.Kind, e.Step, text)
		for _, p := range prints {
			one = strings.ReplaceAll(one, `"`+p+`"`, `"*"`) // a check names the secret that it read by it
		}
		all = append(all, one)
	}
	return all
}

// masked are the events of what was played, without the codes of its test mails
// and the sums of what has one in it.
func (p played) masked(t *testing.T) []string {
	all := masked(t, p.log)
	for i := range all {
		for _, code := range p.codes {
			all[i] = strings.ReplaceAll(all[i], code, "CODE")
		}
		if len(p.codes) > 0 {
			all[i] = sums().ReplaceAllString(all[i], `"sha256":"*"`)
		}
	}
	return all
}

var loopback = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(127\.0\.0\.1):\d+$`) })

var sums = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`"sha256":"[0-9a-f]{64}"`) })

// mask masks the values of some keys, and collects fingerprints.
func mask(data any, prints *[]string) {
	switch data := data.(type) {
	case []any:
		for _, value := range data {
			mask(value, prints)
		}
	case map[string]any:
		for key, value := range data {
			switch key {
			case "ID", "id", "secret", "ms":
				data[key] = "*"
			case "fingerprint":
				*prints = append(*prints, fmt.Sprint(value))
				data[key] = "*"
			case "until":
				_, data[key], _ = strings.Cut(fmt.Sprint(value), "T") // midnight may pass between two faces
			default:
				if text, ok := value.(string); ok {
					data[key] = loopback().ReplaceAllString(text, "$1:*") // a portal's port
				}
				mask(value, prints)
			}
		}
	}
}
