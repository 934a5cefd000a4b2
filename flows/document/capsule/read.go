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
	"io"
	"reflect"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Capsule is a capsule of which all was proven.
type Capsule struct {
	Manifest
	Signature run.Signature // of the Statement
	Statement run.Statement
	Sum       string // SHA-256 of the whole file, hex
	Size      int64
	Copy      *run.Copy

	files map[string]*zip.File // evidence by sum
}

// Read proves a capsule: that it is whole, that the holder of its key wrote it so,
// that each part is what it says, that the events are one unbroken chain of one run
// of its procedure, and that no file is there which they do not name. The error is a
// *flows.Refusal unless reading failed. Memory holds the events, and never more of a
// file than a buffer; nothing is read beyond MaxSize.
func Read(ctx context.Context, r io.ReaderAt, size int64, env run.Env, load run.Load) (*Capsule, error) {
	if size > MaxSize {
		return nil, tooLarge()
	}
	l, err := readLine(r, size)
	if err != nil {
		return nil, err
	}
	c := &Capsule{Signature: l.signature, Size: size, files: map[string]*zip.File{}}
	content, err := c.hash(ctx, r, l)
	if err != nil {
		return nil, err
	}
	if content != l.content {
		return nil, damaged("capsule.changed")
	}
	entries, err := readDirectory(r, size)
	if err != nil {
		return nil, err
	}
	if err := c.readManifest(entries[0]); err != nil {
		return nil, err
	}
	c.Statement = c.statement(content)
	if !c.At.Equal(l.at) || !c.Signature.Proves(c.Statement) {
		return nil, damaged("capsule.signature")
	}
	events, documents, err := c.readEntries(ctx, entries[1:])
	if err != nil {
		return nil, err
	}
	if c.Copy, err = run.NewCopy(env, events, documents, load); err != nil {
		return nil, err
	}
	if err := c.compare(events); err != nil {
		return nil, err
	}
	return c, nil
}

// Evidence are the sums of the files in it, sorted.
func (m *Manifest) Evidence() []string {
	sums := []string{}
	for _, e := range m.Entries {
		if sum, isFile := strings.CutPrefix(e.Name, evidencePrefix); isFile {
			sums = append(sums, sum)
		}
	}
	return sums
}

// Open gives a file by its sum, and how long it is; flows.ErrNotFound.
func (c *Capsule) Open(sum string) (r io.ReadCloser, size int64, err error) {
	f := c.files[sum]
	if f == nil {
		return nil, 0, flows.Refuse(flows.ErrNotFound, nil, "capsule.no_file", "file", flows.Short(sum))
	}
	r, err = f.Open()
	return r, int64(f.UncompressedSize64), err //nolint:gosec // at most the file's size
}

func readLine(r io.ReaderAt, size int64) (line, error) {
	begin := make([]byte, min(int64(lineSize), size))
	if _, err := r.ReadAt(begin, 0); err != nil && !errors.Is(err, io.EOF) {
		return line{}, fmt.Errorf("read the capsule: %w", err)
	}
	return parseLine(string(begin))
}

// hash gives the SHA-256 of what follows the line, and keeps that of the whole.
func (c *Capsule) hash(ctx context.Context, r io.ReaderAt, l line) (string, error) {
	whole, content := sha256.New(), sha256.New()
	_, _ = io.WriteString(whole, l.String()) // a hash does not fail
	rest := io.NewSectionReader(r, int64(lineSize), c.Size-int64(lineSize))
	if _, err := io.Copy(io.MultiWriter(whole, content), contextReader{ctx, rest}); err != nil {
		return "", fmt.Errorf("read the capsule: %w", err)
	}
	c.Sum = hex.EncodeToString(whole.Sum(nil))
	return hex.EncodeToString(content.Sum(nil)), nil
}

// readManifest reads what the capsule says of itself, in the form of this version.
func (c *Capsule) readManifest(f *zip.File) error {
	text, err := readWhole(f, maxManifest)
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&c.Manifest); err != nil || c.Version != version {
		return damaged("capsule.content").Because(err)
	}
	c.By = flows.CleanLine(c.By)
	return nil
}

