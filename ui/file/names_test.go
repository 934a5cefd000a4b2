package file_test

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"lotse/ui/file"
)

func TestNamesThatAPathGoesOnWith(t *testing.T) {
	dir, samples := t.TempDir(), t.TempDir()
	t.Chdir(dir)
	t.Setenv("HOME", dir)
	for _, name := range []string{"kunden.csv", "kunden-neu.csv", "Kunde 7.csv", ".versteckt", "größe.csv", "ordner/eins.txt", "ordner/zwei.txt", "leer/"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o700); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(samples, "kunden-muster.csv"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" { // names that it does not allow
		for _, name := range []string{"kunden\x1b[31m.csv", "kunden\n.csv", "kunden\u202e.csv", `kunden\ x.csv`} {
			if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Symlink("ordner", filepath.Join(dir, "ort")); err != nil {
			t.Fatal(err)
		}
	}
	for typed, want := range map[string][]string{
		"":              nil,
		"kunden":        {"kunden-muster.csv", "kunden-neu.csv", "kunden.csv"},
		"kunden.":       {"kunden.csv"},
		"./kunden.":     {"./kunden.csv"},
		"Kunde 7":       {"Kunde 7.csv"},
		`"Kunde 7`:      {"Kunde 7.csv"},
		`Kunde\ 7`:      {"Kunde 7.csv"},
		"or":            {"ordner/", "ort/"},
		"ordner/":       {"ordner/eins.txt", "ordner/zwei.txt"},
		"ort/z":         {"ort/zwei.txt"},
		"~/ordner/":     {"~/ordner/eins.txt", "~/ordner/zwei.txt"},
		"leer/":         nil,
		"nirgends/":     nil,
		"kunden.csv/":   nil,
		".v":            {".versteckt"},
		"./":            {"./Kunde 7.csv", "./größe.csv", "./kunden-muster.csv", "./kunden-neu.csv", "./kunden.csv", "./leer/", "./ordner/", "./ort/"},
		"gr":            {"größe.csv"},
		dir + "/ordner": {dir + "/ordner/"},
	} {
		if got := file.Names(samples, typed); !slices.Equal(got, want) {
			t.Errorf("%q goes on with %q, want %q", typed, got, want)
		}
	}
}
