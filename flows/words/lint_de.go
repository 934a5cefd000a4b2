package words

// lintGerman is lintEnglish in German. Keys of the file stand as they are.
func lintGerman() table { return together(lintFileGerman(), lintStepGerman(), lintYAMLGerman()) }

func lintFileGerman() table {
	return table{
		// die Dateien
		"lint.file_name":   "Der Dateiname besteht aus Kleinbuchstaben, Ziffern und -, etwa sage-main-contact.yaml.",
		"lint.file_size":   "Die Datei hat {size} Byte; ein Verfahren darf höchstens {limit} haben.",
		"lint.no_file":     "Eine Datei {file} gibt es nicht.",
		"lint.not_read":    "Die Datei {file} lässt sich nicht lesen: {detail}.",
		"lint.not_utf8":    "Das ist kein UTF-8: die Datei in dieser Kodierung speichern.",
		"lint.too_large":   "Das Verfahren hat mit Includes und Overlays {size} Byte; höchstens {limit} gehen.",
		"lint.not_encoded": "Das Verfahren lässt sich nicht speichern: {detail}.",

		// die Form eines Dokuments
		"lint.yaml_anchor":    "Anker (&) gibt es hier nicht: ausschreiben. Ist es ein Text, gehört er in Anführungszeichen: {text}.",
		"lint.yaml_alias":     "Aliase (*) gibt es hier nicht: ausschreiben. Ist es ein Text, gehört er in Anführungszeichen: {text}.",
		"lint.yaml_tag":       "Tags (!) gibt es hier nicht: weglassen. Ist es ein Text, gehört er in Anführungszeichen: {text}.",
		"lint.yaml_merge":     "Merge-Schlüssel (<<) gibt es hier nicht: ausschreiben.",
		"lint.yaml_directive": "Direktiven (%) gibt es hier nicht: die Zeile weglassen.",
		"lint.yaml_deep":      "Das Dokument ist mehr als {limit} Ebenen tief verschachtelt.",
		"lint.yaml_keys":      "Eine Zuordnung hat mehr als {limit} Schlüssel.",
		"lint.yaml_parts":     "Eine Liste hat mehr als {limit} Teile.",
		"lint.yaml_second":    "Hier beginnt ein zweites Dokument: Eine Datei enthält nur eines.",
		"lint.yaml_empty":     "Das Dokument ist leer.",
		"lint.yaml_key":       "Ein Schlüssel muss ein Wort sein, mit einem Doppelpunkt dahinter: KEY: VALUE schreiben.",
		"lint.yaml_key_twice": "Den Schlüssel {key} gibt es schon, in Zeile {line}. Einen davon weglassen.",

		// was bei einem Schlüssel steht
		"lint.not_mapping": "Das ist {is}, und {what} muss eine Zuordnung sein (key: value).",
		"lint.not_list":    "Das ist {is}, und {what} muss eine Liste sein.",
		"lint.not_text":    "Das ist {is}, und {what} muss ein Text sein. Ist einer gemeint, gehört er in Anführungszeichen.",
		"lint.not_truth":   "Das ist {is}, und {what} muss true oder false sein.",
		"lint.not_number":  "Das ist {is}, und {what} muss eine ganze Zahl von 0 bis {max} sein.",
		"lint.not_one_of":  "{value} gibt es bei {key} nicht, nur {words}.",
		"lint.empty_list":  "Hier steht nichts; {what} kann entfallen.",
		"lint.empty_text":  "Hier steht nichts, und {what} muss ein Text sein.",
		"lint.unclean":     "Hier enthält {what} Steuerzeichen oder unsichtbare Zeichen.",
		"lint.needs_key":   "Der Schlüssel {key} fehlt; {what} braucht ihn.",
		"lint.no_key":      "Einen Schlüssel {key} kennt {what} nicht{hint}",
		"lint.no_date":     "{value} ist kein Datum: so schreiben wie 2026-11-24.",

		// eingebundene Schritte
		"lint.include_nested":    "Eingebundene Schritte können keine weiteren einbinden.",
		"lint.include_name":      "Der Name eines Includes besteht aus Kleinbuchstaben, Ziffern und -.",
		"lint.include_parameter": "Die eingebundenen Schritte haben keinen Parameter {name}{hint}",
		"lint.include_needs":     "Die eingebundenen Schritte brauchen den Parameter {name}.",
		"lint.include_fact":      "Die eingebundenen Schritte haben keinen Fakt {fact}.",
		"lint.fact_unmapped":     "Der Fakt {fact} ist dort, wo diese Schritte eingebunden werden, nicht zugeordnet ({file}:{line}).",
		"lint.no_parameter":      "Einen Parameter {name} gibt es nicht{hint}",
		"lint.parameter_unused":  "Der Parameter {name} wird nirgends benutzt.",

		// Übersetzungen
		"lint.overlay_language":  "{lang} ist keine Sprache: Ein Overlay heißt {procedure}.de.yaml oder ähnlich.",
		"lint.overlay_of":        "Das ist das Overlay von {procedure}, darin steht aber {of}.",
		"lint.overlay_says":      "Der Dateiname sagt {lang}, hier steht aber {says}.",
		"lint.overlay_texts":     "Ein Overlay braucht texts.",
		"lint.untranslated":      "{path} ist nicht übersetzt: „{text}“ ({base}: {digest}).",
		"lint.translation_stale": "{path} übersetzt einen Text, der sich geändert hat: ansehen, dann {base}: {digest} schreiben.",
		"lint.translation_names": "{path} muss in {{ }} dieselben Antworten nennen wie der übersetzte Text: {names}.",
		"lint.no_text":           "{procedure} hat keinen Text {path}{hint}",

		// Texte
		"lint.text_no_field":   "Ein Text nennt {{ {name} }}, und ein solches Feld gibt es nicht{hint}",
		"lint.text_secret":     "Ein Text nennt {{ {name} }}: Ein Secret steht in keinem Text.",
		"lint.text_later":      "Ein Text nennt {{ {name} }}, das erst später kommt.",
		"lint.text_names_none": "Hier kann keine Antwort stehen, und der Text nennt {{ {name} }}.",
		"lint.marks":           "In einem Text stehen nicht so viele {open} wie {close}.",
	}
}

