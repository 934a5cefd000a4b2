package pack

import (
	"archive/tar"
	"errors"
	"io"
	"strings"

	"lotse/flows"
)

// ReadArchive reads and proves a pack that Build and WriteArchive have written,
// and trusts nothing of it: every entry has to be a plain file with a name that a
// pack may have, within the limits, however far it unpacks, and nothing may stand
// behind the last. The error is a *Refusal that names the entry.
func ReadArchive(r io.Reader) (*Pack, error) {
	u, err := newUnpacker(r)
	if err != nil {
		return nil, err
	}
	f := &folder{files: tree{}, seen: names{}}
	if err := u.entries(f); err != nil {
		return nil, err
	}
	if err := u.end(); err != nil {
		return nil, err
	}
	p, err := prove(f)
	if err == nil && !p.Built {
		return nil, refuse(Manifest, "pack.not_built")
	}
	return p, err
}

// entries keeps all entries of the archive.
func (u *unpacker) entries(f *folder) error {
	t := tar.NewReader(u)
	for count := 1; ; count++ {
		h, err := t.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return u.damaged(err)
		case count > MaxFiles:
			return tooMany()
		}
		u.entry = h.Name
		if err := plain(h); err != nil {
			return err
		}
		if h.Typeflag == tar.TypeDir {
			continue
		}
		if err := f.keep(h.Name, t); err != nil {
			return u.damaged(err)
		}
	}
}

// plain refuses an entry that is anything but a file, or the folder stories/, and
// one that says twice how large it is: two programs would see two packs.
func plain(h *tar.Header) error {
	switch h.Typeflag {
	case tar.TypeReg:
	case tar.TypeDir:
		if h.Name != Stories+"/" {
			return refuse(h.Name, "pack.bad_name")
		}
	case tar.TypeSymlink, tar.TypeLink:
		return refuse(h.Name, "pack.entry_link")
	default:
		return refuse(h.Name, "pack.entry_kind")
	}
	for record := range h.PAXRecords {
		if record == "size" || record == "linkpath" || strings.HasPrefix(record, "GNU.sparse.") {
			return refuse(h.Name, "pack.entry_size", "record", flows.Short(record))
		}
	}
	if h.Size > MaxFile {
		return refuse(h.Name, "pack.file_large", "limit", MaxFile>>20)
	}
	return nil
}
