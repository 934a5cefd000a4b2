package flows

import (
	"slices"
	"strings"
)

// kindThings are the things that an item may be.
func kindThings() []string {
	var things []string
	for _, kind := range kinds {
		things = append(things, string(kind))
	}
	return things
}

var (
	whenKey  = Key{"when", written, false, "the condition under which it is there"}
	itemKeys = slices.Concat([]Key{
		whenKey,
		{"facts", many(anyText), false, "facts of the document that it carries"},
		{"internal", flag, false, "not for the customer's eyes"},
	}, originKeys)
	labelled = slices.Concat(itemKeys, []Key{
		{"label", anyText, false, "short, what a person reads first"},
		{"help", anyText, false, "more, in Markdown; folded"},
	})
	rulesKey = Key{"rules", many(KeyForm{Shape: FormRule}), false, "what an answer has to keep: NAME, {NAME: {argument: value}}, {rule: NAME, argument: value} or {require: CONDITION, text: SENTENCE}"}
	idKey    = Key{"id", matching(looseItemID), false, "its id, if something names it"}
)

// ofKind is the grammar of an item: its kind's own keys and those of all items.
func ofKind(kind Kind, doc string, common []Key, own ...Key) Grammar {
	return Grammar{string(kind), doc, slices.Concat(own, common)}
}

// eachKey is of the kinds in repeating.
var eachKey = Key{"each", anyText, false, "the list for every row of which it is there; its texts may name {{ .column }}"}

var itemGrammars = []Grammar{
	ofKind(KindText, "Prose.", itemKeys, idKey,
		Key{"text", anyText, true, "in Markdown; a menu path as [[A > B]]; answers as {{ field }}"},
		Key{"tell", flag, false, "has to be read"},
		Key{"help", flag, false, "folded"}),
	ofKind(KindCopy, "Something to paste into a portal.", labelled, idKey,
		Key{"copy", anyOf(anyText, nothing), true, "the constant; nothing beside of"},
		Key{"of", anyText, false, "the field whose answer is copied, instead of a constant; with each also .column"},
		eachKey),
	ofKind(KindAttach, "A file that comes with the procedure: a picture, a document, a table.", labelled, idKey,
		Key{"attach", anyText, true, "its name; it lies beside the document, and ends in " + strings.Join(EnclosureEndings(), ", ")}),
	ofKind(KindField, "One answer.", labelled, append(fieldKeys, rulesKey)...),
	ofKind(KindValue, "Worked out from answers; nobody enters it.", labelled,
		Key{"value", anyText, true, "its id, unique in the procedure, and its expression: ID = EXPRESSION"},
		Key{"is", written, false, "the expression, where it does not stand behind the id"},
		Key{"type", word(valueTypeNames()...), false, "for a text what kind of text it is; else what the expression gives"},
		rulesKey),
	ofKind(KindList, "Columns that repeat.", labelled,
		Key{"list", matching(snakePattern), true, "its id, unique in the procedure"},
		Key{"columns", many(mapping(string(KindField), string(KindTask))), true, "fields and tasks"},
		Key{"min", upTo(MaxRows), false, "rows needed to complete the step"},
		Key{"max", upTo(MaxRows), false, "rows at most"},
		Key{"unique", anyOf(anyText, many(anyOf(anyText, mapping("unique")))), false, "columns in which nothing may stand twice"},
		Key{"row", anyText, false, "what one row is called"},
		rulesKey),
	ofKind(KindTask, "Done elsewhere, ticked here.", labelled,
		Key{"task", matching(looseItemID), true, "its id"},
		eachKey,
		Key{"optional", flag, false, "the step can be completed without it"},
		Key{"evidence", word(string(FileEvidence), string(SentenceEvidence)), false, "what is asked for as proof"}),
	ofKind(KindCheck, "Run by Lotse.", labelled,
		Key{"check", matching(looseItemID), true, "its id"},
		Key{"run", anyText, true, "the name of the check"},
		Key{"with", namesOf(anyOf(anyText, many(anyText), mapping("constant"))), false, "what it is about: a field, list.column, several of them, or {const: TEXT}; with each also .column"},
		eachKey,
		Key{"level", levelWord, false, "what a failed or unknown result holds up; must unless said"},
		Key{"findings", namesOf(anyOf(levelWord, mapping("finding"))), false, "what single findings hold up, where it differs"},
		Key{"request", mapping("request"), false, "of http.json: what is asked"},
		Key{"expect", written, false, "of http.json: the condition over status and json.… under which it passes"},
		Key{"found", many(mapping("found")), false, "of http.json: what is found in an answer, by condition; the first that holds counts"},
		Key{"rehearse", mapping("rehearse"), false, "of http.json: what the portal of a rehearsal answers"}),
	ofKind(KindDraft, "A letter or a sheet, written from the answers.", labelled,
		Key{"draft", matching(looseItemID), true, "its id"},
		Key{"template", anyText, true, "the name of its template"},
		Key{"to", anyText, false, "the field with the recipient's address; with each also .column"},
		eachKey),
	ofKind(KindWait, "Until somebody answers.", labelled,
		Key{"wait", matching(looseItemID), true, "its id"},
		Key{"for", anyText, true, "who is waited for"},
		Key{"reason", anyText, false, "what they do: a verb and what follows"},
		Key{"usual", anyText, false, "how long it usually takes, only where a source gives it"},
		Key{"try", anyText, false, "what to try when nothing comes; Markdown"},
		Key{"ladder", many(mapping("rung")), false, "what to try when, in rising order"},
		Key{"until", mapping("until"), false, "the day on which to look again"},
		Key{"then", anyText, false, "the step that its answer has gone through again"}),
	ofKind(KindGate, "A point of no return.", labelled,
		Key{"gate", matching(looseItemID), true, "its id"},
		Key{"word", anyText, true, "what has to be typed"},
		Key{"warning", anyText, true, "what cannot be undone; Markdown"},
		Key{"requires", many(mapping("precondition")), false, "what has to hold before it opens"}),
	ofKind(KindAction, "Offered on the finished run, and in its step.", labelled,
		Key{"action", matching(looseItemID), true, "its id"},
		Key{"run", anyText, true, "what it runs: " + RotateSecret},
		Key{"of", anyText, false, "the field that it is about"},
		Key{"body", anyText, false, "what it does; Markdown"}),
	ofKind(KindEnd, "The run ends here, if when is true.", labelled,
		Key{"end", matching(looseItemID), true, "its id"},
		Key{"outcome", matching(kebabPattern), true, "kebab-case, on record"},
		Key{"reason", anyText, true, "a sentence"}),
	{"option", "An option that is not always offered.", []Key{
		{"label", anyText, true, "what a person reads"},
		{"when", written, false, "the condition under which it is offered"},
	}},
	{"constant", "An input of a check that is no field.", []Key{{"const", anyText, true, "the text"}}},
	{"finding", "What a finding holds up.", []Key{
		{"level", levelWord, true, "must holds the step, warn can be accepted, tell has to be read"},
		acceptKey,
	}},
	{"request", "What http.json asks.", []Key{
		{"method", word("GET", "HEAD", "POST"), false, "GET unless said"},
		{"url", anyText, true, "an https address; may name answers"},
		{"headers", namesOf(anyText), false, "lines of the header; may name answers, and a secret at the end as {{ secret FIELD }}"},
		{"basic", mapping("basic"), false, "user and password"},
		{"body", anyText, false, "of a POST; names no answer"},
	}},
	{"basic", "User and password of a request.", []Key{
		{"user", anyText, true, "may name answers"},
		{"password", matching(snakePattern), true, "a field with a secret"},
	}},
	{"found", "What http.json finds in an answer.", []Key{
		{"code", matching(snakePattern), true, "the finding's code"},
		{"when", written, true, "the condition over status and json.…"},
		{"text", anyText, true, "what is found; a sentence"},
		{"cause", anyText, false, "what most likely lies behind it"},
		{"of", matching(snakePattern), false, "the field to look at"},
	}},
	{"rehearse", "What the portal of a rehearsal answers to http.json.", []Key{
		{"answer", mapping("answer"), true, "when nothing goes wrong"},
		{"faults", namesOf(mapping("http_fault")), false, "what can go wrong there, by name"},
	}},
	{"answer", "An answer.", answerKeys},
	{"http_fault", "What can go wrong.", append([]Key{{"does", anyText, true, "what goes wrong; a sentence"}}, answerKeys...)},
	{"rung", "What to try when.", []Key{
		{"after", matching(`[1-9][0-9]{0,3}[mhd]`), true, "how long after the wait began: 10m, 2h, 3d"},
		{"try", anyText, true, "what to try; Markdown"},
	}},
	{"until", "The day on which to look again.", []Key{
		{"of", anyText, false, "a field with a date; the day on which the wait began unless said"},
		{"plus", matching(`[1-9][0-9]{0,2}d`), false, "days later: 1d"},
	}},
	{"precondition", "What has to hold before a gate opens.", []Key{
		{"when", written, true, "the condition"},
		{"text", anyText, true, "a sentence that says it"},
	}},
	{"unique", "A column in which nothing may stand twice.", []Key{
		{"column", anyText, true, "its id"},
		{"when", written, false, "the condition under which it holds"},
		{"level", levelWord, false, "must unless said"},
		{"text", anyText, false, "the problem's sentence"},
	}},
}

