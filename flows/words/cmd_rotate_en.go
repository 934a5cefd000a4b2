package words

// cmdRotateEnglish says what the command secret rotate needs and tells.
func cmdRotateEnglish() table {
	return table{
		"cmd.short_secret_rotate": "Replaces a secret: the old one is kept until the new one is confirmed",
		"cmd.long_secret_rotate":  "Replaces a secret where the procedure offers it. First say who uses it, then give the new value, then confirm it where it works. The old value stays sealed until everybody has the new one; then it is destroyed. Checks test the new one meanwhile. Without a flag it asks for what comes next.",
		"cmd.flag_used_by":        "a system or person (TEXT) that uses the secret; more than once for more of them",
		"cmd.flag_new_secret":     "the new secret comes on stdin",
		"cmd.flag_confirm":        "the new secret works in every system, or in those of --in",
		"cmd.flag_confirm_in":     "of --confirm: one that has the new secret (TEXT); more than once for more of them",
		"cmd.flag_give_up":        "gives the rotation up: the old secret stays, the new one is destroyed",
		"cmd.rotate_one":          "Say one of these: --used-by with or without --secret-stdin, --secret-stdin, --confirm, --give-up.",
		"cmd.rotate_in":           "--in goes with --confirm.",
		"cmd.rotate_why":          "--why goes with --give-up.",
		"cmd.rotate_again":        "Give another new secret with --secret-stdin.",
		"cmd.rotate_nobody":       "{word} is none of these: {users}.",
		"cmd.rotate_new":          "The rotation is open. Change the secret where it is made, then give the new one with --secret-stdin.",
		"cmd.rotated":             "The new secret is confirmed everywhere. The old one is destroyed.",
		"cmd.way_rotate":          "Begin one with lotse secret rotate RUN {item} --used-by NAME.",
		"cmd.way_rotate_new":      "It comes from a pipe or a terminal: lotse secret rotate RUN {item} --secret-stdin.",
		"cmd.way_rotate_end":      "That is lotse secret rotate RUN {item}, with --confirm or --give-up.",
	}
}
