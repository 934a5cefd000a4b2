package portal

// row is one entry of a register, by the API's names.
type row = map[string]any

// registers are Rackbeat's of the sample company. Some of their rows are in a
// state that a comparison has something to say about: a code with letters, one
// with a leading zero, a business ID under two codes, a name that stands twice.
var registers = map[string][]row{
	"customers": {
		customer(1001, "Pohjola Osat Oy", "FI12345671"),
		customer(1002, "Kauppa Esimerkki Oy", "FI20774740"),
		customer(1003, "Kauppa Esimerkki Oy", ""),
		customer(2010, "Satama Huolto Ky", "FI20774740"),
		customer(2011, "Muster GmbH", "DE136695976"),
	},
	"suppliers": {
		supplier(501, "Tukku Esimerkki Oy", "FI01120389"),
		supplier(502, "Beispiel Handels GmbH", "DE136695976"),
	},
	"products": {
		product("A-100", "Jarrulevy"),
		product("a-100", "Jarrulevy"),
		product("0042", "Öljynsuodatin"),
		product("B 200", "Sytytystulppa"),
	},
}

func customer(number int, name, vat string) row {
	return row{"number": number, "name": name, "vat_number": vat, "is_barred": false}
}

func supplier(number int, name, vat string) row {
	return row{"number": number, "company_name": name, "company_vat": vat}
}

func product(number, name string) row {
	return row{"number": number, "name": name, "is_barred": false}
}
