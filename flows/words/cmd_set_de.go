package words

// cmdSetGerman is cmdSetEnglish in German.
func cmdSetGerman() table {
	return table{
		"cmd.at": "{at}: {what}",

		"cmd.names_no_item":    "„{word}“ nennt keinen Punkt: SCHRITT.PUNKT schreiben, nur die ID eines Felds, oder SCHRITT.LISTE[ZEILE].SPALTE.",
		"cmd.names_no_problem": "„{word}“ nennt kein Problem: SCHRITT.PUNKT.CODE schreiben, oder SCHRITT.LISTE[ZEILE].SPALTE.CODE.",
		"cmd.sets_nothing":     "Eine Angabe setzt nichts: PUNKT=WERT schreiben, LISTE+={\"column\":\"value\"} oder LISTE[ZEILE]-.",
		"cmd.add_to_list":      "„{word}“: Eine Zeile kommt zur Liste selbst: SCHRITT.LISTE+={\"column\":\"value\"}.",
		"cmd.remove_whole":     "„{word}“: Eine Zeile wird nur ganz entfernt: SCHRITT.LISTE[ZEILE]-; ein leerer Wert leert eine Zelle.",
		"cmd.name_column":      "„{word}“: Nennen Sie auch die Spalte: SCHRITT.LISTE[ZEILE].SPALTE=WERT.",
		"cmd.name_task":        "„{word}“: Nennen Sie auch die Spalte der Aufgabe: SCHRITT.LISTE[ZEILE].AUFGABE.",
		"cmd.nothing_to_set":   "Nichts zu setzen. So schreiben: lotse set DURCHLAUF PUNKT=WERT…, --answers DATEI, --rows SCHRITT.LISTE=DATEI oder --secret-stdin SCHRITT.FELD.",
		"cmd.both_stdin":       "--answers - und --secret-stdin können nicht beide von stdin lesen.",

		"cmd.no_list":     "{item} ist {kind} und keine Liste: Zeilen gibt es dort nicht.",
		"cmd.set_list":    "{list} ist eine Liste: {list}+={\"column\":\"value\"} schreiben, {list}[ZEILE].SPALTE=WERT oder {list}[ZEILE]-.",
		"cmd.set_task":    "{item} ist eine Aufgabe: lotse tick DURCHLAUF {item}, oder lotse untick.",
		"cmd.no_answer":   "{item} ist {kind} und nimmt keine Antwort.",
		"cmd.no_secret":   "{item} ist kein Secret: lotse set DURCHLAUF {item}=WERT.",
		"cmd.row_object":  "Eine Zeile von {list} ist ein JSON-Objekt: {list}+={\"column\":\"value\"}.",
		"cmd.values":      "{item} nimmt Werte mit Kommas dazwischen oder ein JSON-Array von Texten: {why}.",
		"cmd.not_kept":    "{file} ist keine Datei, die sich ablegen lässt.",
		"cmd.secret_file": "{at}: {item} ist ein Secret und kommt nur aus einer Pipe oder vom Terminal: lotse set DURCHLAUF --secret-stdin {item}.",

		// eine Datei mit Antworten
		"cmd.no_answers_file": "Eine Antwortdatei {file} gibt es nicht.",
		"cmd.answers_large":   "Die Antwortdatei {file} ist größer als 10 MiB; mehr geht nicht.",
		"cmd.answers_form":    "Eine Antwortdatei hat die Form {SCHRITT: {FELD: WERT}}.",
		"cmd.no_step":         "{procedure} hat keinen Schritt „{step}“; es gibt: {steps}.",
		"cmd.step_takes":      "Schritt {step} nimmt {PUNKT: WERT}.",
		"cmd.no_item":         "Schritt {step} hat keinen Punkt „{item}“; es gibt: {items}.",
		"cmd.no_answer_step":  "{item} ist {kind} und nimmt keine Antwort; Schritt {step} nimmt: {items}.",
		"cmd.list_takes":      "{list} ist eine Liste: Sie nimmt [{SPALTE: WERT}].",
		"cmd.row_form":        "Eine Zeile von {list} hat die Form {SPALTE: WERT}.",
		"cmd.no_column":       "Liste {list} hat keine Spalte „{column}“; es gibt: {columns}.",
		"cmd.task_takes":      "{item} ist eine Aufgabe: Sie nimmt true oder false.",
		"cmd.texts":           "{item} nimmt eine Liste von Texten.",
		"cmd.one_value":       "{item} nimmt nur einen Wert.",
		"cmd.misfit":          "{item} ist vom Typ {type}: {what}",

		// Zeilen aus einer Datei
		"cmd.rows_take":    "--rows nimmt SCHRITT.LISTE=DATEI, nicht „{value}“.",
		"cmd.map_takes":    "--map nimmt SPALTE=KOPF, jede Spalte einmal, nicht „{value}“.",
		"cmd.map_nowhere":  "--map {column}: Keine der gelesenen Listen hat eine Spalte {column}, die eine Datei füllt.",
		"cmd.about_rows":   "--map, --append, --header, --sheet, --delimiter und --encoding gehören zu --rows SCHRITT.LISTE=DATEI.",
		"cmd.no_delimiter": "„{value}“ ist hier kein Trennzeichen: ; , | oder tab.",
		"cmd.no_encoding":  "„{value}“ ist hier keine Kodierung; es gibt {encodings}.",
		"cmd.none_known":   "{file}: Keine ihrer Spalten ist bekannt. Sagen Sie, welche was füllt: --map SPALTE=KOPF; die Datei hat {columns}, die Liste {known}.",
		"cmd.and_more":     "und {n} weitere (--json)",

		// Begründungen, Warten, Schreiben
		"cmd.say_why":           "Sagen Sie, warum: lotse {use} --why GRUND.",
		"cmd.say_outcome":       "Sagen Sie, was daraus geworden ist: lotse end DURCHLAUF --outcome ERGEBNIS --why GRUND.",
		"cmd.say_how":           "Sagen Sie, wie es gesendet wurde: lotse sent DURCHLAUF SCHRITT.SCHREIBEN --how WIE.",
		"cmd.wait_either":       "Entweder --until ZEIT oder --answered angeben.",
		"cmd.wait_doubt":        "{doubt} Ist das so gemeint, --yes angeben.",
		"cmd.no_time":           "„{word}“ ist keine Zeit: so schreiben wie 2026-11-24, 2026-11-24T14:00, 14:00, +3d, +2h oder einen Wochentag.",
		"cmd.draft_form":        "Eines wählen: --text, --mailto oder -o DATEI.",
		"cmd.draft_ending":      "Ein Schreiben gibt es als Text oder als Mail: Die Datei braucht die Endung .txt oder .eml, nicht {ending}.",
		"cmd.draft_exists":      "Eine Datei {file} gibt es schon: Wählen Sie einen anderen Namen.",
		"cmd.draft_blank":       "Noch nicht beantwortet und deshalb leer: {fields}.",
		"cmd.written":           "Geschrieben: {file}.",
		"cmd.redacted":          "Aus {n} {n:Ereignis|Ereignissen} gelöscht; die Kette bleibt unversehrt.",
		"cmd.ask_redact":        "Das löscht jede Antwort auf {item} im Durchlauf {run} endgültig, auch aus den Sicherungen.",
		"cmd.ask_redact_server": "Das löscht jede Antwort auf {item} im Durchlauf {run} endgültig. In den Sicherungen des Servers bleibt sie, solange sie dort aufbewahrt werden.",
		"cmd.no_check_now":      "Jetzt trifft keine Prüfung zu.",
	}
}
