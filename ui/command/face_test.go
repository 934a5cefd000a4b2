package command

import "testing"

// TestUnicode asks the locale whether a terminal shows more than ASCII.
func TestUnicode(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{
		{nil, false},
		{map[string]string{"LANG": "de_DE.UTF-8"}, true},
		{map[string]string{"LANG": "C.utf8"}, true},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, false},
		{map[string]string{"LANG": "C", "LC_CTYPE": "fi_FI.UTF-8"}, true},
		{map[string]string{"LANG": "de_DE.ISO-8859-1"}, false},
		{map[string]string{"LANG": "de_DE.UTF-8", "TERM": "linux"}, false},
		{map[string]string{"LANG": "de_DE.UTF-8", "TERM": "conhost"}, false},
	} {
		call := newCall(Program{Getenv: func(key string) string { return c.env[key] }})
		if got := call.unicode(); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
}
