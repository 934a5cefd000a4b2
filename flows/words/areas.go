package words

// areas are the parts of Lotse that say something. No code stands in two of
// them; a test holds that.
var areas = []area{
	{"problem", map[string]func() table{English: problemEnglish, German: problemGerman, Finnish: problemFinnish}},
	{"type", map[string]func() table{English: typeEnglish, German: typeGerman, Finnish: typeFinnish}},
	{"check", map[string]func() table{English: checkEnglish, German: checkGerman, Finnish: checkFinnish}},
	{"refuse", map[string]func() table{English: refuseEnglish, German: refuseGerman}},
	{"dialogue", map[string]func() table{English: dialogueEnglish, German: dialogueGerman}},
	{"lint", map[string]func() table{English: lintEnglish, German: lintGerman}},
	{"lint item", map[string]func() table{English: lintItemEnglish, German: lintItemGerman}},
	{"rule", map[string]func() table{English: ruleEnglish, German: ruleGerman}},
	{"store", map[string]func() table{English: storeEnglish, German: storeGerman}},
	{"vault", map[string]func() table{English: vaultEnglish, German: vaultGerman}},
	{"cmd_call", map[string]func() table{English: cmdCallEnglish, German: cmdCallGerman}},
	{"cmd_help", map[string]func() table{English: cmdHelpEnglish, German: cmdHelpGerman}},
	{"cmd_flag", map[string]func() table{English: cmdFlagEnglish, German: cmdFlagGerman}},
	{"cmd_run", map[string]func() table{English: cmdRunEnglish, German: cmdRunGerman}},
	{"cmd_set", map[string]func() table{English: cmdSetEnglish, German: cmdSetGerman}},
	{"cmd_data", map[string]func() table{English: cmdDataEnglish, German: cmdDataGerman}},
	{"cmd_compare", map[string]func() table{English: cmdCompareEnglish, German: cmdCompareGerman}},
	{"event", map[string]func() table{English: eventEnglish, German: eventGerman}},
	{"outside", map[string]func() table{English: outsideEnglish, German: outsideGerman}},
	{"file", map[string]func() table{English: fileEnglish, German: fileGerman}},
	{"register", map[string]func() table{English: registerEnglish, German: registerGerman}},
	{"compare", map[string]func() table{English: comparisonEnglish, German: comparisonGerman, Finnish: comparisonFinnish}},
	{"compare_file", map[string]func() table{English: compareFileEnglish, German: compareFileGerman}},
	{"compare_page", map[string]func() table{English: comparePageEnglish, German: comparePageGerman, Finnish: comparePageFinnish}},
	{"letter", map[string]func() table{English: letterEnglish, German: letterGerman, Finnish: letterFinnish}},
	{"reference", map[string]func() table{English: referenceEnglish, German: referenceGerman}},
	{"joined", map[string]func() table{English: joinedEnglish, German: joinedGerman, Finnish: joinedFinnish}},
}
