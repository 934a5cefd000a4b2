package words

// cmdHandOverGerman is cmdHandOverEnglish in German.
func cmdHandOverGerman() table {
	return table{
		"cmd.no_public_key":          "Es gibt noch keinen Schlüssel für Ihre Secrets, also auch keinen, für den andere verschlüsseln könnten. Mit lotse secret init legen Sie einen an.",
		"cmd.short_secret_recipient": "Verschlüsselt ein Secret für andere; ohne Angaben: Ihr öffentlicher Schlüssel",
		"cmd.long_secret_recipient":  "Ohne Angaben gibt der Befehl den öffentlichen Schlüssel aus, für den andere Ihnen Secrets verschlüsseln können, und vier Wörter, die für ihn stehen. Mit einem Durchlauf, einem Secret-Feld und dem öffentlichen Schlüssel einer Kollegin oder eines Kollegen verschlüsselt er das Secret für diesen Schlüssel, als age-Datei in Textform, die nur sein Besitzer öffnen kann, und hält die Übergabe im Protokoll fest. Ein öffentlicher Schlüssel aus einer Mail kann der eines anderen sein: Lassen Sie sich am Telefon die vier Wörter vorlesen, bevor Sie bestätigen. Im Team nimmt der NAME eines Mitglieds dieses zu denen hinzu, die das abgelegte Secret öffnen können, und --remove nimmt es wieder heraus; sein Schlüssel wird einmal bestätigt.",
		"cmd.flag_words":             "die vier Wörter von KEY, wie sein Besitzer sie genannt hat: bestätigt ohne Rückfrage",
		"cmd.flag_output_sealed":     "stattdessen in eine neue DATEI schreiben, die nur Sie lesen können",
		"cmd.recipient_form":         "secret recipient nimmt entweder nichts oder RUN FIELD und einen KEY oder, im Team, den NAMEN eines Mitglieds; die Schalter gehören dazu.",
		"cmd.own_key":                "Das ist Ihr öffentlicher Schlüssel, für den andere Ihnen Secrets verschlüsseln können. Lesen Sie ihnen am Telefon die vier Wörter vor.",
		"cmd.ask_words":              "Die Wörter dieses Schlüssels: {words}. Fragen Sie seinen Besitzer am Telefon nach seinen; weichen sie ab, ist es nicht sein Schlüssel.",
		"cmd.words_differ":           "Das sind nicht die Wörter dieses Schlüssels: Er gehört nicht dem, der sie genannt hat. Nichts wurde verschlüsselt.",
		"cmd.words_unsaid":           "Die Wörter dieses Schlüssels: {words}. Nennt sein Besitzer am Telefon dieselben, bestätigen Sie sie mit --words. Nichts wurde verschlüsselt.",

		// lotse secret recipient RUN FIELD NAME
		"cmd.flag_member_key":       "der SCHLÜSSEL von NAME, falls der Server noch keinen kennt",
		"cmd.flag_remove_recipient": "das Secret neu verschlüsseln, ohne NAME",
		"cmd.recipient_member":      "--key und --remove gehören zum NAMEN eines Teammitglieds.",
		"cmd.rotated_stays":         "Das neue Secret ist überall bestätigt. Das alte hat jemand anderes verschlüsselt, und es liegt noch da: Es verschwindet, sobald diese Person oder ein lead das nächste Mal etwas in diesem Durchlauf speichert.",
		"team.key_differs":          "Der Server zeigt anderen einen fremden Schlüssel als Ihren; sie würden für ihn verschlüsseln. lotse secret recipient bringt das in Ordnung.",
		"team.sealed_without":       "Das neue Secret lässt sich nicht öffnen von: {members}. Der Schlüssel ist hier nicht bestätigt, oder die Person arbeitet nicht mehr im Team. lotse secret recipient nimmt jemanden hinzu.",
		"team.key_restored":         "Der Server zeigte anderen einen fremden Schlüssel als Ihren, mit den Wörtern {words}. Jetzt zeigt er wieder Ihren; fragen Sie den Betreiber, wie es dazu kam.",
		"team.key_changed":          "Der Schlüssel von {member} ist nicht der, den Sie bestätigt haben: Seine Wörter sind jetzt {words}. Nennt {member} am Telefon dieselben und hat einen neuen Schlüssel angelegt, bestätigen Sie sie mit --words. Nichts wurde verschlüsselt.",
		"team.may_have_kept":        "Was {member} geöffnet hat, kann behalten worden sein: Ersetzen Sie das Secret mit lotse secret rotate.",
		"team.no_key":               "{member} hat noch keinen Schlüssel für Secrets. Er entsteht dort mit lotse secret init; oder Sie nennen ihn mit --key.",
		"team.no_recipient":         "{item} ist nicht für {member} verschlüsselt.",
		"team.own_secret":           "Für Sie ist das Secret schon verschlüsselt. Nennen Sie jemand anderen.",
		"team.reads_only":           "{member} ist {role} und schreibt nichts: Nicht einmal das Öffnen eines Secrets käme ins Protokoll. Nichts wurde verschlüsselt.",
		"team.rehearsal_secret":     "Secrets einer Probe lassen sich nur dort öffnen, wo sie eingegeben wurden. Andere geben ein eigenes ein.",
		"team.secret_shared":        "{item} lässt sich jetzt auch von {member} öffnen.",
		"team.secret_unshared":      "{item} lässt sich von {member} nicht mehr öffnen.",
		"team.unconfirmed":          "Das Secret ist auch für {member} verschlüsselt, und Sie haben keinen Schlüssel von {member} bestätigt. Nehmen Sie {member} erst mit --remove heraus. Nichts wurde verschlüsselt.",
		"cmd.way_add_me":            "{by} nimmt Sie hinzu mit: lotse secret recipient {run} {field} \"{me}\"",

		// lotse check --to-host
		"cmd.flag_to_host": "die Prüfung darf ihr Secret an HOST senden, obwohl es für einen anderen abgelegt ist; einmal genügt",
		"cmd.way_to_host":  "Ist {host} richtig, erlauben Sie es mit --to-host {host}.",
		"cmd.host_none":    "Hier sendet keine Prüfung ein Secret an {host}, auch an keinen anderen Host.",
		"cmd.host_unused":  "Hier sendet keine Prüfung ein Secret an {host}; das Ziel wäre {hosts}.",
	}
}
