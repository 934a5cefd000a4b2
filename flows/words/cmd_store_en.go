package words

// cmdStoreEnglish is what the command line says of the store: how far long work
// is, which backup is made without being asked, and what doctor sees of it.
func cmdStoreEnglish() table {
	return table{
		// on the line of progress
		"cmd.look_pages": "checking every page",
		"cmd.look_runs":  "checking the runs: {n} %",
		"cmd.look_files": "checking the kept files: {n} %",
		"cmd.look_copy":  "writing a copy",

		// before a backup that nobody asked for
		"cmd.backup_begins":       "The newest backup is {n} days old: Lotse makes a new one.",
		"cmd.backup_begins_first": "The oldest data here is {n} days old and has no backup: Lotse makes one.",

		// what doctor says
		"cmd.doctor_hours":        "the newest is {n} {n:hour|hours} old",
		"cmd.doctor_days":         "the newest is {n} {n:day|days} old",
		"cmd.doctor_cloud":        "This folder belongs to {cloud}, which can damage a database in use or put an old one in its place. Move the data to a folder that stays on this machine, and name the database with --db or LOTSE_DB.",
		"cmd.doctor_name_promise": "promise",
		"cmd.doctor_promise":      "What is saved survives a kill, a crash and a power cut; a restore is done or not done, never half.",
		"cmd.doctor_no_promise":   "Not promised: disks that say \"written\" too early, network drives, synchronised folders, and that an SSD wipes what is deleted. The file storage/README.md says how this is tested.",

		// what SQLite says of the store
		"cmd.fact_sqlite":             "SQLite {value}",
		"cmd.fact_journal_mode":       "journal mode: {value}",
		"cmd.fact_journal_mode_wal":   "Changes go to a write-ahead log first.",
		"cmd.fact_synchronous":        "synchronous: {value}",
		"cmd.fact_synchronous_2":      "Every save waits until the disk has it.",
		"cmd.fact_foreign_keys":       "foreign keys: {value}",
		"cmd.fact_foreign_keys_1":     "No row can name one that is not there.",
		"cmd.fact_secure_delete":      "secure delete: {value}",
		"cmd.fact_secure_delete_1":    "What is deleted is overwritten in the file.",
		"cmd.fact_size":               "database: {n} {n:byte|bytes}",
		"cmd.fact_log_size":           "log: {n} {n:byte|bytes}",
		"cmd.fact_evidence_files":     "kept files: {n}",
		"cmd.fact_permissions":        "permissions of the database: {value}",
		"cmd.fact_log_permissions":    "permissions of the log: {value}",
		"cmd.fact_folder_permissions": "permissions of the folder: {value}",
		"cmd.fact_cloud":              "synchronised by: {value}",
	}
}
