package words_test

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows/words"
)

// translated has the digest of each English text that the other languages were
// written from.
const translated = "testdata/translated.tsv"

var update = flag.Bool("update", false, "write "+translated+" anew: German and Finnish were looked at")

// TestTranslationsAreOfTodaysEnglish: whoever changes an English text looks at
// what the other languages say.
func TestTranslationsAreOfTodaysEnglish(t *testing.T) {
	now := englishDigests()
	if *update {
		var list strings.Builder
		for _, name := range slices.Sorted(maps.Keys(now)) {
			list.WriteString(name + "\t" + now[name] + "\n")
		}
		if err := os.WriteFile(translated, []byte(list.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	then := map[string]string{}
	for _, line := range lines(t, translated) {
		name, digest, _ := strings.Cut(line, "\t")
		then[name] = digest
	}
	for name, digest := range now {
		if then[name] != digest {
			t.Errorf("the English of %s is new or has changed: look at what the other languages say, then -update", name)
		}
	}
	for name := range then {
		if now[name] == "" {
			t.Errorf("%s is gone: -update", name)
		}
	}
}

// englishDigests are the digests of all English texts, sentences by their code,
// those of the interface by their field.
func englishDigests() map[string]string {
	all := map[string]string{}
	for code, sentence := range english() {
		all[code] = digest(sentence)
	}
	var fields func(v reflect.Value, path string)
	fields = func(v reflect.Value, path string) {
		for i := range v.NumField() {
			name := path + "." + v.Type().Field(i).Name
			switch f := v.Field(i); f.Kind() {
			case reflect.Struct:
				fields(f, name)
			case reflect.String:
				all[name] = digest(f.String())
			}
		}
	}
	fields(reflect.ValueOf(*words.For(words.English)), "interface")
	return all
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:4])
}
