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

	"filippo.io/age"

	"lotse/flows"
	"lotse/flows/run"
)

// What a blob was sealed for. A blob of one use never opens as another.
const (
	useSecret   = "secret"
	useUnsaved  = "unsaved"
	useKey      = "fingerprint-key"
	useHandOver = "hand-over"
)

const (
	blockSize   = 256      // the plaintext is a multiple of it
	valueRoom   = 128      // every secret takes the room of so many bytes,
	bindingRoom = 580      // and its binding that of any host and of a field of some 150 letters: all blobs of these have one length
	maxBlob     = 64 << 10 // beyond what any secret can give
)

// binding is what a blob is tied to.
type binding struct {
	Use     string    `json:"use"`
	Run     string    `json:"run"`
	Field   string    `json:"field"`
	Origin  string    `json:"origin"`
	Created time.Time `json:"created"`
	Mode    run.Mode  `json:"mode,omitempty"` // of a hand-over: whoever opens it has no run to look at
}

// content is the plaintext of a blob.
type content struct {
	Value []byte `json:"v"`
	binding
}

// seal makes a blob.
func seal(to age.Recipient, b binding, value []byte) ([]byte, error) {
	plain, err := plaintext(b, value)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	var blob bytes.Buffer
	if err := encrypt(&blob, plain, to); err != nil {
		return nil, err
	}
	if blob.Len() > maxBlob {
		return nil, fmt.Errorf("seal secret %.40q: its field or origin is too long", b.Field)
	}
	return blob.Bytes(), nil
}

// encrypt writes a plaintext to w as an age file.
func encrypt(w io.Writer, plain []byte, to age.Recipient) error {
	sealed, err := age.Encrypt(w, to)
	if err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	if _, err := sealed.Write(plain); err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	if err := sealed.Close(); err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	return nil
}

// plaintext is the content of a blob, padded. It is put together by hand, because
// encoding/json keeps its buffers; the caller clears it.
func plaintext(b binding, value []byte) ([]byte, error) {
	if !utf8.ValidString(b.Run + b.Field + b.Origin) {
		return nil, fmt.Errorf("seal secret %q of run %q: not UTF-8", b.Field, b.Run) // JSON would change it, and Open refuse it
	}
	head, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("encode binding: %w", err)
	}
	plain := make([]byte, 0, padded(len(value), len(head)))
	plain = append(plain, beforeValue...)
	plain = base64.StdEncoding.AppendEncode(plain, value)
	plain = append(plain, afterValue...)
	plain = append(plain, head[1:]...)
	return append(plain, bytes.Repeat([]byte{' '}, cap(plain)-len(plain))...), nil
}

// What stands around the value, as encoding/json would write it.
const (
	beforeValue = `{"v":"`
	afterValue  = `",`
)

// unseal opens a blob and compares what it is tied to. Its errors carry nothing
// of the content: flows.ErrDamaged and errElsewhere.
func unseal(id age.Identity, want binding, blob []byte) ([]byte, error) {
	buf := make([]byte, maxBlob)
	defer clear(buf)
	plain, err := decrypt(buf, bytes.NewReader(blob), id)
	if err != nil {
		return nil, err
	}
	return compare(want, plain)
}

// decrypt reads the plaintext of an age file into buf, so that no other copy of
// it is made.
func decrypt(buf []byte, file io.Reader, id age.Identity) ([]byte, error) {
	r, err := age.Decrypt(file, id)
	if err != nil {
		return nil, fmt.Errorf("it was changed, or sealed to another identity: %w", flows.ErrDamaged)
	}
	plain, err := readInto(buf, r)
	if err != nil {
		return nil, fmt.Errorf("it was changed or cut off: %w", flows.ErrDamaged)
	}
	return plain, nil
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
	c, err := decode(plain)
	if err != nil {
		return nil, err
	}
	if c.Use != want.Use || c.Run != want.Run || c.Field != want.Field || c.Origin != want.Origin {
		clear(c.Value)
		return nil, errElsewhere
	}
	return c.Value, nil
}

// decode reads a plaintext; its value is not empty.
func decode(plain []byte) (content, error) {
	var c content
	if err := json.Unmarshal(plain, &c); err != nil {
		clear(c.Value)
		return content{}, fmt.Errorf("its content is no secret of ours: %w", flows.ErrDamaged) // err may quote the content
	}
	if len(c.Value) == 0 {
		return content{}, fmt.Errorf("it holds no value: %w", flows.ErrDamaged)
	}
	return c, nil
}

// padded is the length of the plaintext of a value and a binding of so many
// bytes.
func padded(value, head int) int {
	n := len(beforeValue) + base64.StdEncoding.EncodedLen(max(value, valueRoom)) + len(afterValue) + max(head, bindingRoom)
	return (n + blockSize - 1) / blockSize * blockSize
}
