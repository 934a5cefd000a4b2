package words

// areas are the parts of Lotse that say something. No code stands in two of
// them; a test holds that.
var areas = []area{
	{"problem", map[string]func() table{English: problemEnglish, German: problemGerman, Finnish: problemFinnish}},
	{"type", map[string]func() table{English: typeEnglish, German: typeGerman, Finnish: typeFinnish}},
	{"check", map[string]func() table{English: checkEnglish, German: checkGerman, Finnish: checkFinnish}},
	{"refuse", map[string]func() table{English: refuseEnglish, Finnish: refuseFinnish}},
	{"dialogue", map[string]func() table{English: dialogueEnglish, Finnish: dialogueFinnish}},
	{"lint", map[string]func() table{English: lintEnglish, Finnish: lintFinnish}},
	{"lint item", map[string]func() table{English: lintItemEnglish, Finnish: lintItemFinnish}},
	{"rule", map[string]func() table{English: ruleEnglish, Finnish: ruleFinnish}},
	{"store", map[string]func() table{English: storeEnglish, Finnish: storeFinnish}},
	{"vault", map[string]func() table{English: vaultEnglish, Finnish: vaultFinnish}},
	{"cmd_call", map[string]func() table{English: cmdCallEnglish, Finnish: cmdCallFinnish}},
	{"cmd_help", map[string]func() table{English: cmdHelpEnglish, Finnish: cmdHelpFinnish}},
	{"cmd_flag", map[string]func() table{English: cmdFlagEnglish, Finnish: cmdFlagFinnish}},
	{"cmd_run", map[string]func() table{English: cmdRunEnglish, Finnish: cmdRunFinnish}},
	{"cmd_set", map[string]func() table{English: cmdSetEnglish, Finnish: cmdSetFinnish}},
	{"cmd_data", map[string]func() table{English: cmdDataEnglish, Finnish: cmdDataFinnish}},
	{"cmd_compare", map[string]func() table{English: cmdCompareEnglish, Finnish: cmdCompareFinnish}},
	{"event", map[string]func() table{English: eventEnglish, Finnish: eventFinnish}},
	{"outside", map[string]func() table{English: outsideEnglish, Finnish: outsideFinnish}},
	{"file", map[string]func() table{English: fileEnglish, Finnish: fileFinnish}},
	{"register", map[string]func() table{English: registerEnglish, Finnish: registerFinnish}},
	{"compare", map[string]func() table{English: comparisonEnglish, German: comparisonGerman, Finnish: comparisonFinnish}},
	{"compare_file", map[string]func() table{English: compareFileEnglish, Finnish: compareFileFinnish}},
	{"compare_page", map[string]func() table{English: comparePageEnglish, German: comparePageGerman, Finnish: comparePageFinnish}},
	{"letter", map[string]func() table{English: letterEnglish, German: letterGerman, Finnish: letterFinnish}},
	{"joined", map[string]func() table{English: joinedEnglish, German: joinedGerman, Finnish: joinedFinnish}},
}
