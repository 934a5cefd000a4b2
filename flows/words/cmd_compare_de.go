package words

// cmdCompareGerman is cmdCompareEnglish in German.
func cmdCompareGerman() table {
	return table{
		"cmd.which_file":      "Welche Datei? --{side} DATEI.",
		"cmd.which_register":  "Welche Stammdaten? --register customers, suppliers oder products, nicht „{register}“.",
		"cmd.system_name":     "Ein System braucht einen Namen: --left-system NAME, --right-system NAME.",
		"cmd.same_system":     "Beide Seiten sind aus {system}: Unterscheiden Sie sie mit --left-system und --right-system.",
		"cmd.no_direction":    "--direction ist netvisor_to_rackbeat, rackbeat_to_netvisor oder none, nicht „{direction}“.",
		"cmd.other_direction": "Bei --direction {direction} geht es um Netvisor und Rackbeat; die Seiten sind {left} und {right}.",

		"cmd.side_map_takes":    "--map nimmt SEITE.FELD=KOPF, nicht „{value}“; Seiten sind left und right, Felder sind hier ({register}) {fields}.",
		"cmd.side_header_takes": "--header nimmt die Zeile der Kopfzeile, [SEITE=]ZEILE, nicht „{value}“.",
		"cmd.flag_twice":        "--{flag} {value} steht zweimal da.",
		"cmd.way_map":           "So schreiben: --map {side}.FELD=KOPF.",
		"cmd.way_encoding":      "So angeben: --encoding {side}=NAME.",
		"cmd.way_sheet":         "Ein anderes Blatt: --{side}-sheet NAME.",

		"cmd.with_live":    "--secret-stdin, --ca und --allow-loopback gehören zu --right-live.",
		"cmd.live_or_file": "Die rechte Seite kommt aus einer Datei oder aus Rackbeat: --right oder --right-live, nicht beides.",
		"cmd.live_system":  "--right-live liest Rackbeat; --right-system nennt {system}.",
		"cmd.live_key":     "Der Schlüssel kommt von stdin: --right-live URL --secret-stdin.",

		"cmd.out_ending":     "--out {file}: Der Name hat keine der Endungen {formats}.",
		"cmd.out_exists":     "Eine Datei {file} gibt es schon: Wählen Sie einen anderen Namen, oder --force.",
		"cmd.not_written_to": "{file} ist keine Datei, in die sich schreiben lässt: Wählen Sie einen anderen Namen.",
		"cmd.is_register":    "{file} ist selbst eine der verglichenen Dateien: Wählen Sie einen anderen Namen.",

		"cmd.reading":     "Lesen: {parts}",
		"cmd.comparing":   "Vergleichen: {n} %",
		"cmd.more_notes":  "{side}: und {n} weitere (--json)",
		"cmd.note_side":   "{side}: {text}",
		"cmd.note_row":    "{side}, Zeile {row}: {text}",
		"cmd.note_column": "{side}, {column}: {text}",
		"cmd.note_cell":   "{side}, Zeile {row}, {column}: {text}",
	}
}