func lintStepGerman() table {
	return table{
		// ein Verfahren und seine Schritte
		"lint.id_file":     "Das Verfahren heißt {procedure}, seine Datei {file}: beiden denselben Namen geben.",
		"lint.no_version":  "Ein Verfahren braucht eine version: eine ganze Zahl ab 1.",
		"lint.no_summary":  "Ein Verfahren braucht eine summary: einen Satz für alle, die unter Verfahren wählen.",
		"lint.no_steps":    "Es gibt keine Schritte.",
		"lint.no_step":     "Einen Schritt {step} gibt es nicht{hint}",
		"lint.step_id":     "{id} ist keine ID eines Schritts: Kleinbuchstaben, Ziffern und -, etwa sign-in.",
		"lint.step_twice":  "Einen Schritt {id} gibt es schon ({file}:{line}).",
		"lint.step_later":  "Der Schritt {step} kommt später: Nur ein früherer kann Voraussetzung sein.",
		"lint.step_empty":  "Der Schritt {step} hat keine Punkte.",
		"lint.letter":      "{letter} ist kein Buchstabe eines Zweigs: a, b, c und so weiter.",
		"lint.item_id":     "{id} ist keine ID eines Punkts: Kleinbuchstaben, Ziffern, _ und -, etwa signed_in.",
		"lint.item_twice":  "Einen Punkt {id} hat der Schritt schon ({file}:{line}).",
		"lint.field_id":    "{id} ist keine ID eines Felds: Kleinbuchstaben, Ziffern und _, etwa client_id, und kein Wort der Bedingungen.",
		"lint.field_twice": "Ein Feld {id} gibt es schon ({file}:{line}).",

		// Fakten
		"lint.fact_id":        "{fact} ist keine ID eines Fakts, wie etwa TI-01.",
		"lint.fact_range":     "{fact} ist kein Bereich von Fakten, wie etwa TI-01..TI-26.",
		"lint.fact_twice":     "Der Fakt {fact} steht zweimal da.",
		"lint.fact_uncovered": "Der Fakt {fact} steht an keinem Schritt und keinem Punkt.",
		"lint.step_no_fact":   "Der Schritt {step} deckt keinen Fakt ab.",
		"lint.no_fact":        "Das Verfahren hat keinen Fakt {fact}.",

		// was ein Fehler nennt, mitten in einem Satz, im Nominativ
		"thing.procedure":    "ein Verfahren",
		"thing.source":       "eine Quelle",
		"thing.step":         "ein Schritt",
		"thing.item":         "ein Punkt",
		"thing.file":         "die Datei",
		"thing.steps":        "eine Datei mit Schritten",
		"thing.include":      "ein Include",
		"thing.overlay":      "ein Overlay",
		"thing.translation":  "ein Text eines Overlays",
		"thing.column":       "eine Spalte",
		"thing.unique":       "eine eindeutige Spalte",
		"thing.option":       "eine Möglichkeit",
		"thing.the_option":   "die Möglichkeit {option}",
		"thing.rule":         "eine Regel",
		"thing.the_rule":     "die Regel {rule}",
		"thing.require":      "eine Regel mit require",
		"thing.precondition": "eine Vorbedingung",
		"thing.rung":         "eine Stufe",
		"thing.until":        "ein Tag zum Nachsehen",
		"thing.constant":     "eine feste Eingabe",
		"thing.fact":         "ein Fakt",
		"thing.finding":      "ein Befund",
		"thing.value":        "der Wert von {key}",
		"thing.entry":        "ein Eintrag von {key}",
		"thing.mapping":      "eine Zuordnung",
		"thing.list":         "eine Liste",
		"thing.nothing":      "leer",
		"thing.quoted":       "„{text}“",
	}
}
