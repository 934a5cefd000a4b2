package vault

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"lotse/flows"

	"filippo.io/age"
)

// What a blob was sealed for. A blob of one use never opens as another.
const (
	useSecret  = "secret"
	useUnsaved = "unsaved"
	useKey     = "fingerprint-key"
)

const (
	blockSize = 256      // the plaintext is a multiple of it
	minPlain  = 512      // so that every secret up to some 128 bytes gives a blob of one length
	maxBlob   = 64 << 10 // beyond what any secret can give
)

// binding is what a blob is tied to.
type binding struct {
	Use     string    `json:"use"`
	Run     string    `json:"run"`
	Field   string    `json:"field"`
	Origin  string    `json:"origin"`
	Created time.Time `json:"created"`
}

// content is the plaintext of a blob.
type content struct {
	Value []byte `json:"v"`
	binding
}

// seal makes a blob. The plaintext is put together by hand, because
// encoding/json keeps its buffers.
func seal(to age.Recipient, b binding, value []byte) ([]byte, error) {
	if !utf8.ValidString(b.Run + b.Field + b.Origin) {
		return nil, fmt.Errorf("seal secret %q of run %q: not UTF-8", b.Field, b.Run) // JSON would change it, and Open refuse it
	}
	head, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("encode binding: %w", err)
	}
	plain := make([]byte, 0, padded(base64.StdEncoding.EncodedLen(len(value))+len(head)+8))
	defer func() { clear(plain[:cap(plain)]) }()
	plain = append(plain, `{"v":"`...)
	plain = base64.StdEncoding.AppendEncode(plain, value)
	plain = append(plain, `",`...)
	plain = append(plain, head[1:]...)
	plain = append(plain, bytes.Repeat([]byte{' '}, padded(len(plain))-len(plain))...)

	var blob bytes.Buffer
	w, err := age.Encrypt(&blob, to)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if _, err := w.Write(plain); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	if blob.Len() > maxBlob {
		return nil, fmt.Errorf("seal secret %.40q: its field or origin is too long", b.Field)
	}
	return blob.Bytes(), nil
}

// unseal opens a blob and compares what it is tied to. Its errors carry nothing
// of the content: flows.ErrDamaged and errElsewhere.
func unseal(id age.Identity, want binding, blob []byte) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(blob), id)
	if err != nil {
		return nil, fmt.Errorf("it was changed, or sealed to another identity: %w", flows.ErrDamaged)
	}
	buf := make([]byte, maxBlob)
	defer clear(buf)
	plain, err := readInto(buf, r)
	if err != nil {
		return nil, fmt.Errorf("it was changed or cut off: %w", flows.ErrDamaged)
	}
	return compare(want, plain)
}

// readInto reads to the end into buf, so that no other copy of a plaintext is
// made. It is an error when buf does not hold it all.
func readInto(buf []byte, r io.Reader) ([]byte, error) {
	n := 0
	for n < len(buf) {
		m, err := r.Read(buf[n:])
		n += m
		if errors.Is(err, io.EOF) {
			return buf[:n], nil
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, io.ErrShortBuffer
}

// errElsewhere says that a blob is tied to something else.
var errElsewhere = errors.New("sealed for another place")

// compare gives the value of a plaintext that is tied to what is wanted.
func compare(want binding, plain []byte) ([]byte, error) {
	var c content
	if err := json.Unmarshal(plain, &c); err != nil {
		clear(c.Value)
		return nil, fmt.Errorf("its content is no secret of ours: %w", flows.ErrDamaged) // err may quote the content
	}
	if c.Use != want.Use || c.Run != want.Run || c.Field != want.Field || c.Origin != want.Origin {
		clear(c.Value)
		return nil, errElsewhere
	}
	if len(c.Value) == 0 {
		return nil, fmt.Errorf("it holds no value: %w", flows.ErrDamaged)
	}
	return c.Value, nil
}

// padded is the length that a plaintext of n bytes is filled up to.
func padded(n int) int {
	return max(minPlain, (n+blockSize-1)/blockSize*blockSize)
}
