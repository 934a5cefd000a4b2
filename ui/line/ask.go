package line

import (
	"context"
	"errors"
	"io"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// ear hears what a person says to a prompt: a line, a reply, a secret without
// echo. It knows words from answers, and decides nothing about either.
type ear struct {
	*voice
	heard context.Context // ends with the first signal
	in    *reader
}

// instead is a word that was said where something else was asked for: the
// question is let go, and the word is done.
type instead struct{ line string }

// Error says what came; nobody reads it.
func (i *instead) Error() string { return "a word came instead of an answer" }

// partial is what stood in a line that the end of the input cut off. It is no
// answer.
type partial struct{ text string }

// Error is that of errEnd.
func (p *partial) Error() string { return errEnd.Error() }

// Unwrap makes it the end of the input.
func (p *partial) Unwrap() error { return errEnd }

// whole is an error without what the end of the input cut off, for questions
// whose answers are kept nowhere.
func whole(err error) error {
	var cut *partial
	if errors.As(err, &cut) {
		return errEnd
	}
	return err
}

// read prompts and gives the next line, without what cannot be shown. A line
// over the limit is refused and asked for again.
func (k *ear) read(prompt string) (string, error) {
	for {
		k.prompt(prompt)
		text, long, err := k.next(flows.MaxText)
		switch {
		case err != nil:
			return "", err
		case long:
			k.sayf(k.l.TooLong, flows.MaxText>>10)
		default:
			plain, changed := clean(string(text))
			if changed {
				k.say(k.t.Field.ControlRemoved)
			}
			if changed && strings.TrimSpace(plain) == "" {
				continue // an arrow key is no empty line
			}
			return plain, nil
		}
	}
}

// shown reports whether the terminal shows what is typed below the prompt.
func (k *ear) shown() bool { return k.Typed && k.Width != nil }

// next waits for a line of the input as it came.
func (k *ear) next(limit int) (text []byte, long bool, err error) {
	line := k.in.next(k.heard, limit)
	if !k.shown() || !line.ended {
		k.blank() // nothing has shown the end of the line
	}
	switch {
	case line.ended:
		return line.text, line.long || len(line.text) > limit, nil
	case errors.Is(line.err, context.Canceled):
		return nil, false, errLeave
	case len(line.text) > 0 && !line.long:
		return nil, false, &partial{string(line.text)}
	case line.over() || k.Typed: // a terminal that is gone gives other errors
		return nil, false, errEnd
	}
	return nil, false, line.err
}

// reply asks something beside the item that is asked for: a reason, a yes. A
// word ends it, and is done instead.
func (k *ear) reply(prompt string) (string, error) {
	line, err := k.read(prompt)
	if err != nil {
		return "", whole(err)
	}
	text, literal := unquoted(line)
	if _, _, ok := lookUp(text); ok && !literal {
		return "", &instead{line}
	}
	return strings.TrimSpace(text), nil
}

// unquoted takes the mark off an answer that is meant literally, though it looks
// like a word: a backslash before it, or quotes around it, in which \n is a line
// break.
func unquoted(line string) (text string, literal bool) {
	trimmed := strings.TrimSpace(line)
	if rest, ok := strings.CutPrefix(trimmed, `\`); ok {
		return rest, true
	}
	if len(trimmed) >= 2 && strings.HasPrefix(trimmed, `"`) && strings.HasSuffix(trimmed, `"`) {
		return strings.NewReplacer(`\\`, `\`, `\"`, `"`, `\n`, "\n").Replace(trimmed[1 : len(trimmed)-1]), true
	}
	return line, false
}

// hide asks for a secret: on a terminal without echo, else it is the next line.
// A word is possible where words says so.
func (k *ear) hide(prompt string, words bool) (string, error) {
	var typed []byte
	if k.Typed {
		secret, err := k.silently(prompt)
		switch {
		case errors.Is(err, context.Canceled):
			return "", errLeave
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return "", errEnd
		case err != nil:
			return "", err
		}
		typed = secret.Reveal()
	} else {
		k.prompt(prompt)
		text, long, err := k.next(flows.MaxSecret)
		if err != nil {
			return "", err
		}
		if long {
			return "", errLongSecret
		}
		typed = text
	}
	if _, _, ok := lookUp(string(typed)); ok && words {
		return "", &instead{string(typed)}
	}
	return string(typed), nil
}

// silently asks without echo, in lines that are no wider than the screen.
func (k *ear) silently(prompt string) (run.Secret, error) {
	if k.Ask == nil {
		return run.Secret{}, errNoEcho
	}
	lines := k.wrapped(prompt + " >")
	for _, line := range lines[:len(lines)-1] {
		k.say(line)
	}
	return k.Ask(k.heard, lines[len(lines)-1]+" ")
}

var errNoEcho = errors.New("the echo cannot be turned off")

var errLongSecret = errors.New("the secret is too long")

// ends reports whether an error ends the question, and is not about the echo.
func (k *ear) ends(err error) bool {
	var word *instead
	return errors.Is(err, errEnd) || errors.Is(err, errLeave) || errors.As(err, &word) || !k.Typed
}
