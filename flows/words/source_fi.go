package words

// sourceFinnish is sourceEnglish in Finnish.
func sourceFinnish() table {
	return table{
		"source.ending":      "Menettely on tiedosto NIMI.yaml, ei ”{file}”.",
		"source.part":        "{file} on vain osa menettelyä: anna menettelyn tiedosto, jonka nimessä ei ole muita pisteitä kuin päätteessä .yaml.",
		"source.bare":        "Minkään menettelyn nimi ei ole {name}. Samanniminen tiedosto tai kansio kirjoitetaan ./{name}.",
		"source.none":        "Kansiossa {folder} ei ole menettelyä eli tiedostoa NIMI.yaml.",
		"source.several":     "Kansiossa {folder} on monta menettelyä; anna yhden tiedosto: {ids}.",
		"source.many":        "Kansiossa {folder} on {n} menettelyä; anna yhden tiedosto: {ids} ja muita.",
		"source.doctor_pack": "Poista paketti {pack} tai asenna se uudelleen; muut menettelyt toimivat.",
		"source.broken":      "{name} on viallinen: {why}",
		"source.origin":      "Alkuperä",
		"source.described":   "Alkuperä: {origin}.",
		"provenance.pack":    "paketti {pack}, versio {version}",
		"provenance.file":    "tiedosto {file}",
	}
}
