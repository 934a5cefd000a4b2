package pack

import (
	"bytes"
	"path"
	"slices"
)

// textEndings are the endings of the files that git gives the line ends of the system
// where it checks them out.
var textEndings = []string{".yaml", ".md", ".txt", ".csv"}

func isText(file string) bool {
	return slices.Contains(textEndings, path.Ext(file)) || slices.Contains(bare, path.Base(file))
}

// endLines ends the lines of text files with LF alone, so that a folder has one
// digest, whoever checked it out. In a pack that is built, a file that fits its
// digest stays as it is.
func (t tree) endLines(m *manifest) {
	named := map[string]string{}
	for _, f := range m.files {
		named[f.Name] = f.Digest
	}
	for name, data := range t {
		if isText(name) && named[name] != digest(data) {
			t[name] = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
		}
	}
}
