package sqlite

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// progress is the column of the same name: numbers with blanks between them.
// readProgress reads it, also without the last number, which an older version
// did not count.
func progress(p run.Progress) string {
	b := make([]byte, 0, 24)
	for i, n := range progressFields(&p) {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(*n), 10)
	}
	if p.Warnings != nil {
		b = strconv.AppendInt(append(b, ' '), int64(*p.Warnings), 10)
	}
	return string(b)
}

func readProgress(s string) (run.Progress, error) {
	var p run.Progress
	for _, n := range progressFields(&p) {
		var word string
		word, s, _ = strings.Cut(s, " ")
		if err := count(word, n); err != nil {
			return p, err
		}
	}
	if s == "" {
		return p, nil
	}
	word, _, _ := strings.Cut(s, " ") // what a newer version counts is its own
	p.Warnings = new(int)
	return p, count(word, p.Warnings)
}

func count(word string, n *int) error {
	i, err := strconv.Atoi(word)
	if err != nil {
		return fmt.Errorf("read progress: %w", errors.Join(flows.ErrDamaged, err))
	}
	*n = i
	return nil
}

func progressFields(p *run.Progress) [7]*int {
	return [7]*int{&p.Done, &p.Open, &p.Waiting, &p.Blocked, &p.Stale, &p.Skipped, &p.NotNeeded}
}
