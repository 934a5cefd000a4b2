package words

func checkHTTPGerman() table {
	return table{
		"check.title_http_json":       "Der Server antwortet, wie er soll",
		"check.net_not_expected":      "{host} antwortet nicht, wie er soll ({status}).",
		"check.net_access_refused":    "{host} nimmt den, der fragt, nicht an ({status}).",
		"check.net_header_unfit":      "An {host} wurde nichts gesendet: In {name} steht ein Zeilenumbruch oder ein anderes Steuerzeichen, das sich nicht senden lässt.",
		"check.json_expected":         "{status}, wie erwartet",
		"check.json_passed":           "{host} antwortet, wie er soll.",
		"check.why_not_expected":      "Dort ist noch etwas nicht eingerichtet, oder die Adresse führt an die falsche Stelle.",
		"check.why_header":            "Ein Secret oder eine Antwort wurde mit einem Zeilenumbruch eingefügt.",
		"check.why_look":              "Sehen Sie sich zuerst diese Antwort an.",
		"check.fault_401":             "Der Server nimmt den, der fragt, nicht an (401).",
		"check.fault_unexpected_json": "Der Server antwortet mit JSON, aber nicht mit dem erwarteten.",
	}
}
