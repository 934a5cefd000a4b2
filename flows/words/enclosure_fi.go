package words

// enclosureFinnish says what there is to say of files that come with a procedure.
func enclosureFinnish() table {
	return table{
		"kind.attach": "oheistiedosto",

		"file_type.png":  "PNG-kuva",
		"file_type.jpeg": "JPEG-kuva",
		"file_type.gif":  "GIF-kuva",
		"file_type.webp": "WebP-kuva",
		"file_type.pdf":  "PDF-asiakirja",
		"file_type.txt":  "pelkkä teksti",
		"file_type.csv":  "CSV-taulukko",

		"enclosure.here":  "Menettelyn oheistiedosto",
		"enclosure.opens": "o avaa",
		"enclosure.about": "{type}, {size}",
		"enclosure.file":  "{file} ({type}, {size})",

		"lint.attach_name":    "Oheistiedoston nimi ei voi olla {file}: se on samassa kansiossa kuin asiakirja, ja sen nimessä on enintään 64 merkkiä: kirjaimia a–z, numeroita, pisteitä, yhdysmerkkejä ja alaviivoja, eikä se ole Windowsin laite.",
		"lint.attach_ending":  "{file} ei ole tiedosto, joka vain näytetään: nimen lopussa on pienillä kirjaimilla jokin näistä: {endings}.",
		"lint.attach_link":    "{file} on linkki tai laite: laita sen paikalle itse tiedosto.",
		"lint.attach_size":    "{file} on suurempi kuin {limit} MiB: pienennä sitä tai ota mukaan vain tärkeä osa.",
		"lint.attach_many":    "Oheistiedostot ovat yhteensä liian suuria: {size} MiB, enintään {limit}.",
		"lint.attach_empty":   "{file} on tyhjä.",
		"lint.attach_content": "{file} ei ole sitä, mitä sen nimi sanoo ({type}), tai se on vajaa: tallenna se uudelleen siinä muodossa.",
		"lint.attach_formula": "Rivillä {line} tiedostossa {file} on solussa kaava, jonka taulukkolaskenta laskisi: kirjoita sen tilalle arvo.",

		"manual.kind_attach": "oheistiedosto",
		"manual.attach":      "Tiedosto",

		"sheet.files": "Mitä mukana tulee",

		"move.file":       "toinen tiedosto",
		"cmd.aspect_file": "tiedosto",

		"skeleton.attach": "Kuva, PDF, teksti tai CSV-taulukko tämän tiedoston vieressä; se avataan näppäimellä:",
	}
}
