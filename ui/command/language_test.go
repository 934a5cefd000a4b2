package command

import "testing"

// TestLanguageOfThePerson: what is asked for goes before the setting, the setting
// before the locale; English stands in for what Lotse does not speak, and where
// the terminal could not show another one.
func TestLanguageOfThePerson(t *testing.T) {
	type env = map[string]string
	for _, c := range []struct {
		name, flag, own string
		env             env
		want            string
	}{
		{name: "nothing", want: "en"},
		{name: "the locale", env: env{"LANG": "de_DE.UTF-8"}, want: "de"},
		{name: "its messages before LANG", env: env{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fi_FI.UTF-8"}, want: "fi"},
		{name: "LC_ALL before all", env: env{"LC_ALL": "en_GB.utf8", "LC_MESSAGES": "fi_FI.UTF-8", "LANG": "de_DE.UTF-8"}, want: "en"},
		{name: "a locale's variant", env: env{"LANG": "de_AT.UTF-8@euro"}, want: "de"},
		{name: "C", env: env{"LANG": "C"}, want: "en"},
		{name: "C with UTF-8", env: env{"LANG": "C.UTF-8"}, want: "en"},
		{name: "Latin-1", env: env{"LANG": "de_DE.ISO-8859-1"}, want: "en"},
		{name: "no characters named", env: env{"LANG": "de_DE"}, want: "en"},
		{name: "Latin-9 characters for a German", env: env{"LANG": "de_DE.UTF-8", "LC_CTYPE": "de_DE.ISO-8859-15"}, want: "en"},
		{name: "asked for in Latin-1", flag: "de", env: env{"LANG": "de_DE.ISO-8859-1"}, want: "de"},
		{name: "a locale that is not spoken", env: env{"LANG": "sv_SE.UTF-8"}, want: "en"},
		{name: "junk", env: env{"LANG": "…/../de.UTF-8"}, want: "en"},
		{name: "the setting before the locale", own: "fi", env: env{"LANG": "de_DE.UTF-8"}, want: "fi"},
		{name: "the environment before the setting", own: "fi", env: env{"LOTSE_LANG": "de", "LANG": "en_GB.UTF-8"}, want: "de"},
		{name: "the flag before all", flag: "en", own: "fi", env: env{"LOTSE_LANG": "de", "LANG": "fi_FI.UTF-8"}, want: "en"},
		{name: "a tag of a country", flag: "de-CH", want: "de"},
		{name: "asked for what is not spoken", flag: "sv", env: env{"LANG": "de_DE.UTF-8"}, want: "de"},
	} {
		call := newCall(Program{Getenv: func(key string) string { return c.env[key] }})
		call.flags.lang, call.own = c.flag, c.own
		if got := call.lang(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
