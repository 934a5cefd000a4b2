package words

// cmdCompareFinnish is cmdCompareEnglish in Finnish.
func cmdCompareFinnish() table {
	return table{
		"cmd.which_file":      "Mikä tiedosto? --{side} TIEDOSTO.",
		"cmd.which_register":  "Mikä rekisteri? --register customers, suppliers tai products, ei ”{register}”.",
		"cmd.system_name":     "Järjestelmä tarvitsee nimen: --left-system NIMI, --right-system NIMI.",
		"cmd.same_system":     "Kummankin puolen järjestelmä on {system}: anna eri nimet, --left-system ja --right-system.",
		"cmd.no_direction":    "--direction on netvisor_to_rackbeat, rackbeat_to_netvisor tai none, ei ”{direction}”.",
		"cmd.other_direction": "--direction {direction} koskee Netvisoria ja Rackbeatia; puolet ovat {left} ja {right}.",

		"cmd.side_map_takes":    "--map on muotoa PUOLI.KENTTÄ=OTSIKKO, ei ”{value}”; puolet ovat left ja right, kentät ({register}): {fields}.",
		"cmd.side_header_takes": "--header on otsikkorivin numero, [PUOLI=]RIVI, ei ”{value}”.",
		"cmd.flag_twice":        "--{flag} {value} on kahdesti.",
		"cmd.way_map":           "Kirjoita: --map {side}.KENTTÄ=OTSIKKO.",
		"cmd.way_encoding":      "Kerro merkistö: --encoding {side}=NIMI.",
		"cmd.way_sheet":         "Toinen taulukko: --{side}-sheet NIMI.",

		"cmd.with_live":    "--secret-stdin, --ca ja --allow-loopback kuuluvat valitsimeen --right-live.",
		"cmd.live_or_file": "Oikea puoli luetaan tiedostosta tai Rackbeatista: --right tai --right-live, ei molempia.",
		"cmd.live_system":  "--right-live lukee Rackbeatia, mutta --right-system on {system}.",
		"cmd.live_key":     "Avain luetaan syötteestä stdin: --right-live URL --secret-stdin.",

		"cmd.out_ending":     "--out {file}: nimen pääte ei ole mikään näistä: {formats}.",
		"cmd.out_exists":     "Tiedosto {file} on jo olemassa: valitse toinen nimi tai --force.",
		"cmd.not_written_to": "{file} ei ole tiedosto, johon voi kirjoittaa: valitse toinen nimi.",
		"cmd.is_register":    "{file} on toinen rekistereistä: valitse toinen nimi.",

		"cmd.reading":     "Luetaan {parts}",
		"cmd.comparing":   "Verrataan {n} %",
		"cmd.more_notes":  "{side}: ja {n} {n:muu|muuta} (--json)",
		"cmd.note_side":   "{side}: {text}",
		"cmd.note_row":    "{side}, rivi {row}: {text}",
		"cmd.note_column": "{side}, {column}: {text}",
		"cmd.note_cell":   "{side}, rivi {row}, {column}: {text}",
	}
}
