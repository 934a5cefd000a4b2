package capsule

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"lotse/flows"
)

// endSize is the length of the record that ends a zip without a comment.
const endSize = 22

// readDirectory gives the entries of the zip, capsule.json first, in the order of
// their names. Before the zip is opened, the record at its end says whether its
// directory is one that Write writes: a larger one takes more memory than it is long.
func readDirectory(r io.ReaderAt, size int64) ([]*zip.File, error) {
	end := make([]byte, endSize)
	if _, err := r.ReadAt(end, size-endSize); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read the capsule: %w", err)
	}
	n := int64(binary.LittleEndian.Uint16(end[10:]))
	length, at := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
	if string(end[:4]) != "PK\x05\x06" || n == 0 || n > maxEntries || length > maxDirectory || at+length+endSize != size {
		return nil, damaged("capsule.content")
	}
	z, err := zip.NewReader(r, size)
	if err != nil || int64(len(z.File)) != n {
		return nil, damaged("capsule.content").Because(err)
	}
	total := int64(0)
	for i, f := range z.File {
		if !isPlain(f) || !isName(f.Name) || i == 0 && f.Name != manifestName || i > 1 && f.Name <= z.File[i-1].Name {
			return nil, damaged("capsule.entry", "entry", flows.Short(f.Name))
		}
		if total += int64(f.UncompressedSize64); total > size { //nolint:gosec // isPlain bounds it
			return nil, damaged("capsule.content")
		}
	}
	return z.File, nil
}

// isPlain reports whether an entry is stored as it is, with nothing beside it.
func isPlain(f *zip.File) bool {
	return f.Method == zip.Store && f.Flags&^0x800 == 0 && f.Comment == "" && len(f.Extra) == 0 && !f.NonUTF8 &&
		f.CompressedSize64 == f.UncompressedSize64 && f.UncompressedSize64 <= MaxSize
}

// isName reports whether a capsule has entries of such a name.
func isName(name string) bool {
	if name == manifestName || name == eventsName {
		return true
	}
	if sum, ok := strings.CutPrefix(name, evidencePrefix); ok {
		return isSum(sum)
	}
	if digest, ok := strings.CutPrefix(name, proceduresName); ok {
		digest, ok = strings.CutSuffix(digest, ".json")
		return ok && isSum(digest)
	}
	id, ok := strings.CutPrefix(name, secretsPrefix)
	id, ending := strings.CutSuffix(id, secretsEnding)
	return ok && ending && isSecretID(id)
}

// readWhole reads an entry of at most so many bytes.
func readWhole(f *zip.File, most int64) ([]byte, error) {
	if int64(f.UncompressedSize64) > most { //nolint:gosec // isPlain bounds it
		return nil, flows.Refuse(flows.ErrLimit, nil, "capsule.entry_large", "entry", flows.Short(f.Name), "limit", most>>20)
	}
	r, err := f.Open()
	if err != nil {
		return nil, changedEntry(f.Name, err)
	}
	text, err := io.ReadAll(r)
	if err := errors.Join(err, r.Close()); err != nil {
		return nil, changedEntry(f.Name, err)
	}
	return text, nil
}

// sameSum compares the SHA-256 of an entry.
func sameSum(ctx context.Context, f *zip.File, want string) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	sum := sha256.New()
	_, err = io.Copy(sum, contextReader{ctx, r})
	if err := errors.Join(err, r.Close()); err != nil {
		return err
	}
	if hex.EncodeToString(sum.Sum(nil)) != want {
		return errOther
	}
	return nil
}

var errOther = errors.New("another sum")

// changedEntry refuses an entry that is not what the manifest says; an interrupted
// reading says nothing of it.
func changedEntry(name string, err error) error {
	var refused *flows.Refusal
	if errors.As(err, &refused) || errors.Is(err, context.Canceled) {
		return err
	}
	return damaged("capsule.entry_changed", "entry", flows.Short(name)).Because(err)
}

func hexSum(text []byte) string {
	s := sha256.Sum256(text)
	return hex.EncodeToString(s[:])
}

// isGone reports whether a kept file is not there, or not as it was kept.
func isGone(err error) bool {
	return errors.Is(err, flows.ErrNotFound) || errors.Is(err, flows.ErrDamaged)
}
