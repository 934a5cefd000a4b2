package words

// compareFileGerman is compareFileEnglish in German.
func compareFileGerman() table {
	const spoilt = ", den eine Tabellenkalkulation verfälscht hat, wie lange Zahlen und Tage. Formatieren Sie die Spalte als Text, und exportieren Sie noch einmal."
	const zeros = " als die anderen mit {digits}, die mit 0 beginnen: Fehlen Nullen?"
	const first = "{n} Zeilen, diese als erste, "
	return table{
		"compare.same_file":            "Beide Seiten sind dieselbe Datei: Geben Sie für eine die Stammdaten des anderen Systems an.",
		"compare.other_register":       "Das sieht nach Stammdaten der {other} aus, nicht der {kind}: Die Spalte „{column}“ nennt deren Code.",
		"compare.no_codes":             "Keine Spalte enthält die Codes der {kind}. Sagen Sie, welche es ist, mit code=KOPF; es gibt {columns}.",
		"compare.codes_in_doubt":       "Die Codes der {kind} können in mehreren Spalten stehen: {columns}. Sagen Sie, welche es ist, mit code=KOPF.",
		"compare.in_doubt.business_id": "Die Y-tunnus kann in mehreren Spalten stehen: {columns}. Keine wurde genommen: Sagen Sie, welche es ist.",
		"compare.in_doubt.name":        "Die Namen können in mehreren Spalten stehen: {columns}. Keine wurde genommen: Sagen Sie, welche es ist.",
		"compare.no_field":             "Stammdaten der {kind} haben kein Feld „{field}“; es gibt {fields}.",
		"compare.rows_many":            "Das ist Zeile {n} der Daten; Stammdaten haben höchstens {most}.",
		"compare.text_large":           "Bis hierher haben Codes, Y-tunnus und Namen mehr als {most} MiB: zu viel für Stammdaten. Speichern Sie das Blatt als CSV.",

		"compare.record_damaged": "Zeile {line} des abgelegten Vergleichs ist nicht, wie sie geschrieben wurde. Vergleichen Sie noch einmal.",
		"compare.record_newer":   "Eine neuere Version von Lotse hat den Vergleich abgelegt, in der Form {version}. Aktualisieren Sie Lotse, oder vergleichen Sie noch einmal.",

		"compare.kind.customers": "Kunden",
		"compare.kind.suppliers": "Lieferanten",
		"compare.kind.products":  "Artikel",

		"compare.columns_of_sheet": "{columns} auf dem Blatt „{sheet}“, und auch auf den anderen Blättern ({others}) keine Codes",

		"compare.left":          "{n} {n:Zeile ist keine Karte, sondern eine Summe, eine Überschrift, ein Strich oder ein Seitenende, und wird|Zeilen sind keine Karten, sondern Summen, Überschriften, Striche oder Seitenenden, und werden} ausgelassen: {n:Zeile|Zeilen} {rows}.",
		"compare.left_doubt":    "{n} {n:Zeile|Zeilen} am Ende {n:gilt als Summe und wird|gelten als Summen und werden} ausgelassen, {n:hat|haben} aber einen Code wie die Karten: {n:Ist es eine Karte|Sind es Karten}? {n:Zeile|Zeilen} {rows}.",
		"compare.barred_unread": "{n} {n:Zeile sagt|Zeilen sagen} mit keinem bekannten Wort, ob die Karte gesperrt oder aktiv ist: Niemand weiß es. {n:Zeile|Zeilen} {rows}.",
		"compare.blank":         "{n} {n:Zeile hat|Zeilen haben} weder Code noch Namen und {n:wird|werden} ausgelassen: {n:Zeile|Zeilen} {rows}.",
		"compare.guarded":       "{n} {n:Zeile ist|Zeilen sind} für eine Tabellenkalkulation oder von einer so geschrieben: {example}. Gelesen wird {stands}.",
		"compare.guard_doubt":   "{n} {n:Code ist|Codes sind} so geschrieben: {example}. Steht in den anderen Stammdaten {stands} und nicht {example}, {n:wird er|werden sie} so gelesen. Sicher ist nur ein Export der Codes als Text.",
		"compare.letters":       "{n} {n:Zeile hat|Zeilen haben} Buchstaben einer anderen Kodierung: Ist es {encoding}? Bis das geklärt ist, wird mit nichts verglichen, was solche Buchstaben hat: {n:Zeile|Zeilen} {rows}.",
		"compare.letters_odd":   "{n} {n:Zeile hat|Zeilen haben} Buchstaben einer anderen Kodierung. Welche ist es? Bis das geklärt ist, wird mit nichts verglichen, was solche Buchstaben hat: {n:Zeile|Zeilen} {rows}.",
		"compare.letters_twice": "{n} {n:Zeile hat|Zeilen haben} Buchstaben, die zweimal nach UTF-8 umgewandelt wurden, etwa Ã¶ statt ö: Was sie hat, wird mit nichts verglichen. Steht das so im System oder nur in der Datei? {n:Zeile|Zeilen} {rows}.",
		"compare.error_value":   "{n} {n:Zeile hat|Zeilen haben} hier keinen Wert, sondern eine Fehleranzeige wie #N/A: Sie wird mit nichts verglichen. In der Tabelle beheben und noch einmal exportieren: {n:Zeile|Zeilen} {rows}.",
		"compare.unread_header": "Im Namen einer Spalte steht ein Zeichen, das sich nicht lesen ließ. Stimmt die Kodierung?",
		"compare.unread":        "{n} {n:Zeile hat|Zeilen haben} hier ein Zeichen, das sich nicht lesen ließ: Das wird mit nichts verglichen. Stimmt die Kodierung? {n:Zeile|Zeilen} {rows}.",

		"compare.two_names":    "Die Spalten {first} und {second} heißen beide {name}: Genommen wurde Spalte {taken}.",
		"compare.again":        "Diese Zeile ist noch einmal die Kopfzeile: Sie wird ausgelassen.",
		"compare.again_more":   first + "sind noch einmal die Kopfzeile: Sie werden ausgelassen.",
		"compare.ragged":       "Diese Zeile hat weniger Zellen als die Kopfzeile.",
		"compare.ragged_more":  first + "haben weniger Zellen als die Kopfzeile.",
		"compare.surplus":      "Diese Zeile hat mehr Zellen als die Kopfzeile: Stimmt das Trennzeichen?",
		"compare.surplus_more": first + "haben mehr Zellen als die Kopfzeile: Stimmt das Trennzeichen?",
		"compare.quote":        "In einer Zelle dieser Zeile steht ein Anführungszeichen; es gilt als Teil des Textes.",
		"compare.quote_more":   first + "haben ein Anführungszeichen in einer Zelle; es gilt als Teil des Textes.",
		"compare.spoilt":       "Diese Zeile hat einen Code" + spoilt,
		"compare.spoilt_more":  first + "haben einen Code" + spoilt,
		"compare.zeros":        "Diese Zeile hat einen Code mit weniger Ziffern" + zeros,
		"compare.zeros_more":   first + "haben einen Code mit weniger Ziffern" + zeros,
	}
}
