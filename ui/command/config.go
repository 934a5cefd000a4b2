package command

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// setting is something that config can change.
type setting struct {
	key   string
	doc   string                  // code of what it is
	takes []string                // the values; nil: any text
	form  func(value string) bool // nil: any text
	// other gives the value where nobody has set one.
	other func(c *call) string
}

// settings are all that there are.
var settings = []setting{
	{key: "name", doc: "cmd.setting_name", form: isName, other: func(c *call) string { return c.User() }},
	{key: "lang", doc: "cmd.setting_lang", form: isLanguage, other: func(*call) string { return "" }},
	{key: "mode", doc: "cmd.setting_mode", takes: []string{string(run.Real), string(run.Rehearsal), string(run.Demo)}, other: func(*call) string { return string(run.Real) }},
	{key: "network", doc: "cmd.setting_network", takes: []string{"on", "off"}, other: func(c *call) string {
		if c.Getenv("LOTSE_NETWORK") == "off" {
			return "off"
		}
		return "on"
	}},
	{key: "ca", doc: "cmd.setting_ca", form: isPath, other: func(*call) string { return "" }},
	{key: face.MouseSetting, doc: "cmd.setting_mouse", takes: []string{"on", "off"}, other: func(*call) string { return "on" }},
	{key: face.NoticeSetting, doc: "cmd.setting_notice", takes: []string{"on", "off"}, other: func(*call) string { return "on" }},
	{key: "signs", doc: "cmd.setting_signs", takes: []string{signsAuto, signsASCII, "unicode"}, other: func(*call) string { return signsAuto }},
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
	return setting{}, notFound("cmd.no_setting", "setting", short(key), "settings", names(settings, func(s setting) string { return s.key }))
}

// check refuses a value that the setting does not take.
func (s setting) check(value string) error {
	switch {
	case value == "":
	case s.takes != nil && !slices.Contains(s.takes, value):
		return usage("cmd.setting_takes", "setting", s.key, "values", strings.Join(s.takes, ", "), "value", short(value))
	case s.form != nil && !s.form(value):
		return usage("cmd.setting_value", "setting", s.key, "value", short(value), "doc", flows.Msg(s.doc))
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
	if demo, err := outside.IsDemo(ctx, a); key == "mode" && (demo || err != nil) {
		return string(run.Demo), err
	}
	value, err := a.Setting(ctx, key)
	if err == nil && value == "" {
		value = s.other(c)
	}
	return value, err
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
	cmd := c.newVerb("config [KEY [VALUE]]", "cmd.short_config", 0, 2, c.config)
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
		shape.Settings = append(shape.Settings, settingShape{Key: s.key, Value: value, Doc: c.text(s.doc)})
	}
	return c.print(shape)
}
