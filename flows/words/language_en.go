package words

import "golang.org/x/text/language"

// English is the code of the language.
const English = "en"

var inEnglish = tongue{
	code: English,
	name: "English",
	manner: manner{
		tag: language.English, day: "2006-01-02", long: "2 January 2006", near: "2 Jan", year: "2 Jan 2006", clock: "15:04", decimal: ".", group: ",", and: " and ", comma: " ",
		week: [7]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}, yes: "yes", no: "no",
	},
	face: english,
	areas: map[string]func() table{
		"problem":       problemEnglish,
		"type":          typeEnglish,
		"check":         checkEnglish,
		"refuse":        refuseEnglish,
		"dialogue":      dialogueEnglish,
		"lint":          lintEnglish,
		"lint item":     lintItemEnglish,
		"rule":          ruleEnglish,
		"store":         storeEnglish,
		"store_care":    storeCareEnglish,
		"vault":         vaultEnglish,
		"key":           keyEnglish,
		"cmd_key":       cmdKeyEnglish,
		"cmd_call":      cmdCallEnglish,
		"cmd_help":      cmdHelpEnglish,
		"cmd_word":      cmdWordEnglish,
		"cmd_flag":      cmdFlagEnglish,
		"cmd_run":       cmdRunEnglish,
		"cmd_set":       cmdSetEnglish,
		"cmd_data":      cmdDataEnglish,
		"cmd_doctor":    cmdDoctorEnglish,
		"cmd_compare":   cmdCompareEnglish,
		"cmd_store":     cmdStoreEnglish,
		"event":         eventEnglish,
		"secret_use":    secretUseEnglish,
		"hand_over":     handOverEnglish,
		"cmd_hand_over": cmdHandOverEnglish,
		"cmd_sheet":     cmdSheetEnglish,
		"cmd_calendar":  cmdCalendarEnglish,
		"cmd_letter":    cmdLetterEnglish,
		"cmd_secret":    cmdSecretEnglish,
		"use":           useEnglish,
		"manual":        manualEnglish,
		"outside":       outsideEnglish,
		"sheet":         sheetEnglish,
		"calendar":      calendarEnglish,
		"open":          openEnglish,
		"file":          fileEnglish,
		"find":          findEnglish,
		"ending":        endingEnglish,
		"register":      registerEnglish,
		"compare":       comparisonEnglish,
		"compare_file":  compareFileEnglish,
		"compare_page":  comparePageEnglish,
		"letter":        letterEnglish,
		"reference":     referenceEnglish,
		"cmd_rotate":    cmdRotateEnglish,
		"cmd_report":    cmdReportEnglish,
		"rotate":        rotateEnglish,
		"seal":          sealEnglish,
		"cmd_verify":    cmdVerifyEnglish,
		"report":        reportEnglish,
		"attach":        attachEnglish,
		"resume":        resumeEnglish,
		"brief":         briefEnglish,
		"papers":        papersEnglish,
		"start":         startEnglish,
		"fault":         faultEnglish,
		"list":          listEnglish,
		"capsule":       capsuleEnglish,
		"cmd_capsule":   cmdCapsuleEnglish,
		"joined":        joinedEnglish,
		"play":          playEnglish,
		"cmd_play":      cmdPlayEnglish,
		"paper":         paperEnglish,
	},
}

func joinedEnglish() table { return joined("row {row}", "column {column}") }

func checkEnglish() table {
	return together(checkOwnEnglish(), checkNetEnglish(), checkFaultEnglish())
}
