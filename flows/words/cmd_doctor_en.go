package words

// cmdDoctorEnglish is what doctor says of the machine.
func cmdDoctorEnglish() table {
	return table{
		"cmd.flag_doctor_verbose":      "Say in full what is well, too",
		"cmd.doctor_well":              "Nothing is wrong.",
		"cmd.doctor_mind":              "{n} {n:thing|things} to look at, marked [!].",
		"cmd.doctor_wrong":             "{n} {n:fault|faults}, marked [✗]; {more} more to look at.",
		"cmd.doctor_name_clipboard":    "clipboard",
		"cmd.doctor_name_language":     "language",
		"cmd.doctor_name_clock":        "clock",
		"cmd.doctor_name_network":      "network",
		"cmd.doctor_name_keychain":     "keychain",
		"cmd.doctor_clipboard":         "{program}",
		"cmd.doctor_no_clipboard":      "no program for it; Lotse asks the terminal (OSC 52), which does not say whether it copied",
		"cmd.doctor_clipboard_program": "Install wl-clipboard (Wayland) or xclip (X11). Over SSH the terminal is the only way.",
		"cmd.doctor_clipboard_kept":    "What {program} holds cannot be read back: a secret that is copied stays there until something else is.",
		"cmd.doctor_clipboard_through": "by way of {through}",
		"cmd.doctor_clipboard_tmux":    "tmux passes a copy on if its configuration says: set -g set-clipboard on",
		"cmd.doctor_language":          "{name}",
		"cmd.doctor_language_asked":    "{name}, by --lang or LOTSE_LANG",
		"cmd.doctor_language_set":      "{name}, by lotse config lang",
		"cmd.doctor_language_locale":   "{name}, by the locale \"{locale}\"; lotse config lang changes it",
		"cmd.doctor_language_unset":    "{name}: no locale is set; lotse config lang changes it",
		"cmd.doctor_language_not":      "\"{word}\" is no language that Lotse speaks: choose en, de or fi.",
		"cmd.doctor_language_bytes":    "The locale \"{locale}\" is not UTF-8, so that only English is sure to be readable: set LANG to one with UTF-8, or type lotse config lang.",
		"cmd.doctor_clock":             "{at}, time zone {zone}",
		"cmd.doctor_clock_behind":      "A run was changed at {at}, which is later than now: set the clock. The dates of waits and of the log come from it.",
		"cmd.doctor_offline":           "off: checks of real runs ask nothing; lotse config network on, or LOTSE_NETWORK, changes that",
		"cmd.doctor_no_proxy":          "no proxy is set; HTTPS_PROXY names one",
		"cmd.doctor_proxy":             "by the proxy {proxy}",
		"cmd.doctor_proxy_except":      "by the proxy {proxy}; not for {except}",
		"cmd.doctor_proxy_unreadable":  "HTTPS_PROXY is no address of a proxy",
		"cmd.doctor_proxy_form":        "Write it as http://proxy.example:8080.",
		"cmd.doctor_has_keychain":      "one answers",
		"cmd.doctor_no_keychain":       "none answers on this machine",
	}
}
