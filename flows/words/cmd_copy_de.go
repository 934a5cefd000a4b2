package words

// cmdCopyGerman is cmdCopyEnglish in German.
func cmdCopyGerman() table {
	return table{
		"cmd.short_copy":     "Kopiert alle Durchläufe von einem Ort an einen anderen: aus einer Datei auf den Server eines Teams und zurück",
		"cmd.long_copy":      "Kopiert Kunden mit den Adressen ihrer Systeme, Durchläufe mit ihren Verfahren, Ereignissen und Dateien, und Secrets so, wie sie verschlüsselt sind. Ein Ort ist eine Datenbankdatei, die angelegt wird, wenn es sie noch nicht gibt, oder die postgres://-Adresse eines Teams; der weggelassene ist Ihre eigene Ablage. Was dort schon ist, bleibt: Ging ein Durchlauf an der Quelle weiter, wird er nachgeführt; ging er am Ziel weiter, bleibt er und wird genannt; ebenso einer, der an beiden Orten weiterging: Das entscheiden Sie mit lotse handover und lotse receive. Jeder Durchlauf wird zurückgelesen und seine Kette geprüft. Ein Durchlauf ist ganz da oder gar nicht: Bricht das Kopieren ab, macht derselbe Befehl weiter. Einstellungen und nicht abgeschickte Eingaben werden nicht kopiert.",
		"cmd.flag_copy_from": "der ORT, von dem kopiert wird: eine Datenbank-DATEI oder eine postgres://-Adresse",
		"cmd.flag_copy_to":   "der ORT, an den kopiert wird: eine Datenbank-DATEI oder eine postgres://-Adresse",
		"cmd.flag_dry_copy":  "alles ansehen, sagen, was kopiert würde, und nichts schreiben",

		"cmd.copy_places":   "Geben Sie mit --from und --to an, von wo wohin kopiert wird: eine Datenbank-DATEI oder eine postgres://-Adresse. Der weggelassene Ort ist Ihre eigene Ablage.",
		"cmd.copy_no_store": "Dort ist keine Datenbank, aus der kopiert werden kann: {place}",
		"cmd.copy_same":     "Beides ist derselbe Ort: {place}",
		"cmd.copying":       "Wird kopiert: Durchlauf {n} von {all}, {customer}",
		"cmd.copy_stopped":  "{n} {n:Durchlauf wurde|Durchläufe wurden} davor kopiert; derselbe Befehl macht dort weiter.",

		"cmd.copied_all":          "Von {from} nach {to} kopiert.",
		"cmd.copy_would":          "Nichts wurde geschrieben. Von {from} nach {to} würde kopiert:",
		"cmd.copied_runs":         "{all} {all:Durchlauf|Durchläufe}: {new} neu, {ahead} nachgeführt, {same} schon gleich.",
		"cmd.copied_customers":    "{all} {all:Kunde|Kunden}: {new} neu.",
		"cmd.copied_files":        "{n} {n:Datei|Dateien}, {size}.",
		"cmd.copied_missing":      "{n} {n:Datei, die ein Ereignis nennt, war|Dateien, die Ereignisse nennen, waren} an der Quelle nicht zu haben.",
		"cmd.copied_secrets":      "{n} {n:Secret|Secrets}, verschlüsselt wie zuvor: Nur der Schlüssel, mit dem {n:es|sie} verschlüsselt {n:wurde|wurden}, öffnet {n:es|sie}.",
		"cmd.copied_secrets_open": "{n} {n:Secret|Secrets}, verschlüsselt wie zuvor: Ihr Schlüssel öffnet {n:es|sie} auch dort.",
		"cmd.copied_secrets_key":  "{n} {n:Secret|Secrets}, verschlüsselt wie zuvor: Nur der Schlüssel zu {key} öffnet {n:es|sie}.",
		"cmd.copied_secrets_of":   "{n} {n:Secret|Secrets}, verschlüsselt von {by}: Nur der Schlüssel dieser Person öffnet {n:es|sie}.",
		"cmd.copied_rehearsed":    "{n} {n:Secret|Secrets} aus Proben oder Demos: {n:Es öffnet|Sie öffnen} sich nur an der Quelle.",
		"cmd.copied_withheld":     "{n} {n:Secret wurde|Secrets wurden} nicht kopiert: Ihre Rolle darf Secrets nicht lesen.",
		"cmd.copied_stayed":       "Unverändert {n:blieb|blieben}:",
		"cmd.copied_stayed_more":  "und {n} weitere (--json hat alle)",
		"cmd.copied_not":          "Nicht kopiert: Einstellungen, welche Durchläufe beiseitegelegt sind, und nicht abgeschickte Eingaben.",
		"transfer.behind":         "Er ging dort weiter: {n} {n:Ereignis|Ereignisse} mehr.",
		"transfer.diverged":       "Beide gingen nach Ereignis {since} weiter: {ours} {ours:Ereignis|Ereignisse} hier, {theirs} dort. Vergleichen Sie sie mit lotse handover hier und lotse receive am anderen Ort.",
		"transfer.taken":          "Jemand arbeitet dort gerade damit, oder seine ID gehört dort zu einem Durchlauf, den Sie nicht sehen dürfen. Derselbe Befehl versucht es noch einmal.",
		"transfer.broken":         "Er ist nicht, wie er geschrieben wurde. Ereignis {seq}: {what}",
		"transfer.other_events":   "Seine Ereignisse sind andere.",
		"transfer.not_as_written": "Der Durchlauf {run} kommt aus {place} nicht so zurück, wie er geschrieben wurde. {why} Mehr wurde nicht kopiert: Lassen Sie lotse doctor diesen Ort ansehen.",
		"transfer.file_changed":   "Die Datei {file} hat einen anderen Inhalt, als ihr Name sagt. Lassen Sie lotse doctor die Quelle ansehen.",
		"transfer.other_address":  "Die Adresse von {system} ist dort eine andere und bleibt: {address}",
		"transfer.role":           "Nichts wurde kopiert: {member} hat in {place} die Rolle {role}, die nur liest. Ein Lead kann das mit lotse team add ändern.",
	}
}
