package capsule

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestWhatIsWrittenIsRead: a capsule holds every field of every event, the
// procedure, the files that were to be had, once each, and the sealed secret.
func TestWhatIsWrittenIsRead(t *testing.T) {
	s := filled(t)
	file := s.write()
	c, err := read(file)
	ok(t, err)
	if !reflect.DeepEqual(c.Copy.Events(), s.Events()) {
		t.Errorf("the events are\n%+v\nwant\n%+v", c.Copy.Events(), s.Events())
	}
	if !bytes.Equal(c.Copy.Documents()[s.proc.Digest], s.proc.Bytes()) || c.Run.Digest != s.proc.Digest {
		t.Error("the procedure is another")
	}
	papers, sketch := hexSum([]byte("the papers")), hexSum([]byte("a picture"))
	want := []string{papers, sketch}
	slices.Sort(want)
	if !slices.Equal(c.Evidence(), want) || !slices.Equal(c.Missing, []string{hexSum([]byte("lost"))}) {
		t.Errorf("it has the files %v, and %v are missing", c.Evidence(), c.Missing)
	}
	if textOf(t, c, papers) != "the papers" || textOf(t, c, sketch) != "a picture" {
		t.Error("a file is another")
	}
	if _, _, err := c.Open(hexSum([]byte("lost"))); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("a missing file: %v", err)
	}
	if len(c.Secrets) != 1 || string(c.Secrets[0].Sealed) != "sealed for somebody" {
		t.Errorf("it has the secrets %+v", c.Secrets)
	}
	if c.Sum != hexSum(file) || c.By != "Erika Muster" || c.Statement.Head != s.View(s.env.Now()).Head {
		t.Errorf("it says %+v", c.Manifest)
	}
	if bytes.Contains(file, []byte("\x1b")) {
		t.Error("a terminal's escape stands in it as it is")
	}
	if again := s.write(); !bytes.Equal(again, file) {
		t.Error("the same contents give other bytes")
	}
}

// TestAnyZipReaderOpensIt: the offsets count the line before the zip.
func TestAnyZipReaderOpensIt(t *testing.T) {
	file := filled(t).write()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	ok(t, err)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		r, err := f.Open()
		ok(t, err)
		_, err = io.Copy(io.Discard, r)
		ok(t, err)
		if at, err := f.DataOffset(); err != nil || !bytes.HasPrefix(file[at-int64(len(f.Name)):], []byte(f.Name)) {
			t.Errorf("%s does not lie at %d (%v)", f.Name, at, err)
		}
	}
	if !slices.IsSorted(names) || names[0] != "capsule.json" {
		t.Errorf("its entries are %v", names)
	}
}

// TestEveryByteCounts flips a bit of every byte of a capsule in turn, each bit of
// its first line, and cuts it at every byte: none is read.
func TestEveryByteCounts(t *testing.T) {
	file := filled(t).write()
	for i := range file {
		bits := []int{i % 8}
		if i < lineSize {
			bits = []int{0, 1, 2, 3, 4, 5, 6, 7}
		}
		for _, bit := range bits {
			file[i] ^= 1 << bit
			if _, err := read(file); !isRefused(err) {
				t.Fatalf("bit %d of byte %d of %d makes no difference: %v", bit, i, len(file), err)
			}
			file[i] ^= 1 << bit
		}
	}
	for n := range file {
		if _, err := read(file[:n]); !isRefused(err) {
			t.Fatalf("cut at %d of %d it is read: %v", n, len(file), err)
		}
	}
	for _, more := range []string{"\n", "\x00", "PK\x05\x06" + strings.Repeat("\x00", 18)} {
		if _, err := read(append(slices.Clone(file), more...)); !isRefused(err) {
			t.Errorf("with %q behind it it is read: %v", more, err)
		}
	}
}

func isRefused(err error) bool {
	var r *flows.Refusal
	return errors.As(err, &r) && !r.Message.IsZero()
}

// TestAnErasedEventStaysErased: what was erased goes nowhere, and the chain holds.
func TestAnErasedEventStaysErased(t *testing.T) {
	s := filled(t)
	_, err := s.Redact(ctx, flows.At("ship.name"), "they asked")
	ok(t, err)
	c, err := read(s.write())
	ok(t, err)
	if !reflect.DeepEqual(c.Copy.Events(), s.Events()) || !slices.ContainsFunc(c.Copy.Events(), func(e run.Event) bool { return e.Erased() }) {
		t.Errorf("the events are %+v", c.Copy.Events())
	}
}
