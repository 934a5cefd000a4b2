package words

// cmdSecretEnglish is what the commands say that give a kept secret back.
func cmdSecretEnglish() table {
	return table{
		"cmd.short_secret_copy":   "Copies a secret to the clipboard, and clears it after 45 seconds",
		"cmd.short_secret_reveal": "Shows a secret for 10 seconds, or writes it to a pipe",
		"cmd.secret_waits":        "It is cleared in {n} {n:second|seconds}; ctrl+c clears it now.",
		"cmd.secret_say_yes":      "Nobody can be asked here: --yes copies or shows it all the same.",
	}
}
