package words

// useGerman is useEnglish in German.
func useGerman() table {
	return table{
		"use.none":        "Hier ist kein Secret abgelegt.",
		"use.forgotten":   "Das Secret von {item} liegt hier nicht: Es wurde gelöscht oder kam mit dem Durchlauf nicht mit.",
		"use.unsaved":     "Weder gezeigt noch kopiert: Diese Verwendung ließ sich nicht protokollieren.",
		"use.interrupted": "Vorher ist etwas anderes zu klären: Lassen Sie es danach noch einmal zeigen.",
		"use.not_text":    "Dieses Secret ist kein Text; eine Zwischenablage würde es verfälschen. Es lässt sich stattdessen in eine Datei schreiben.",
		"use.failed":      "Die Zwischenablage hat es nicht angenommen: {why}.",
		"use.nowhere":     "Hier gibt es keine Zwischenablage: Ein Programm dafür wurde nicht gefunden.",

		// was wo bleibt, bevor kopiert wird
		"use.fate":          "Beim Kopieren geht es an {program}. Bis es gelöscht wird, kann jedes Ihrer Programme es lesen; der Verlauf einer Zwischenablage behält es womöglich länger. Gelöscht wird es nach {n} {n:Sekunde|Sekunden}, falls bis dahin nichts anderes kopiert wurde.",
		"use.fate_kept":     "Beim Kopieren geht es an {program}. Jedes Ihrer Programme kann es dort lesen, und der Verlauf der Zwischenablage behält es womöglich. Es wird nicht gelöscht: Was in dieser Zwischenablage liegt, lässt sich nicht vergleichen.",
		"use.fate_terminal": "Beim Kopieren geht es an die Zwischenablage des Terminals (OSC 52); ob sie es annimmt, ist nicht sicher. Jedes Programm dort kann es lesen, und ein Verlauf behält es womöglich. Es wird nicht gelöscht: Von hier aus lässt es sich nicht zurücklesen.",

		// was dazwischen liegt
		"use.through_tmux":        "Lotse läuft in tmux: Was hindurchgeht, bleibt auch in dessen Puffern (tmux list-buffers).",
		"use.through_tmux_here":   "Lotse läuft in tmux: Die Zwischenablage ist die dieses Rechners; vielleicht sitzen Sie an einem anderen.",
		"use.through_screen":      "Lotse läuft in screen: Was hindurchgeht, bleibt womöglich dort oder geht verloren.",
		"use.through_screen_here": "Lotse läuft in screen: Die Zwischenablage ist die dieses Rechners; vielleicht sitzen Sie an einem anderen.",
		"use.through_ssh":         "Sie arbeiten über ssh: Das Secret geht in die Zwischenablage des anderen Rechners und bleibt dort.",

		// was getan wurde, in ein, zwei kurzen Zeilen
		"use.lent":        "Mit {program} kopiert; wird in {n} {n:Sekunde|Sekunden} gelöscht. Bis dahin kann jedes Ihrer Programme es lesen, der Verlauf der Zwischenablage behält es womöglich länger.",
		"use.lent_kept":   "Mit {program} kopiert; wird nicht gelöscht: Kopieren Sie danach etwas anderes. Jedes Ihrer Programme kann es dort lesen.",
		"use.sent":        "An die Zwischenablage des Terminals geschickt; wird nicht gelöscht: Kopieren Sie danach etwas anderes. Ob das Terminal es angenommen hat, ist nicht sicher.",
		"use.cleared":     "Die Zwischenablage ist geleert.",
		"use.replaced":    "In der Zwischenablage liegt inzwischen etwas anderes; es bleibt dort.",
		"use.not_cleared": "Die Zwischenablage ließ sich nicht leeren ({why}): Kopieren Sie etwas anderes, damit das Secret verschwindet.",

		// beim Zeigen
		"use.gone_in":   "Es verschwindet in {n} {n:Sekunde|Sekunden} oder mit jeder Taste.",
		"use.escaped":   "Was sich nicht zeigen lässt, steht mit einem Backslash da.",
		"use.begins":    "Nur der Anfang hat hier Platz.",
		"use.recorded":  "Jedes Zeigen und Kopieren wird protokolliert, ohne den Wert.",
		"use.rehearsal": "Das ist eine Probe: Secrets haben hier einen eigenen Schlüssel, der offen in der Datenbank liegt und nichts schützt.",
		"use.demo":      "Das ist eine Demo: Secrets haben hier einen eigenen Schlüssel, der offen in der Datenbank liegt und nichts schützt.",
		"use.shared":    "Andere sehen mit: Gezeigt wird es erst, wenn die Kundenansicht aus ist.",
		"use.stays":     "Was hier gezeigt wird, lässt sich nicht wieder wegnehmen: Es bleibt im Verlauf des Terminals oder dort, wohin die Ausgabe geht.",

		// Fragen
		"use.expose_title": "Trotzdem kopieren?",
		"use.expose":       "Trotzdem kopieren? ja oder nein",
		"use.show_anyway":  "Trotzdem zeigen? ja oder nein",
		"use.left":         "Nichts wurde kopiert oder gezeigt.",
		"use.unlock_title": "Der Schlüssel ist verschlossen",
		"use.unlock_what":  "Die Passphrase des Schlüssels öffnet das Secret.",
		"use.no_echo":      "Die Passphrase lässt sich hier nicht verdeckt eingeben.",
		"use.passphrase":   "Passphrase des Schlüssels",
		"use.opening":      "Der Schlüssel wird geöffnet.",

		// die Tasten des Vollbilds und die Befehle
		"use.key_secret": "Secret zeigen, kopieren",
		"use.key_copy":   "kopieren",
		"use.key_show":   "zeigen",
		"use.key_anyway": "kopieren",
		"use.help_line":  "copy und reveal: das abgelegte Secret, in die Zwischenablage oder gezeigt.",
	}
}
