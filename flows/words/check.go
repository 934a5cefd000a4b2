package words

import "maps"

// The area check has several subjects, a table each.

func checkEnglish() table {
	return together(checkOwnEnglish(), checkNetEnglish(), checkFaultEnglish())
}

func checkGerman() table {
	return together(checkTitleGerman(), checkOwnGerman(), checkNetGerman(), checkFaultGerman())
}

func checkFinnish() table {
	return together(checkTitlesFinnish(), checkOwnFinnish(), checkNetFinnish(), checkFaultFinnish())
}

// together is one table of several.
func together(tables ...table) table {
	all := table{}
	for _, t := range tables {
		maps.Copy(all, t)
	}
	return all
}
