package command

import (
	"context"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
	"lotse/ui/tty"
)

// examineTerminal looks at what the full screen would have.
func (c *call) examineTerminal() doctorLine {
	l := doctorLine{Name: "terminal", State: well}
	locale, name := c.locale("LC_CTYPE"), c.Getenv("TERM")
	if !onTerminal(c.Out) {
		l.State, l.Detail = mind, c.text("cmd.doctor_no_terminal")
		return l
	}
	width, height, err := term.GetSize(c.Out.(descriptor).Fd())
	if err != nil {
		l.State, l.Detail = wrong, c.text("cmd.doctor_size", "why", flows.Reason(err))
		return l
	}
	l.Detail = c.text("cmd.doctor_terminal", "width", width, "height", height, "term", name, "colours", colorprofile.Detect(c.Out, os.Environ()), "locale", locale)
	switch {
	case name == tty.LegacyConsole:
		l.State, l.Advice = mind, c.text("cmd.legacy_console")
	case slices.Contains(noScreen, name):
		l.State, l.Advice = mind, c.text("cmd.doctor_dumb")
	case width <= 0 || height <= 0:
		l.State, l.Advice = mind, c.text("cmd.doctor_no_size")
	case width < 40 || height < 12:
		l.State, l.Advice = mind, c.text("cmd.doctor_small")
	case !c.unicode():
		l.State, l.Advice = mind, c.text("cmd.doctor_ascii")
	}
	return l
}

// examineClipboard looks at how a text comes to the clipboard from here. Nothing
// is copied: a terminal does not say whether it took what it was sent.
func (c *call) examineClipboard() doctorLine {
	l := doctorLine{Name: "clipboard", State: well}
	reach := outside.Reach(c.Tools)
	switch {
	case reach.Program == "":
		l.State, l.Detail, l.Advice = mind, c.text("cmd.doctor_no_clipboard"), c.text("cmd.doctor_clipboard_program")
	case !reach.Readable:
		l.State, l.Detail, l.Advice = mind, c.text("cmd.doctor_clipboard", "program", reach.Program), c.text("cmd.doctor_clipboard_kept", "program", reach.Program)
	default:
		l.Detail = c.text("cmd.doctor_clipboard", "program", reach.Program)
	}
	if len(reach.Through) == 0 {
		return l
	}
	l.Detail += "; " + c.text("cmd.doctor_clipboard_through", "through", strings.Join(reach.Through, ", "))
	if reach.Program == "" && reach.Through[0] == "tmux" {
		l.Advice = c.text("cmd.doctor_clipboard_tmux")
	}
	return l
}

// examineLanguage says which language is spoken, and by whose word.
func (c *call) examineLanguage() doctorLine {
	name, locale := words.LanguageName(c.lang()), c.locale("LC_MESSAGES")
	switch {
	case c.asked() != "" && words.Spoken(c.asked()) == "":
		return doctorLine{Name: "language", State: mind, Detail: c.text("cmd.doctor_language", "name", name), Advice: c.text("cmd.doctor_language_not", "word", flows.Short(c.asked()))}
	case c.asked() != "":
		return doctorLine{Name: "language", State: well, Detail: c.text("cmd.doctor_language_asked", "name", name)}
	case c.own != "":
		return doctorLine{Name: "language", State: well, Detail: c.text("cmd.doctor_language_set", "name", name)}
	case locale != "" && !isUTF8(c.locale("LC_CTYPE")) && words.Spoken(locale) != "" && words.Spoken(locale) != c.lang():
		return doctorLine{Name: "language", State: mind, Detail: c.text("cmd.doctor_language", "name", name), Advice: c.text("cmd.doctor_language_bytes", "locale", flows.Short(c.locale("LC_CTYPE")))}
	case locale == "":
		return doctorLine{Name: "language", State: well, Detail: c.text("cmd.doctor_language_unset", "name", name)}
	}
	return doctorLine{Name: "language", State: well, Detail: c.text("cmd.doctor_language_locale", "name", name, "locale", flows.Short(locale))}
}

// clockSlack is how much earlier than the newest change the clock may be, which
// another machine's clock may have written.
const clockSlack = 2 * time.Minute

// examineClock holds the clock against what the store has seen: no change can
// have been made in the future.
func (c *call) examineClock(ctx context.Context, a run.Archive) doctorLine {
	now := c.Now()
	l := doctorLine{Name: "clock", State: well, Detail: c.text("cmd.doctor_clock", "at", now.Local(), "zone", now.Local().Format("MST -07:00"))}
	if a == nil {
		return l
	}
	page, err := a.Headers(ctx, run.Query{Limit: 1})
	switch {
	case err != nil:
		l.State, l.Advice = wrong, c.why(err)
	case len(page.Runs) > 0 && page.Runs[0].Changed.After(now.Add(clockSlack)):
		l.State, l.Advice = mind, c.text("cmd.doctor_clock_behind", "at", page.Runs[0].Changed.Local())
	}
	return l
}

// examineProxy says by which proxy checks of real runs go; its password is not
// shown.
func (c *call) examineProxy(ctx context.Context) doctorLine {
	l := doctorLine{Name: "network", State: well}
	switch off, err := c.offline(ctx); {
	case err != nil:
		l.State, l.Detail = mind, c.why(err)
		return l
	case off:
		l.State, l.Detail = mind, c.text("cmd.doctor_offline")
		return l
	}
	except := flows.Short(firstOf(c.Getenv, "NO_PROXY"))
	proxy, err := outside.Proxy(c.Getenv)(&url.URL{Scheme: "https", Host: "example.com"})
	switch {
	case err != nil:
		l.State, l.Detail, l.Advice = wrong, c.text("cmd.doctor_proxy_unreadable"), c.text("cmd.doctor_proxy_form")
	case proxy == nil:
		l.Detail = c.text("cmd.doctor_no_proxy")
	case except != "":
		l.Detail = c.text("cmd.doctor_proxy_except", "proxy", flows.Short(proxy.Host), "except", except)
	default:
		l.Detail = c.text("cmd.doctor_proxy", "proxy", flows.Short(proxy.Host))
	}
	return l
}

// firstOf is a variable by its name in upper or else in lower case.
func firstOf(getenv func(string) string, key string) string {
	if v := getenv(key); v != "" {
		return v
	}
	return getenv(strings.ToLower(key))
}

// examineKeychain says whether a keychain answers on this machine.
func (c *call) examineKeychain(ctx context.Context, a run.Archive) doctorLine {
	l := doctorLine{Name: "keychain", State: well}
	state, err := a.Vault().State(ctx)
	switch {
	case err != nil:
		l.State, l.Detail = wrong, c.why(err)
	case state.Keychain:
		l.Detail = c.text("cmd.doctor_has_keychain")
	case state.Place == run.FilePlace:
		l.Detail = c.text("cmd.doctor_no_keychain")
	default:
		l.State, l.Detail, l.Advice = mind, c.text("cmd.doctor_no_keychain"), c.text("cmd.doctor_keychain")
	}
	return l
}
