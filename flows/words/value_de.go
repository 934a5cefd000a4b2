package words

// valueGerman says what there is to say of a value that is worked out.
func valueGerman() table {
	return table{
		"value.follows":      "Ergibt sich aus {what}",
		"value.none":         "Lässt sich aus diesen Antworten nicht errechnen",
		"kind.value":         "ein Wert",
		"manual.is":          "errechnet als",
		"manual.kind_value":  "Wert",
		"lint.value_none":    "{id} braucht einen Ausdruck: {id} = AUSDRUCK oder den Schlüssel is.",
		"lint.value_twice":   "Der Ausdruck steht schon hinter dem =: den Schlüssel is weglassen, oder das = und was darauf folgt.",
		"lint.value_type":    "Der Ausdruck ergibt: {is}. Den Typ {type} kann das nicht haben.",
		"refuse.value":       "{item} wird errechnet: Ändern Sie, woraus es sich ergibt ({what}).",
		"refuse.value_alone": "{item} wird errechnet und nicht eingegeben.",
	}
}
