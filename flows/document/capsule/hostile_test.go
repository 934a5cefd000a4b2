package capsule

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// made is an entry of a capsule that nobody's program has written.
type made struct {
	zip.FileHeader
	text []byte
}

func entry(name, text string) made {
	return made{zip.FileHeader{Name: name, Method: zip.Store}, []byte(text)}
}

// forge writes a capsule that is whole and rightly signed, whatever is in it.
func forge(t testing.TB, m Manifest, entries []made) []byte {
	t.Helper()
	var z bytes.Buffer
	w := zip.NewWriter(&z)
	w.SetOffset(int64(lineSize))
	for i := range entries {
		h, text := entries[i].FileHeader, entries[i].text
		h.CRC32, h.CompressedSize64 = crc32.ChecksumIEEE(text), uint64(len(text))
		if h.UncompressedSize64 == 0 {
			h.UncompressedSize64 = uint64(len(text))
		}
		out, err := w.CreateRaw(&h)
		ok(t, err)
		_, err = out.Write(text)
		ok(t, err)
	}
	ok(t, w.Close())
	return signed(t, m, z.Bytes())
}

// signed puts the line before a zip.
func signed(t testing.TB, m Manifest, z []byte) []byte {
	t.Helper()
	l := line{content: hexSum(z), at: m.At}
	var err error
	l.signature, err = newSigner(9).Sign(ctx, m.statement(l.content))
	ok(t, err)
	return append([]byte(l.String()), z...)
}

// forged is a capsule of a run with something done to its manifest and entries.
func forged(t testing.TB, s *scene, change func(m *Manifest, entries []made) []made) []byte {
	t.Helper()
	c, err := read(s.write())
	ok(t, err)
	z, err := zip.NewReader(bytes.NewReader(s.write()), c.Size)
	ok(t, err)
	var entries []made
	for _, f := range z.File[1:] {
		text, err := readWhole(f, maxEvents)
		ok(t, err)
		entries = append(entries, entry(f.Name, string(text)))
	}
	m := c.Manifest
	entries = change(&m, entries)
	text, err := json.Marshal(m)
	ok(t, err)
	return forge(t, m, append([]made{entry(manifestName, string(text))}, entries...))
}

// listed has the manifest name the entries as they are.
func listed(m *Manifest, entries []made) []made {
	m.Entries = nil
	for _, e := range entries {
		m.Entries = append(m.Entries, Entry{Name: e.Name, Sum: hexSum(e.text), Size: int64(len(e.text))})
	}
	return entries
}

func at(entries []made, prefix string) int {
	return slices.IndexFunc(entries, func(e made) bool { return strings.HasPrefix(e.Name, prefix) })
}

// with adds an entry in its place.
func with(m *Manifest, entries []made, e made) []made {
	entries = append(entries, e)
	slices.SortStableFunc(entries, func(a, b made) int { return strings.Compare(a.Name, b.Name) })
	return listed(m, entries)
}

// events has the entry of the events written anew.
func withEvents(t testing.TB, m *Manifest, entries []made, events []run.Event) []made {
	t.Helper()
	var b bytes.Buffer
	ok(t, writeEvents(&b, events))
	entries[at(entries, eventsName)].text = b.Bytes()
	return listed(m, entries)
}

