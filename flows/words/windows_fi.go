package words

// windowsFinnish is windowsEnglish in Finnish.
func windowsFinnish() table {
	return table{
		"file.in_use":            "{file} on auki toisessa ohjelmassa",
		"file.bad_name":          "{file} ei kelpaa tiedoston nimeksi",
		"file.long_name":         "nimi {file} on liian pitkä",
		"outside.reserved_name":  "Windows ei tallenna tiedostoa nimellä {file}: se tarkoittaa laitetta tai toisen tiedoston osaa, tai se päättyy pisteeseen tai välilyöntiin. Valitse toinen nimi.",
		"cmd.doctor_key_written": "Kirjoitettu {at}.",
		"cmd.doctor_key_let_in":  "Muilla on pääsy tiedostoon {file} ({who}): icacls \"{file}\" /inheritance:r /grant:r \"%USERNAME%:F\" sulkee sen muilta.",
	}
}
