package pack_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/pack"
)

func archived(t *testing.T, p *pack.Pack) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.WriteArchive(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestThereAndBack: an archive holds what was built, and two of the same folder are
// the same byte by byte.
func TestThereAndBack(t *testing.T) {
	p := built(t, nil)
	doc := archived(t, p)
	back, err := pack.ReadArchive(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if back.Digest != p.Digest || len(back.Files) != len(p.Files) || !back.Built {
		t.Errorf("%+v", back)
	}
	if !bytes.Equal(doc, archived(t, built(t, nil))) || !bytes.Equal(doc, archived(t, back)) {
		t.Error("the same folder gives two archives")
	}
	refused(t, opened(t, author(nil)).WriteArchive(io.Discard), "pack.not_built", "pack.yaml")
}

// packed writes an archive of entries as somebody else might.
func packed(t *testing.T, entries ...tar.Header) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, h := range entries {
		if h.Typeflag != tar.TypeXGlobalHeader {
			h.Mode, h.ModTime = 0o644, time.Unix(0, 0)
		}
		body := h.Linkname
		if h.Typeflag == tar.TypeReg {
			h.Size, h.Linkname = int64(len(body)), ""
		}
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeReg {
			if _, err := io.WriteString(w, body); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := errors.Join(w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// file is an entry with a text.
func file(name, text string) tar.Header {
	return tar.Header{Typeflag: tar.TypeReg, Name: name, Linkname: text}
}

func TestNamesThatNoEntryMayHave(t *testing.T) {
	for _, name := range []string{
		"../one.yaml", "..", "a/../../one.yaml", "/etc/one.yaml", "//one.yaml", "./one.yaml", "stories/../one.yaml", "stories//one.yaml",
		`..\one.yaml`, `stories\one.yaml`, `C:\one.yaml`, "C:one.yaml", "one.yaml:stream.yaml", "con.yaml", "CON.yaml", "Aux.txt", "nul.de.yaml", "com1.yaml", "stories/lpt9.yaml",
		"one.yaml.", "one.yaml ", " one.yaml", ".one.yaml", "-one.yaml", "a/one.yaml", "stories/a/one.yaml", "stories", "Stories/one.yaml",
		"übersicht.yaml", "u\u0308bersicht.yaml", "one\u202elmay.yaml", "one\x1b[2J.yaml", "one\n.yaml", strings.Repeat("a", 300) + ".yaml",
	} {
		_, err := pack.ReadArchive(bytes.NewReader(packed(t, file("pack.yaml", head), file(name, one))))
		var r *flows.Refusal
		if !errors.As(err, &r) || r.Message.Code != "pack.bad_name" {
			t.Errorf("%q: %v", name, err)
			continue
		}
		if at, _ := r.At.(flows.FilePlace); at.File != flows.CleanLine(name) {
			t.Errorf("%q is named as %q", name, at.File)
		}
	}
	for _, name := range []string{"one.sh", "one", "one.exe", "one.go", "one.yaml~", "stories/run", "one.YAML"} {
		_, err := pack.ReadArchive(bytes.NewReader(packed(t, file("pack.yaml", head), file(name, one))))
		if code := codeOf(err); code != "pack.bad_ending" && code != "pack.bad_name" {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func codeOf(err error) string {
	var r *flows.Refusal
	if errors.As(err, &r) {
		return r.Message.Code
	}
	return ""
}

func TestEntriesThatAreNoFiles(t *testing.T) {
	for name, c := range map[string]struct {
		entries    []tar.Header
		code, file string
	}{
		"a symbolic link": {[]tar.Header{{Typeflag: tar.TypeSymlink, Name: "one.yaml", Linkname: "/etc/passwd"}}, "pack.entry_link", "one.yaml"},
		"a hard link":     {[]tar.Header{file("one.yaml", one), {Typeflag: tar.TypeLink, Name: "two.yaml", Linkname: "one.yaml"}}, "pack.entry_link", "two.yaml"},
		"a device":        {[]tar.Header{{Typeflag: tar.TypeChar, Name: "one.yaml"}}, "pack.entry_kind", "one.yaml"},
		"a block device":  {[]tar.Header{{Typeflag: tar.TypeBlock, Name: "one.yaml"}}, "pack.entry_kind", "one.yaml"},
		"a pipe":          {[]tar.Header{{Typeflag: tar.TypeFifo, Name: "one.yaml"}}, "pack.entry_kind", "one.yaml"},
		"a folder":        {[]tar.Header{{Typeflag: tar.TypeDir, Name: "other/"}}, "pack.bad_name", "other/"},
		"a folder out":    {[]tar.Header{{Typeflag: tar.TypeDir, Name: "../"}}, "pack.bad_name", "../"},
		"twice":           {[]tar.Header{file("one.yaml", one), file("one.yaml", one)}, "pack.name_twice", "one.yaml"},
		"twice, capitals": {[]tar.Header{file("one.txt", one), file("ONE.txt", one)}, "pack.name_case", "ONE.txt"},
		"twice, folder":   {[]tar.Header{file("stories/a.txt", one), file("stories/A.txt", one)}, "pack.name_case", "stories/A.txt"},
		"PAX, sparse":     {[]tar.Header{pax("one.yaml", "GNU.sparse.name", "x")}, "pack.entry_size", "one.yaml"},
		"for all entries": {[]tar.Header{{Typeflag: tar.TypeXGlobalHeader, PAXRecords: map[string]string{"path": "../x"}}}, "pack.entry_kind", "../x"},
		"too large":       {[]tar.Header{file("one.pdf", strings.Repeat("x", pack.MaxFile+1))}, "pack.file_large", "one.pdf"},
		"many folders":    {slices.Repeat([]tar.Header{{Typeflag: tar.TypeDir, Name: "stories/"}}, pack.MaxFiles+1), "pack.many", ""},
		"no digests":      {[]tar.Header{file("pack.yaml", head), file("one.yaml", one)}, "pack.not_built", "pack.yaml"},
		"no manifest":     {[]tar.Header{file("one.yaml", one)}, "pack.no_manifest", "pack.yaml"},
		"nothing":         {nil, "pack.no_manifest", "pack.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := pack.ReadArchive(bytes.NewReader(rawPacked(t, c.entries)))
			refused(t, err, c.code, c.file)
		})
	}
}

// pax is an entry with a PAX record that a tar.Writer would not write.
func pax(name, record, value string) tar.Header {
	h := file(name, one)
	h.PAXRecords = map[string]string{record: value}
	return h
}

// rawPacked is packed, where records that a tar.Writer refuses are put in by hand.
func rawPacked(t *testing.T, entries []tar.Header) []byte {
	t.Helper()
	for i, h := range entries {
		for record, value := range h.PAXRecords {
			if strings.HasPrefix(record, "GNU.") || record == "size" {
				return replacedPAX(t, entries[:i], h, record, value)
			}
		}
	}
	return packed(t, entries...)
}

// replacedPAX writes a comment of the record's length, and puts the record into its
// place.
func replacedPAX(t *testing.T, before []tar.Header, h tar.Header, record, value string) []byte {
	t.Helper()
	stand := strings.Repeat("x", len(record))
	h.PAXRecords = map[string]string{stand: value}
	doc := unpacked(t, packed(t, append(before, h)...))
	changed := bytes.Replace(doc, []byte(stand+"="+value), []byte(record+"="+value), 1)
	if bytes.Equal(doc, changed) {
		t.Fatalf("no record was replaced")
	}
	return zipped(t, changed)
}

func unpacked(t *testing.T, doc []byte) []byte {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func zipped(t *testing.T, raw []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestASizeInTwoPlaces: a record that says another size than the entry itself.
func TestASizeInTwoPlaces(t *testing.T) {
	doc := rawPacked(t, []tar.Header{pax("one.yaml", "size", strconv.Itoa(len(one)))})
	_, err := pack.ReadArchive(bytes.NewReader(doc))
	refused(t, err, "pack.entry_size", "one.yaml")
}

// TestWhatAnArchiveMustNotBe: cut anywhere, changed anywhere, with something behind
// its end, a bomb, a million files, no archive at all.
func TestWhatAnArchiveMustNotBe(t *testing.T) {
	p := built(t, nil)
	doc := archived(t, p)
	for n := range len(doc) {
		if _, err := pack.ReadArchive(bytes.NewReader(doc[:n])); codeOf(err) == "" {
			t.Fatalf("cut after %d of %d bytes: %v", n, len(doc), err)
		}
		changed := bytes.Clone(doc)
		changed[n] ^= 0x10
		// Some bits mean nothing to gzip.
		if is, err := pack.ReadArchive(bytes.NewReader(changed)); codeOf(err) == "" && is.Digest != p.Digest {
			t.Errorf("byte %d is changed: %v", n, err)
		}
	}
	raw := unpacked(t, doc)
	zeros := make([]byte, 10<<10)
	for name, c := range map[string]struct {
		doc  []byte
		code string
	}{
		"a byte behind":         {append(bytes.Clone(doc), 0), "pack.trailing"},
		"an archive behind":     {append(bytes.Clone(doc), doc...), "pack.trailing"},
		"text behind the files": {zipped(t, append(bytes.Clone(raw), "behind"...)), "pack.trailing"},
		"an archive inside":     {zipped(t, append(bytes.Clone(raw), raw...)), "pack.trailing"},
		"no archive":            {[]byte(head), "pack.no_archive"},
		"nothing":               {nil, "pack.no_archive"},
		"a bomb":                {packed(t, file("one.pdf", strings.Repeat("\x00", pack.MaxFile))), "pack.bomb_in"},
		"a bomb of zeros":       {zipped(t, make([]byte, 256<<20)), "pack.bomb"},
		"a bomb behind":         {zipped(t, append(bytes.Clone(raw), make([]byte, 256<<20)...)), "pack.bomb"},
	} {
		_, err := pack.ReadArchive(bytes.NewReader(c.doc))
		if codeOf(err) != c.code {
			t.Errorf("%s: %v, wanted %s", name, err, c.code)
		}
	}
	if _, err := pack.ReadArchive(bytes.NewReader(zipped(t, append(bytes.Clone(raw), zeros...)))); err != nil {
		t.Errorf("with the zeros that other programs add: %v", err)
	}
}

// TestAMillionFiles: no more is read of them than is needed to see that they are too
// many, and no more of a gigabyte.
func TestAMillionFiles(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		z := gzip.NewWriter(w)
		out := tar.NewWriter(z)
		var err error
		for i := 0; err == nil && i < 1_000_000; i++ {
			body := strconv.Itoa(i * i)
			if err = out.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: "f" + strconv.Itoa(i) + ".txt", Size: int64(len(body))}); err == nil {
				_, err = io.WriteString(out, body)
			}
		}
		w.CloseWithError(err)
	}()
	_, err := pack.ReadArchive(r)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	refused(t, err, "pack.many", "")

	var noise bytes.Buffer
	out := tar.NewWriter(&noise)
	for i := range 8 {
		if err := out.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: "f" + strconv.Itoa(i) + ".pdf", Size: pack.MaxFile}); err != nil {
			t.Fatal(err)
		}
		body := make([]byte, pack.MaxFile)
		for n := range body {
			body[n] = byte((n + i) * (n + i) * 40503 >> 11)
		}
		if _, err := out.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	_, err = pack.ReadArchive(bytes.NewReader(zipped(t, noise.Bytes())))
	refused(t, err, "pack.large", "")
}

func FuzzReadArchive(f *testing.F) {
	p, err := pack.Open(author(nil))
	if err != nil {
		f.Fatal(err)
	}
	if p, err = p.Build(); err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.WriteArchive(&b); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, doc []byte) {
		p, err := pack.ReadArchive(bytes.NewReader(doc))
		if err != nil {
			if codeOf(err) == "" {
				t.Errorf("not a refusal: %v", err)
			}
			return
		}
		for _, file := range p.Files {
			if !fs.ValidPath(file.Name) || strings.Contains(file.Name, "\\") {
				t.Errorf("it has %q", file.Name)
			}
		}
	})
}
