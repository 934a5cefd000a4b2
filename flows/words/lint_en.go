package words

// lintEnglish says what is wrong with the files of a procedure, to whoever
// writes it. Words in small letters that stand by themselves (needs, then,
// required) are keys of the file.
func lintEnglish() table {
	return table{
		// the files
		"lint.file_name":   "The name of the file is made of small letters, digits and -, such as sage-main-contact.yaml.",
		"lint.file_size":   "The file has {size} bytes; a procedure may have {limit} at most.",
		"lint.no_file":     "There is no file {file}.",
		"lint.not_read":    "The file {file} cannot be read: {detail}.",
		"lint.not_utf8":    "This is not UTF-8: save the file in that encoding.",
		"lint.too_large":   "The procedure has {size} bytes with includes and overlays; at most {limit} are taken.",
		"lint.not_encoded": "The procedure cannot be stored: {detail}.",

		// the form of a document
		"lint.yaml_anchor":    "Anchors (&) are not used here: write it out.",
		"lint.yaml_alias":     "Aliases (*) are not used here: write it out; a text that begins with * needs quotes.",
		"lint.yaml_tag":       "Tags (!) are not used here; a text that begins with ! needs quotes.",
		"lint.yaml_merge":     "Merge keys (<<) are not used here: write it out.",
		"lint.yaml_directive": "Directives (%) are not used here.",
		"lint.yaml_deep":      "The document is nested more than {limit} deep.",
		"lint.yaml_keys":      "A mapping has more than {limit} keys.",
		"lint.yaml_parts":     "A list has more than {limit} parts.",
		"lint.yaml_unparsed":  "The document cannot be parsed.",
		"lint.yaml_syntax":    "The document cannot be parsed: {detail}.",
		"lint.yaml_second":    "A second document begins here: a file holds one.",
		"lint.yaml_empty":     "The document is empty.",
		"lint.yaml_node":      "This is not used here: {detail}.",
		"lint.yaml_key":       "A key has to be a word.",
		"lint.yaml_key_twice": "The key {key} is there already, in line {line}.",

		// what stands at a key
		"lint.not_mapping": "This is {is}, and {what} has to be a mapping (key: value).",
		"lint.not_list":    "This is {is}, and {what} has to be a list.",
		"lint.not_text":    "This is {is}, and {what} has to be a text.",
		"lint.not_truth":   "This is {is}, and {what} has to be true or false.",
		"lint.not_number":  "This is {is}, and {what} has to be a whole number from 0 to {max}.",
		"lint.not_one_of":  "For {key} there is no {value}: it is one of {words}.",
		"lint.empty_list":  "There is nothing in {what}: leave it out.",
		"lint.empty_text":  "There is nothing here, and {what} has to be a text.",
		"lint.unclean":     "There are control or invisible characters in {what}.",
		"lint.needs_key":   "The key {key} is missing: {what} needs it.",
		"lint.no_key":      "There is no key {key} in {what}{hint}",
		"lint.no_date":     "{value} is no date: write 2026-11-24.",

		// a procedure and its steps
		"lint.id_file":     "The procedure is called {procedure}, its file {file}: give both one name.",
		"lint.no_version":  "A procedure needs a version: a whole number from 1.",
		"lint.no_summary":  "A procedure needs a summary: one sentence for whoever chooses among procedures.",
		"lint.no_steps":    "There are no steps.",
		"lint.no_step":     "There is no step {step}{hint}",
		"lint.step_id":     "{id} is no id of a step: small letters, digits and -, such as sign-in.",
		"lint.step_twice":  "There is a step {id} already ({file}:{line}).",
		"lint.step_later":  "The step {step} comes later: only an earlier one can be needed.",
		"lint.step_empty":  "The step {step} has no items.",
		"lint.letter":      "{letter} is no letter of a branch: a, b, c and so on.",
		"lint.item_id":     "{id} is no id of an item: small letters, digits, _ and -, such as signed_in.",
		"lint.item_twice":  "The step has an item {id} already ({file}:{line}).",
		"lint.field_id":    "{id} is no id of a field: small letters, digits and _, such as client_id, and no word of the conditions.",
		"lint.field_twice": "There is a field {id} already ({file}:{line}).",

		// facts
		"lint.fact_id":        "{fact} is no id of a fact, such as TI-01.",
		"lint.fact_range":     "{fact} is no range of facts, such as TI-01..TI-26.",
		"lint.fact_twice":     "The fact {fact} is there twice.",
		"lint.fact_uncovered": "The fact {fact} is on no step and no item.",
		"lint.step_no_fact":   "The step {step} covers no fact.",
		"lint.no_fact":        "The procedure has no fact {fact}.",

		// included steps
		"lint.include_nested":    "Included steps cannot include others.",
		"lint.include_name":      "The name of an include is made of small letters, digits and -.",
		"lint.include_parameter": "The included steps have no parameter {name}{hint}",
		"lint.include_needs":     "The included steps need the parameter {name}.",
		"lint.include_fact":      "The included steps have no fact {fact}.",
		"lint.fact_unmapped":     "The fact {fact} is not mapped where these steps are included ({file}:{line}).",
		"lint.no_parameter":      "There is no parameter {name}{hint}",
		"lint.parameter_unused":  "The parameter {name} is used nowhere.",

		// translations
		"lint.overlay_language":  "{lang} is no language: an overlay is called {procedure}.de.yaml or the like.",
		"lint.overlay_of":        "This is the overlay of {procedure}, but it says {of}.",
		"lint.overlay_says":      "The name of the file says {lang}, but this says {says}.",
		"lint.overlay_texts":     "An overlay needs texts.",
		"lint.untranslated":      "{path} is not translated: \"{text}\" (en: {digest}).",
		"lint.translation_stale": "{path} translates an English that has changed: look at it, then write en: {digest}.",
		"lint.translation_names": "{path} has to name the same answers in {{ }} as the English: {names}.",
		"lint.no_text":           "{procedure} has no text {path}{hint}",

		// texts
		"lint.text_no_field":   "A text names {{ {name} }}, and there is no such field{hint}",
		"lint.text_secret":     "A text names {{ {name} }}: a secret stands in no text.",
		"lint.text_later":      "A text names {{ {name} }}, which comes later.",
		"lint.text_names_none": "No answer can stand here, and the text names {{ {name} }}.",
		"lint.marks":           "A text has not as many {open} as {close}.",

		// what a fault names, as it stands inside a sentence
		"thing.procedure":    "a procedure",
		"thing.source":       "a source",
		"thing.step":         "a step",
		"thing.item":         "an item",
		"thing.file":         "the file",
		"thing.steps":        "a file of steps",
		"thing.include":      "an include",
		"thing.overlay":      "an overlay",
		"thing.translation":  "a text of an overlay",
		"thing.column":       "a column",
		"thing.unique":       "a unique column",
		"thing.option":       "an option",
		"thing.the_option":   "the option {option}",
		"thing.rule":         "a rule",
		"thing.the_rule":     "the rule {rule}",
		"thing.require":      "a rule with require",
		"thing.precondition": "a precondition",
		"thing.constant":     "an input that is no field",
		"thing.fact":         "a fact",
		"thing.finding":      "a finding",
		"thing.value":        "the value of {key}",
		"thing.entry":        "an entry of {key}",
		"thing.mapping":      "a mapping",
		"thing.list":         "a list",
		"thing.nothing":      "nothing",
		"thing.quoted":       "\"{text}\"",
	}
}
