package words

// areas are the parts of Lotse that say something. No code stands in two of
// them; a test holds that.
var areas = []area{
	{"problem", map[string]func() table{English: problemEnglish, German: problemGerman, Finnish: problemFinnish}},
	{"type", map[string]func() table{English: typeEnglish, German: typeGerman, Finnish: typeFinnish}},
	{"check", map[string]func() table{English: checkEnglish, German: checkGerman, Finnish: checkFinnish}},
	{"refuse", map[string]func() table{English: refuseEnglish, German: refuseGerman, Finnish: refuseFinnish}},
	{"dialogue", map[string]func() table{English: dialogueEnglish, German: dialogueGerman, Finnish: dialogueFinnish}},
	{"lint", map[string]func() table{English: lintEnglish, German: lintGerman, Finnish: lintFinnish}},
	{"lint item", map[string]func() table{English: lintItemEnglish, German: lintItemGerman, Finnish: lintItemFinnish}},
	{"rule", map[string]func() table{English: ruleEnglish, German: ruleGerman, Finnish: ruleFinnish}},
	{"store", map[string]func() table{English: storeEnglish, German: storeGerman, Finnish: storeFinnish}},
	{"vault", map[string]func() table{English: vaultEnglish, German: vaultGerman, Finnish: vaultFinnish}},
	{"cmd_call", map[string]func() table{English: cmdCallEnglish, German: cmdCallGerman, Finnish: cmdCallFinnish}},
	{"cmd_help", map[string]func() table{English: cmdHelpEnglish, German: cmdHelpGerman, Finnish: cmdHelpFinnish}},
	{"cmd_word", map[string]func() table{English: cmdWordEnglish, German: cmdWordGerman, Finnish: cmdWordFinnish}},
	{"cmd_flag", map[string]func() table{English: cmdFlagEnglish, German: cmdFlagGerman, Finnish: cmdFlagFinnish}},
	{"cmd_run", map[string]func() table{English: cmdRunEnglish, German: cmdRunGerman, Finnish: cmdRunFinnish}},
	{"cmd_set", map[string]func() table{English: cmdSetEnglish, German: cmdSetGerman, Finnish: cmdSetFinnish}},
	{"cmd_data", map[string]func() table{English: cmdDataEnglish, German: cmdDataGerman, Finnish: cmdDataFinnish}},
	{"cmd_compare", map[string]func() table{English: cmdCompareEnglish, German: cmdCompareGerman, Finnish: cmdCompareFinnish}},
	{"event", map[string]func() table{English: eventEnglish, German: eventGerman, Finnish: eventFinnish}},
	{"outside", map[string]func() table{English: outsideEnglish, German: outsideGerman, Finnish: outsideFinnish}},
	{"file", map[string]func() table{English: fileEnglish, German: fileGerman, Finnish: fileFinnish}},
	{"register", map[string]func() table{English: registerEnglish, German: registerGerman, Finnish: registerFinnish}},
	{"compare", map[string]func() table{English: comparisonEnglish, German: comparisonGerman, Finnish: comparisonFinnish}},
	{"compare_file", map[string]func() table{English: compareFileEnglish, German: compareFileGerman, Finnish: compareFileFinnish}},
	{"compare_page", map[string]func() table{English: comparePageEnglish, German: comparePageGerman, Finnish: comparePageFinnish}},
	{"letter", map[string]func() table{English: letterEnglish, German: letterGerman, Finnish: letterFinnish}},
	{"reference", map[string]func() table{English: referenceEnglish, German: referenceGerman, Finnish: referenceFinnish}},
	{"joined", map[string]func() table{English: joinedEnglish, German: joinedGerman, Finnish: joinedFinnish}},
}
