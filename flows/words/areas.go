package words

// areas are the parts of Lotse that say something. No code stands in two of
// them; a test holds that.
var areas = []area{
	{"problem", map[string]func() table{English: problemEnglish, German: problemGerman, Finnish: problemFinnish}},
	{"check", map[string]func() table{English: checkEnglish, German: checkGerman, Finnish: checkFinnish}},
	{"refuse", map[string]func() table{English: refuseEnglish}},
	{"dialogue", map[string]func() table{English: dialogueEnglish}},
	{"store", map[string]func() table{English: storeEnglish}},
	{"vault", map[string]func() table{English: vaultEnglish}},
	{"cmd_call", map[string]func() table{English: callEnglish}},
	{"cmd_help", map[string]func() table{English: helpEnglish}},
	{"cmd_flag", map[string]func() table{English: flagEnglish}},
	{"cmd_run", map[string]func() table{English: runEnglish}},
	{"cmd_set", map[string]func() table{English: setEnglish}},
	{"cmd_data", map[string]func() table{English: dataEnglish}},
	{"cmd_compare", map[string]func() table{English: compareEnglish}},
	{"event", map[string]func() table{English: eventEnglish}},
	{"joined", map[string]func() table{English: joinedEnglish, German: joinedGerman, Finnish: joinedFinnish}},
}
