package words

// lintHTTPGerman says it in German.
func lintHTTPGerman() table {
	return table{
		"thing.request":          "eine Anfrage",
		"thing.basic":            "Benutzer und Passwort",
		"thing.found":            "ein Befund einer Anfrage",
		"thing.rehearse":         "eine Probe",
		"thing.answer":           "eine Antwort",
		"thing.http_fault":       "ein Fehler einer Probe",
		"lint.http_other":        "Den Schlüssel {key} hat nur die Prüfung {check}.",
		"lint.http_request":      "Die Prüfung {check} braucht request: Was gefragt wird, steht im Verfahren.",
		"lint.http_rehearse":     "Die Prüfung {check} braucht rehearse: was das Portal einer Probe antwortet.",
		"lint.http_url":          "Eine Adresse beginnt mit https:// und einem Host, oder mit einer Antwort, die eine ganze Adresse ist.",
		"lint.http_user":         "In der Adresse stehen Benutzer oder Passwort: basic nehmen, mit einem Feld für das Passwort.",
		"lint.http_host":         "{host} ist die eigene Adresse eines Rechners oder sein Netzsegment: Dort ist kein Portal.",
		"lint.http_body":         "{method} hat keinen body: Den hat nur POST.",
		"lint.http_header_name":  "{name} ist kein Name einer Kopfzeile.",
		"lint.http_header_own":   "Die Kopfzeile {name} lässt sich nicht setzen: Sie änderte, was gesendet wird, oder an wen.",
		"lint.http_header_twice": "Die Kopfzeile {name} gibt es schon.",
		"lint.http_header_line":  "In der Kopfzeile {name} steht ein Zeilenumbruch oder ein anderes Steuerzeichen.",
		"lint.http_secret_last":  "Das Secret {name} muss am Ende der Kopfzeile stehen, und allein.",
		"lint.http_no_secret":    "{name} ist kein Secret: ohne das Wort secret schreiben.",
		"lint.http_code":         "{code} ist kein Code: Kleinbuchstaben, Ziffern und _.",
		"lint.http_code_twice":   "Einen Befund mit dem Code {code} gibt es schon.",
		"lint.http_code_taken":   "Die Prüfung {check} hat selbst einen Befund {code}: diesem einen anderen Code geben.",
		"lint.http_status":       "Ein Status ist eine Zahl von 200 bis 599.",
		"lint.http_answer":       "Die Antwort einer Probe hat höchstens {limit} Byte.",
		"lint.http_fault_name":   "{name} ist kein Name eines Fehlers: Kleinbuchstaben, Ziffern und -.",
	}
}