// readEntries compares each entry with what the manifest says of it, and gives the
// events and the versions of the procedure, by digest.
func (c *Capsule) readEntries(ctx context.Context, entries []*zip.File) (events []run.Event, documents map[string][]byte, err error) {
	documents = map[string][]byte{}
	if len(entries) != len(c.Entries) {
		return nil, nil, damaged("capsule.content")
	}
	sealed := map[string][]byte{}
	for i, f := range entries {
		text, err := c.readEntry(ctx, f, c.Entries[i])
		if err != nil {
			return nil, nil, err
		}
		digest, isProcedure := strings.CutPrefix(f.Name, proceduresName)
		id, isSecret := strings.CutPrefix(f.Name, secretsPrefix)
		switch {
		case f.Name == eventsName:
			if events, err = readEvents(text); err != nil {
				return nil, nil, err
			}
		case isProcedure && len(events) == 0: // NewCopy says so
		case isProcedure && isNamed(strings.TrimSuffix(digest, proceduresEnding), events):
			documents[strings.TrimSuffix(digest, proceduresEnding)] = text
		case isSecret && len(text) <= maxSealed:
			sealed[strings.TrimSuffix(id, secretsEnding)] = text
		case !strings.HasPrefix(f.Name, evidencePrefix):
			return nil, nil, damaged("capsule.entry", "entry", flows.Short(f.Name))
		}
	}
	return events, documents, c.takeSealed(sealed)
}

// isNamed reports whether a digest is that of a version that the events name.
func isNamed(digest string, events []run.Event) bool {
	return slices.ContainsFunc(run.Editions(events), func(e run.Edition) bool { return e.Digest == digest })
}

// readEntry compares an entry with what the manifest says of it, and gives its
// bytes. A file is only noted.
func (c *Capsule) readEntry(ctx context.Context, f *zip.File, want Entry) ([]byte, error) {
	if f.Name != want.Name || int64(f.UncompressedSize64) != want.Size { //nolint:gosec // isPlain bounds it
		return nil, damaged("capsule.entry", "entry", flows.Short(f.Name))
	}
	if sum, isFile := strings.CutPrefix(f.Name, evidencePrefix); isFile {
		if err := sameSum(ctx, f, want.Sum); err != nil || sum != want.Sum {
			return nil, changedEntry(f.Name, err)
		}
		c.files[sum] = f
		return nil, nil
	}
	text, err := readWhole(f, maxEvents)
	if err != nil || hexSum(text) != want.Sum {
		return nil, changedEntry(f.Name, err)
	}
	return text, nil
}

// takeSealed gives each secret of the manifest its file: one each, and no other.
func (c *Capsule) takeSealed(sealed map[string][]byte) error {
	for i := range c.Secrets {
		s := &c.Secrets[i]
		s.Sealed = sealed[s.ID]
		delete(sealed, s.ID)
		if s.Sealed == nil {
			return damaged("capsule.content")
		}
	}
	if len(sealed) > 0 {
		return damaged("capsule.content")
	}
	return nil
}

// compare compares what the capsule says of itself with what its events say.
func (c *Capsule) compare(events []run.Event) error {
	if said, ok := runOf(events); !ok || !reflect.DeepEqual(said, c.Run) {
		return damaged("capsule.facts")
	}
	files := append(c.Evidence(), c.Missing...)
	slices.Sort(files)
	if !slices.Equal(files, filesOf(events)) {
		return damaged("capsule.files")
	}
	secrets := run.SecretsOf(events)
	for _, s := range c.Secrets {
		d, found := secrets[s.ID]
		if !found || d.Fingerprint != s.Fingerprint || !strings.HasSuffix(d.Item, "."+s.Field) {
			return damaged("capsule.entry", "entry", flows.Short(secretsPrefix+s.ID+secretsEnding))
		}
	}
	return nil
}
