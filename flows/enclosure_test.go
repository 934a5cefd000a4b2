package flows

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// picture is one of so many pixels, each of another colour.
func picture(size int) image.Image {
	m := image.NewPaletted(image.Rect(0, 0, size, size), color.Palette{color.White, color.Black, color.Gray{Y: 99}})
	for i := range m.Pix {
		m.Pix[i] = byte(i % 3)
	}
	return m
}

func pngOf(size int) string {
	var b bytes.Buffer
	if err := png.Encode(&b, picture(size)); err != nil {
		panic(err)
	}
	return b.String()
}

func jpegOf(size int) string {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(size), nil); err != nil {
		panic(err)
	}
	return b.String()
}

func gifOf(size int) string {
	var b bytes.Buffer
	if err := gif.Encode(&b, picture(size), nil); err != nil {
		panic(err)
	}
	return b.String()
}

// webpOf is the frame of a WebP picture: nothing here looks at its pixels.
func webpOf() string {
	body := "WEBPVP8L" + strings.Repeat("\x00", 12)
	return "RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)))) + body
}

const pdfOf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"

// hugePNG has a head that says more pixels than any machine has room for.
func hugePNG() string {
	data := []byte(pngOf(3))
	binary.BigEndian.PutUint32(data[16:], 1<<20)
	binary.BigEndian.PutUint32(data[20:], 1<<20)
	binary.BigEndian.PutUint32(data[29:], crc32.ChecksumIEEE(data[12:29]))
	return string(data)
}

func TestEnclosures(t *testing.T) {
	for file, data := range map[string]string{
		"form.png": pngOf(5), "a.jpg": jpegOf(40), "a.jpeg": jpegOf(300), "a.gif": gifOf(9), "a.webp": webpOf(), "a.pdf": pdfOf,
		"a.txt": "Ä text.\r\n\tIt goes on.\n", "a.csv": "\ufeffname;sum;tel;day\nMüller;-5,20;+49 30 123;2026-11-30\n\"a, b\";+1;;-\n", "READ_me-2.0.txt": "x",
		"big.txt": strings.Repeat("x", MaxEnclosure),
	} {
		f := files("p.yaml", head+"      - {attach: "+file+", id: it, label: Look at it}\n", file, data)
		if faults := Lint(f, "p", specs); len(faults) > 0 {
			t.Errorf("%s: %s", file, sentences(Faults(faults)))
			continue
		}
		p := loads(t, f)
		again, err := Decode(p.Bytes())
		if err != nil || again.Digest != p.Digest || FormatOf(p.Bytes()) != fifthFormat {
			t.Errorf("%s is not stored: format %d, %v", file, FormatOf(p.Bytes()), err)
			continue
		}
		for _, q := range []*Procedure{p, again} {
			if e := q.Steps[0].Items[0].Attach; string(e.Data) != data || e.File != file || e.Sum != digestOf([]byte(data)) {
				t.Errorf("%s is %s, %d bytes, %s", file, e.File, len(e.Data), e.Sum)
			}
		}
		if len(p.SourceFiles()) != 1 {
			t.Errorf("%s is among what describes the procedure", file)
		}
	}
}

