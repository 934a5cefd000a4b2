package command

import (
	"context"
	"strings"
)

// desk opens the full screen, at a run or at the overview.
func (c *call) desk(ctx context.Context, id string) error {
	a, err := c.open(ctx)
	if err != nil {
		return err
	}
	env, err := c.env(ctx)
	if err != nil {
		return err
	}
	lang, err := c.language(ctx)
	if err != nil {
		return err
	}
	mouse, err := c.setting(ctx, "mouse")
	if err != nil {
		return err
	}
	// From here the screen asks: a prompt of the vault's would be written across
	// it, and take its keys.
	c.flags.noInput = true
	code, err := c.Desk(ctx, Screen{
		Archive: a, Library: c.Library, Load: c.load, Env: env, Flags: c.repeated(), Run: id, Lang: lang,
		Plain: c.flags.plain, NoColor: c.flags.noColor || c.Getenv("NO_COLOR") != "", Mouse: mouse == "on",
		In: c.In, Out: c.Out,
	})
	if err != nil {
		return err
	}
	if code != exitDone {
		return status(code)
	}
	return nil
}

// repeated are the flags that a command needs to come to the same database.
func (c *call) repeated() string {
	if c.flags.db == "" {
		return ""
	}
	return "--db " + quoted(c.flags.db)
}

// quoted is an argument as a shell takes it.
func quoted(arg string) string {
	if arg != "" && !strings.ContainsFunc(arg, func(r rune) bool { return !strings.ContainsRune(plainSigns, r) }) {
		return arg
	}
	return "'" + strings.ReplaceAll(arg, "'", `'\''`) + "'"
}

// plainSigns need no quotes.
const plainSigns = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./_-+:,@"
