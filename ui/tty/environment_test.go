package tty

import "testing"

// TestTheConsoleOfWindows: the window says by its variables what it is, and the
// desktop's language is a locale.
func TestTheConsoleOfWindows(t *testing.T) {
	for name, want := range map[string]string{"": "conhost", "WT_SESSION": "xterm-256color", "TERM_PROGRAM": "xterm-256color", "SESSIONNAME": "conhost"} {
		got := consoleType(func(asked string) string {
			if asked == name {
				return "set"
			}
			return ""
		}, true)
		if got != want {
			t.Errorf("with %q: %q, want %q", name, got, want)
		}
	}
	if got := consoleType(func(string) string { return "set" }, false); got != LegacyConsole {
		t.Errorf("one that interprets nothing is %q", got)
	}
	if got := localeOf("de-AT"); got != "de_AT.UTF-8" {
		t.Error(got)
	}
}

// TestWhatIsSetCounts: the system is asked only for what the environment leaves open.
func TestWhatIsSetCounts(t *testing.T) {
	t.Setenv("TERM", "dumb")
	t.Setenv("LANG", "fi_FI.UTF-8")
	if got := Getenv("TERM") + " " + Getenv("LANG"); got != "dumb fi_FI.UTF-8" {
		t.Error(got)
	}
}