// TestEnclosureFaults: what is no name, not of a type, not whole, or too large is
// refused where it is written, and the procedure does not load.
func TestEnclosureFaults(t *testing.T) {
	for _, c := range []struct{ file, name, data, words string }{
		{"../x.png", "", "", "cannot be called ../x.png"},
		{"/etc/x.png", "", "", "cannot be called /etc/x.png"},
		{"sub/x.png", "", "", "cannot be called"},
		{`'..\x.png'`, "", "", "cannot be called"},
		{"con.png", "con.png", pngOf(3), "no device of Windows"},
		{"Aux.tar.png", "Aux.tar.png", pngOf(3), "no device of Windows"},
		{".x.png", ".x.png", pngOf(3), "cannot be called"},
		{"x.png.", "", "", "cannot be called"},
		{"bäume.png", "bäume.png", pngOf(3), "cannot be called bäume.png"},
		{strings.Repeat("x", 80) + ".png", "", "", "at most 64"},
		{"X.PNG", "X.PNG", pngOf(3), "in small letters"},
		{"x.html", "x.html", "<p>", "only shown"},
		{"x.svg", "x.svg", "<svg/>", "only shown"},
		{"x.exe", "x.exe", "MZ", "only shown"},
		{"x.lnk", "x.lnk", "L", "only shown"},
		{"x.docx", "x.docx", "PK", "only shown"},
		{"x", "x", "x", "only shown"},
		{"p.yaml", "", "", "only shown"},
		{"x.png", "", "", "There is no file x.png"},
		{"x.png", "x.png", "", "x.png is empty"},
		{"x.png", "x.png", "\x89PNG\r\n\x1a\n<html><script>alert(1)</script></html>", "no PNG picture"},
		{"x.png", "x.png", pngOf(3) + "<script>", "no PNG picture"},
		{"x.png", "x.png", pngOf(30)[:90], "not a whole one"},
		{"x.png", "x.png", strings.Replace(pngOf(30), "IDAT", "IDAt", 1), "no PNG picture"},
		{"x.png", "x.png", hugePNG(), "no PNG picture"},
		{"x.png", "x.png", jpegOf(9), "no PNG picture"},
		{"x.jpg", "x.jpg", pngOf(3), "no JPEG picture"},
		{"x.jpg", "x.jpg", "\xff\xd8\xff<html>\xff\xd9", "no JPEG picture"},
		{"x.jpg", "x.jpg", jpegOf(9) + "PK\x03\x04", "no JPEG picture"},
		{"x.jpg", "x.jpg", jpegOf(9)[:300], "no JPEG picture"},
		{"x.jpg", "x.jpg", "\xff\xd8\xff\xd9", "no JPEG picture"},
		{"x.jpg", "x.jpg", "\xff\xd8\xff\xff\xff\xff", "no JPEG picture"},
		{"x.gif", "x.gif", gifOf(9) + "x", "no GIF picture"},
		{"x.gif", "x.gif", "GIF89a;", "no GIF picture"},
		{"x.webp", "x.webp", webpOf() + "MZ", "no WebP picture"},
		{"x.pdf", "x.pdf", "<html>%PDF-%%EOF", "no PDF document"},
		{"x.pdf", "x.pdf", "%PDF-1.4\n", "no PDF document"},
		{"x.txt", "x.txt", "#!/bin/sh\n", "no plain text"},
		{"x.txt", "x.txt", "\ufeff  <!doctype html>", "no plain text"},
		{"x.txt", "x.txt", "[Desktop Entry]\nExec=x", "no plain text"},
		{"x.txt", "x.txt", "a\x1b[31m", "no plain text"},
		{"x.txt", "x.txt", "evil\u202egnp.exe", "no plain text"},
		{"x.txt", "x.txt", "\xff\xfea\x00", "no plain text"},
		{"x.csv", "x.csv", "a;b\n1;=cmd|' /C calc'!A0\n", "In line 2 of x.csv a cell is a formula"},
		{"x.csv", "x.csv", "\"=1+1\",x\n", "In line 1"},
		{"x.csv", "x.csv", "a\tb\n-cmd()\t@SUM(1)\n", "In line 2"},
		{"x.txt", "x.txt", strings.Repeat("x", MaxEnclosure+1), "larger than 2 MiB"},
		{`"x\u202egnp.png"`, "", "", "control or invisible characters"},
	} {
		f := files("p.yaml", head+"      - {attach: ◆"+c.file+", id: it, label: Look at it}\n")
		if c.name != "" {
			f[c.name] = &fstest.MapFile{Data: []byte(c.data)}
		}
		place := marked(f)
		expect(t, c.file, Lint(f, "p", specs), place, c.words)
		if _, err := Open(f, specs).Procedure("p"); err == nil {
			t.Errorf("%s with %.40q loads", c.file, c.data)
		}
	}
}

