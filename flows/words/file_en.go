package words

// fileEnglish says why a file that was named cannot be opened.
func fileEnglish() table {
	return table{
		"file.no_home":   "Your home folder is not known: give the whole path, or set HOME.",
		"file.none":      "There is no file {name}.",
		"file.folder":    "{name} is a folder: name a file in it.",
		"file.device":    "{name} is a pipe or a device: save its contents to a file first.",
		"file.crowded":   "In the folder {name} are more than {n} files and folders: put what belongs together into a folder of its own.",
		"file.leads_out": "{name} is a link that leads out of its folder: name the file that it leads to.",

		// what the system says of a file, inside another sentence
		"file.missing":   "{file} does not exist",
		"file.denied":    "access to {file} is denied",
		"file.is_folder": "{file} is a folder",
		"file.no_room":   "there is no room left for {file}",
		"file.read_only": "{file} is on a disk that can only be read",
		"file.faulty":    "{file} cannot be read or written: the disk reports an error",
		"file.too_many":  "too many files are open",
		"file.no_memory": "there is not enough memory",
		"file.the_file":  "the file",
	}
}
