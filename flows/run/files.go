package run

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"lotse/flows"
)

// Files are the SHA-256 sums of the kept files that the event names, sorted.
// Whoever keeps files keeps each as long as an event names it. A sum may also
// name something that is not kept as a file: the content of the event itself,
// the file that rows were read from, the text of a letter. The answers that a
// check used are named by the events that set them.
//
// An answer is taken as a file by its form alone, so a text that has the form
// of a file field's answer counts as one.
func (e *Event) Files() []string {
	if !bytes.Contains(e.Data, []byte("sha256")) {
		return nil
	}
	p, err := e.Payload()
	if err != nil {
		return nil
	}
	var sums []string
	switch p := p.(type) {
	case *Answered:
		sums = withAnswer(nil, p.Value)
	case *CellSet:
		sums = withAnswer(nil, p.Value)
	case *RowsReplaced:
		sums = filesOfRows(e.Content)
	case *Ticked:
		sums = fileOf(p.Evidence)
	case *Attached:
		sums = fileOf(&p.File)
	case *Forked:
		sums = fileOf(p.File)
	case *Checked:
		sums = fileOf(p.Result.Report)
	}
	slices.Sort(sums)
	return slices.Compact(sums)
}

// fileOf is the sum of a file, if it has one.
func fileOf(f *File) []string {
	if f == nil || len(f.Sum) != 64 || strings.Trim(f.Sum, "0123456789abcdef") != "" {
		return nil
	}
	return []string{f.Sum}
}

// withAnswer adds the sum of the file that an answer names.
func withAnswer(sums []string, v flows.Value) []string {
	text, _ := v.(string)
	if sum, _, ok := flows.KeptFile(text); ok {
		return append(sums, sum)
	}
	return sums
}

func filesOfRows(content []byte) (sums []string) {
	var rows []map[string]cellContent
	if !bytes.Contains(content, []byte("sha256:")) || json.Unmarshal(content, &rows) != nil {
		return nil
	}
	for _, row := range rows {
		for _, c := range row {
			sums = withAnswer(sums, c.Value)
		}
	}
	return sums
}
