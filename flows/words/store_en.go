package words

// storeEnglish says what is wrong with what keeps the data, and what was done
// to it. What a person does about it with a command is the face's to say.
func storeEnglish() table {
	return table{
		// a file that is not opened
		"store.foreign":     "\"{file}\" is a database of another program. It was left as it is.",
		"store.network":     "\"{file}\" lies on a network file system ({system}), where a database can lose what was saved.",
		"store.newer":       "\"{file}\" was written by a newer Lotse: its version is {version}, and this one knows up to {known}. Use the newer Lotse. Nothing was changed.",
		"store.no_database": "\"{file}\" is not a database, or its beginning is damaged. It was left as it is.",
		"store.damaged":     "\"{file}\" is damaged. It was left as it is.",
		"store.too_short":   "\"{file}\" is too short for a database. It was left as it is.",
		"store.no_version":  "\"{file}\" has no version. It was left as it is.",
		"store.no_file":     "\"{file}\" is not a file.",
		"store.no_folder":   "The folder \"{folder}\" cannot be made.",

		// what can be mended, and what is not known
		"store.full":        "The disk that holds \"{file}\" is full. Free some space there and try again.",
		"store.locked":      "Another program is using \"{file}\". Close it, or try again in a moment.",
		"store.held":        "Another program has held \"{file}\" for more than {n} {n:second|seconds}. Close it and try again.",
		"store.read_only":   "\"{file}\" cannot be written. Check the permissions of the file and its folder.",
		"store.conflict":    "The run was changed by another program in the meantime.",
		"store.unusable":    "\"{file}\" could not be used: {why}.",
		"store.disk_error":  "the disk reports an error",
		"store.no_opening":  "it, or a file beside it, cannot be opened",
		"store.other_error": "the database reports the error {number}",
		"store.failed":      "This failed: {why}.",

		// what is not there
		"store.no_run":           "There is no run \"{run}\".",
		"store.no_event":         "The run \"{run}\" has no event {seq}.",
		"store.ambiguous":        "Several run ids begin with \"{prefix}\", such as \"{one}\" and \"{other}\". Give more of the id.",
		"store.no_secret":        "There is no secret \"{secret}\".",
		"store.no_customer":      "There is no customer \"{customer}\".",
		"store.customer_line":    "A customer's name is one line without control characters: \"{customer}\" is not.",
		"store.customer_long":    "A customer's name has at most {most} bytes: \"{customer}\" is longer. Put what goes beyond a name into a note.",
		"store.customer_name":    "A customer needs a name.",
		"store.no_procedure":     "The procedure with the digest \"{digest}\" is not there.",
		"store.newer_procedure":  "The procedure with the digest \"{digest}\" was stored by a newer Lotse, in the format {format}. Use the newer Lotse.",
		"store.needs":            "The customer \"{customer}\" or the procedure with the digest \"{digest}\" is not there.",
		"store.no_sum":           "\"{sum}\" is not the SHA-256 of an evidence file.",
		"store.no_evidence":      "The evidence file \"{file}\" is not there.",
		"store.evidence_changed": "The evidence file \"{file}\" was changed since it was kept.",
		"store.file_large":       "The file \"{file}\" is over {limit}, the limit of what is kept here.",
		"store.bytes":            "{n} {n:byte|bytes}",
		"store.no_place":         "\"{place}\" is not a place in a list of runs. Use the one that came with the previous page.",
		"store.page_size":        "A page of runs has 1 to {most} runs, not {n}.",

		// what a server does not let a member do
		"postgres.denied":    "The role \"{role}\" of \"{member}\" does not allow this: it takes the role \"{needed}\". Ask somebody who has it, or let a lead change the role.",
		"postgres.no_longer": "\"{member}\" is no longer in this team: nothing can be read or saved here. Ask a lead to let you in again.",

		// backups, and what is deleted from them
		"store.no_backup":    "There is no backup \"{file}\".",
		"store.itself":       "\"{file}\" is the database itself.",
		"store.backup_torn":  "The backup \"{file}\" is incomplete or damaged: {what} Nothing was changed.",
		"store.backup_empty": "\"{file}\" is empty, so it is not a backup. Nothing was changed.",
		"store.copy_torn":    "The copy of \"{file}\" is incomplete or damaged: {what} It was not kept; what was there before is unchanged.",
		"store.copy_short":   "The copy \"{file}\" has {runs} {runs:run|runs} and {events} {events:event|events}, but there are {had_runs} and {had_events}. It was not kept.",
		"store.copies_left":  "It was deleted, but copies of it are left: {what} Fix that and try again, or remove the files named.",
		"store.log_held":     "Another program reads \"{file}\", so its log \"{log}\" still holds what was deleted. Close it.",
		"store.migrated":     "The database is being brought to version {version}. A backup of its old state: \"{backup}\".",

		// what a thorough look finds
		"store.pages":             "SQLite found: {what}.",
		"store.orphans":           "{n} {n:row|rows} of {table} {n:names|name} a row of {parent} that is not there.",
		"store.other_migration":   "Migration {version} is not the one this program has.",
		"store.migrations":        "Version {version} is reached with {applied} {applied:migration|migrations}.",
		"store.procedure_changed": "The procedure of {n} {n:run|runs} is not as it was stored: its bytes do not match the digest {digest}. Runs: {runs}.",
		"store.chain":             "Run \"{run}\", event {seq}: {what}",
		"store.run_damaged":       "What the list has of run \"{run}\" is damaged. Have the database restored from the server's backup.",
	}
}
