package key

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"lotse/flows/run"
)

// A tick names its evidence as {"sha256":"…"}, a file field and a file column
// as "sha256:…/name".
var named = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`"sha256":"([0-9a-f]{64})"|sha256:([0-9a-f]{64})/`)
})

// Evidence gives the sums of the files that an event names.
func Evidence(e *run.Event) []string {
	switch e.Kind {
	case run.EventChecked:
		return reported(e)
	case run.EventSent:
		return nil
	}
	seen := map[string]bool{}
	var sums []string
	for _, text := range [][]byte{e.Data, e.Content} {
		if !bytes.Contains(text, []byte("sha256")) {
			continue
		}
		for _, m := range named().FindAllSubmatch(text, -1) {
			sum := string(m[1]) + string(m[2])
			if !seen[sum] {
				seen[sum] = true
				sums = append(sums, sum)
			}
		}
	}
	return sums
}

// reported is the file with all that a check found. The answers that it worked
// on are named by the events that gave them.
func reported(e *run.Event) []string {
	if !bytes.Contains(e.Data, []byte(`"report"`)) {
		return nil
	}
	var data struct {
		Result struct {
			Report struct {
				Sum string `json:"sha256"`
			} `json:"report"`
		} `json:"result"`
	}
	if json.Unmarshal(e.Data, &data) != nil || !Sum(data.Result.Report.Sum) {
		return nil
	}
	return []string{data.Result.Report.Sum}
}

// Sum reports whether s is a SHA-256 as files are named by.
func Sum(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32 && s == strings.ToLower(s)
}

const maxFileName = 255

// FileName is the last part of a file's name, of whatever system, without what
// cannot be printed.
func FileName(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = s[strings.LastIndexAny(s, `/\`)+1:]
	s = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	for len(s) > maxFileName {
		r := []rune(s)
		s = string(r[:len(r)-1])
	}
	return Name(s)
}
