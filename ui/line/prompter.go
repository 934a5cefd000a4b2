package line

import (
	"context"
	"errors"
	"io"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// prompter reads what a person enters at a prompt: a line, a reply, a secret
// without echo. It can tell a word of line mode from an answer, and carries
// out neither.
type prompter struct {
	*printer
	heard context.Context // ends with the first signal
	in    *reader
}

// wordError is returned when a word of line mode was entered instead of a
// reply: the question is dropped, and the word is run.
type wordError struct{ line string }

// Error is for developers.
func (i *wordError) Error() string { return "a word came instead of an answer" }

// partialInput is a line that the end of the input cut off. It is no answer.
type partialInput struct{ text string }

// Error is that of errEnd.
func (p *partialInput) Error() string { return errEnd.Error() }

// Unwrap gives errEnd: the input has ended.
func (p *partialInput) Unwrap() error { return errEnd }

// withoutPartial is an error without the cut-off line, for questions whose
// answers are not kept.
func withoutPartial(err error) error {
	var cut *partialInput
	if errors.As(err, &cut) {
		return errEnd
	}
	return err
}

// read prompts and returns the next line, without characters that cannot be
// shown. A line over the limit is refused and asked for again.
func (k *prompter) read(prompt string) (string, error) {
	for {
		k.prompt(prompt)
		k.ready()
		text, long, err := k.next(flows.MaxText)
		switch {
		case err != nil:
			return "", err
		case long:
			k.sayf(k.l.TooLong, flows.MaxText>>10)
		default:
			plain, changed := cleanLine(string(text))
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

// ready tells whoever waits for it that the first prompt stands.
func (k *prompter) ready() {
	if ready := k.Ready; ready != nil {
		k.Ready = nil
		ready()
	}
}

// isEchoed reports whether the terminal shows the typed line.
func (k *prompter) isEchoed() bool { return k.Typed && k.Width != nil }

// next waits for an unchanged line of the input.
func (k *prompter) next(limit int) (text []byte, long bool, err error) {
	line := k.in.next(k.heard, limit)
	if !k.isEchoed() || !line.ended {
		k.emptyLine() // nothing has shown the end of the line
	}
	switch {
	case line.ended:
		return line.text, line.tooLong || len(line.text) > limit, nil
	case errors.Is(line.err, context.Canceled):
		return nil, false, errLeave
	case len(line.text) > 0 && !line.tooLong:
		return nil, false, &partialInput{string(line.text)}
	case line.atEOF() || k.Typed: // a terminal that is gone gives other errors
		return nil, false, errEnd
	}
	return nil, false, line.err
}

// reply asks a question beside the current one: a reason, a yes. A word of
// line mode ends it with a wordError.
func (k *prompter) reply(prompt string) (string, error) {
	line, err := k.read(prompt)
	if err != nil {
		return "", withoutPartial(err)
	}
	text, literal := unquoted(line)
	if _, _, ok := lookUp(text); ok && !literal {
		return "", &wordError{line}
	}
	return strings.TrimSpace(text), nil
}

// unquoted takes the quoting off an answer that looks like a word and is meant
// literally: a backslash before it, or quotes around it, in which \n is a line
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

// askSecret asks for a secret: on a terminal without echo, else it is the next
// line. words says whether a word of line mode is possible.
func (k *prompter) askSecret(prompt string, words bool) (string, error) {
	var typed []byte
	if k.Typed {
		secret, err := k.readWithoutEcho(prompt)
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
		return "", &wordError{string(typed)}
	}
	return string(typed), nil
}

// readWithoutEcho prompts in lines no wider than the screen, and reads without
// echo.
func (k *prompter) readWithoutEcho(prompt string) (run.Secret, error) {
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

// isFinal reports whether an error ends the question, and is not about the
// echo.
func (k *prompter) isFinal(err error) bool {
	var word *wordError
	return errors.Is(err, errEnd) || errors.Is(err, errLeave) || errors.As(err, &word) || !k.Typed
}
