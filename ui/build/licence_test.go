package build

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write licences.txt anew")

// TestLicences: licences.txt has the terms of every module that is in the
// program on one of the platforms, at the version that is in it, and no other.
func TestLicences(t *testing.T) {
	want := gathered(t)
	if *update {
		if err := os.WriteFile("licences.txt", []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("licences.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("licences.txt is not what the modules say: go test ./ui/build -run TestLicences -update\n%s", differing(parse(string(got)), parse(want)))
	}
}

// TestNotices: what was written is read back whole, and every library has terms.
func TestNotices(t *testing.T) {
	var again bytes.Buffer
	libraries := 0
	for _, n := range Notices() {
		libraries += len(n.Libraries)
		if n.Licence == "" || len(n.Text) < 200 {
			t.Errorf("%v: %q, %d bytes of terms", n.Libraries, n.Licence, len(n.Text))
		}
		write(&again, n)
	}
	if again.String() != licences() {
		t.Error("the notices do not make up the file that they were read from")
	}
	if libraries < 40 {
		t.Errorf("only %d libraries", libraries)
	}
	if none := parse("nothing\nof the kind"); none != nil {
		t.Errorf("a text without a mark has notices: %v", none)
	}
}

func differing(got, want []Notice) string {
	has := func(all []Notice) map[string]bool {
		names := map[string]bool{}
		for _, n := range all {
			for _, l := range n.Libraries {
				names[l.Path+" "+l.Version+" under "+n.Licence] = true
			}
		}
		return names
	}
	var b strings.Builder
	g, w := has(got), has(want)
	for _, name := range slices.Sorted(maps.Keys(w)) {
		if !g[name] {
			fmt.Fprintln(&b, "missing:", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(g)) {
		if !w[name] {
			fmt.Fprintln(&b, "not in the program:", name)
		}
	}
	return b.String()
}

// goRoot is where Go lies that builds this.
func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// gathered is licences.txt as it has to be: Go, SQLite, musl and mingw-w64, then the modules;
// libraries with the same text share it.
func gathered(t *testing.T) string {
	t.Helper()
	modules := map[string]module{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		for _, m := range linked(t, system) {
			modules[m.Path] = m
		}
	}
	notices := []Notice{{Licence: "BSD-3-Clause", Libraries: []Library{{"Go", minimum(t)}}, Text: read(t, filepath.Join(goRoot(t), "LICENSE"))}}
	notices = append(notices,
		sqlite(t, modules["github.com/mattn/go-sqlite3"].Dir),
		Notice{Licence: "MIT", Libraries: []Library{{"musl", "1.2"}}, Text: read(t, "testdata/musl.txt")}, // in the static program
		// In that for Windows; the terms of what Debian's package has for crt, which alone is
		// linked. libgcc asks for no notice, by its exception for runtime libraries.
		Notice{Licence: "ZPL-2.1", Libraries: []Library{{"mingw-w64", "10.0"}}, Text: read(t, "testdata/mingw-w64.txt")})
	for _, path := range slices.Sorted(maps.Keys(modules)) {
		m := modules[path]
		l, text := Library{m.Path, m.Version}, terms(t, m)
		if i := slices.IndexFunc(notices, func(n Notice) bool { return n.Text == text }); i >= 0 {
			notices[i].Libraries = append(notices[i].Libraries, l)
			continue
		}
		notices = append(notices, Notice{Licence: kind(t, m.Path, text), Libraries: []Library{l}, Text: text})
	}
	var b bytes.Buffer
	for _, n := range notices {
		write(&b, n)
	}
	return b.String()
}

func write(b *bytes.Buffer, n Notice) {
	names := make([]string, len(n.Libraries))
	for i, l := range n.Libraries {
		names[i] = l.Path + " " + l.Version
	}
	fmt.Fprintf(b, "%s%s: %s\n\n%s\n\n", mark, n.Licence, strings.Join(names, ", "), n.Text)
}

// module is what go list tells of one.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// linked are the modules that the program takes packages from on a system.
func linked(t *testing.T, system string) []module {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-json=Module", ".")
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	var talk bytes.Buffer
	cmd.Stderr = &talk
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v\n%s", system, err, talk.String())
	}
	var all []module
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p struct{ Module *module }
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if p.Module != nil && !p.Module.Main {
			all = append(all, *p.Module)
		}
	}
}

var named = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice)`)

// terms are the texts that a module has at its top.
func terms(t *testing.T, m module) string {
	t.Helper()
	files, err := os.ReadDir(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, f := range files {
		if named.MatchString(f.Name()) && !f.IsDir() {
			texts = append(texts, read(t, filepath.Join(m.Dir, f.Name())))
		}
	}
	if len(texts) == 0 {
		t.Fatalf("%s has no file with its terms", m.Path)
	}
	return strings.Join(texts, "\n\n")
}

// sqlite is public domain, and says so above its own source.
func sqlite(t *testing.T, dir string) Notice {
	t.Helper()
	source := read(t, filepath.Join(dir, "sqlite3-binding.h"))
	v := regexp.MustCompile(`#define SQLITE_VERSION +"([0-9.]+)"`).FindStringSubmatch(source)
	_, text, _ := strings.Cut(source, "/*\n")
	text, _, ok := strings.Cut(text, "\n****")
	if v == nil || !ok || !strings.Contains(text, "disclaims copyright") {
		t.Fatalf("SQLite does not say its terms where it used to: %q", text)
	}
	text = regexp.MustCompile(`(?m)^\*\* ?`).ReplaceAllString(text, "")
	return Notice{Licence: "blessing", Libraries: []Library{{"SQLite", v[1]}}, Text: strings.TrimSpace(text)}
}

// minimum is the version of Go that the program asks for at least.
func minimum(t *testing.T) string {
	t.Helper()
	v := regexp.MustCompile(`(?m)^go (\S+)$`).FindStringSubmatch(read(t, "../../go.mod"))
	if v == nil {
		t.Fatal("go.mod names no Go")
	}
	return v[1]
}

// kind is the licence that a text is.
func kind(t *testing.T, path, text string) string {
	t.Helper()
	text = strings.Join(strings.Fields(text), " ")
	has := func(words string) bool { return strings.Contains(text, words) }
	switch {
	case has("Apache License Version 2.0"):
		return "Apache-2.0"
	case has("Permission is hereby granted, free of charge"):
		return "MIT"
	case has("Redistribution and use in source and binary forms") && has("may be used to endorse"):
		return "BSD-3-Clause"
	case has("Redistribution and use in source and binary forms"):
		return "BSD-2-Clause"
	}
	t.Fatalf("%s has terms that nobody has looked at", path)
	return ""
}

// read is a file with the ends of its lines as they are here, and no space behind.
func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.ReplaceAll(string(b), "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(strings.ReplaceAll(lines[i], "\t", "    "), " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}