// TestWhatIsForgedIsRefused: a capsule may be whole and rightly signed, and not
// what a capsule is. Each is refused for its own reason.
func TestWhatIsForgedIsRefused(t *testing.T) {
	s := filled(t)
	other := begun(t, "Nordkai Oy", 2)
	other.do(run.Answer{At: flows.At("ship.name"), Value: "Borealis"})
	for _, tt := range []struct {
		name, code string
		change     func(m *Manifest, entries []made) []made
	}{
		{"nothing was done to it", "", func(_ *Manifest, e []made) []made { return e }},
		{"an entry twice", "capsule.entry", func(m *Manifest, e []made) []made { return listed(m, slices.Insert(e, 1, e[0])) }},
		{"an entry that is not listed", "capsule.content", func(m *Manifest, e []made) []made {
			kept := m.Entries
			e = with(m, e, entry(evidencePrefix+hexSum([]byte("x")), "x"))
			m.Entries = kept
			return e
		}},
		{"an entry that is listed and not there", "capsule.content", func(_ *Manifest, e []made) []made {
			return slices.Delete(e, at(e, evidencePrefix), at(e, evidencePrefix)+1)
		}},
		{"a way out of the folder", "capsule.entry", func(m *Manifest, e []made) []made { return with(m, e, entry("../../.bashrc", "x")) }},
		{"a way to a folder's top", "capsule.entry", func(m *Manifest, e []made) []made { return with(m, e, entry("/etc/passwd", "x")) }},
		{"a way by another separator", "capsule.entry", func(m *Manifest, e []made) []made { return with(m, e, entry(`evidence\`+hexSum(nil), "x")) }},
		{"a folder", "capsule.entry", func(m *Manifest, e []made) []made { return with(m, e, entry("evidence/", "")) }},
		{"an entry of another kind", "capsule.entry", func(m *Manifest, e []made) []made { return with(m, e, entry("readme.txt", "x")) }},
		{"a name that a terminal obeys", "capsule.entry", func(m *Manifest, e []made) []made { return with(m, e, entry("evidence/\x1b[31m", "x")) }},
		{"a second procedure", "capsule.entry", func(m *Manifest, e []made) []made {
			return with(m, e, entry(proceduresName+hexSum([]byte("x"))+".json", "x"))
		}},
		{"a packed entry", "capsule.entry", func(m *Manifest, e []made) []made {
			e[0].Method, e[0].UncompressedSize64 = zip.Deflate, 10<<30
			return listed(m, e)
		}},
		{"an entry that says it is larger", "capsule.entry", func(m *Manifest, e []made) []made { e[0].UncompressedSize64 = 400 << 20; return listed(m, e) }},
		{"an entry that says it is packed", "capsule.entry", func(_ *Manifest, e []made) []made { e[0].Method = zip.Deflate; return e }},
		{"an entry that says it is encrypted", "capsule.entry", func(_ *Manifest, e []made) []made { e[0].Flags = 1; return e }},
		{"a sealed secret that is not listed", "capsule.content", func(m *Manifest, e []made) []made { m.Secrets = nil; return e }},
		{"an entry with more beside it", "capsule.entry", func(m *Manifest, e []made) []made { e[0].Extra = []byte{1, 0, 0, 0}; return e }},
		{"an entry with a comment", "capsule.entry", func(m *Manifest, e []made) []made { e[0].Comment = "x"; return e }},
		{"a file that is another", "capsule.entry_changed", func(m *Manifest, e []made) []made {
			e[at(e, evidencePrefix)].text = []byte("other")
			return listed(m, e)
		}},
		{"a file that no event names", "capsule.files", func(m *Manifest, e []made) []made { return with(m, e, entry(evidencePrefix+hexSum([]byte("x")), "x")) }},
		{"a file left out without a word", "capsule.files", func(m *Manifest, e []made) []made {
			return listed(m, slices.Delete(e, at(e, evidencePrefix), at(e, evidencePrefix)+1))
		}},
		{"the procedure changed", "capsule.entry_changed", func(m *Manifest, e []made) []made { e[at(e, proceduresName)].text[20] ^= 1; return e }},
		{"another procedure under the name", "copy.procedure", func(m *Manifest, e []made) []made { e[at(e, proceduresName)].text[20] ^= 1; return listed(m, e) }},
		{"a secret that no event names", "capsule.entry", func(m *Manifest, e []made) []made {
			m.Secrets = append(m.Secrets, Secret{ID: "zz", Field: "key"})
			return with(m, e, entry("secrets/zz.age", "x"))
		}},
		{"a secret without its file", "capsule.content", func(m *Manifest, e []made) []made {
			return listed(m, slices.Delete(e, at(e, secretsPrefix), at(e, secretsPrefix)+1))
		}},
		{"a secret of another fingerprint", "capsule.entry", func(m *Manifest, e []made) []made { m.Secrets[0].Fingerprint = "k1-other"; return e }},
		{"another run's events", "capsule.facts", func(m *Manifest, e []made) []made {
			m.Missing = nil
			e = slices.DeleteFunc(e, func(one made) bool {
				return strings.HasPrefix(one.Name, evidencePrefix) || strings.HasPrefix(one.Name, secretsPrefix)
			})
			m.Secrets = nil
			return withEvents(t, m, e, other.Events())
		}},
		{"the events of two runs", "copy.broken", func(m *Manifest, e []made) []made {
			return withEvents(t, m, e, append(s.Events(), other.Events()[1:]...))
		}},
		{"an event left out", "copy.broken", func(m *Manifest, e []made) []made { return withEvents(t, m, e, slices.Delete(s.Events(), 2, 3)) }},
		{"the last event left out", "capsule.facts", func(m *Manifest, e []made) []made {
			m.Missing = nil
			return withEvents(t, m, e, s.Events()[:len(s.Events())-1])
		}},
		{"an answer changed", "copy.broken", func(m *Manifest, e []made) []made {
			events := s.Events()
			events[1].Data = bytes.Replace(events[1].Data, []byte("Aurora"), []byte("Amrita"), 1)
			return withEvents(t, m, e, events)
		}},
		{"rows changed", "copy.broken", func(m *Manifest, e []made) []made {
			events := s.Events()
			i := slices.IndexFunc(events, func(e run.Event) bool { return e.Content != nil })
			events[i].Content = bytes.Replace(events[i].Content, []byte("b1"), []byte("b9"), 1)
			return withEvents(t, m, e, events)
		}},
		{"data that is gone and was not erased", "copy.broken", func(m *Manifest, e []made) []made {
			events := s.Events()
			events[1].Data, events[1].Salt = nil, nil
			return withEvents(t, m, e, events)
		}},
		{"no events", "copy.no_start", func(m *Manifest, e []made) []made { return withEvents(t, m, e, nil) }},
		{"a line that is no event", "copy.event", func(m *Manifest, e []made) []made {
			e[at(e, eventsName)].text = append(e[at(e, eventsName)].text, "[1]\n"...)
			return listed(m, e)
		}},
		{"an event with more in it", "copy.event", func(m *Manifest, e []made) []made {
			e[at(e, eventsName)].text = bytes.Replace(e[at(e, eventsName)].text, []byte(`{"run"`), []byte(`{"more":1,"run"`), 1)
			return listed(m, e)
		}},
		{"a last line without its end", "copy.event", func(m *Manifest, e []made) []made {
			e[at(e, eventsName)].text = bytes.TrimSuffix(e[at(e, eventsName)].text, []byte("\n"))
			return listed(m, e)
		}},
		{"another customer", "capsule.facts", func(m *Manifest, e []made) []made { m.Run.Customer.Name = "Nordkai Oy"; return e }},
		{"another mode", "capsule.facts", func(m *Manifest, e []made) []made { m.Run.Mode = run.Demo; return e }},
		{"another form", "capsule.content", func(m *Manifest, e []made) []made { m.Version = 2; return e }},
		{"another time", "", func(m *Manifest, e []made) []made { m.At = m.At.Add(time.Hour); return e }},
	} {
		_, err := read(forged(t, s, tt.change))
		var r *flows.Refusal
		switch {
		case tt.code == "" && err != nil:
			t.Errorf("%s: %v", tt.name, err)
		case tt.code != "" && (!errors.As(err, &r) || r.Message.Code != tt.code):
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
}

// TestTheLineIsRead: what is no capsule, one of a later form, and one that somebody
// else signed are told apart.
func TestTheLineIsRead(t *testing.T) {
	file := filled(t).write()
	key := hex.EncodeToString(newSigner(7).key[32:])
	for _, tt := range []struct {
		name, code string
		file       []byte
	}{
		{"nothing", "capsule.none", nil},
		{"a text", "capsule.none", []byte("Dear Sir or Madam,\n")},
		{"a zip", "capsule.none", file[lineSize:]},
		{"a picture", "capsule.none", []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("x", 400))},
		{"no version", "capsule.none", []byte(magic + "x " + strings.Repeat("0", 400))},
		{"a version in another form", "capsule.none", bytes.Replace(file, []byte(" 1 "), []byte(" 01 "), 1)},
		{"a later version", "capsule.newer", bytes.Replace(file, []byte(" 1 "), []byte(" 2 "), 1)},
		{"a much later version", "capsule.newer", []byte(magic + "4711 and whatever comes")},
		{"another key", "capsule.signature", bytes.Replace(file, []byte(key), []byte(hex.EncodeToString(newSigner(9).key[32:])), 1)},
		{"the sum in capitals", "capsule.changed", slices.Concat(file[:16], bytes.ToUpper(file[16:80]), file[80:])},
		{"line ends as mail programs make them", "capsule.changed", bytes.ReplaceAll(file, []byte("\n"), []byte("\r\n"))},
	} {
		_, err := read(tt.file)
		var r *flows.Refusal
		if !errors.As(err, &r) || r.Message.Code != tt.code {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.code)
		}
	}
}

// endless is a file of any size, which counts what is read of it.
type endless struct{ read int64 }

func (e *endless) ReadAt(p []byte, at int64) (int, error) {
	e.read += int64(len(p))
	copy(p, magic)
	return len(p), nil
}

// TestTooLargeIsNotRead: of a file over the limit not a byte is read, and a
// directory that would take more memory than it is long is not opened.
func TestTooLargeIsNotRead(t *testing.T) {
	var e endless
	_, err := Read(ctx, &e, 1<<30, run.Env{}, flows.Decode)
	if !errors.Is(err, flows.ErrLimit) || e.read != 0 {
		t.Errorf("a file of 1 GB: %v, and %d bytes were read", err, e.read)
	}
	s := filled(t)
	c, err := read(s.write())
	ok(t, err)
	directory := bytes.Repeat(append([]byte("PK\x01\x02"), make([]byte, 42)...), 60_000)
	end := append([]byte("PK\x05\x06\x00\x00\x00\x00\x60\xea\x60\xea"), 0, 0, 0, 0, byte(lineSize), 0, 0, 0, 0, 0)
	end[12], end[13], end[14] = byte(len(directory)), byte(len(directory)>>8), byte(len(directory)>>16)
	var r *flows.Refusal
	if _, err := read(signed(t, c.Manifest, append(directory, end...))); !errors.As(err, &r) || r.Message.Code != "capsule.content" {
		t.Errorf("a directory of 60,000 entries: %v", err)
	}
}

// sized is an empty file that says how long it is.
type sized struct{ size int64 }

func (s sized) Size() int64              { return s.size }
func (s sized) Read([]byte) (int, error) { return 0, io.EOF }
func (s sized) Close() error             { return nil }

// TestTooLargeIsNotWritten: a file over the limit is refused before it is read.
func TestTooLargeIsNotWritten(t *testing.T) {
	s := filled(t)
	for size, tooLarge := range map[int64]bool{MaxSize + 1: true, MaxSize: false} {
		c := s.contents()
		c.Files = func(context.Context, string) (io.ReadCloser, error) { return sized{size}, nil }
		var b bytes.Buffer
		if _, err := Write(ctx, &b, c, newSigner(7)); errors.Is(err, flows.ErrLimit) != tooLarge || tooLarge && b.Len() > 0 {
			t.Errorf("a file of %d bytes: %v, and %d bytes were written", size, err, b.Len())
		}
	}
}

func FuzzRead(f *testing.F) {
	s := filled(f)
	file := s.write()
	f.Add(file)
	f.Add(file[:lineSize])
	f.Add(file[lineSize:])
	c, err := read(file)
	ok(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, file := range [][]byte{data, signed(t, c.Manifest, data)} {
			got, err := read(file)
			if err == nil && (got.Copy == nil || got.Copy.View(time.Now()).Head != got.Run.Head) {
				t.Fatal("what is read is no run")
			}
			if err != nil && !isRefused(err) {
				t.Fatalf("not refused, but failed: %v", err)
			}
		}
	})
}
