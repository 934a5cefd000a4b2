package command

import (
	"cmp"
	"context"
	"strings"

	"lotse/flows/words"
)

// asked is the language that the call asks for, as it was written; "" where it
// asks for none.
func (c *call) asked() string { return cmp.Or(c.flags.lang, c.tongue, c.Getenv("LOTSE_LANG")) }

// lang is the language in which the person is spoken to: the one that was asked
// for, the setting, once the store is open, else the locale's. What Lotse does not
// speak is English.
func (c *call) lang() string {
	return cmp.Or(words.Spoken(cmp.Or(c.asked(), c.own)), c.localeLanguage(), words.English)
}

// language is the language of the interface and of new runs, which may be one
// that a procedure has and Lotse does not speak. It opens the store for the
// setting.
func (c *call) language(ctx context.Context) (string, error) {
	if lang := c.asked(); lang != "" {
		return cmp.Or(words.Spoken(lang), lang), nil
	}
	lang, err := c.setting(ctx, "lang")
	return cmp.Or(words.Spoken(lang), lang, c.localeLanguage(), words.English), err
}

// spoken is lang, for what needs no store: the setting counts where there is one.
func (c *call) spoken(ctx context.Context) string {
	if c.asked() == "" {
		c.own = c.gently(ctx, "lang")
	}
	return c.lang()
}

// localeLanguage is the language of the locale; "" where it is none that Lotse
// speaks, or where the locale's characters are not those of UTF-8: what is
// written there in another language than English could not be read.
func (c *call) localeLanguage() string {
	if !isUTF8(c.locale("LC_CTYPE")) {
		return ""
	}
	return words.Spoken(c.locale("LC_MESSAGES"))
}

// locale is the locale of a category, LC_CTYPE for characters; "" where none is
// set.
func (c *call) locale(category string) string {
	for _, name := range []string{"LC_ALL", category, "LANG"} {
		if locale := c.Getenv(name); locale != "" {
			return locale
		}
	}
	return ""
}

// isUTF8 reports whether a locale names UTF-8 as its characters.
func isUTF8(locale string) bool {
	return strings.Contains(strings.ToLower(strings.ReplaceAll(locale, "-", "")), "utf8")
}
