package words

// compareFileEnglish says why a file is no side of a comparison, and what a
// person has to know of one that is.
func compareFileEnglish() table {
	const spoilt = " that a spreadsheet made of another, as it writes long numbers and days. Format the column as text and export again."
	const zeros = " than the others, which have {digits} and begin with 0: are zeros lost?"
	const first = "{n} rows, this one the first, "
	return table{
		"compare.same_file":            "Both sides are the same file: give the register of the other system for one of them.",
		"compare.other_register":       "This looks like a register of {other}, not of {kind}: the column \"{column}\" names their code.",
		"compare.no_codes":             "No column holds the codes of the {kind}. Say which one does, as code=HEADER; there are {columns}.",
		"compare.codes_in_doubt":       "The codes of the {kind} may be in any of several columns: {columns}. Say which one holds them, as code=HEADER.",
		"compare.in_doubt.business_id": "The business ids may be in any of several columns: {columns}. None was taken: say which one holds them.",
		"compare.in_doubt.name":        "The names may be in any of several columns: {columns}. None was taken: say which one holds them.",
		"compare.no_field":             "A register of {kind} has no field \"{field}\"; it has {fields}.",
		"compare.rows_many":            "This is row {n} of the data; a register may have {most} at most.",
		"compare.text_large":           "Up to here the codes, business ids and names have more than {most} MiB: too much for a register. Save the sheet as CSV.",

		"compare.record_damaged": "Line {line} of what was kept is not as it was written. Compare again.",
		"compare.record_newer":   "It was kept by a newer version of Lotse, in the form {version}. Update Lotse, or compare again.",

		"compare.kind.customers": "customers",
		"compare.kind.suppliers": "suppliers",
		"compare.kind.products":  "products",

		"compare.columns_of_sheet": "{columns} on the sheet \"{sheet}\", and no codes on the other sheets either, which are {others}",

		"compare.left":          "{n} {n:row is|rows are} no {n:card|cards} but {n:a total, a title, a line or the foot of a page, and is|totals, titles, lines or feet of pages, and are} left out: {n:row|rows} {rows}.",
		"compare.left_doubt":    "{n} {n:row|rows} at the end {n:is|are} taken for {n:a total|totals} and left out, but {n:has|have} a code as the cards have: {n:is it a card|are they cards}? {n:Row|Rows} {rows}.",
		"compare.barred_unread": "{n} {n:row does|rows do} not say by a word that is known whether the card is barred or active: nobody knows. {n:Row|Rows} {rows}.",
		"compare.blank":         "{n} {n:row has|rows have} neither code nor name, and {n:is|are} left out: {n:row|rows} {rows}.",
		"compare.guarded":       "{n} {n:row is|rows are} written as {example}, which a spreadsheet needs or makes: that is read as {stands}.",
		"compare.guard_doubt":   "{n} {n:code is|codes are} written as {example}. Where the other register has {stands} and not {example}, {n:it is|they are} read so. Export the codes as text to be sure.",
		"compare.letters":       "{n} {n:row has|rows have} letters of another encoding: is it {encoding}? Until that is said, rows with such letters are not compared: {n:row|rows} {rows}.",
		"compare.letters_odd":   "{n} {n:row has|rows have} letters of another encoding. Which is it? Until that is said, rows with such letters are not compared: {n:row|rows} {rows}.",
		"compare.letters_twice": "{n} {n:row has|rows have} letters that were made UTF-8 twice, such as Ã¶ for ö: they are not compared. Is it so in the system, or only in the file? {n:Row|Rows} {rows}.",
		"compare.error_value":   "{n} {n:row has|rows have} no value here but what a sheet shows for an error, such as #N/A: it is not compared. Fix it in the sheet, and export again: {n:row|rows} {rows}.",
		"compare.unread_header": "The name of a column has a character that could not be read. Is the encoding right?",
		"compare.unread":        "{n} {n:row has|rows have} a character here that could not be read: it is not compared. Is the encoding right? {n:Row|Rows} {rows}.",

		"compare.two_names":    "Columns {first} and {second} are both called {name}: column {taken} was taken.",
		"compare.again":        "This row is the header again: it is left out.",
		"compare.again_more":   first + "are the header again: they are left out.",
		"compare.ragged":       "This row has fewer cells than the header.",
		"compare.ragged_more":  first + "have fewer cells than the header.",
		"compare.surplus":      "This row has more cells than the header: is the delimiter right?",
		"compare.surplus_more": first + "have more cells than the header: is the delimiter right?",
		"compare.quote":        "This row has a quote inside a cell, taken as part of the text.",
		"compare.quote_more":   first + "have a quote inside a cell, taken as part of the text.",
		"compare.spoilt":       "This row has a code" + spoilt,
		"compare.spoilt_more":  first + "have codes" + spoilt,
		"compare.zeros":        "This row has a code with fewer digits" + zeros,
		"compare.zeros_more":   first + "have codes with fewer digits" + zeros,
	}
}
