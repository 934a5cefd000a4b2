package words

// cmdSetEnglish says what the commands that change a run say of what they were
// given: answers, files of answers, rows, places, reasons.
func cmdSetEnglish() table {
	return table{
		"cmd.at": "{at}: {what}",

		"cmd.names_no_item":    "\"{word}\" does not name an item: write STEP.ITEM, a field's id alone, or STEP.LIST[ROW].COLUMN.",
		"cmd.names_no_problem": "\"{word}\" does not name a problem: write STEP.ITEM.CODE, or STEP.LIST[ROW].COLUMN.CODE.",
		"cmd.sets_nothing":     "One argument sets nothing: write ITEM=VALUE, LIST+={\"column\":\"value\"} or LIST[ROW]-.",
		"cmd.add_to_list":      "\"{word}\": a row is added to the list itself: STEP.LIST+={\"column\":\"value\"}.",
		"cmd.remove_whole":     "\"{word}\": a row is removed as a whole: STEP.LIST[ROW]-; an empty value clears one cell.",
		"cmd.name_column":      "\"{word}\": name the column as well: STEP.LIST[ROW].COLUMN=VALUE.",
		"cmd.name_task":        "\"{word}\": name the task's column as well: STEP.LIST[ROW].TASK.",
		"cmd.nothing_to_set":   "Nothing to set. Write: lotse set RUN ITEM=VALUE…, --answers FILE, --rows STEP.LIST=FILE or --secret-stdin STEP.FIELD.",
		"cmd.both_stdin":       "--answers - and --secret-stdin cannot both read stdin.",

		"cmd.no_list":     "{item} is {kind}, not a list: it has no rows.",
		"cmd.set_list":    "{list} is a list: write {list}+={\"column\":\"value\"}, {list}[ROW].COLUMN=VALUE or {list}[ROW]-.",
		"cmd.set_task":    "{item} is a task: lotse tick RUN {item}, or lotse untick.",
		"cmd.no_answer":   "{item} is {kind} and takes no answer.",
		"cmd.no_secret":   "{item} is not a secret: lotse set RUN {item}=VALUE.",
		"cmd.row_object":  "A row of {list} is a JSON object: {list}+={\"column\":\"value\"}.",
		"cmd.values":      "{item} takes values separated by commas, or a JSON array of texts: {why}.",
		"cmd.not_kept":    "{file} is not a file that can be kept.",
		"cmd.secret_file": "{at}: {item} is a secret and is taken from a pipe or a terminal only: lotse set RUN --secret-stdin {item}.",

		// a file of answers
		"cmd.no_answers_file": "There is no answers file {file}.",
		"cmd.answers_large":   "The answers file {file} is larger than 10 MiB, the limit.",
		"cmd.answers_form":    "An answers file is {STEP: {FIELD: VALUE}}.",
		"cmd.no_step":         "{procedure} has no step \"{step}\"; it has: {steps}.",
		"cmd.step_takes":      "Step {step} takes {ITEM: VALUE}.",
		"cmd.no_item":         "Step {step} has no item \"{item}\"; it has: {items}.",
		"cmd.no_answer_step":  "{item} is {kind} and takes no answer; step {step} takes: {items}.",
		"cmd.list_takes":      "{list} is a list: it takes [{COLUMN: VALUE}].",
		"cmd.row_form":        "A row of {list} is {COLUMN: VALUE}.",
		"cmd.no_column":       "List {list} has no column \"{column}\"; it has: {columns}.",
		"cmd.task_takes":      "{item} is a task: it takes true or false.",
		"cmd.texts":           "{item} takes a list of texts.",
		"cmd.one_value":       "{item} takes one value.",
		"cmd.misfit":          "{item} is of type {type}: {what}",

		// rows from a file
		"cmd.rows_take":    "--rows takes STEP.LIST=FILE, not \"{value}\".",
		"cmd.map_takes":    "--map takes COLUMN=HEADER, each column once, not \"{value}\".",
		"cmd.map_nowhere":  "--map {column}: none of the lists that are read has a column {column} that a file fills.",
		"cmd.about_rows":   "--map, --append, --header, --sheet, --delimiter and --encoding are about --rows STEP.LIST=FILE.",
		"cmd.no_delimiter": "\"{value}\" is not a delimiter here: it is ; , | or tab.",
		"cmd.no_encoding":  "\"{value}\" is not an encoding here; there are {encodings}.",
		"cmd.none_known":   "{file}: none of its columns is known. Say which fills which with --map COLUMN=HEADER; it has {columns}, the list has {known}.",
		"cmd.and_more":     "and {n} more (--json)",

		// reasons, waits, letters
		"cmd.say_why":           "Give a reason: lotse {use} --why REASON.",
		"cmd.say_outcome":       "Give the outcome: lotse end RUN --outcome OUTCOME --why REASON.",
		"cmd.say_how":           "Say how it was sent: lotse sent RUN STEP.DRAFT --how HOW.",
		"cmd.wait_either":       "Give either --until TIME or --answered.",
		"cmd.wait_doubt":        "{doubt} Confirm it with --yes if that is right.",
		"cmd.no_time":           "\"{word}\" is not a time: write 2026-11-24, 2026-11-24T14:00, 14:00, +3d, +2h or a weekday.",
		"cmd.draft_form":        "Choose one of --text, --mailto and -o FILE.",
		"cmd.draft_ending":      "A letter is written as text or as a mail: the file name has to end in .txt or .eml, not in {ending}.",
		"cmd.draft_exists":      "{file} exists already: choose another name.",
		"cmd.draft_blank":       "Not answered yet, and left blank: {fields}.",
		"cmd.written":           "Written to {file}.",
		"cmd.redacted":          "Erased from {n} {n:event|events}; the chain stays intact.",
		"cmd.ask_redact":        "This erases every answer of {item} in run {run} for good, from the backups too.",
		"cmd.ask_redact_server": "This erases every answer of {item} in run {run} for good. The server's backups still have it, for as long as they are kept there.",
		"cmd.no_check_now":      "No check applies now.",
	}
}
