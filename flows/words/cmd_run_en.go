package words

// cmdRunEnglish says what the commands that show runs, procedures and what can go
// wrong in a rehearsal say.
func cmdRunEnglish() table {
	return table{
		"cmd.run_head":     "run {run} · {status} · {done} done",
		"cmd.run_next":     "next: {step}  {title}",
		"cmd.round":        "round {n}",
		"cmd.blocked_by":   "by {what}",
		"cmd.due":          "due {at}",
		"cmd.undecided":    "(not decided yet)",
		"cmd.set":          "set ({fingerprint})",
		"cmd.not_set":      "not set",
		"cmd.rows":         "{n} {n:row|rows}",
		"cmd.done":         "done",
		"cmd.not_yet":      "not yet",
		"cmd.accepted":     "Accepted: {why}",
		"cmd.consequences": "Consequences:",
		"cmd.effect_keep":  "keep",
		"cmd.effect_look":  "look again",
		"cmd.effect_void":  "void",

		"cmd.no_runs":       "No runs here. lotse start PROCEDURE --customer NAME starts one.",
		"cmd.none_open":     "No run is open. lotse start PROCEDURE --customer NAME starts one.",
		"cmd.more_runs":     "More: lotse list --after {cursor}",
		"cmd.limit_takes":   "--limit takes 1 to 500.",
		"cmd.no_status":     "There is no status \"{status}\"; there are: {statuses}.",
		"cmd.no_customer":   "There is no customer \"{customer}\".",
		"cmd.name_customer": "Name the customer: lotse start {procedure} --customer NAME.",
		"cmd.customer_kept": "The customer's name is kept as \"{name}\".",
		"cmd.only_demos":    "{file} is a demo: every run in it is a demo, none is {mode}. Start the run in your own store, without --db.",

		"cmd.unchanged":            "Unchanged: {n} {n:event|events} up to head {head}. Signed by nobody: this proves their order, not their origin.",
		"cmd.procedure_unexamined": "Not looked at: the procedure of the run, which cannot be read here.",
		"cmd.files_unexamined":     "Not looked at: the files that events name. lotse doctor reads them all.",
		"cmd.erased_unexamined":    "Not to be proven: the data of events from which it was erased.",
		"cmd.changed":              "Changed: event {seq}: {what} lotse restore puts a backup in the database's place.",

		"cmd.steps":            "{n} {n:step|steps}",
		"cmd.described":        "{id}  {title} (version {version})",
		"cmd.described_source": "after {document}, read {read}; written in {langs}",
		"cmd.described_when":   "when {condition}",
		"cmd.is_required":      "required",
		"cmd.is_once":          "shown once",
		"cmd.is_kept":          "kept in a new round",
		"cmd.lint_form_alone":  "{file}: its form alone was proven. What its steps name, and their translations, are proven with a procedure that includes it.",
		"cmd.lint_name":        "A procedure is a file NAME.yaml, not \"{file}\".",

		"cmd.probe_which":     "Write: lotse probe CHECK …; there are: {checks}.",
		"cmd.no_check":        "There is no check \"{check}\"; there are: {checks}.",
		"cmd.flag_once":       "--{flag} of {check} takes one value.",
		"cmd.rehearse_write":  "Write: lotse rehearse --list, lotse rehearse RUN CHECK=FAULT…, or lotse rehearse RUN --clear.",
		"cmd.run_real":        "Run {run} is real: its checks ask the portals themselves.",
		"cmd.no_portal":       "No simulated portal stands behind \"{check}\"; they stand behind: {checks}.",
		"cmd.no_fault":        "{check} has no fault \"{fault}\"; it has: {faults}.",
		"cmd.no_fault_chosen": "Nothing goes wrong in this run.",
	}
}
