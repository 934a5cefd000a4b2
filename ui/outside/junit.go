package outside

import (
	"encoding/xml"
	"io"
)

// JUnit is what a program that runs tests reads of them.
type JUnit struct {
	XMLName xml.Name     `xml:"testsuites"`
	Suites  []JUnitSuite `xml:"testsuite"`
}

// JUnitSuite are the tests of one procedure.
type JUnitSuite struct {
	Name       string          `xml:"name,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Properties []JUnitProperty `xml:"properties>property"`
	Cases      []JUnitCase     `xml:"testcase"`
	Output     *JUnitOutput    `xml:"system-out"` // nil: none
}

// JUnitOutput is what a suite tells beside its tests, in lines.
type JUnitOutput struct {
	Text string `xml:",cdata"`
}

// JUnitProperty is what a suite says of itself.
type JUnitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// JUnitCase is a test; Failure is nil where it passed.
type JUnitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *JUnitFailure `xml:"failure"`
}

// JUnitFailure is why a test failed.
type JUnitFailure struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// WriteJUnit writes it into a new file, as a whole or not at all.
func WriteJUnit(path string, j *JUnit) error {
	return writeNew(path, func(w io.Writer) error {
		if _, err := io.WriteString(w, xml.Header); err != nil {
			return err
		}
		e := xml.NewEncoder(w)
		e.Indent("", "  ")
		if err := e.Encode(j); err != nil {
			return err
		}
		_, err := io.WriteString(w, "\n")
		return err
	})
}
