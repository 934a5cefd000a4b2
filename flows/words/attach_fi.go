package words

// attachFinnish is attachEnglish in Finnish.
func attachFinnish() table {
	return table{
		"event.attached":      "”{item}”: liitettiin tiedosto {file}.",
		"event.attached_step": "Vaihe ”{step}”: liitettiin tiedosto {file}.",
		"event.attached_note": "Sitä koskeva muistiinpano: ”{text}”.",

		"refuse.attach_large": "Tiedosto {file} on suurempi kuin {limit} MiB. Liitä pienempi tiedosto tai siitä olennainen osa.",
	}
}