// TestAnEnclosureIsNoLink, and no device: whatever stands behind it is not read.
func TestAnEnclosureIsNoLink(t *testing.T) {
	for _, mode := range []fs.FileMode{fs.ModeSymlink, fs.ModeNamedPipe, fs.ModeDevice} {
		f := files("p.yaml", head+"      - {attach: ◆x.png, id: it, label: L}\n")
		f["x.png"] = &fstest.MapFile{Data: []byte(pngOf(3)), Mode: mode | 0o444}
		place := marked(f)
		expect(t, mode.String(), Lint(f, "p", specs), place, "x.png is a link or a device")
	}
	f := files("p.yaml", head+"      - {attach: ◆x.png, id: it, label: L}\n")
	f["x.png/y.png"] = &fstest.MapFile{Data: []byte(pngOf(3))}
	place := marked(f)
	expect(t, "a folder", Lint(f, "p", specs), place, "x.png cannot be read")
}

// TestEnclosuresTogether have a limit of their own, and none of them counts as text.
func TestEnclosuresTogether(t *testing.T) {
	f := files()
	doc := head
	for _, n := range []string{"a", "b", "c", "d", "e"} {
		doc += "      - {attach: " + n + ".txt, label: L}\n"
		f[n+".txt"] = &fstest.MapFile{Data: []byte(n + strings.Repeat("x", MaxEnclosures/5+9))}
	}
	f["p.yaml"] = &fstest.MapFile{Data: []byte(doc)}
	expect(t, "five files", Lint(f, "p", specs), "p.yaml:1:1", "have 9 MiB together; at most 8")
	delete(f, "e.txt")
	f["p.yaml"].Data = []byte(strings.Replace(doc, "e.txt", "d.txt", 1)) // the same one twice counts once
	if p := loads(t, f); len(p.Bytes()) < MaxEnclosures || len(p.Bytes()) > maxArchive {
		t.Errorf("%d bytes", len(p.Bytes()))
	} else if _, err := Decode(p.Bytes()); err != nil {
		t.Errorf("what is stored does not open: %v", err)
	}
}

// TestEnclosuresInEachLanguage: a file with the language in its name stands in for
// the other in a language that the procedure has.
func TestEnclosuresInEachLanguage(t *testing.T) {
	f := files(
		"p.yaml", head+"      - {attach: form.png, id: it, label: The form}\n",
		"p.de.yaml", "of: p\nlanguage: de\ntexts: {title: {en: x, text: Titel}}\n",
		"form.png", pngOf(3), "form.de.png", pngOf(4), "form.fi.png", "nothing", "other.de.png", "nothing",
	)
	p := loads(t, f)
	again, err := Decode(p.Bytes())
	if err != nil || again.Digest != p.Digest {
		t.Fatal(err)
	}
	for _, q := range []*Procedure{p, again} {
		for lang, want := range map[string]string{"en": "form.png", "de": "form.de.png", "fi": "form.png"} {
			if e := q.In(lang).Steps[0].Items[0].Attach; e.File != want || string(e.Data) != string(f[want].Data) {
				t.Errorf("in %s it is %s", lang, e.File)
			}
		}
		if q.In("de").In("en").Steps[0].Items[0].Attach.File != "form.png" {
			t.Error("there is no way back")
		}
	}
	if bytes.Contains(p.Bytes(), []byte("fi.png")) || bytes.Contains(p.Bytes(), []byte("other")) {
		t.Error("a file is stored that nobody sees")
	}
	f["form.de.png"].Data = f["form.de.png"].Data[:20]
	expect(t, "a broken translation", Lint(f, "p", specs), "p.yaml:9:18", "form.de.png is no PNG picture")
}

