package outside

import (
	"bytes"
	"path/filepath"
	"strings"

	"lotse/flows"
)

// lookedAt is how much of a file's beginning is looked at.
const lookedAt = 512

// viewable are the endings of files that a program of the system shows rather than
// obeys, and what their beginning has to be: some systems go by that and not by
// the ending. All others are never handed to a program: among them are scripts,
// shortcuts, pages with scripts, documents with macros, and archives.
var viewable = map[string]func(head []byte) bool{
	".png": begins("\x89PNG\r\n\x1a\n"), ".jpg": begins("\xff\xd8\xff"), ".jpeg": begins("\xff\xd8\xff"),
	".gif": begins("GIF87a", "GIF89a"), ".webp": begins("RIFF"), ".bmp": begins("BM"),
	".tif": begins("II*\x00", "MM\x00*"), ".tiff": begins("II*\x00", "MM\x00*"),
	".pdf": begins("%PDF-"),
	".mp4": holdsAt(4, "ftyp"), ".webm": begins("\x1a\x45\xdf\xa3"),
	".docx": isOffice, ".xlsx": isOffice, ".pptx": isOffice, ".odt": isOffice, ".ods": isOffice, ".odp": isOffice,
	".txt": isText, ".log": isText, ".md": isText, ".csv": isText, ".tsv": isText, ".json": isText, ".yaml": isText, ".yml": isText, ".eml": isText,
}

// isViewable reports whether a file may be handed to the program that shows its
// kind, by its name and its beginning.
func isViewable(name string, head []byte) bool {
	fits := viewable[strings.ToLower(filepath.Ext(name))]
	return fits != nil && fits(head)
}

func begins(with ...string) func([]byte) bool {
	return func(head []byte) bool {
		for _, w := range with {
			if bytes.HasPrefix(head, []byte(w)) {
				return true
			}
		}
		return false
	}
}

func holdsAt(offset int, what string) func([]byte) bool {
	return func(head []byte) bool { return len(head) > offset && bytes.HasPrefix(head[offset:], []byte(what)) }
}

// isOffice reports whether a file is a document of an office program: an archive
// whose first entry is one that such a document begins with. Another may be a
// program in the archive's form.
func isOffice(head []byte) bool {
	const nameAt = 30 // of the first entry
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) || len(head) < nameAt {
		return false
	}
	return begins("[content_types].xml", "mimetype", "_rels/", "docprops/", "word/", "xl/", "ppt/")(bytes.ToLower(head[nameAt:]))
}

// isText reports whether a file is text that nothing obeys.
func isText(head []byte) bool {
	return !bytes.ContainsRune(head, 0) && !flows.IsObeyed(head)
}
