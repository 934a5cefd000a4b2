package flows

import "slices"

// Patterns of ids, as stepID, fieldID and itemID prove them.
const (
	kebabPattern = `[a-z][a-z0-9]*(-[a-z0-9]+)*`
	snakePattern = `[a-z][a-z0-9_]*`
	looseItemID  = `[a-z][a-z0-9_-]*`
	anyFactID    = `[A-Za-z][A-Za-z0-9_-]*`
)

var fromWord = word(string(FromLaw), string(FromVendor), string(FromReading))

// originKeys say where something comes from.
var originKeys = []Key{
	{"from", fromWord, false, "where it comes from, if not from the document: law, vendor, or reading (our reading of it)"},
	{"source", anyText, false, "where that is to be read, as one cites it"},
}

// grammars are written in three parts: documents and steps here, items and rules
// beside.
var grammars = slices.Concat(documentGrammars, itemGrammars, ruleGrammars)

var documentGrammars = []Grammar{
	{"procedure", "A procedure: who does what, in which order, what may be answered and what has to be true.", []Key{
		{"procedure", matching(kebabPattern), true, "the id, which is the name of the file without .yaml"},
		{"version", upTo(1_000_000), true, "raised with every change of meaning; 1 or more"},
		{"language", anyText, false, "the language of its texts; en unless said"},
		{"title", anyText, true, "what it sets up, in a few words"},
		{"summary", anyText, false, "one sentence for whoever chooses among procedures"},
		{"source", mapping("source"), false, "the document that it follows"},
		{"systems", many(anyText), false, "the systems that it touches, by their names"},
		{"facts", many(anyText), false, "ids of the facts of the document, ranges allowed: [NS-01..NS-12]"},
		{"steps", many(mapping("step", "include")), true, "in the order in which they are walked"},
		{"renamed", namesOf(anyText), false, "what was called otherwise in a version before, {OLD: NEW}: a step, a field, a list or a column by its id, any item as STEP.ITEM"},
	}},
	{"source", "The document that a procedure follows.", []Key{
		{"document", anyText, true, "the name of its file"},
		{"read", written, false, "the day on which it was read: 2026-11-24"},
	}},
	{"steps", "Steps that several procedures share.", []Key{
		{"params", many(matching(snakePattern)), false, "names of what each procedure gives; written $name in a text"},
		{"steps", many(mapping("step")), true, "in the order in which they are walked"},
	}},
	{"include", "The steps of NAME.steps.yaml in the place of one.", []Key{
		{"include", matching(kebabPattern), true, "NAME of NAME.steps.yaml"},
		{"with", namesOf(anyText), false, "a text for each of its parameters"},
		{"facts", namesOf(anyOf(anyText, nothing)), false, "what each of its facts is called here; nothing drops it"},
	}},
	{"step", "A page of items, read from top to bottom.", stepKeys},
	{"page", "The page on which a step happens.", []Key{
		{"address", anyText, true, "an https address"},
		originKeys[0], originKeys[1],
	}},
	{"overlay", "A translation of a procedure, NAME.LANG.yaml.", []Key{
		{"of", matching(kebabPattern), true, "the id of the procedure"},
		{"language", anyText, true, "the language tag, as in the name of the file"},
		{"texts", anyOf(nothing, namesOf(mapping("translation"))), true, "each text by its path; lotse lint lists what is missing"},
	}},
	{"translation", "One translated text, with the digest of what it translates below the language of that: en unless said.", []Key{
		{"text", anyText, true, "the translation"},
	}},
}

var stepKeys = []Key{
	{"id", matching(kebabPattern), true, "kebab-case, unique in the procedure"},
	{"title", anyText, true, "a few words"},
	{"when", written, false, "the condition under which the step is needed"},
	{"needs", many(anyText), false, "earlier steps that have to be done, or not needed, first"},
	{"actor", word(string(Consultant), string(Customer), string(Vendor)), false, "who acts; the consultant unless said"},
	{"say", anyText, false, "one sentence to read aloud"},
	{"see", anyText, false, "what the other side sees then"},
	{"ifnot", namesOf(anyText), false, "what to do if they see something else, by letter: a, b, c"},
	{"have", anyText, false, "what the customer should have at hand for it; for the sheet before a run"},
	{"who", anyText, false, "whom it takes at the customer's; for the sheet before a run"},
	{"facts", many(anyText), false, "facts that no item of the step carries"},
	{"internal", flag, false, "not for the customer's eyes"},
	{"minutes", upTo(100_000), false, "roughly how long it takes"},
	{"source", anyText, false, "where it stands in the document"},
	{"page", anyOf(anyText, mapping("page")), false, "the https address of the page on which it happens, where a document gives one"},
	{"system", anyText, false, "on which of the procedure's systems it happens"},
	{"items", many(mapping(kindThings()...)), false, "what stands on the page"},
}
