package words

// lintItemGerman is lintItemEnglish in German. Keys of the file stand as they are.
func lintItemGerman() table { return together(lintItemOwnGerman(), lintConditionGerman()) }

func lintItemOwnGerman() table {
	return table{
		"lint.no_kind":       "Der Punkt hat keine Art: Es gibt {kinds}.",
		"lint.many_kinds":    "Der Punkt hat mehrere Arten: {kinds}.",
		"lint.no_label":      "{item} ({kind}) braucht ein label.",
		"lint.tell_folded":   "Was gelesen werden muss, lässt sich nicht einklappen: tell oder help, nicht beides.",
		"lint.copy_both":     "Kopiert wird eine Konstante oder die Antwort eines Felds, nicht beides: copy leer lassen, wo es of gibt.",
		"lint.end_always":    "Das Ende {item} trifft immer zu: sagen, wann.",
		"lint.outcome":       "Ein Ergebnis besteht aus Kleinbuchstaben, Ziffern und -, etwa not-needed.",
		"lint.gate_word":     "{word} hat in einfachen Zeilen selbst eine Bedeutung: Geben Sie der Freigabe ein anderes Wort.",
		"lint.then_later":    "Der Schritt {step} kommt später: Mit then geht es nur zurück.",
		"lint.after":         "Der Wert von after ist eine ganze Zahl von Minuten, Stunden oder Tagen: 10m, 2h, 3d.",
		"lint.ladder_rising": "Das ist nicht später fällig als das davor: Die Zeiten einer Leiter steigen.",
		"lint.plus":          "Der Wert von plus ist eine Zahl von Tagen, von 1d bis {max}d.",
		"lint.until_empty":   "Ein until braucht of (ein Feld mit einem Datum), plus (etwa 1d) oder beides.",
		"lint.until_date":    "Das Feld {field} ist kein Datum.",

		// Felder
		"lint.no_field":         "Ein Feld {field} gibt es nicht{hint}",
		"lint.later":            "{name} kommt später: Lesen lässt sich nur, was davor steht.",
		"lint.needs_options":    "Der Typ {type} braucht options.",
		"lint.no_options":       "Ein Feld vom Typ {type} hat keine options.",
		"lint.options_none":     "Hier gibt es keine options.",
		"lint.option_twice":     "Die Möglichkeit {option} steht zweimal da.",
		"lint.only_text_area":   "Nur ein Text kann area haben.",
		"lint.only_secret_once": "Nur ein Secret wird einmal angezeigt.",
		"lint.only_file_large":  "Nur eine Datei ist large.",
		"lint.default_shape":    "Das ist {is}, und ein default muss eine Antwort sein.",
		"lint.default_type":     "Ein Feld vom Typ {type} hat keinen default.",
		"lint.default_bad":      "Der default ist keine gültige Antwort: {problem}",

		// Listen
		"lint.list_columns":  "Eine Liste braucht columns.",
		"lint.list_column":   "Die Liste hat keine Spalte {column}.",
		"lint.list_max":      "Die Zahl max ist kleiner als min.",
		"lint.column_secret": "Ein Secret kann keine Spalte sein: ein eigenes Feld daraus machen.",
		"lint.column_kind":   "Eine Spalte ist ein Feld oder eine Aufgabe, nicht {kind}.",
		"lint.no_list":       "Eine Liste {list} gibt es nicht{hint}",
		"lint.no_column":     "{list} hat keine Spalte {column}{hint}",
		"lint.own_rows":      "Ob eine Spalte zutrifft, kann nicht von allen Zeilen ihrer Liste abhängen.",

		// Regeln
		"lint.no_rule":         "Eine Regel {rule} gibt es nicht{hint}",
		"lint.rule_form":       "Eine Regel ist nur ihr NAME, ihr NAME mit Argumenten, oder sie hat den Schlüssel rule oder require.",
		"lint.rule_by_name":    "Die Regel {rule} nimmt ihre Argumente mit Namen.",
		"lint.rule_needs":      "Die Regel {rule} braucht {argument}: {doc}.",
		"lint.rule_argument":   "{argument} passt nicht zur Regel {rule}: {wrong}",
		"lint.rule_code":       "{code} ist kein Code: Kleinbuchstaben, Ziffern, _ und -.",
		"lint.rule_code_twice": "Eine Regel mit dem Code {code} gibt es schon: einen anderen nehmen.",
		"lint.rule_list":       "Die Regel {rule} passt nicht zu einer Liste.",
		"lint.rule_type":       "Die Regel {rule} passt nicht zu einem Feld vom Typ {type}.",
		"lint.accept_level":    "Nur eine Warnung muss akzeptiert werden: die Stufe warn nehmen oder accept weglassen.",
		"lint.source_from":     "In einem Wort sagen, woher das kommt: from ist law, vendor oder reading.",
		"lint.rule_hint":       "Die Regel {rule} ist ein Anzeichen und kein Beweis: die Stufe warn nehmen.",

		// Prüfungen und Schreiben
		"lint.no_check":        "Eine Prüfung {check} gibt es nicht{hint}",
		"lint.no_finding":      "Die Prüfung {check} hat keinen Befund {finding}{hint}",
		"lint.check_needs":     "Die Prüfung {check} braucht {input}.",
		"lint.check_one":       "{input} der Prüfung {check} nimmt nur ein Feld.",
		"lint.check_parameter": "Die Prüfung {check} hat keinen Parameter {name}{hint}",
		"lint.input_no_field":  "{name} ist kein Feld: {input} der Prüfung {check} nimmt eines.",
		"lint.input_rows":      "{name} steht in vielen Zeilen, {input} der Prüfung {check} nimmt aber nur eine Antwort.",
		"lint.input_type":      "{name} ist ein Feld vom Typ {type}, und den nimmt {input} der Prüfung {check} nicht.",
		"lint.const_secret":    "{input} der Prüfung {check} ist ein Secret: Das steht in keinem Verfahren.",
		"lint.no_address":      "{field} ist keine E-Mail-Adresse: An eine solche geht ein Schreiben.",
		"lint.no_template":     "Eine Vorlage {template} gibt es nicht{hint}",
		"lint.template_field":  "Die Vorlage {template} liest {name}, und ein solches Feld gibt es nicht.",
		"lint.template_secret": "Die Vorlage {template} liest das Secret {name}: Ein Secret steht in keinem Schreiben.",
		"lint.template_later":  "Die Vorlage {template} liest {name}, das erst später kommt.",
		"lint.template_asks":   "Die Vorlage {template} verlangt {name}, und davor gibt es kein solches Feld.",
	}
}

