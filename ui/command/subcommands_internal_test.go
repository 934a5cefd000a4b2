package command

import "testing"

// TestACommandLineNeedsOneCommand: a command is found by the name that it has itself,
// and is made alone; what tells of commands has all of them.
func TestACommandLineNeedsOneCommand(t *testing.T) {
	all := subcommands()
	made := func(args ...string) []string {
		var names []string
		for _, cmd := range newRoot(newCall(Program{Getenv: func(string) string { return "" }}), args).Commands() {
			names = append(names, cmd.Name())
		}
		return names
	}
	for _, s := range all {
		want := 1
		if s.tellsOfOthers() {
			want = len(all)
		}
		if got := made(s.name, "x"); len(got) != want || want == 1 && got[0] != s.name {
			t.Errorf("%s has %v", s.name, got)
		}
	}
	for _, args := range [][]string{nil, {"help"}, {"--db", "show"}, {"shwo"}, {"__complete", "show"}} {
		if got := made(args...); len(got) != len(all) {
			t.Errorf("%v has %d commands, want %d", args, len(got), len(all))
		}
	}
}