// TestAnotherFileIsAnotherProcedure, and a comparison says so, in any language.
func TestAnotherFileIsAnotherProcedure(t *testing.T) {
	f := files(
		"p.yaml", head+"      - {attach: form.png, id: it, label: The form}\n      - {attach: b.txt, id: b, label: B}\n",
		"p.de.yaml", "of: p\nlanguage: de\ntexts: {title: {en: x, text: Titel}}\n",
		"form.png", pngOf(3), "form.de.png", pngOf(4), "b.txt", "b",
	)
	old := loads(t, f)
	for _, name := range []string{"form.png", "form.de.png"} {
		g := fstest.MapFS{}
		for n, file := range f {
			g[n] = &fstest.MapFile{Data: file.Data}
		}
		g[name].Data = []byte(pngOf(7))
		now := loads(t, g)
		if now.Digest == old.Digest {
			t.Errorf("another %s has the same digest", name)
		}
		c := Compare(old, now)
		if it := c.Item("one.it"); !slices.Equal(it.Aspects, []Aspect{AspectFile}) || !it.LooksAgain() || len(c.Item("one.b").Aspects) > 0 {
			t.Errorf("another %s differs in %v and %v", name, it.Aspects, c.Item("one.b").Aspects)
		}
	}
}

// TestStoredEnclosuresAreProven: a document that somebody else stored is not
// trusted.
func TestStoredEnclosuresAreProven(t *testing.T) {
	p := loads(t, files("p.yaml", head+"      - {attach: x.png, id: it, label: L}\n", "x.png", pngOf(3)))
	encoded := base64.StdEncoding.EncodeToString([]byte(pngOf(3)))
	for name, with := range map[string]string{
		"a page":        base64.StdEncoding.EncodeToString([]byte("<html>")),
		"nothing":       "",
		"no base64":     "!!",
		"a longer file": base64.StdEncoding.EncodeToString([]byte(pngOf(3) + "x")),
	} {
		doc := strings.Replace(string(p.Bytes()), encoded, with, 1)
		if doc == string(p.Bytes()) {
			t.Fatal("it is not stored as base64")
		}
		if _, err := Decode([]byte(doc)); err == nil {
			t.Errorf("%s: it opens", name)
		}
	}
	var a archive
	if err := json.Unmarshal(p.Bytes(), &a); err != nil || !json.Valid(p.Bytes()) || len(a.Files) != 2 || a.Files[1].Text != "" {
		t.Errorf("stored as %v, %v", a, err)
	}
}

// TestOlderFormatsStay: a procedure without enclosures is stored as it always was.
func TestOlderFormatsStay(t *testing.T) {
	p := loads(t, files("p.yaml", head+"      - {task: t, label: L}\n", "x.png", pngOf(3)))
	if FormatOf(p.Bytes()) != firstFormat || strings.Contains(string(p.Bytes()), "blob") {
		t.Errorf("stored as %s", p.Bytes())
	}
}

// TestSharedStepsHaveEnclosures: steps alone are proven by the name, and where they
// are included by the file.
func TestSharedStepsHaveEnclosures(t *testing.T) {
	steps := "params: [shot]\nsteps:\n  - {id: two, title: Two, items: [{attach: ◆$shot.png, id: it, label: L}]}\n"
	f := files("p.yaml", head+"      - {text: x}\n  - {include: q, with: {shot: portal}}\n", "q.steps.yaml", steps, "portal.png", pngOf(3))
	place := marked(f)
	if faults := append(Lint(f, "p", specs), Lint(f, "q.steps", specs)...); len(faults) > 0 {
		t.Errorf("faults: %s", sentences(Faults(faults)))
	}
	f["portal.png"].Data = []byte("x")
	expect(t, "a broken file", Lint(f, "p", specs), place, "portal.png is no PNG picture")
}
