package words

import "golang.org/x/text/language"

// German is the code of the language.
const German = "de"

var inGerman = tongue{
	code: German,
	name: "Deutsch",
	manner: manner{
		tag: language.German, day: "02.01.2006", long: "2.1.2006", near: "2.1.", year: "2.1.2006", clock: "15:04", decimal: ",", group: ".", and: " und ", comma: ", ",
		week: [7]string{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"}, yes: "ja", no: "nein",
	},
	face:    german,
	fillIns: germanFillIns,
	areas: map[string]func() table{
		"problem":       problemGerman,
		"type":          typeGerman,
		"check":         checkGerman,
		"refuse":        refuseGerman,
		"dialogue":      dialogueGerman,
		"lint":          lintGerman,
		"lint item":     lintItemGerman,
		"rule":          ruleGerman,
		"store":         storeGerman,
		"store_care":    storeCareGerman,
		"vault":         vaultGerman,
		"key":           keyGerman,
		"cmd_key":       cmdKeyGerman,
		"cmd_call":      cmdCallGerman,
		"cmd_help":      cmdHelpGerman,
		"cmd_word":      cmdWordGerman,
		"cmd_flag":      cmdFlagGerman,
		"cmd_run":       cmdRunGerman,
		"cmd_set":       cmdSetGerman,
		"cmd_data":      cmdDataGerman,
		"cmd_doctor":    cmdDoctorGerman,
		"cmd_compare":   cmdCompareGerman,
		"cmd_store":     cmdStoreGerman,
		"event":         eventGerman,
		"secret_use":    secretUseGerman,
		"hand_over":     handOverGerman,
		"cmd_hand_over": cmdHandOverGerman,
		"cmd_sheet":     cmdSheetGerman,
		"cmd_calendar":  cmdCalendarGerman,
		"cmd_letter":    cmdLetterGerman,
		"cmd_secret":    cmdSecretGerman,
		"use":           useGerman,
		"manual":        manualGerman,
		"outside":       outsideGerman,
		"sheet":         sheetGerman,
		"calendar":      calendarGerman,
		"open":          openGerman,
		"file":          fileGerman,
		"find":          findGerman,
		"ending":        endingGerman,
		"register":      registerGerman,
		"compare":       comparisonGerman,
		"compare_file":  compareFileGerman,
		"compare_page":  comparePageGerman,
		"letter":        letterGerman,
		"reference":     referenceGerman,
		"cmd_rotate":    cmdRotateGerman,
		"cmd_report":    cmdReportGerman,
		"rotate":        rotateGerman,
		"seal":          sealGerman,
		"cmd_verify":    cmdVerifyGerman,
		"report":        reportGerman,
		"attach":        attachGerman,
		"resume":        resumeGerman,
		"brief":         briefGerman,
		"papers":        papersGerman,
		"fault":         faultGerman,
		"list":          listGerman,
		"capsule":       capsuleGerman,
		"cmd_capsule":   cmdCapsuleGerman,
		"joined":        joinedGerman,
		"play":          playGerman,
		"cmd_play":      cmdPlayGerman,
		"paper":         paperGerman,
	},
}

func joinedGerman() table { return joined("Zeile {row}", "Spalte {column}") }

func checkGerman() table {
	return together(checkTitleGerman(), checkOwnGerman(), checkNetGerman(), checkFaultGerman())
}
