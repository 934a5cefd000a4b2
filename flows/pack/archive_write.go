package pack

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"time"
)

// WriteArchive writes a pack that is built as a .tar.gz. Two archives of the same
// files are the same, byte by byte: the files come in the order of their names,
// with one time and one mode, and belong to nobody.
func (p *Pack) WriteArchive(w io.Writer) error {
	if !p.Built {
		return refuse(Manifest, "pack.not_built")
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return fmt.Errorf("compress the pack: %w", err)
	}
	t := tar.NewWriter(z)
	for _, f := range p.Files {
		h := &tar.Header{Typeflag: tar.TypeReg, Name: f.Name, Size: f.Size, Mode: 0o644, ModTime: time.Unix(0, 0), Format: tar.FormatUSTAR}
		if err := t.WriteHeader(h); err != nil {
			return fmt.Errorf("write %s into the pack: %w", f.Name, err)
		}
		if _, err := t.Write(p.tree[f.Name]); err != nil {
			return fmt.Errorf("write %s into the pack: %w", f.Name, err)
		}
	}
	if err := errors.Join(t.Close(), z.Close()); err != nil {
		return fmt.Errorf("end the pack: %w", err)
	}
	return nil
}
