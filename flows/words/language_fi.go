package words

import "golang.org/x/text/language"

// Finnish is the code of the language.
const Finnish = "fi"

var inFinnish = tongue{
	code: Finnish,
	name: "Suomi",
	manner: manner{
		tag: language.Finnish, day: "2.1.2006", long: "2.1.2006", near: "2.1.", year: "2.1.2006", clock: "15.04", decimal: ",", group: "\u00a0", and: " ja ", comma: " ",
		week: [7]string{"sunnuntai", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai"}, yes: "kyllä", no: "ei",
	},
	face:    finnish,
	fillIns: finnishFillIns,
	areas: map[string]func() table{
		"problem":       problemFinnish,
		"type":          typeFinnish,
		"check":         checkFinnish,
		"refuse":        refuseFinnish,
		"dialogue":      dialogueFinnish,
		"lint":          lintFinnish,
		"lint item":     lintItemFinnish,
		"rule":          ruleFinnish,
		"store":         storeFinnish,
		"store_care":    storeCareFinnish,
		"vault":         vaultFinnish,
		"key":           keyFinnish,
		"cmd_key":       cmdKeyFinnish,
		"cmd_call":      cmdCallFinnish,
		"cmd_help":      cmdHelpFinnish,
		"cmd_word":      cmdWordFinnish,
		"cmd_flag":      cmdFlagFinnish,
		"cmd_run":       cmdRunFinnish,
		"cmd_set":       cmdSetFinnish,
		"cmd_data":      cmdDataFinnish,
		"cmd_doctor":    cmdDoctorFinnish,
		"cmd_compare":   cmdCompareFinnish,
		"cmd_store":     cmdStoreFinnish,
		"event":         eventFinnish,
		"secret_use":    secretUseFinnish,
		"hand_over":     handOverFinnish,
		"cmd_hand_over": cmdHandOverFinnish,
		"cmd_sheet":     cmdSheetFinnish,
		"cmd_calendar":  cmdCalendarFinnish,
		"cmd_letter":    cmdLetterFinnish,
		"cmd_secret":    cmdSecretFinnish,
		"use":           useFinnish,
		"manual":        manualFinnish,
		"outside":       outsideFinnish,
		"sheet":         sheetFinnish,
		"calendar":      calendarFinnish,
		"open":          openFinnish,
		"file":          fileFinnish,
		"find":          findFinnish,
		"ending":        endingFinnish,
		"register":      registerFinnish,
		"compare":       comparisonFinnish,
		"compare_file":  compareFileFinnish,
		"compare_page":  comparePageFinnish,
		"letter":        letterFinnish,
		"reference":     referenceFinnish,
		"cmd_rotate":    cmdRotateFinnish,
		"cmd_report":    cmdReportFinnish,
		"rotate":        rotateFinnish,
		"seal":          sealFinnish,
		"cmd_verify":    cmdVerifyFinnish,
		"report":        reportFinnish,
		"attach":        attachFinnish,
		"resume":        resumeFinnish,
		"brief":         briefFinnish,
		"papers":        papersFinnish,
		"fault":         faultFinnish,
		"list":          listFinnish,
		"capsule":       capsuleFinnish,
		"cmd_capsule":   cmdCapsuleFinnish,
		"joined":        joinedFinnish,
		"play":          playFinnish,
		"cmd_play":      cmdPlayFinnish,
		"paper":         paperFinnish,
	},
}

func joinedFinnish() table { return joined("rivi {row}", "sarake {column}") }

func checkFinnish() table {
	return together(checkTitlesFinnish(), checkOwnFinnish(), checkNetFinnish(), checkFaultFinnish())
}
