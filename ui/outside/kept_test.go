package outside

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

const (
	pngHead  = "\x89PNG\r\n\x1a\n..."
	wordHead = "PK\x03\x04..........................[Content_Types].xml"
	jarHead  = "PK\x03\x04..........................META-INF/MANIFEST.MF"
	page     = "<html><body onload=x()>"
	shortcut = "# a comment\n[Desktop Entry]\nExec=rm -r ."
)

// TestOnlyWhatIsShownIsViewable: what an ending or a beginning makes a program of
// is handed to nobody.
func TestOnlyWhatIsShownIsViewable(t *testing.T) {
	for name, heads := range map[string]map[string]bool{
		"a.png":         {pngHead: true, page: false, shortcut: false, "": false, "GIF89a": false},
		"A.PNG":         {pngHead: true},
		"a.pdf":         {"%PDF-1.7": true, "%!PS": false, page: false},
		"a.docx":        {wordHead: true, jarHead: false, "PK\x03\x04": false},
		"a.mp4":         {"\x00\x00\x00\x18ftypmp42": true, "ftypmp42": false},
		"a.txt":         {"a;b": true, "": true, "\ufeffGrüße": true, page: false, " \n" + page: false, "\ufeff<svg": false, "#!/bin/sh": false, shortcut: false, "MZ\x90": false, "a\x00b": false, "[12:00] up": true},
		"a.csv":         {"=1+1;2": true, page: false},
		"a.json":        {"[1]": true},
		"a.html":        {page: false, "a": false},
		"a.svg":         {"<svg": false},
		"a.sh":          {"echo": false},
		"a.desktop":     {shortcut: false},
		"a.exe":         {"MZ": false},
		"a.docm":        {wordHead: false},
		"a.png.desktop": {pngHead: false},
		"a.png ":        {pngHead: false},
		"png":           {pngHead: false},
		"":              {"": false},
	} {
		for head, want := range heads {
			if got := isViewable(name, []byte(head)); got != want {
				t.Errorf("%q beginning with %q: %t", name, head, got)
			}
		}
	}
}

// TestACopyHasASafeName whatever the file is called; its ending stays.
func TestACopyHasASafeName(t *testing.T) {
	sum := "0123456789abcdef" + strings.Repeat("0", 48)
	for name, want := range map[string]string{
		"entitlement.png":                "entitlement.png",
		"Größe 7 (neu).PDF":              "Größe_7__neu_.PDF",
		"../../etc/passwd":               ".._.._etc_passwd",
		"..\\..\\x.txt":                  ".._.._x.txt",
		"-rf":                            "-rf",
		".bashrc":                        ".bashrc",
		"CON":                            "CON",
		"a\x1b[2J\u202egnp.exe":          "agnp.exe",
		"":                               "",
		"$(id);`id`|&<>\"'.txt":          "__id___id_______.txt",
		"http://x.example/a.png":         "http___x.example_a.png",
		strings.Repeat("ü", 5000) + ".x": strings.Repeat("ü", 60) + ".x",
		"a." + strings.Repeat("x", 5000): "a_",
	} {
		got := safeName(run.File{Name: name, Sum: sum})
		if got != "01234567-"+want || !utf8.ValidString(got) || len(got) > 200 || filepath.Base(got) != got {
			t.Errorf("%.40q is copied as %q, want %q", name, got, want)
		}
	}
}

// TestOpenKept copies into a folder of its own, hands over what can be shown and
// nothing else, and leaves nothing behind when it fails.
func TestOpenKept(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	a := storetest.NewMemory()
	keep := func(name, text string) run.File {
		f, err := a.Put(t.Context(), name, strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for name, tc := range map[string]struct {
		file   run.File
		opened bool
		code   string
	}{
		"a picture": {keep("a.png", pngHead), true, "open.with"}, "a page": {keep("a.html", page), false, "open.not_shown"},
		"a page called a picture": {keep("b.png", page), false, "open.not_shown"}, "an empty text": {keep("c.txt", ""), true, "open.with"},
	} {
		v := &viewer{name: "xdg-open"}
		path, told, opened, err := OpenKept(t.Context(), a, v, tc.file, time.Now())
		if err != nil || opened != tc.opened || told.Code != tc.code || told.Args["file"] != path || len(v.opened) > 0 != tc.opened {
			t.Errorf("%s: %v, %t, %v, handed over %q", name, told, opened, err, v.opened)
		}
		file, err := os.Stat(path)
		if err != nil || file.Mode() != 0o600 {
			t.Errorf("%s: %v, %v", name, file, err)
		}
		if dir, err := os.Stat(filepath.Dir(path)); err != nil || dir.Mode().Perm() != 0o700 {
			t.Errorf("%s lies in %v, %v", name, dir, err)
		}
	}
	if path, told, _, err := OpenKept(t.Context(), a, nil, keep("a.png", pngHead), time.Now()); err != nil || told.Code != "open.none" || path == "" {
		t.Errorf("without programs: %v, %v", told, err)
	}
	if n := copies(t); n != 5 {
		t.Errorf("%d copies", n)
	}
	if _, _, _, err := OpenKept(t.Context(), a, nil, run.File{Name: "x.png", Sum: strings.Repeat("f", 64)}, time.Now()); err == nil || copies(t) != 5 {
		t.Errorf("of a file that is gone: %v, %d copies", err, copies(t))
	}
	if err := ForgetOpened(time.Now().Add(-time.Hour)); err != nil || copies(t) != 5 {
		t.Errorf("new copies are removed: %v, %d are left", err, copies(t))
	}
	elsewhere := t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(os.TempDir(), "lotse-opened-link")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(elsewhere, "precious"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := ForgetOpened(time.Now().Add(time.Hour)); err != nil || copies(t) != 1 {
		t.Errorf("%v, %d copies are left", err, copies(t))
	}
	if _, err := os.Stat(filepath.Join(elsewhere, "precious")); err != nil {
		t.Error(err)
	}
}

func copies(t *testing.T) int {
	t.Helper()
	all, err := os.ReadDir(os.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// TestSaveKept writes all of it or nothing, and over nothing.
func TestSaveKept(t *testing.T) {
	a := storetest.NewMemory()
	f, err := a.Put(t.Context(), "a.txt", strings.NewReader("what was kept"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if _, err := SaveKept(t.Context(), a, f, path); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); string(b) != "what was kept" {
		t.Errorf("%q, %v", b, err)
	}
	if _, err := SaveKept(t.Context(), a, f, path); flows.Reason(err).Code != "outside.file_exists" {
		t.Errorf("over a file: %v", err)
	}
	if _, err := SaveKept(t.Context(), a, f, filepath.Join(path, "b")); err == nil {
		t.Error("it was written into a file")
	}
}
