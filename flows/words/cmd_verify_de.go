package words

// cmdVerifyGerman is cmdVerifyEnglish in German.
func cmdVerifyGerman() table {
	return table{
		"cmd.long_verify": "Bei einem Durchlauf berechnet der Befehl die Kette der Ereignisse neu. Bei einer Datei, die Lotse signiert hat (ein Bericht als HTML, Markdown, JSON oder PDF, oder ein Durchlauf, der übergeben wird), sagt er, ob jedes Byte so ist, wie es geschrieben wurde, und nennt die erste Zeile, die es nicht ist; wessen Schlüssel sie signiert hat; und ob die Kette der Ereignisse darin, die HTML und JSON enthalten, zu dem head führt, der signiert wurde. Eine Datenbank braucht er dafür nicht. Ein Name mit einem Punkt oder Schrägstrich, und einer, den hier eine Datei trägt, ist ein FILE. Der Exit-Code ist 0, wenn alles unverändert ist, 1, wenn etwas verändert wurde, 2, wenn die Datei keine Signatur hat.",

		"cmd.verify_unchanged": "Unverändert, seit sie am {at} signiert wurde.",
		"cmd.verify_changed":   "Verändert: {what}",
		"cmd.verify_event":     "Die Kette hält nicht, bei Ereignis {seq}: {what}",
		"cmd.verify_unsigned":  "Über diese Datei ist nichts nachgewiesen, auch nicht, wer sie geschrieben hat.",
		"cmd.verify_signed":    "Die Signatur selbst ist echt. Was am {at} signiert wurde:",
		"cmd.verify_report":    "Ein Bericht über den Durchlauf {run}: {n} {n:Ereignis|Ereignisse} bis zum head {head}.",
		"cmd.verify_capsule":   "Der Durchlauf {run}, wie er übergeben wurde: {n} {n:Ereignis|Ereignisse} bis zum head {head}.",
		"cmd.verify_own":       "Signiert von dieser Installation, mit dem Schlüssel {key}. Seine Wörter: {words}.",
		"cmd.verify_unknown":   "Signiert mit einem Schlüssel, der hier nicht bekannt ist: {key}. Seine Wörter: {words}. Lassen Sie sich von der Person, die Ihnen die Datei geschickt hat, am Telefon ihre Wörter vorlesen; lotse doctor nennt sie.",
		"cmd.verify_chain":     "Die Kette der Ereignisse in der Datei führt zu diesem head.",
		"cmd.verify_no_chain":  "Nicht geprüft: die Kette der Ereignisse, die diese Datei nicht enthält.",
		"cmd.verify_means":     "Nachgewiesen ist, dass der Besitzer des Schlüssels sie so geschrieben hat, nicht, dass stimmt, was darin steht.",
		"cmd.verify_both":      "„{word}“ ist hier eine Datei, und auch die ID eines Durchlaufs beginnt so. Schreiben Sie „{path}“ für die Datei oder mehr von der ID für den Durchlauf.",
		"cmd.verify_unasked":   "Nicht nachgesehen: ob es der Schlüssel dieser Installation ist. {why}",

		"cmd.doctor_name_signing": "Signaturen",
		"cmd.doctor_signing":      "Der Schlüssel zum Signieren ist „{file}“, vom {at}; seine vier Wörter: {words}. Keine Sicherung enthält ihn. Schlüssel {key}.",
		"cmd.doctor_unsigned":     "Es wurde noch nichts signiert; der erste Bericht legt den Schlüssel „{file}“ an.",
		"cmd.doctor_signed_other": "Es ist nicht der Schlüssel, mit dem bisher signiert wurde.",
	}
}
