package words

// skeletonGerman is what stands in a new procedure.
func skeletonGerman() table {
	return table{
		"skeleton.source": "Das Dokument, dem dies folgt, und der Tag, an dem es gelesen wurde.",
		"skeleton.steps":  "Ein Schritt ist eine Seite mit Punkten, von oben nach unten gelesen. Jeder hat id, title und items.",
		"skeleton.step":   "Was ein Schritt außerdem sagen kann: wer handelt (consultant, customer, vendor), ein Satz zum Vorlesen, was die andere Seite dann sieht, was zu tun ist, wenn sie etwas anderes sieht, wie lange es dauert.",
		"skeleton.items":  "Andere Punkte: eine Antwort, eine Auswahl, etwas zum Einfügen, ein Warten unter einer Bedingung. flows/README.md erklärt alle.",
		"skeleton.first":  "Hier beginnen",
	}
}
