package command

import (
	"errors"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/pflag"

	"lotse/flows/words"
)

// flagFault refuses a flag that cannot be read: what the library finds, in our
// words. command is the command's name with a space behind it.
func flagFault(err error, command string) error {
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return usage("cmd.flag_unknown", "flag", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()), "command", command)
	case errors.As(err, &valueless):
		return usage("cmd.flag_valueless", "flag", dashed(valueless.GetSpecifiedName(), valueless.GetSpecifiedShortnames()), "command", command)
	case errors.As(err, &invalid):
		return usage("cmd.flag_invalid", "flag", "--"+invalid.GetFlag().Name, "value", short(invalid.GetValue()), "command", command)
	case errors.As(err, &syntax):
		return usage("cmd.flag_syntax", "flag", short(syntax.GetSpecifiedFlag()), "command", command)
	}
	return usage("cmd.flag_fault", "command", command)
}

// dashed is a flag as it was written: by its name, or as one of several letters
// behind a dash.
func dashed(name, letters string) string {
	if letters != "" {
		return "-" + short(name)
	}
	return "--" + short(name)
}

// titles are the headings that the library writes above the parts of help.
var titles = []string{"usage", "examples", "commands", "flags"}

// titled writes help with its headings in a language: each comes in a write of
// its own.
type titled struct {
	io.Writer
	lang string
}

// titledTerminal is titled for a terminal, which is asked for its colours.
type titledTerminal struct {
	term.File
	titled
}

// Write implements io.Writer.
func (t titledTerminal) Write(p []byte) (int, error) { return t.titled.Write(p) }

// inLanguage is the writer to which the library writes help.
func (c *call) inLanguage() io.Writer {
	t := titled{c.out, c.lang()}
	if f, ok := c.Out.(term.File); ok {
		return titledTerminal{f, t}
	}
	return t
}

// Write implements io.Writer.
func (t titled) Write(p []byte) (int, error) {
	line := string(p)
	heading := strings.TrimSpace(ansi.Strip(line))
	for _, title := range titles {
		if heading == strings.ToUpper(title) {
			own, _ := words.Sentence(t.lang, "cmd.title_"+title)
			if _, err := io.WriteString(t.Writer, strings.Replace(line, heading, strings.ToUpper(own), 1)); err != nil {
				return 0, err
			}
			return len(p), nil
		}
	}
	return t.Writer.Write(p)
}
