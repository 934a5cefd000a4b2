package words

// sourceEnglish says where procedures are taken from, and why one cannot be.
func sourceEnglish() table {
	return table{
		"source.ending":      "A procedure is a file NAME.yaml, not \"{file}\".",
		"source.part":        "{file} is only a part of a procedure: name the file of the procedure, which has no other dot than that of .yaml.",
		"source.bare":        "No procedure is called {name}. The file or folder of that name is written ./{name}.",
		"source.none":        "In the folder {folder} is no procedure, which would be a file NAME.yaml.",
		"source.several":     "In the folder {folder} are several procedures; name the file of one: {ids}.",
		"source.many":        "In the folder {folder} are {n} procedures; name the file of one: {ids} and others.",
		"source.doctor_pack": "Remove the pack {pack} or install it again; the other procedures work.",
		"source.broken":      "{name} is broken: {why}",
		"source.origin":      "Taken from",
		"source.described":   "Taken from: {origin}.",
		"provenance.pack":    "pack {pack}, version {version}",
		"provenance.file":    "file {file}",
	}
}
