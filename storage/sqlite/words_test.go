package sqlite_test

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

var codes = regexp.MustCompile(`"((?:store|vault|signing)\.[a-z_]+)"`)

// named are the codes of messages that files name.
func named(t *testing.T, paths ...string) []string {
	t.Helper()
	found := map[string]bool{}
	for _, path := range paths {
		for _, m := range codes.FindAllStringSubmatch(string(readFile(t, path)), -1) {
			found[m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// TestEverySentenceIsSaid holds that what the store and the vault refuse has a
// sentence, that no sentence is left over, and that none speaks of a command or
// a flag, which only a face has.
func TestEverySentenceIsSaid(t *testing.T) {
	var sources []string
	must(t, fs.WalkDir(os.DirFS(".."), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			sources = append(sources, filepath.Join("..", path))
		}
		return err
	}))
	tables, err := filepath.Glob("../../flows/words/*_en.go")
	must(t, err)
	others := []string{"vault.place", "vault.recipient", "vault.recovery", "vault.file", "vault.lock", "signing.key", "signing.keys"} // settings, and a file
	used, there := named(t, sources...), named(t, tables...)
	if len(used) < 80 {
		t.Fatalf("only %d codes are found", len(used))
	}
	for _, code := range used {
		if !slices.Contains(there, code) && !slices.Contains(others, code) {
			t.Errorf("%s has no sentence", code)
		}
	}
	for _, code := range there {
		if !slices.Contains(used, code) {
			t.Errorf("%s is said by nobody", code)
		}
		sentence, _ := words.Sentence(words.English, code)
		if sentence == "" || strings.Contains(sentence, "--") || strings.Contains(strings.ReplaceAll(sentence, "newer Lotse", ""), "otse") {
			t.Errorf("%s: %q", code, sentence)
		}
	}
}
