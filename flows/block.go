package flows

import (
	"encoding/json"
	"strings"
)

// Block is a text, pasted once, that names several fields of a step and their
// answers, one after another.
type Block struct {
	Parts []Part
	Left  []string // lines that belong to no field, as they came, in their order
}

// Part is what a block says for one field: the text behind the field's name,
// without quotes around it and not yet normalised.
type Part struct {
	Item *Item
	Text string
}

// maxBlock bounds how long a text is looked through, in bytes.
const maxBlock = MaxText

// SplitBlock takes a text apart that names at least two of the fields, by their
// labels, their ids, or words for their types: lines with ":", "=", a tab or "|"
// between name and value, a name above its value, several on a line, a table of
// two rows, or a JSON object. ok is false for any other text.
func SplitBlock(fields []*Item, text string) (b Block, ok bool) {
	if len(text) > maxBlock || len(fields) < 2 {
		return Block{}, false
	}
	s := splitting{names: newNames(fields), taken: map[*Item]bool{}}
	if !s.object(text) && !s.table(text) {
		s.lines(text)
	}
	return s.block, len(s.block.Parts) > 1
}

// splitting is a block in the making.
type splitting struct {
	names names
	taken map[*Item]bool
	block Block
}

// put gives a value to the field of a name; what has no field, no value, or a
// field that has one already is left over.
func (s *splitting) put(it *Item, value, line string) {
	value = bare(value)
	if it == nil || value == "" || s.taken[it] {
		s.leave(line)
		return
	}
	s.taken[it] = true
	s.block.Parts = append(s.block.Parts, Part{it, value})
}

func (s *splitting) leave(line string) {
	if line = strings.TrimSpace(line); line != "" {
		s.block.Left = append(s.block.Left, line)
	}
}

// object reads a JSON object; the fields may stand in objects inside it.
func (s *splitting) object(text string) bool {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "{") || !json.Valid([]byte(text)) {
		return false
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	name, named := "", false
	var nesting []json.Delim
	for {
		token, err := d.Token()
		if err != nil {
			return true // it is valid: this is its end
		}
		inObject := len(nesting) > 0 && nesting[len(nesting)-1] == '{'
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				nesting = append(nesting, t)
			} else {
				nesting = nesting[:len(nesting)-1]
			}
			named = false
		case string:
			if inObject && !named {
				name, named = t, true
				continue
			}
			s.put(s.names.find(name), t, name+": "+t)
			named = false
		case json.Number:
			s.put(s.names.find(name), t.String(), name+": "+t.String())
			named = false
		default:
			named = false
		}
	}
}

// table reads names in one row and their values in the next.
func (s *splitting) table(text string) bool {
	rows := nonEmpty(text)
	if len(rows) != 2 {
		return false
	}
	heads, values := cells(rows[0]), cells(rows[1])
	found := map[*Item]bool{}
	for _, h := range heads {
		if it := s.names.find(h); it != nil {
			found[it] = true
		}
	}
	if len(found) < 2 || len(heads) != len(values) || s.names.find(values[0]) != nil {
		return false
	}
	for i, h := range heads {
		s.put(s.names.find(h), values[i], h+": "+values[i])
	}
	return true
}

// cells are the parts of a row of a table.
func cells(row string) []string {
	separator := "\t"
	if !strings.Contains(row, separator) {
		separator = "|"
	}
	parts := strings.Split(strings.Trim(row, " |"), separator)
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

func nonEmpty(text string) []string {
	var rows []string
	for row := range strings.Lines(text) {
		if row = strings.Trim(row, "\r\n"); strings.TrimSpace(row) != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// lines reads names and values line by line.
func (s *splitting) lines(text string) {
	var above *Item // the field whose name stood alone on the line before
	head := ""
	for _, row := range nonEmpty(text) {
		row = strings.Trim(row, " \t|>-*•")
		it, value := s.names.cut(row)
		switch {
		case it == nil && above != nil:
			s.put(above, row, head)
			above = nil
		case it == nil:
			if above, head = s.names.exact(strings.TrimRight(row, " :=")), row; above == nil {
				s.leave(row)
			}
		case value == "":
			s.leaveName(above, head)
			above, head = it, row
		default:
			s.leaveName(above, head)
			above = nil
			s.pairs(it, value, row)
		}
	}
	s.leaveName(above, head)
}

// leaveName leaves a name over that no value came for.
func (s *splitting) leaveName(it *Item, head string) {
	if it != nil {
		s.leave(head)
	}
}

// pairs takes the value of a field, and the further names behind it on the line.
func (s *splitting) pairs(it *Item, value, row string) {
	for {
		first, next, rest := s.names.inside(value)
		if next == nil {
			s.put(it, value, row)
			return
		}
		s.put(it, first, row)
		it, value = next, rest
	}
}

// bare is a value without what stands around it in code and lists.
func bare(value string) string {
	value = strings.TrimSpace(value)
	if q := strings.TrimRight(value, ",;"); len(q) > 1 && (q[0] == '"' || q[0] == '\'') && q[len(q)-1] == q[0] {
		return strings.TrimSpace(q[1 : len(q)-1])
	}
	return value
}
