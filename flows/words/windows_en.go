package words

// windowsEnglish says what only Windows does with files.
func windowsEnglish() table {
	return table{
		"file.in_use":            "another program has {file} open",
		"file.bad_name":          "{file} cannot be the name of a file",
		"file.long_name":         "the name {file} is too long",
		"outside.reserved_name":  "Windows keeps no file of the name {file}: it stands for a device, for a part of another file, or ends in a dot or a blank. Choose another name.",
		"cmd.doctor_key_written": "Written {at}.",
		"cmd.doctor_key_let_in":  "Others can use {file} ({who}): icacls \"{file}\" /inheritance:r /grant:r \"%USERNAME%:F\" takes that from them.",
	}
}
