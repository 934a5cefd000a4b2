package words

// cmdWordEnglish are the words that stand for codes in what commands print, the
// headings of help, and what is wrong with a flag.
func cmdWordEnglish() table {
	return table{
		"cmd.level_must": "must",
		"cmd.level_warn": "warn",
		"cmd.level_tell": "tell",

		"cmd.sure_none":    "none",
		"cmd.sure_guess":   "guess",
		"cmd.sure_likely":  "likely",
		"cmd.sure_certain": "certain",
		"cmd.sure_chosen":  "chosen",

		"cmd.doctor_name_database":   "database",
		"cmd.doctor_name_storage":    "storage",
		"cmd.doctor_name_backups":    "backups",
		"cmd.doctor_name_secrets":    "secrets",
		"cmd.doctor_name_terminal":   "terminal",
		"cmd.doctor_name_procedures": "procedures",

		"cmd.flag_unknown":   "There is no flag {flag}. See lotse {command}--help.",
		"cmd.flag_valueless": "{flag} needs a value. See lotse {command}--help.",
		"cmd.flag_invalid":   "“{value}” is not a value for {flag}. See lotse {command}--help.",
		"cmd.flag_syntax":    "{flag} is not a flag: write --NAME or --NAME=VALUE. See lotse {command}--help.",
		"cmd.flag_fault":     "This call cannot be understood. See lotse {command}--help.",

		"cmd.no_reason": "nothing more is known",

		"cmd.flag_help":    "help on this command",
		"cmd.flag_version": "the version of Lotse",

		"cmd.title_usage":    "usage",
		"cmd.title_examples": "examples",
		"cmd.title_commands": "commands",
		"cmd.title_flags":    "flags",
	}
}
