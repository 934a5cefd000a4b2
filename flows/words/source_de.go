package words

// sourceGerman is sourceEnglish in German.
func sourceGerman() table {
	return table{
		"source.ending":      "Ein Verfahren ist eine Datei NAME.yaml, nicht „{file}“.",
		"source.part":        "{file} ist nur ein Teil eines Verfahrens: Nennen Sie die Datei des Verfahrens; sie hat keinen Punkt außer dem von .yaml.",
		"source.bare":        "Kein Verfahren heißt {name}. Die Datei oder der Ordner dieses Namens wird ./{name} geschrieben.",
		"source.none":        "Im Ordner {folder} liegt kein Verfahren; das wäre eine Datei NAME.yaml.",
		"source.several":     "Im Ordner {folder} liegen mehrere Verfahren; nennen Sie die Datei von einem: {ids}.",
		"source.many":        "Im Ordner {folder} liegen {n} Verfahren; nennen Sie die Datei von einem: {ids} und andere.",
		"source.doctor_pack": "Entfernen Sie das Paket {pack}, oder installieren Sie es neu; die anderen Verfahren gehen.",
		"source.broken":      "{name} ist fehlerhaft: {why}",
		"source.origin":      "Herkunft",
		"source.described":   "Herkunft: {origin}.",
		"provenance.pack":    "Paket {pack}, Version {version}",
		"provenance.file":    "Datei {file}",
	}
}
