package capsule

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"slices"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Contents is what goes into a capsule.
type Contents struct {
	By        string // who hands the run over
	At        time.Time
	Events    []run.Event
	Documents map[string][]byte // the versions of the procedure that the events name, as they are stored, by digest
	Secrets   []Secret
	// Files gives a kept file by its SHA-256. What is not found, or damaged, is
	// named as missing.
	Files func(ctx context.Context, sum string) (io.ReadCloser, error)
}

// Written is what was written.
type Written struct {
	Manifest
	Sum  string // SHA-256 of the whole file, hex
	Size int64
}

// part is an entry to be written.
type part struct {
	Entry
	crc  uint32
	open func() (io.ReadCloser, error)
}

// Write writes a capsule, signed. Memory stays flat but for the events: each file
// is read three times, for its sum, for that of the whole, and to be written. Over
// MaxSize it is refused, and something may have been written then.
func Write(ctx context.Context, w io.Writer, c *Contents, signer run.Signer) (*Written, error) {
	m := Manifest{Version: version, By: flows.CleanLine(c.By), At: c.At.UTC().Truncate(time.Millisecond), Entries: []Entry{}, Missing: []string{}, Secrets: []Secret{}}
	var ok bool
	if m.Run, ok = runOf(c.Events); !ok {
		return nil, damaged("copy.no_start")
	}
	parts, err := c.parts(ctx, &m)
	if err != nil {
		return nil, err
	}
	content := sha256.New()
	if err := writeZip(ctx, content, parts); err != nil {
		return nil, err
	}
	l := line{content: hex.EncodeToString(content.Sum(nil)), at: m.At}
	if l.signature, err = signer.Sign(ctx, m.statement(l.content)); err != nil {
		return nil, fmt.Errorf("sign the capsule: %w", err)
	}
	out := &counter{w: w, sum: sha256.New()}
	if _, err := io.WriteString(out, l.String()); err != nil {
		return nil, err
	}
	if err := writeZip(ctx, out, parts); err != nil {
		return nil, err
	}
	return &Written{Manifest: m, Sum: hex.EncodeToString(out.sum.Sum(nil)), Size: out.n}, nil
}

// parts are the entries in the order of their names, the manifest first.
func (c *Contents) parts(ctx context.Context, m *Manifest) ([]part, error) {
	parts := make([]part, 1)
	size := int64(lineSize)
	for _, p := range c.list(ctx) {
		sum, isFile := strings.CutPrefix(p.Name, evidencePrefix)
		err := p.measure(ctx)
		switch {
		case isFile && isGone(err):
			m.Missing = append(m.Missing, sum)
			continue
		case err != nil:
			return nil, err
		case p.Name == eventsName && p.Size > maxEvents:
			return nil, tooLarge()
		}
		if size += p.Size + entryRoom; size > MaxSize || len(parts) == maxEntries {
			return nil, tooLarge()
		}
		m.Entries = append(m.Entries, p.Entry)
		parts = append(parts, p)
	}
	m.Secrets = append(m.Secrets, c.Secrets...)
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", manifestName, err)
	}
	parts[0] = inMemory(manifestName, append(text, '\n'))
	return parts, parts[0].measure(ctx)
}

// entryRoom is what an entry takes beside its bytes, in the zip and in the manifest.
const entryRoom = 512

// list are all parts but the manifest, in the order of their names.
func (c *Contents) list(ctx context.Context) []part {
	list := []part{{Entry: Entry{Name: eventsName}, open: c.openEvents}}
	for digest, doc := range c.Documents {
		list = append(list, inMemory(proceduresName+digest+proceduresEnding, doc))
	}
	for _, s := range c.Secrets {
		list = append(list, inMemory(secretsPrefix+s.ID+secretsEnding, s.Sealed))
	}
	for _, sum := range filesOf(c.Events) {
		list = append(list, part{Entry: Entry{Name: evidencePrefix + sum}, open: func() (io.ReadCloser, error) { return c.Files(ctx, sum) }})
	}
	slices.SortStableFunc(list, func(a, b part) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// filesOf are the sums of the files that events name, sorted, each once.
func filesOf(events []run.Event) []string {
	var sums []string
	for i := range events {
		sums = append(sums, events[i].Files()...)
	}
	slices.Sort(sums)
	return slices.Compact(sums)
}

func (c *Contents) openEvents() (io.ReadCloser, error) {
	r, w := io.Pipe()
	go func() { _ = w.CloseWithError(writeEvents(w, c.Events)) }() // always nil
	return r, nil
}

func inMemory(name string, data []byte) part {
	return part{Entry: Entry{Name: name}, open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

// measure finds an entry's size and sums.
func (p *part) measure(ctx context.Context) error {
	sum, crc := sha256.New(), crc32.NewIEEE()
	n, err := p.copyTo(ctx, io.MultiWriter(sum, crc))
	p.Size, p.Sum, p.crc = n, hex.EncodeToString(sum.Sum(nil)), crc.Sum32()
	if name, isFile := strings.CutPrefix(p.Name, evidencePrefix); err == nil && isFile && name != p.Sum {
		err = damaged("capsule.entry_changed", "entry", p.Name)
	}
	return err
}

func (p *part) copyTo(ctx context.Context, w io.Writer) (int64, error) {
	r, err := p.open()
	if err != nil {
		return 0, fmt.Errorf("read %s: %w", p.Name, err)
	}
	if large, ok := r.(interface{ Size() int64 }); ok && large.Size() > MaxSize {
		return 0, errors.Join(tooLarge(), r.Close())
	}
	n, err := io.Copy(w, contextReader{ctx, r})
	if closeErr := r.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return n, fmt.Errorf("write %s: %w", p.Name, err)
	}
	return n, nil
}

// writeZip writes the entries uncompressed, with all that is said of them known
// beforehand, so that the same entries give the same bytes.
func writeZip(ctx context.Context, w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	z.SetOffset(int64(lineSize))
	for i := range parts {
		p := &parts[i]
		//nolint:gosec // sizes are not negative
		h := &zip.FileHeader{Name: p.Name, Method: zip.Store, CRC32: p.crc, CompressedSize64: uint64(p.Size), UncompressedSize64: uint64(p.Size)}
		h.SetMode(0o600)
		out, err := z.CreateRaw(h)
		if err != nil {
			return fmt.Errorf("write %s: %w", p.Name, err)
		}
		n, err := p.copyTo(ctx, out)
		if err != nil {
			return err
		}
		if n != p.Size {
			return damaged("capsule.entry_changed", "entry", p.Name)
		}
	}
	return z.Close()
}

// counter counts and sums what goes through it.
type counter struct {
	w   io.Writer
	sum hash.Hash
	n   int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.sum.Write(p[:n])
	c.n += int64(n)
	return n, err
}

// contextReader is a reader that ends with a context.
type contextReader struct {
	ctx context.Context
	io.Reader
}

func (r contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}
