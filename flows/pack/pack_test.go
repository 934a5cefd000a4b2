package pack_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/pack"
)

const (
	head = "name: partner-setup\nversion: 1.2.0\nlotse: 0.1.0\nlicence: CC-BY-4.0\n"
	one  = "procedure: one\nversion: 1\n"
)

// author is the folder of an author, with some files more or other.
func author(more map[string]string) fstest.MapFS {
	files := map[string]string{
		"pack.yaml": head, "one.yaml": one, "one.de.yaml": "of: one\n", "mail.letter.en.txt": "Subject: x\n\ny\n",
		"stories/one.yaml": "title: x\n", "LICENSE": "free\n", "portal.png": "\x89PNG",
	}
	maps.Copy(files, more)
	fsys := fstest.MapFS{}
	for name, text := range files {
		if text != "" {
			fsys[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
		}
	}
	return fsys
}

func opened(t *testing.T, fsys fs.FS) *pack.Pack {
	t.Helper()
	p, err := pack.Open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func built(t *testing.T, more map[string]string) *pack.Pack {
	t.Helper()
	p, err := opened(t, author(more)).Build()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// refused holds that an error is a refusal with a code, which names a file.
func refused(t *testing.T, err error, code, file string) {
	t.Helper()
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != code {
		t.Errorf("%v, wanted %s", err, code)
		return
	}
	if at, _ := r.At.(flows.FilePlace); at.File != file {
		t.Errorf("%s names %q, wanted %q", code, at.File, file)
	}
}

func TestAnAuthorsFolder(t *testing.T) {
	p := opened(t, author(map[string]string{"notes.odt": "x", ".git": "x", "testdata/a.yaml": "x", "one_test.go": "x", "other/pack.yaml": head}))
	if p.Name != "partner-setup" || p.Version != "1.2.0" || p.Least != "0.1.0" || p.Licence != "CC-BY-4.0" || p.Built {
		t.Errorf("%+v", p)
	}
	if got := strings.Join(p.Procedures, " "); got != "one" {
		t.Errorf("procedures: %s", got)
	}
	var names []string
	for _, f := range p.Files {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "LICENSE mail.letter.en.txt one.de.yaml one.yaml pack.yaml portal.png stories/one.yaml" {
		t.Errorf("files: %s", got)
	}
	if got := strings.Join(p.LeftOut, " "); got != ".git notes.odt one_test.go other/ testdata/" {
		t.Errorf("left out: %s", got)
	}
	if err := fstest.TestFS(p.FS, "one.yaml", "stories/one.yaml", "LICENSE"); err != nil {
		t.Error(err)
	}
}

// TestWhatIsBuilt: every file is named with its digest, the pack's own digest does
// not change, nor does it by what is no part of the pack.
func TestWhatIsBuilt(t *testing.T) {
	p := built(t, map[string]string{"pack.yaml": "\uFEFF# mine\r\n" + strings.ReplaceAll(head, "\n", "\r\n") + "signatures: {a: [b]}\r\n\r\n"})
	if !p.Built {
		t.Fatal("it is not built")
	}
	if again := opened(t, p.FS); again.Digest != p.Digest || len(again.Files) != 7 {
		t.Errorf("read again: %+v", again)
	}
	if p.Digest != opened(t, author(nil)).Digest {
		t.Error("a comment and a signature change the digest")
	}
	text, _ := fs.ReadFile(p.FS, "pack.yaml")
	if !strings.Contains(string(text), "# mine\n") || !strings.Contains(string(text), "signatures: {a: [b]}\n") {
		t.Errorf("the manifest lost something:\n%s", text)
	}
	for what, more := range map[string]map[string]string{
		"a file":    {"one.yaml": one + "title: x\n"},
		"a name":    {"LICENSE": "", "LICENCE": "free\n"},
		"a version": {"pack.yaml": strings.Replace(head, "1.2.0", "1.2.1", 1)},
		"a licence": {"pack.yaml": strings.Replace(head, "CC-BY-4.0", "MIT", 1)},
	} {
		if built(t, more).Digest == p.Digest {
			t.Errorf("%s does not change the digest", what)
		}
	}
	if again, err := p.Build(); err != nil || again != p {
		t.Errorf("built twice: %v", err)
	}
}

// windows is a folder as git checks it out on Windows.
func windows(fsys fs.FS, names []pack.File) fstest.MapFS {
	out := fstest.MapFS{}
	for _, f := range names {
		data, err := fs.ReadFile(fsys, f.Name)
		if err != nil {
			panic(err)
		}
		if !strings.HasSuffix(f.Name, ".png") {
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		}
		out[f.Name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return out
}

// TestLineEndsOfWindows: a folder, and a pack that is built, have one digest and one
// text, whatever line ends git gave them; a picture is never touched.
func TestLineEndsOfWindows(t *testing.T) {
	more := map[string]string{"table.csv": "a;b\n1;2\n", "README.md": "# One\n", "portal.png": "\x89PNG\r\n\x1a\n"}
	mine := opened(t, author(more))
	theirs := opened(t, windows(author(more), mine.Files))
	if theirs.Digest != mine.Digest || !slices.Equal(theirs.Files, mine.Files) {
		t.Errorf("a folder:\n%+v\n%+v", theirs.Files, mine.Files)
	}
	p := built(t, more)
	again := opened(t, windows(p.FS, p.Files))
	if again.Digest != p.Digest {
		t.Error("the pack that is built has another digest")
	}
	for name, want := range map[string]string{"one.yaml": one, "LICENSE": "free\n", "portal.png": "\x89PNG\r\n\x1a\n"} {
		if got, err := fs.ReadFile(again.FS, name); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestAPackBuiltOfOtherLineEnds: one that an older version built of a folder on
// Windows is taken as it is.
func TestAPackBuiltOfOtherLineEnds(t *testing.T) {
	text := "procedure: one\r\nversion: 1\r\n"
	folder := fstest.MapFS{
		"pack.yaml": {Data: fmt.Appendf(nil, "%sfiles:\n  one.yaml: \"%x\"\n", head, sha256.Sum256([]byte(text))), Mode: 0o644},
		"one.yaml":  {Data: []byte(text), Mode: 0o644},
	}
	if got, err := fs.ReadFile(opened(t, folder).FS, "one.yaml"); err != nil || string(got) != text {
		t.Errorf("%q, %v", got, err)
	}
}

// TestABuiltPackIsWhatWasBuilt: nothing changed, nothing missing, nothing more.
func TestABuiltPackIsWhatWasBuilt(t *testing.T) {
	for name, c := range map[string]struct {
		change     func(fstest.MapFS)
		code, file string
	}{
		"changed":     {func(f fstest.MapFS) { f["one.yaml"].Data = []byte(one + " ") }, "pack.file_changed", "one.yaml"},
		"missing":     {func(f fstest.MapFS) { delete(f, "stories/one.yaml") }, "pack.file_missing", "stories/one.yaml"},
		"more":        {func(f fstest.MapFS) { f["two.yaml"] = f["one.yaml"] }, "pack.file_more", "two.yaml"},
		"a program":   {func(f fstest.MapFS) { f["one.sh"] = f["one.yaml"] }, "pack.file_more", "one.sh"},
		"hidden":      {func(f fstest.MapFS) { f[".profile"] = f["one.yaml"] }, "pack.file_more", ".profile"},
		"a folder":    {func(f fstest.MapFS) { f["two/one.yaml"] = f["one.yaml"] }, "pack.file_more", "two/"},
		"no manifest": {func(f fstest.MapFS) { delete(f, "pack.yaml") }, "pack.no_manifest", "pack.yaml"},
		"a link":      {func(f fstest.MapFS) { f["one.yaml"].Mode = fs.ModeSymlink }, "pack.entry_kind", "one.yaml"},
		"a pipe":      {func(f fstest.MapFS) { f["one.yaml"].Mode = fs.ModeNamedPipe }, "pack.entry_kind", "one.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			copied := fstest.MapFS{}
			p := built(t, nil)
			for _, f := range p.Files {
				data, err := fs.ReadFile(p.FS, f.Name)
				if err != nil {
					t.Fatal(err)
				}
				copied[f.Name] = &fstest.MapFile{Data: bytes.Clone(data), Mode: 0o644}
			}
			opened(t, copied)
			c.change(copied)
			_, err := pack.OpenBuilt(copied)
			refused(t, err, c.code, c.file)
		})
	}
	_, err := pack.OpenBuilt(author(nil))
	refused(t, err, "pack.not_built", "pack.yaml")
}

func TestWhatAManifestMayNotSay(t *testing.T) {
	for name, c := range map[string]struct {
		text, code string
		line       int
	}{
		"a version of two numbers": {strings.Replace(head, "1.2.0", "1.2", 1), "pack.bad_version", 2},
		"a version with a zero":    {strings.Replace(head, "1.2.0", "1.02.0", 1), "pack.bad_version", 2},
		"no version":               {strings.Replace(head, "version: 1.2.0\n", "", 1), "pack.needs_key", 0},
		"a way out as its name":    {strings.Replace(head, "partner-setup", "../x", 1), "pack.bad_pack_name", 1},
		"capitals":                 {strings.Replace(head, "partner-setup", "Partner", 1), "pack.bad_pack_name", 1},
		"a name like a list":       {strings.Replace(head, "partner-setup", "[a]", 1), "pack.bad_pack_name", 1},
		"a licence in words":       {strings.Replace(head, "CC-BY-4.0", "ask me!", 1), "pack.bad_licence", 4},
		"an unknown key":           {head + "licencse: MIT\n", "pack.no_key", 5},
		"a key twice":              {head + "name: other\n", "pack.manifest_faulty", 5},
		"an anchor":                {strings.Replace(head, "CC-BY-4.0", "&a MIT", 1), "pack.manifest_faulty", 4},
		"nothing":                  {"# nothing\n", "pack.manifest_empty", 0},
		"a list":                   {"- a\n", "pack.manifest_empty", 0},
		"a digest that is none":    {head + "files: {one.yaml: abc}\n", "pack.files_form", 5},
		"its own digest":           {head + "files: {pack.yaml: \"" + strings.Repeat("a", 64) + "\"}\n", "pack.files_form", 5},
		"files as a list":          {head + "files: [one.yaml]\n", "pack.files_form", 5},
	} {
		_, err := pack.Open(author(map[string]string{"pack.yaml": c.text}))
		refused(t, err, c.code, "pack.yaml")
		var r *flows.Refusal
		if errors.As(err, &r) {
			if at, _ := r.At.(flows.FilePlace); at.Row != c.line {
				t.Errorf("%s: line %d, wanted %d", name, at.Row, c.line)
			}
		}
	}
	_, err := pack.Open(author(map[string]string{"pack.yaml": head + "files: {../one.yaml: \"" + strings.Repeat("a", 64) + "\"}\n"}))
	refused(t, err, "pack.bad_name", "../one.yaml")
	_, err = pack.Open(author(map[string]string{"one.yaml": ""}))
	refused(t, err, "pack.no_procedure", "")
}

func TestLimitsOfAFolder(t *testing.T) {
	many := map[string]string{}
	for i := range pack.MaxFiles + 1 {
		many["f"+strconv.Itoa(i)+".go"] = "x"
	}
	_, err := pack.Open(author(many))
	refused(t, err, "pack.many", "")
	_, err = pack.Open(author(map[string]string{"big.pdf": strings.Repeat("x", pack.MaxFile+1)}))
	refused(t, err, "pack.file_large", "big.pdf")
	large := map[string]string{}
	for _, name := range strings.Split("abcdefg", "") {
		large[name+".pdf"] = strings.Repeat("x", pack.MaxFile)
	}
	_, err = pack.Open(author(large))
	refused(t, err, "pack.large", "")
	opened(t, author(map[string]string{"big.pdf": strings.Repeat("x", pack.MaxFile)}))
}

func TestVersions(t *testing.T) {
	p := opened(t, author(map[string]string{"pack.yaml": strings.Replace(head, "0.1.0", "1.10.0", 1)}))
	for lotse, serves := range map[string]bool{
		"(devel)": true, "v1.10.0": true, "1.10.1": true, "v1.9.9": false, "v2.0.0": true, "v0.99.0": false, "v1.10.0+dirty": true,
		"v0.0.0-20261021-abc": true, "": true,
	} {
		if p.Serves(lotse) != serves {
			t.Errorf("%s: %v", lotse, !serves)
		}
	}
	for _, c := range []struct {
		a, b string
		want int
	}{{"1.2.3", "1.2.3", 0}, {"1.2.10", "1.2.9", 1}, {"0.9.0", "1.0.0", -1}, {"x", "0.0.0", -1}} {
		if got := pack.Compare(c.a, c.b); got != c.want {
			t.Errorf("%s, %s: %d", c.a, c.b, got)
		}
	}
}
