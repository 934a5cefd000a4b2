package check

import (
	"encoding/json"
	"strconv"
	"strings"

	"lotse/flows"
)

// replyScope answers what a condition reads of an answer: its status, and values of
// its JSON by their paths. What is not there is undecided.
type replyScope struct {
	status int
	json   any  // of a row its entry
	row    bool // paths begin at the entry
}

// at is the value at a path.
func (s *replyScope) at(path string) (any, bool) {
	v := s.json
	if !s.row {
		rest, below := strings.CutPrefix(path, "json.")
		if !below {
			return nil, false
		}
		path = rest
	}
	if path == "" {
		return v, true
	}
	for _, key := range strings.Split(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			next, ok := in[key]
			if !ok {
				return nil, false
			}
			v = next
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i < 0 || i >= len(in) {
				return nil, false
			}
			v = in[i]
		default:
			return nil, false
		}
	}
	return v, true
}

// Field implements flows.Scope.
func (s *replyScope) Field(path string) (flows.Value, bool) {
	if path == "status" && !s.row {
		return float64(s.status), true
	}
	v, ok := s.at(path)
	switch v := v.(type) {
	case string, bool:
		return v, ok
	case json.Number:
		f, err := v.Float64()
		return f, err == nil
	}
	return nil, false
}

// Rows implements flows.Scope.
func (s *replyScope) Rows(path string, yield func(flows.Scope) bool) bool {
	v, _ := s.at(path)
	list, ok := v.([]any)
	if !ok {
		return false
	}
	for _, entry := range list {
		if !yield(&replyScope{status: s.status, json: entry, row: true}) {
			break
		}
	}
	return true
}

// Given implements flows.Scope: null is as if it were not there.
func (s *replyScope) Given(path string) (given, ok bool) {
	v, there := s.at(path)
	return there && v != nil, true
}

// Check implements flows.Scope.
func (*replyScope) Check(string) (string, bool) { return "", false }

// Outcome implements flows.Scope.
func (*replyScope) Outcome(string) (string, bool) { return "", false }

// Done implements flows.Scope.
func (*replyScope) Done(string) (done, ok bool) { return false, false }

// Context implements flows.Scope.
func (*replyScope) Context(string) (string, bool) { return "", false }
