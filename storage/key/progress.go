package key

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// EncodeProgress gives progress as it is kept: numbers with blanks between them.
func EncodeProgress(p run.Progress) string {
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

// DecodeProgress reads what EncodeProgress gave, also without the last number, which
// an older version did not count; flows.ErrDamaged.
func DecodeProgress(s string) (run.Progress, error) {
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

// EncodeNews gives the news of a run as they are kept: a message in JSON; "" for none.
func EncodeNews(m flows.Message) (string, error) {
	if m.IsZero() {
		return "", nil
	}
	b, err := json.Marshal(m)
	if err != nil {
		return "", fmt.Errorf("write news: %w", err)
	}
	return string(b), nil
}

// DecodeNews reads what EncodeNews gave; flows.ErrDamaged.
func DecodeNews(s string) (m flows.Message, err error) {
	if s == "" {
		return m, nil
	}
	if err := json.Unmarshal([]byte(s), &m); err != nil {
		return m, fmt.Errorf("read news: %w", errors.Join(flows.ErrDamaged, err))
	}
	return m, nil
}
