package words

// cmdPackEnglish says what the commands on packs do and ask.
func cmdPackEnglish() table { return together(cmdPackOwnEnglish(), cmdPackUpdateEnglish()) }

// cmdPackOwnEnglish says what those say that build, install and remove one.
func cmdPackOwnEnglish() table {
	return table{
		"cmd.short_pack":      "Packs of procedures: build, install, update and remove them",
		"cmd.long_pack":       "A pack is procedures that are passed on together, with their translations, letters and stories: a folder, or one .tar.gz. pack.yaml in it says its name, version and licence, which Lotse it needs, and the digest of every file. An installed procedure is called PACK/PROCEDURE. What comes with Lotse is a pack, too, whose procedures need no PACK before their names.",
		"cmd.no_pack_command": "There is no lotse pack {word}. There are build, add, list, update and remove.",

		"cmd.short_pack_build": "Proves the procedures of a folder and writes them into one file",
		"cmd.long_pack_build":  "Proves all procedures of a folder as lotse lint does, and writes a .tar.gz with the digest of every file in its pack.yaml. Of the folder it takes the procedures, translations, letters, pictures and PDF files that lie in it, README and licence, and what lies in stories; it names what it leaves out. The same folder gives the same file, byte by byte.",
		"cmd.flag_pack_out":    "the new FILE to write",
		"cmd.pack_out":         "Say with -o FILE where to write it.",
		"cmd.no_pack_folder":   "{folder} is no folder.",
		"cmd.pack_left_out":    "Left out: {files}",
		"cmd.pack_written":     "Written to {file}.",
		"cmd.pack_faulty":      "The procedures have faults: nothing was written. lotse lint shows them again.",

		"cmd.short_pack_add": "Installs a pack, from a folder or a file",
		"cmd.long_pack_add":  "Shows what a pack is and installs it, for everybody who works with this database. Its four words are to be compared on the phone with those that lotse pack build showed its author. A pack runs no programs: it holds procedures, letters and pictures.",
		"cmd.flag_dry_pack":  "show what would be done, and change nothing",
		"cmd.no_pack_at":     "There is no folder and no file {file}.",
		"cmd.pack_there":     "The pack {pack} is installed already. Bring it up to date with lotse pack update.",
		"cmd.pack_newer":     "The pack {pack} needs Lotse {least} or later; this is {version}.",
		"cmd.pack_shadows":   "A pack cannot be called {pack}: what comes with Lotse has that name. Ask its author for another name.",
		"cmd.pack_added":     "Installed. Begin with lotse start {procedure}.",
		"cmd.pack_head":      "{pack} {version}, licence {licence}, for Lotse {lotse} or later",
		"cmd.pack_files":     "{n} {n:file|files}, {size}",
		"cmd.pack_hosts":     "The checks of {procedure} ask: {hosts}",
		"cmd.pack_words":     "The words of the pack: {words}",

		"cmd.short_pack_list": "Lists the packs that are installed",
		"cmd.no_packs":        "No pack is installed.",
		"cmd.pack_broken":     "broken: {why}",

		"cmd.short_pack_remove": "Removes a pack; runs of its procedures go on",
		"cmd.long_pack_remove":  "Removes an installed pack. Runs keep the procedure that they were begun with and go on; new ones cannot be begun.",
		"cmd.pack_removed":      "The pack {pack} is removed. Runs of its procedures go on.",
	}
}
