package command_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/library"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/flows/words/wordstest"
	"lotse/storage/sqlite"
	"lotse/ui/command"
)

// olderStore is a store of version 1, with what the program that wrote it
// printed of each run; its README says how it was made.
const olderStore = "../../storage/sqlite/testdata/version1"

// since is where a verb prints today what it did not print then, with the
// reason: by the place as differs names it, without the numbers.
var since = map[string]string{
	"log.events[].text":      "the event as a sentence",
	"log.events[].writer":    "who brought it to a team's store",
	"show.progress.warnings": "warnings are counted",
	"show.brief":             "the brief",
	"show.origin":            "where the procedure was taken from",

	"show.steps[].attachments":         "files are attached to steps",
	"show.steps[].items[].attachments": "and to items",

	"show.steps[].items[].problems[].left":          "whether the step was completed over it",
	"show.steps[].items[].problems[].accept":        "whether it has to be accepted",
	"show.steps[].items[].rows[].problems[].left":   "as above",
	"show.steps[].items[].rows[].problems[].accept": "as above",

	"show.steps[].items[].not_worked": "what did not work",
	"show.steps[].items[].read_back":  "who read it back",
	"show.steps[].items[].wait":       "how a wait stands",
	"show.steps[].page":               "where a step happens",
	"show.steps[].spent_s":            "how long it took",
	"show.steps[].median_s":           "and usually takes here",
	"show.spent_s":                    "how long the run took",
	"show.left_s":                     "and about how long it still takes",
	"show.steps[].system":             "and in which system",

	"verify.kind":      "that it is a run, and no file",
	"verify.run":       "its whole id",
	"verify.proved":    "what was proven",
	"verify.file":      "of a file alone, as the rest",
	"verify.form":      "as above",
	"verify.at":        "as above",
	"verify.key_words": "as above",
	"verify.own":       "as above",
}

// renamed says of a check that was not run what is said now: it was the problem
// of one that came to nothing. It says texts in the words of today. What is changed
// is what was printed.
func renamed(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			renamed(e)
		}
	case map[string]any:
		for _, e := range v {
			renamed(e)
		}
		if text, ok := v["text"].(string); ok {
			v["text"] = wordstest.Anew(text)
		}
		for _, lang := range words.Languages() {
			if v["code"] == "unknown" && v["text"] == words.Say(lang, flows.Msg("unknown")) {
				id, _ := v["id"].(string)
				v["id"], v["code"], v["text"] = strings.TrimSuffix(id, "unknown")+"not_run", "not_run", words.Say(lang, flows.Msg("not_run"))
			}
		}
	}
}

var number = regexp.MustCompile(`\[[0-9]+\]`)

// What a verb prints of a run that an older program wrote is what that program
// printed.
func TestOlderStoreShowsTheSame(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, unpack(t, filepath.Join(olderStore, "store.db.gz")), 0o600); err != nil {
		t.Fatal(err)
	}
	goldens, err := filepath.Glob(filepath.Join(olderStore, "*.json.gz"))
	if err != nil || len(goldens) != 27 {
		t.Fatalf("%d goldens, %v", len(goldens), err)
	}
	for _, golden := range goldens {
		id, verb, _ := strings.Cut(strings.TrimSuffix(filepath.Base(golden), ".json.gz"), ".")
		t.Run(verb+" "+id, func(t *testing.T) {
			var want, got any
			if err := json.Unmarshal(unpack(t, golden), &want); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(olderRun(t, path, verb, id, "--json"), &got); err != nil {
				t.Fatal(err)
			}
			renamed(want)
			renamed(got) // an event may hold the sentence itself
			differs(verb, want, got, func(place, what string) {
				if since[number.ReplaceAllString(place, "[]")] == "" {
					t.Errorf("%s: %s", place, what)
				}
			})
		})
	}
}

func unpack(t *testing.T, path string) []byte {
	t.Helper()
	packed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// olderRun is what a command prints of the older store, at the time of its
// goldens.
func olderRun(t *testing.T, path string, args ...string) []byte {
	t.Helper()
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
	var stdout, stderr bytes.Buffer
	code := command.Main(context.Background(), command.Program{
		Store: command.Store{In: sqlite.In, Open: func(ctx context.Context, path string, _ command.Talk) (run.Archive, error) {
			return sqlite.Open(ctx, path, sqlite.Options{})
		}},
		Library: flows.Open(library.FS, specs), Specs: specs,
		In: strings.NewReader(""), Out: &stdout, Err: &stderr,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC) },
		Random: rand.Reader,
		User:   func() string { return "Erika Muster" }, Data: filepath.Dir(path), Version: "test",
	}, append(args, "--db", path))
	if code != 0 {
		t.Fatalf("exit %d\n%s%s", code, stdout.String(), stderr.String())
	}
	return stdout.Bytes()
}

// differs tells every place where two values are not the same.
func differs(place string, want, got any, tell func(place, what string)) {
	switch want := want.(type) {
	case map[string]any:
		got, _ := got.(map[string]any)
		for _, key := range slices.Sorted(maps.Keys(want)) {
			if v, there := got[key]; there {
				differs(place+"."+key, want[key], v, tell)
			} else {
				tell(place+"."+key, "is not there any more")
			}
		}
		for _, key := range slices.Sorted(maps.Keys(got)) {
			if _, there := want[key]; !there {
				tell(place+"."+key, "was not there")
			}
		}
	case []any:
		got, _ := got.([]any)
		if len(got) != len(want) {
			tell(place, fmt.Sprintf("%d elements, want %d", len(got), len(want)))
			return
		}
		for i := range want {
			differs(fmt.Sprintf("%s[%d]", place, i), want[i], got[i], tell)
		}
	default:
		if !reflect.DeepEqual(got, want) {
			tell(place, fmt.Sprintf("%v, want %v", got, want))
		}
	}
}
