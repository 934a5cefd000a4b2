package command

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"lotse/flows/run"
	"lotse/ui/face"
)

// setting is something that config can change.
type setting struct {
	key   string
	doc   string
	takes []string                // the values; nil: any text
	form  func(value string) bool // nil: any text
	// other gives the value where nobody has set one.
	other func(c *call) string
}

// settings are all that there are.
var settings = []setting{
	{key: "name", doc: "Your name, as it stands in the log of a run.", form: isName, other: func(c *call) string { return c.User() }},
	{key: "lang", doc: "The language of the interface and of new runs, such as en, de or fi.", form: isLanguage, other: func(*call) string { return "" }},
	{key: "mode", doc: "The mode of a new run: real, rehearsal or demo.", takes: []string{string(run.Real), string(run.Rehearsal), string(run.Demo)}, other: func(*call) string { return string(run.Real) }},
	{key: "network", doc: "Whether the checks of real runs ask the network: on or off.", takes: []string{"on", "off"}, other: func(c *call) string {
		if c.Getenv("LOTSE_NETWORK") == "off" {
			return "off"
		}
		return "on"
	}},
	{key: "ca", doc: "A FILE of certificates (PEM) that checks trust beside the system's, such as a company proxy's.", form: isPath, other: func(*call) string { return "" }},
	{key: "mouse", doc: "The mouse in the full screen: on or off.", takes: []string{"on", "off"}, other: func(*call) string { return "off" }},
	{key: "signs", doc: "The signs in the full screen: auto, ascii or unicode.", takes: []string{signsAuto, signsASCII, "unicode"}, other: func(*call) string { return signsAuto }},
}

// The signs that are not always Unicode's: auto looks at the terminal.
const (
	signsAuto  = "auto"
	signsASCII = "ascii"
)

// isName reports whether a text can be a person's name. A regular expression
// that counts to 200 over all of Unicode would take 7 MB at every start.
func isName(value string) bool {
	return utf8.RuneCountInString(value) <= 200 && !strings.ContainsFunc(value, func(r rune) bool { return unicode.Is(unicode.C, r) })
}

// isPath reports whether a text can be the path of a file.
func isPath(value string) bool {
	return len(value) <= 4096 && !strings.ContainsFunc(value, unicode.IsControl)
}

// isLanguage reports whether a text can be the tag of a language.
func isLanguage(value string) bool {
	_, err := language.Parse(value)
	return err == nil
}

// settingOf finds a setting; an unknown one names what there is.
func settingOf(key string) (setting, error) {
	for _, s := range settings {
		if s.key == key {
			return s, nil
		}
	}
	return setting{}, notFoundf("There is no setting %q; there are: %s.", short(key), names(settings, func(s setting) string { return s.key }))
}

// check refuses a value that the setting does not take.
func (s setting) check(value string) error {
	switch {
	case value == "":
	case s.takes != nil && !slices.Contains(s.takes, value):
		return usagef("%s takes %s, not %q.", s.key, strings.Join(s.takes, ", "), short(value))
	case s.form != nil && !s.form(value):
		return usagef("%q is not a value for %s. %s", short(value), s.key, s.doc)
	}
	return nil
}

// setting gives the value of a setting, or what stands for it.
func (c *call) setting(ctx context.Context, key string) (string, error) {
	s, err := settingOf(key)
	if err != nil {
		return "", err
	}
	a, err := c.open(ctx)
	if err != nil {
		return "", err
	}
	if demo, err := face.IsDemo(ctx, a); key == "mode" && (demo || err != nil) {
		return string(run.Demo), err
	}
	value, err := a.Setting(ctx, key)
	if err == nil && value == "" {
		value = s.other(c)
	}
	return value, err
}

// language is the language of the interface: the flag, the setting, or "".
func (c *call) language(ctx context.Context) (string, error) {
	if c.flags.lang != "" {
		return c.flags.lang, nil
	}
	return c.setting(ctx, "lang")
}

// configShape is what config prints.
type configShape struct {
	Version  int            `json:"version"`
	Settings []settingShape `json:"settings"`
}

type settingShape struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	Doc   string `json:"doc"`
}

func (s configShape) lines(p *sheet) {
	for _, one := range s.Settings {
		p.row(one.Key, one.Value, one.Doc)
	}
}

func newConfig(c *call) *cobra.Command {
	cmd := c.newVerb("config [KEY [VALUE]]", "Shows or changes a setting; an empty VALUE removes it", 0, 2, c.config)
	cmd.Example = "lotse config name \"Erika Muster\"\nlotse config lang de"
	return cmd
}

// config shows or changes settings.
func (c *call) config(ctx context.Context, args []string) error {
	some := settings
	if len(args) > 0 {
		s, err := settingOf(args[0])
		if err != nil {
			return err
		}
		some = []setting{s}
	}
	if len(args) == 2 {
		if err := some[0].check(args[1]); err != nil {
			return err
		}
		a, err := c.open(ctx)
		if err != nil {
			return err
		}
		if err := a.SetSetting(ctx, args[0], args[1]); err != nil {
			return err
		}
	}
	shape := configShape{Version: 1, Settings: []settingShape{}}
	for _, s := range some {
		value, err := c.setting(ctx, s.key)
		if err != nil {
			return err
		}
		shape.Settings = append(shape.Settings, settingShape{Key: s.key, Value: value, Doc: s.doc})
	}
	return c.print(shape)
}
