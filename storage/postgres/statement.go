package postgres

import "strconv"

// statement is a statement with what stands in the place of its parameters.
type statement struct {
	text string
	args []any
}

// arg takes a parameter and gives what stands for it in the text.
func (s *statement) arg(v any) string {
	s.args = append(s.args, v)
	return "$" + strconv.Itoa(len(s.args))
}
