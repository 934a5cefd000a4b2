package command

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/flows/words/wordstest"
)

// TestRefusalsInEveryLanguage says every kind of refusal, what is commonly wrong
// with a file, and everything that has a way out: none of it is English.
func TestRefusalsInEveryLanguage(t *testing.T) {
	refused := []error{context.Canceled, &fs.PathError{Op: "open", Path: "a.csv", Err: fs.ErrNotExist}, &fs.PathError{Op: "open", Path: "a.csv", Err: fs.ErrPermission}}
	for kind := range exits {
		refused = append(refused, kind, errors.Join(kind, fs.ErrPermission), flows.Refuse(kind, nil, "cmd.is_not_found", "why", flows.Msg("file.missing", "file", "a.csv")))
	}
	for code := range ways {
		if words.Has(code) {
			m := flows.Msg(code)
			sentence, _ := words.Sentence(words.English, code)
			for _, name := range words.Placeholders(sentence) {
				m = m.With(name, "x-1")
			}
			refused = append(refused, &flows.Refusal{Kind: flows.ErrFailed, Message: m})
		}
	}
	for _, lang := range words.Languages()[1:] {
		english := wordstest.NewEnglish(lang, "--why", "FILE")
		for _, err := range refused {
			var stderr bytes.Buffer
			call := newCall(Program{Getenv: func(string) string { return "" }, Err: &stderr})
			call.flags.db, call.flags.lang, call.err = "my.db", lang, err
			call.end(t.Context())
			if found := english.In(stderr.String()); len(found) > 0 {
				t.Errorf("%s: %v: English: %q in %s", lang, err, found, stderr.String())
			}
		}
	}
}
