package command

import (
	"strings"
	"testing"
	"time"

	"lotse/flows/words"
)

// TestTimesOfThePerson: a log, the backups and the secrets tell times as the
// person's language writes them, where the person is.
func TestTimesOfThePerson(t *testing.T) {
	at := stamp(time.Date(2026, 11, 24, 9, 5, 7, 0, time.Local))
	want := map[string]string{words.English: "2026-11-24 09:05", words.German: "24.11.2026 09:05", words.Finnish: "24.11.2026 09.05"}
	texts := map[string]interface{ lines(*sheet) }{
		"log":     logShape{Events: []eventShape{{At: at}}},
		"backups": backupShape{Backups: []copyShape{{At: at}}},
		"secrets": secretsShape{Secrets: []secretShape{{At: at}}},
	}
	for lang, time := range want {
		for name, text := range texts {
			p := &sheet{lang: lang}
			text.lines(p)
			if got := p.String(); !strings.Contains(got, time) {
				t.Errorf("%s in %s: %q, want %q in it", name, lang, got, time)
			}
		}
	}
}