func lintConditionGerman() table {
	return table{
		// Bedingungen
		"lint.always_true":        "Diese Bedingung gilt immer: weglassen oder berichtigen.",
		"lint.always_false":       "Diese Bedingung gilt nie: weglassen oder berichtigen.",
		"lint.cond_long":          "Die Bedingung ist länger als {limit} Byte.",
		"lint.cond_syntax":        "Von hier an ist das keine Bedingung: {text}. Zwischen zwei Teilen steht ein Zeichen wie ==, != oder &&, und ein Text steht in Anführungszeichen.",
		"lint.cond_write":         "{write} statt {sign} schreiben.",
		"lint.cond_no_field":      "Ein Feld {field} gibt es nicht{hint} Ein Text steht in Anführungszeichen: \"{field}\".",
		"lint.cond_incomplete":    "Die Bedingung ist nicht vollständig: Hier fehlt etwas.",
		"lint.cond_language":      "Das gehört nicht zur Sprache der Bedingungen.",
		"lint.cond_ternary":       "Das gehört nicht zur Sprache der Bedingungen: && und || nehmen.",
		"lint.cond_function":      "Die Funktion {name} gehört nicht zur Sprache der Bedingungen.",
		"lint.cond_operator":      "Der Operator {operator} gehört nicht zur Sprache der Bedingungen.",
		"lint.cond_nil":           "Das Wort nil gibt es hier nicht: Was nicht beantwortet ist, bleibt von selbst unentschieden.",
		"lint.cond_no_condition":  "Als Bedingung muss {what} mit etwas verglichen werden.",
		"lint.cond_secret":        "{field} ist ein Secret: Keine Bedingung darf es lesen.",
		"lint.cond_is_list":       "{list} ist eine Liste: any, all, none, count oder len nehmen.",
		"lint.cond_column_in_row": "{column} ist eine Spalte: In einer Zeile heißt sie .{column}.",
		"lint.cond_column_of":     "{column} ist eine Spalte von {list}: mit any({list}, .{column} == ...) lesen.",
		"lint.cond_part":          "Ein Teil von etwas lässt sich nur als .column lesen, in any, all, none oder count.",
		"lint.cond_needs_list":    "Die Funktion {name} braucht eine Liste.",
		"lint.cond_needs_list_id": "Die Funktion {name} braucht die ID einer Liste.",
		"lint.cond_nested":        "Die Funktion {name} kann nicht in einem anderen any, all, none oder count stehen.",
		"lint.cond_predicate":     "Was eine Zeile gefragt wird, muss eine Bedingung sein, etwa .column == \"...\".",
		"lint.cond_len":           "Die Funktion len braucht eine Liste, einen Text oder ein Feld mit mehreren Antworten.",
		"lint.cond_one_name":      "Die Funktion {name} braucht einen Namen, wie in {name}(\"step.{kind}\").",
		"lint.no_ref":             "{ref} ({kind}) gibt es nicht{hint}",
		"lint.cond_given":         "Die Funktion given braucht die ID eines Felds, wie in given(email).",
		"lint.cond_given_none":    "Die Funktion given braucht ein Feld, und {name} ist hier keines{hint}",
		"lint.cond_deny":          "Hinter {sign} muss eine Bedingung stehen: Was sie verneint, gehört in Klammern.",
		"lint.cond_sign":          "Das Zeichen {sign} geht hier nicht: Dahinter steht {what}.",
		"lint.cond_other_way":     "Andersherum schreiben: \"...\" in {what}.",
		"lint.cond_compare":       "Mit {operator} lässt sich das nicht vergleichen: Links steht {left}, rechts {right}.",
		"lint.cond_order":         "Nur Zahlen und Daten haben eine Reihenfolge.",
		"lint.cond_option":        "„{value}“ ist keine Möglichkeit von {what}: Es gibt {options}.",
		"lint.cond_for_texts":     "Der Operator {operator} ist für Texte, nicht für Zahlen.",
		"lint.cond_in":            "Der Operator in braucht links einen Text und rechts [...] oder ein Feld mit mehreren Antworten.",
		"lint.cond_among":         "Damit kann {what} nie übereinstimmen.",
		"lint.cond_empty_list":    "In einer leeren Liste ist nichts.",
		"lint.series_two":         "Die Funktion series_apart braucht zwei Felder: die Serie in Gebrauch und die, die beginnt.",
		"lint.series_rule":        "Die Funktion series_apart braucht Felder mit der Regel {rule}, und {what} ist keines.",

		// was eine Bedingung vergleicht, mitten in einem Satz, im Nominativ
		"operand.condition": "eine Bedingung",
		"operand.number":    "eine Zahl",
		"operand.texts":     "eine Liste von Texten",
		"operand.text":      "ein Text",
	}
}
