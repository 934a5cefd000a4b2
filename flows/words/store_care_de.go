package words

// storeCareGerman is storeCareEnglish in German.
func storeCareGerman() table {
	return table{
		"store.restore_undone":        "Eine Wiederherstellung brach vorzeitig ab: „{file}“ ist, wie es vorher war.",
		"store.restore_finished":      "Eine Wiederherstellung war abgebrochen. Sie ist jetzt zu Ende geführt, aus der Sicherung „{backup}“.",
		"store.restore_finished_kept": "Eine Wiederherstellung war abgebrochen. Sie ist jetzt zu Ende geführt, aus der Sicherung „{backup}“; was vorher da war, liegt als „{kept}“ daneben.",
		"store.restore_held":          "Die Wiederherstellung von „{file}“ ist noch nicht zu Ende: {what} Der nächste Start führt sie zu Ende.",
		"store.plan_unreadable":       "Eine Wiederherstellung von „{file}“ brach ab, und „{plan}“ lässt sich nicht lesen; darin steht, wie es weitergeht. Verschieben Sie diese Datei; dann gilt, was unter dem Namen der Datenbank liegt.",
		"store.backup_cut_off":        "„{file}“ wurde gerade geschrieben, als ihr Programm abbrach: „{journal}“ muss zuerst eingearbeitet werden. Öffnen Sie sie einmal mit diesem Programm. Nichts wurde geändert.",
		"store.linked":                "„{file}“ ist ein Link. Was neben der Datenbank liegt, muss selbst dort liegen; Links wird nicht gefolgt. Legen Sie an seine Stelle, worauf er zeigt.",
		"store.cloud":                 "„{folder}“ liegt in einem Ordner von {cloud}. Das kann eine benutzte Datenbank beschädigen oder eine alte an ihre Stelle setzen. Nehmen Sie einen Ordner, der auf diesem Gerät bleibt.",
	}
}
