package words

// storeCareEnglish says what was done to what keeps the data after something
// was cut off, and where it lies badly.
func storeCareEnglish() table {
	return table{
		"store.restore_undone":        "A restore was cut off before it was done: \"{file}\" is as it was before.",
		"store.restore_finished":      "A restore was cut off. It is finished now, from the backup \"{backup}\".",
		"store.restore_finished_kept": "A restore was cut off. It is finished now, from the backup \"{backup}\"; what was there before is kept as \"{kept}\".",
		"store.restore_held":          "The restore of \"{file}\" is not finished yet: {what} The next start finishes it.",
		"store.plan_unreadable":       "A restore of \"{file}\" was cut off, and \"{plan}\", which says how it goes on, cannot be read. Move that file elsewhere; what lies under the name of the database is used then.",
		"store.backup_cut_off":        "\"{file}\" was being written when its program was cut off: \"{journal}\" has to be taken in first. Open it once with that program. Nothing was changed.",
		"store.linked":                "\"{file}\" is a link. What lies beside the database is kept there itself, and no link is followed: put in its place what it points to.",
		"store.cloud":                 "\"{folder}\" lies in a folder of {cloud}, which can damage a database in use or put an old one in its place. Keep it in a folder that stays on this machine.",
	}
}
