package flows

import (
	"strconv"
	"strings"
	tmpl "text/template/parse"
	"unicode/utf8"
)

// maxLetter bounds a letter's text in one language, in bytes.
const maxLetter = 64 << 10

// letter reads the letter that a draft names, in every language that stands
// beside the document, once; nil where there is none.
func (l *loader) letter(template string) *Letter {
	if letter, known := l.letters[template]; known {
		return letter
	}
	var letter *Letter
	for _, file := range l.beside {
		name, lang, ok := letterFile(file)
		if !ok || name != template {
			continue
		}
		if letter == nil {
			letter = &Letter{TemplateSpec: TemplateSpec{Name: name}, texts: map[string]*letterText{}}
			l.needs(fifthFormat)
		}
		if t := l.letterText(file); t != nil {
			letter.texts[lang] = t
		}
	}
	l.letters[template] = letter
	return letter
}

// letterText reads a letter in one language; nil, and a fault, where it cannot be
// used.
func (l *loader) letterText(file string) *letterText {
	begin := FilePlace{file, 1, 1}
	data, err := l.read(file)
	switch {
	case err != nil:
		l.faults = append(l.faults, begin.unread(file, err))
		return nil
	case len(data) > maxLetter:
		l.fault(begin, "lint.letter_size", "size", len(data), "limit", maxLetter)
		return nil
	}
	if fault := notUTF8(file, data); fault != nil {
		l.faults = append(l.faults, *fault)
		return nil
	}
	l.files[file] = data
	t := &letterText{file: file, text: strings.TrimPrefix(strings.ReplaceAll(string(data), "\r\n", "\n"), "\uFEFF")}
	if Clean(t.text) != t.text {
		l.fault(begin, "lint.unclean", "what", Msg("thing.letter"))
		return nil
	}
	subject, rest, _ := strings.Cut(t.text, "\n")
	title, is := strings.CutPrefix(subject, LetterSubject)
	if empty, _, more := strings.Cut(rest, "\n"); !is || strings.TrimSpace(title) == "" || empty != "" || !more {
		l.fault(begin, "lint.letter_subject", "subject", LetterSubject)
		return nil
	}
	return l.parsedLetter(t)
}

// parsedLetter parses a letter's text.
func (l *loader) parsedLetter(t *letterText) *letterText {
	tree := tmpl.New(t.file)
	tree.Mode = tmpl.SkipFuncCheck
	defined := map[string]*tmpl.Tree{}
	if _, err := tree.Parse(t.text, "", "", defined); err != nil {
		l.fault(t.broken(err))
		return nil
	}
	for name := range defined {
		if name != t.file {
			l.fault(FilePlace{t.file, 1, 1}, "lint.letter_part", "part", "define")
			return nil
		}
	}
	t.root = tree.Root
	return t
}

// broken is where a letter cannot be read, and why.
func (t *letterText) broken(err error) (at FilePlace, code, key, part string) {
	_, rest, _ := strings.Cut(err.Error(), t.file+":")
	line, why, _ := strings.Cut(rest, ":")
	row, bad := strconv.Atoi(line)
	lines := strings.Split(t.text, "\n")
	if bad != nil || row < 1 || row > len(lines) {
		row = 1
	}
	text := lines[row-1]
	column := max(strings.Index(text, placeholder), 0)
	at = FilePlace{t.file, row, utf8.RuneCountInString(text[:column]) + 1}
	if strings.Contains(why, "unexpected EOF") {
		return at, "lint.letter_end", "part", Short(text[column:])
	}
	return at, "lint.letter_syntax", "part", Short(text[column:])
}

// place is where a part of a letter's text stands.
func (t *letterText) place(at tmpl.Pos) FilePlace {
	before := t.text[:min(int(at), len(t.text))]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return FilePlace{t.file, strings.Count(before, "\n") + 1, utf8.RuneCountInString(line) + 1}
}
