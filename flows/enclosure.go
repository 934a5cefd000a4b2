package flows

import (
	"path"
	"slices"
	"strings"
)

// Enclosure is a file that a procedure brings along: it lies beside the document,
// and is stored with it. It is proven at load, by what is in it.
type Enclosure struct {
	File string // its name, without a folder
	Type FileType
	Sum  string // hex SHA-256 of Data
	Data []byte // shared; not to be changed

	translated map[string]*Enclosure // what stands in for it, by language
}

// FileType is what a file is that a procedure brings along; the set is closed.
type FileType string

// The types of enclosures: what a program shows, and none obeys.
const (
	FilePNG  FileType = "png"
	FileJPEG FileType = "jpeg"
	FileGIF  FileType = "gif"
	FileWebP FileType = "webp"
	FilePDF  FileType = "pdf"
	FileText FileType = "txt"
	FileCSV  FileType = "csv"
)

// fileTypes say of each type by which endings a system knows it, and whether a
// file is one, and whole.
var fileTypes = []struct {
	FileType
	endings []string
	fits    func(data []byte) bool
}{
	{FilePNG, []string{".png"}, isPNG},
	{FileJPEG, []string{".jpg", ".jpeg"}, isJPEG},
	{FileGIF, []string{".gif"}, isGIF},
	{FileWebP, []string{".webp"}, isWebP},
	{FilePDF, []string{".pdf"}, isPDF},
	{FileText, []string{".txt"}, isPlainText},
	{FileCSV, []string{".csv"}, isPlainText},
}

// EnclosureEndings are the endings that the files of a procedure may have, each
// with its dot.
func EnclosureEndings() []string {
	var all []string
	for _, t := range fileTypes {
		all = append(all, t.endings...)
	}
	return all
}

// fileTypeOf is the type of a file by its ending, and whether a file is one; "" of
// any other ending.
func fileTypeOf(file string) (FileType, func(data []byte) bool) {
	for _, t := range fileTypes {
		if slices.Contains(t.endings, path.Ext(file)) {
			return t.FileType, t.fits
		}
	}
	return "", nil
}

// translatedName is the name of the file that stands in for another in a language:
// form.de.png for form.png.
func translatedName(file, lang string) string {
	ending := path.Ext(file)
	return strings.TrimSuffix(file, ending) + "." + lang + ending
}

// Message names the file: what it is called, what it is, how large it is.
func (e *Enclosure) Message() Message {
	return Msg("enclosure.file", "file", e.File, "type", e.Type.message(), "size", FileSize(int64(len(e.Data))))
}

// About says what the file is, and how large, where its name stands already.
func (e *Enclosure) About() Message {
	return Msg("enclosure.about", "type", e.Type.message(), "size", FileSize(int64(len(e.Data))))
}

func (t FileType) message() Message { return Msg("file_type." + string(t)) }

// FileSize is the size of a file, in bytes, KiB or MiB.
func FileSize(bytes int64) Message {
	switch {
	case bytes < 1<<10:
		return Msg("attach.bytes", "n", bytes)
	case bytes < 1<<20:
		return Msg("attach.kib", "n", (bytes+1<<9)>>10)
	}
	return Msg("attach.mib", "n", float64((bytes*10+1<<19)>>20)/10)
}

var portable = pattern(`[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_-])?`)

// IsFileName reports whether every system takes a name for that of a file, and for
// the same one: no letters that it writes in several ways, no way to somewhere
// else, nothing that it hides, and no device of Windows.
func IsFileName(name string) bool { return portable(name) && !IsReserved(name) }
