package report

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"

	"lotse/flows"
	"lotse/flows/run"
)

// Schema is the JSON Schema (2020-12) of what WriteJSON writes.
//
//go:embed schema.json
var Schema string

// jsonVersion is that of the shape.
const jsonVersion = 1

// WriteJSON writes a record as one JSON object, whose shape Schema has. Each
// member, and each step, item, row, letter, file and link, stands on a line of its
// own, and nothing is held in memory but the line: what has changed in two reports
// can be told by their lines.
func WriteJSON(w io.Writer, r *Record) error {
	j := &lines{out: bufio.NewWriterSize(w, 64<<10)}
	j.begin("{")
	j.member("version", jsonVersion)
	j.member("kind", "report")
	j.member("mode", r.Mode)
	j.member("lang", r.Lang)
	j.member("internal", r.Internal)
	j.member("written", stamp(r.Written))
	j.member("sender", r.Sender)
	j.member("lotse", r.Version)
	j.member("run", runOf(r))
	j.member("progress", progressOf(r))
	j.member("achieved", r.Achieved)
	list(j, "open", r.Open, func(p *Point) any { return pointOf(r, p) })
	j.list("steps")
	for i := range r.Steps {
		j.step(&r.Steps[i])
	}
	j.end("]")
	list(j, "letters", r.Letters, func(l *Letter) any { return letterOf(l) })
	list(j, "files", r.Files, func(f *File) any { return fileOf(f) })
	list(j, "rotations", r.Secrets, func(s *Rotation) any { return rotationOf(s) })
	if len(r.Placeless) > 0 {
		list(j, "placeless", r.Placeless, func(p *Placeless) any { return placelessShapeOf(p) })
	}
	list(j, "chain", r.Links, func(l *run.Link) any { return l })
	j.end("}")
	j.put("\n")
	if j.err == nil {
		j.err = j.out.Flush()
	}
	if j.err != nil {
		return fmt.Errorf("write JSON: %w", j.err)
	}
	return nil
}

// step writes a step, its items a line each.
func (j *lines) step(s *Step) {
	j.open(stepOf(s), "items")
	for i := range s.Entries {
		e := &s.Entries[i]
		if e.List == nil {
			j.value(itemOf(e))
			continue
		}
		j.open(listOf(e), "rows")
		for row := range e.List.Rows {
			j.value(rowOf(&row))
		}
		j.end("]}")
	}
	j.end("]}")
}

// list writes a member that is a list.
func list[T any](j *lines, name string, all []T, shape func(*T) any) {
	j.list(name)
	for i := range all {
		j.value(shape(&all[i]))
	}
	j.end("]")
}

// lines writes JSON value by value, each on a line of its own.
type lines struct {
	out   *bufio.Writer
	err   error
	b     bytes.Buffer
	inner []bool // of what is open, the outermost first: something stands in it
}

func (j *lines) put(s string) {
	if j.err == nil {
		_, j.err = j.out.WriteString(s)
	}
}

// begin opens an object or a list.
func (j *lines) begin(bracket string) {
	j.put(bracket)
	j.inner = append(j.inner, false)
}

// end closes what was opened last, on a line of its own.
func (j *lines) end(brackets string) {
	j.put("\n" + brackets)
	j.inner = j.inner[:len(j.inner)-1]
}

// next begins a line in what is open.
func (j *lines) next() {
	last := len(j.inner) - 1
	if j.inner[last] {
		j.put(",")
	}
	j.inner[last] = true
	j.put("\n")
}

// encode is a value in JSON, safe to look at; it holds until the next call.
func (j *lines) encode(v any) []byte {
	j.b.Reset()
	e := json.NewEncoder(&j.b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && j.err == nil {
		j.err = err
	}
	return flows.EscapeUnseen(bytes.TrimSuffix(j.b.Bytes(), []byte("\n")))
}

func (j *lines) member(name string, v any) {
	j.next()
	j.put(`"` + name + `":` + string(j.encode(v)))
}

func (j *lines) list(name string) {
	j.next()
	j.begin(`"` + name + `":[`)
}

func (j *lines) value(v any) {
	j.next()
	j.put(string(j.encode(v)))
}

// open begins an object whose last member is a list; end("]}") closes both.
func (j *lines) open(head any, name string) {
	j.next()
	j.put(string(bytes.TrimSuffix(j.encode(head), []byte("}"))) + `,"` + name + `":[`)
	j.inner = append(j.inner, false)
}
