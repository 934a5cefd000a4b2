package words

// packEnglish says what is wrong with a pack.
func packEnglish() table {
	return table{
		"pack.no_manifest":     "There is no pack.yaml in it: this is no pack.",
		"pack.manifest_empty":  "pack.yaml does not say what the pack is. It needs four keys: name, version, licence, lotse.",
		"pack.manifest_faulty": "pack.yaml, line {line}: {first}",
		"pack.no_key":          "pack.yaml, line {line}: there is no key {key}. There are: {keys}.",
		"pack.needs_key":       "pack.yaml has no {key}. Add it, for example: {key}: {example}",
		"pack.bad_pack_name":   "pack.yaml, line {line}: \"{value}\" cannot be the name of a pack. Use small letters, digits and hyphens, for example: {example}",
		"pack.bad_version":     "pack.yaml, line {line}: \"{value}\" is no version. Write three numbers, for example: {key}: {example}",
		"pack.bad_licence":     "pack.yaml, line {line}: \"{value}\" is no SPDX licence, such as {example} or MIT.",
		"pack.files_form":      "pack.yaml, line {line}: below files stands the name of each other file with its SHA-256. Remove the key files, and build the pack anew.",
		"pack.no_folder":       "This is no folder.",
		"pack.no_procedure":    "The pack {pack} has no procedure.",
		"pack.not_built":       "pack.yaml does not name the files and their digests: this pack is not built yet.",

		"pack.file_missing": "{file} is missing: pack.yaml names it.",
		"pack.file_changed": "{file} is not what pack.yaml says: it was changed after the pack was built. If you changed it, remove the key files from pack.yaml and build the pack anew.",
		"pack.file_more":    "{file} does not belong to the pack: pack.yaml does not name it.",
		"pack.file_large":   "{file} is larger than {limit} MiB, the limit for a file of a pack.",
		"pack.many":         "A pack has at most {limit} files; this one has more.",
		"pack.large":        "A pack has at most {limit} MiB in all; this one has more.",

		"pack.bad_name":   "{file} cannot be the name of a file in a pack. Use letters, digits, dots, hyphens and underscores; a file lies in the folder itself or in stories/.",
		"pack.bad_ending": "{file} is of a kind that no pack has. A pack has procedures, texts, pictures and PDF files.",
		"pack.name_twice": "{file} is there twice.",
		"pack.name_case":  "{file} and {other} differ only in capital letters: many systems take them for one file.",

		"pack.entry_link": "{file} is a link. A pack has files only.",
		"pack.entry_kind": "{file} is not a plain file.",
		"pack.entry_size": "{file} says twice how large it is ({record}): the pack was not written by Lotse.",
		"pack.no_archive": "This is neither a folder nor a .tar.gz that Lotse has built.",
		"pack.bomb":       "The pack unpacks to many times its size: it is not unpacked further.",
		"pack.bomb_in":    "{file} unpacks to many times its size: the pack is not unpacked further.",
		"pack.damaged":    "The pack is damaged or incomplete. Get it again.",
		"pack.damaged_in": "The pack is damaged or incomplete at {file}. Get it again.",
		"pack.trailing":   "Something stands behind the end of the pack: it was not written by Lotse, or was changed.",
	}
}
