package words

// capsuleGerman is capsuleEnglish in German.
func capsuleGerman() table {
	return table{
		// die Datei
		"capsule.none":          "Das ist keine Datei, mit der Lotse einen Durchlauf übergibt. Wählen Sie die, die dafür geschrieben wurde.",
		"capsule.newer":         "Die Datei wurde von einer neueren Version von Lotse geschrieben: Sie hat die Form {version}, bekannt ist hier höchstens {known}. Aktualisieren Sie Lotse, dann noch einmal.",
		"capsule.changed":       "Die Datei wurde unterwegs geändert oder ist unvollständig: Sie ist nicht mehr, was geschrieben wurde. Lassen Sie sie sich noch einmal geben, als Anhang oder auf einem Datenträger, nicht als Text in einer Mail.",
		"capsule.signature":     "Die Signatur der Datei passt nicht zu dem, was sie über sich sagt. Lassen Sie sich die Datei noch einmal von der Person geben, die den Durchlauf übergeben hat.",
		"capsule.too_large":     "Ein übergebener Durchlauf hat mit allen Dateien höchstens {limit} MiB.",
		"capsule.content":       "Die Datei ist nicht so aufgebaut, wie Lotse es tut. Lassen Sie sie sich noch einmal von der Person geben, die den Durchlauf übergeben hat.",
		"capsule.entry":         "In der Datei steht etwas, das nicht hineingehört: {entry}.",
		"capsule.entry_changed": "Ein Teil der Datei ist nicht, was die Datei darüber sagt: {entry}.",
		"capsule.entry_large":   "Ein Teil der Datei ist zu groß: {entry} hat mehr als {limit} MiB.",
		"capsule.facts":         "Was die Datei über ihren Durchlauf sagt, passt nicht zu den Ereignissen darin.",
		"capsule.files":         "Die Dateien darin sind nicht die, die ihre Ereignisse nennen.",
		"capsule.no_file":       "Die Datei {file} ist nicht unter denen, die übergeben wurden.",
		"capsule.own_broken":    "Der Durchlauf wird nicht übergeben, weil er nicht mehr ist, wie er geschrieben wurde. Ereignis {seq}: {what}",
		"capsule.other_secret":  "Das Secret zu {field} in der Datei wurde für einen anderen Durchlauf oder ein anderes Feld verschlüsselt. Keines wurde übernommen.",
		// der Durchlauf darin
		"copy.no_start":   "Die Ereignisse beginnen nicht mit dem Beginn eines Durchlaufs.",
		"copy.newer":      "Ereignis {seq} ist von einer Art, die diese Version von Lotse nicht kennt: {kind}. Aktualisieren Sie Lotse, dann noch einmal.",
		"copy.broken":     "Die Ereignisse sind keine lückenlose Kette. Ereignis {seq}: {what}",
		"copy.event":      "Ereignis {seq} ist nicht lesbar.",
		"copy.unreadable": "Die Ereignisse passen nicht zum Verfahren.",
		"copy.procedure":  "Das Verfahren ist nicht das, mit dem der Durchlauf begann.",
		"copy.other_run":  "Die ID {run} hat schon ein anderer Durchlauf; die beiden haben kein Ereignis gemeinsam. Nichts davon wurde übernommen.",
		// zwei Kopien nebeneinander
		"fork.not_taken": "{item} lässt sich nicht aus der anderen Kopie übernehmen: Tun Sie es hier.",
		"fork.secret":    "Das Secret zu {item} wird nicht aus der anderen Kopie übernommen. Lassen Sie es für sich verschlüsseln, und geben Sie es hier ein.",
		"event.forked":   "Eine Kopie des Durchlaufs kam von {by}, die nach Ereignis {since} eigene Wege ging; sie hat {n} {n:Ereignis|Ereignisse}.",
		"event.taken":    "Übernommen aus der anderen Kopie.",
		"event.taken_of": "Übernommen aus der anderen Kopie; dort eingegeben von {by}.",
	}
}