var answerKeys = []Key{
	{"status", upTo(599), false, "200 unless said"},
	{"body", anyText, true, "the text of the answer"},
}

var fieldKeys = []Key{
	{"field", matching(snakePattern), true, "its id, unique in the procedure"},
	{"type", word(typeNames()...), true, "of the answer"},
	{"required", flag, false, "the step is not complete without it"},
	{"area", flag, false, "a text of several lines"},
	{"once", flag, false, "a secret that is shown only once"},
	{"keep", flag, false, "a new round of the step leaves the answer as it is"},
	{"large", flag, false, "a file of up to 2 GiB, not 20 MiB"},
	{"options", anyOf(namesOf(anyOf(anyText, mapping("option"))), many(anyText)), false, "of a choice or choices: VALUE: LABEL, VALUE: {label: LABEL, when: CONDITION}, or values that are their own labels"},
	{"default", anyOf(written, many(anyText)), false, "stands there at first; counts as the answer until another is given"},
	{"placeholder", anyText, false, "an example, shown while nothing is typed"},
	{"unit", anyText, false, "what a number counts, such as days; shown beside the answer"},
}

var acceptKey = Key{"accept", word(string(AcceptRequired)), false, "required: a warning holds the step until it is accepted with a reason"}

// ruleWordKeys are the keys of every rule but the shortest.
var ruleWordKeys = slices.Concat([]Key{
	{"level", levelWord, false, "must unless said"},
	acceptKey,
	{"code", matching(looseItemID), false, "code of the problem; the rule's name unless said"},
	{"text", anyText, false, "the problem's sentence; the rule's own unless said"},
}, originKeys)

var ruleGrammars = []Grammar{
	{"require", "A condition that must not be false.", slices.Concat([]Key{{"require", written, true, "the condition"}}, ruleWordKeys)},
	{"the_rule", "A named rule, with its arguments.", ruleWordKeys},
}
