package words

// cmdBuiltEnglish is what is said of the program itself: its version, the licences
// in it, and what a shell and the manual take from it.
func cmdBuiltEnglish() table {
	return table{
		"cmd.short_version":    "Says which version this is, and what it was built from",
		"cmd.long_version":     "Prints one line, for a report of a fault. With --json also the commit, its date, the version of Go, and every library with its version.",
		"cmd.short_licences":   "Prints the licences of the libraries in this program",
		"cmd.long_licences":    "Prints a table of the libraries, then the texts of their licences; with a word only of the libraries that have it in their path.",
		"cmd.no_library":       "No library here has {word} in its path; lotse licences lists them all.",
		"cmd.short_completion": "Prints what a shell needs to complete the commands of Lotse",
		"cmd.long_completion":  "With it the tab key completes commands, flags, runs, steps and procedures. Write it to where your shell looks for it, and open a new shell. The packages bring it with them.",
		"cmd.no_shell":         "Lotse cannot complete for {shell}. It can for: bash, zsh, fish, powershell.",
		"cmd.short_man":        "Prints the manual page",
		"cmd.long_man":         "Prints the help on all commands as one manual page, in the language of --lang. After lotse man > lotse.1, man ./lotse.1 shows it. The packages bring it with them.",
		"cmd.man_name":         "name",
		"cmd.man_synopsis":     "synopsis",
		"cmd.man_description":  "description",
		"cmd.man_status":       "exit status",
		"cmd.man_statuses":     "0: done\n1: failed\n2: used wrongly\n3: not complete\n4: conflict, or locked\n5: not found\n130: interrupted",
	}
}
