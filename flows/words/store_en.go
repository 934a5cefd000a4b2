package words

// storeEnglish says what is wrong with what keeps the data.
func storeEnglish() table {
	return table{
		"store.other_migration": "Migration {version} is not the one of this program.",
		"store.migrations":      "Version {version} is reached with {applied} {applied:migration|migrations}.",
		"store.chain":           "Run \"{run}\", event {seq}: {what}",
	}
}
