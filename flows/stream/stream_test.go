package stream_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"lotse/flows/stream"
)

// streams are bytes of a stream and the text that they are.
var streams = map[string]struct{ raw, text string }{
	"nothing":                    {"", ""},
	"plain":                      {"s3cr3t\r\n", "s3cr3t\r\n"},
	"UTF-8 with a mark":          {"\xef\xbb\xbfs3cr3t\r\n", "s3cr3t\r\n"},
	"a mark alone":               {"\xef\xbb\xbf", ""},
	"two marks: one is the text": {"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"},
	"a mark inside is the text":  {"a\xef\xbb\xbfb", "a\ufeffb"},
	"the beginning of a mark":    {"\xef\xbb", "\xef\xbb"},
	"other signs like a mark":    {"\xef\xbc\xa1b", "Ａb"},
	"Latin-1":                    {"\xfcber", "\xfcber"},
	"one byte of UTF-16's":       {"\xff", "\xff"},
	"UTF-16 little":              {"\xff\xfes\x003\x00\r\x00\n\x00", "s3\r\n"},
	"UTF-16 big":                 {"\xfe\xff\x00s\x003\x20\xac", "s3€"},
	"UTF-16 without a mark":      {"s\x003\x00", "s\x003\x00"},
	"UTF-16 with a pair":         {"\xff\xfe\x3d\xd8\x00\xdea\x00", "😀a"},
	"UTF-16 with half a pair":    {"\xff\xfe\x3d\xd8a\x00", "\ufffda"},
	"UTF-16 that ends in a pair": {"\xff\xfea\x00\x3d\xd8", "a\ufffd"},
	"UTF-16 that ends in a unit": {"\xff\xfea\x00b", "a\ufffd"},
	"UTF-16 with its mark twice": {"\xff\xfe\xff\xfea\x00", "\ufeffa"},
}

func TestAMarkIsTheStreams(t *testing.T) {
	for name, c := range streams {
		if is := string(stream.Text([]byte(c.raw))); is != c.text {
			t.Errorf("%s: %q, want %q", name, is, c.text)
		}
		for how, r := range map[string]io.Reader{
			"one byte":  iotest.OneByteReader(strings.NewReader(c.raw)),
			"half":      iotest.HalfReader(strings.NewReader(c.raw)),
			"its error": iotest.DataErrReader(strings.NewReader(c.raw)),
		} {
			if is, err := io.ReadAll(stream.Reader(r)); err != nil || string(is) != c.text {
				t.Errorf("%s by %s: %q, %v, want %q", name, how, is, err, c.text)
			}
		}
		if err := iotest.TestReader(stream.Reader(strings.NewReader(c.raw)), []byte(c.text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	long := strings.Repeat("é", 100_000)
	if is := stream.Text([]byte("\xef\xbb\xbf" + long)); string(is) != long {
		t.Errorf("a long text has %d bytes, want %d", len(is), len(long))
	}
}

// TestAStreamTellsWhatWentWrong has a reader that fails.
func TestAStreamTellsWhatWentWrong(t *testing.T) {
	odd := errors.New("odd")
	for _, raw := range []string{"", "a", "\xef\xbb\xbfa", "\xff\xfea\x00"} {
		_, err := io.ReadAll(stream.Reader(io.MultiReader(strings.NewReader(raw), iotest.ErrReader(odd))))
		if !errors.Is(err, odd) {
			t.Errorf("%q: %v", raw, err)
		}
	}
}

// TestNobodyIsKeptWaiting reads a line from a person who types one sign, and then
// says nothing more.
func TestNobodyIsKeptWaiting(t *testing.T) {
	for _, line := range []string{"\n", "q\n", "n", "ü\n"} {
		r, w := io.Pipe()
		go func() { _, _ = w.Write([]byte(line)) }() // nothing follows, and no end
		buf, s := make([]byte, 64), stream.Reader(r)
		n, err := s.Read(buf)
		if err != nil || !bytes.Equal(buf[:n], []byte(line)) {
			t.Errorf("%q: %q, %v", line, buf[:n], err)
		}
		_ = r.Close()
	}
}
