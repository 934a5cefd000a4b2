package words

// cmdCompareEnglish says what compare says of what it was asked, and of its files.
func cmdCompareEnglish() table {
	return table{
		"cmd.which_file":      "Which file? --{side} FILE.",
		"cmd.which_register":  "Which register? --register customers, suppliers or products, not \"{register}\".",
		"cmd.system_name":     "A system needs a name: --left-system NAME, --right-system NAME.",
		"cmd.same_system":     "Both sides are of {system}: name them apart with --left-system and --right-system.",
		"cmd.no_direction":    "--direction is netvisor_to_rackbeat, rackbeat_to_netvisor or none, not \"{direction}\".",
		"cmd.other_direction": "--direction {direction} is about Netvisor and Rackbeat; the sides are {left} and {right}.",

		"cmd.side_map_takes":    "--map takes SIDE.FIELD=HEADER, not \"{value}\"; sides are left and right, fields of {register} are {fields}.",
		"cmd.side_header_takes": "--header takes the row of the header, [SIDE=]ROW, not \"{value}\".",
		"cmd.flag_twice":        "--{flag} {value} is given twice.",
		"cmd.way_map":           "Write: --map {side}.FIELD=HEADER.",
		"cmd.way_encoding":      "Name it with --encoding {side}=NAME.",
		"cmd.way_sheet":         "Choose another sheet with --{side}-sheet NAME.",

		"cmd.with_live":    "--secret-stdin, --ca and --allow-loopback go with --right-live.",
		"cmd.live_or_file": "The right side is read from a file or from Rackbeat: --right or --right-live, not both.",
		"cmd.live_system":  "--right-live reads Rackbeat; --right-system says {system}.",
		"cmd.live_key":     "The key is read from stdin: --right-live URL --secret-stdin.",

		"cmd.out_ending":     "--out {file}: the name has to end in one of {formats}.",
		"cmd.out_exists":     "{file} exists already: choose another name, or use --force.",
		"cmd.not_written_to": "{file} cannot be written to: choose another name.",
		"cmd.is_register":    "{file} is one of the registers: choose another name.",

		"cmd.reading":     "Reading {parts}",
		"cmd.comparing":   "Comparing {n} %",
		"cmd.more_notes":  "{side}: and {n} more (--json)",
		"cmd.note_side":   "{side}: {text}",
		"cmd.note_row":    "{side}, row {row}: {text}",
		"cmd.note_column": "{side}, {column}: {text}",
		"cmd.note_cell":   "{side}, row {row}, {column}: {text}",
	}
}
