package build

import (
	"io/fs"
	"strings"
)

// licences are the terms of everything that is not of Lotse: licences.txt, made by the
// test with -update from the modules themselves. A line with mark begins the terms of
// the libraries that it names.
func licences() string {
	text, err := fs.ReadFile(files, "licences.txt")
	if err != nil {
		panic(err) // it is the program's own
	}
	return string(text)
}

const mark = "=== "

// Notice is a text of terms with the libraries that are under it.
type Notice struct {
	// Licence is the identifier in the SPDX list: MIT, BSD-3-Clause.
	Licence   string
	Libraries []Library
	Text      string
}

// Notices are the terms of all libraries that are in the program on any platform,
// of Go itself, of SQLite and of the C libraries of the static program and of that for
// Windows.
func Notices() []Notice { return parse(licences()) }

// parse reads notices: "=== LICENCE: PATH VERSION, PATH VERSION", and below it
// the text.
func parse(text string) []Notice {
	var all []Notice
	for part := range strings.SplitSeq("\n"+text, "\n"+mark) {
		head, body, _ := strings.Cut(part, "\n")
		licence, names, ok := strings.Cut(head, ": ")
		if !ok {
			continue
		}
		n := Notice{Licence: licence, Text: strings.Trim(body, "\n")}
		for name := range strings.SplitSeq(names, ", ") {
			path, version, _ := strings.Cut(name, " ")
			n.Libraries = append(n.Libraries, Library{path, version})
		}
		all = append(all, n)
	}
	return all
}
