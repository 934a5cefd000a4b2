package words

// cmdWriteFinnish is what the commands say that help to write procedures.
func cmdWriteFinnish() table {
	return table{
		"cmd.short_schema": "Tulostaa menettelytiedostojen JSON-skeeman editoreita varten",
		"cmd.long_schema":  "Tulostaa JSON-skeeman (draft 7) siitä, mitä Lotse lukee: procedure (menettely, oletus), steps (yhteiset vaiheet) tai translation (käännös). Editori, joka tuntee yaml-language-serverin, täydentää ja selittää avaimet sen avulla: tallenna se tiedostoon ja kirjoita menettelyn ensimmäiselle riville # yaml-language-server: $schema=TIEDOSTO.",
		"cmd.schema_kind":  "Skeemaa ei ole: {kind}. Nämä ovat: {kinds}.",
	}
}
