package sample

import (
	"strings"

	"lotse/flows/register/compare"
)

// demoRows are the rows of a register's demonstration in both systems.
func demoRows(k compare.Kind) (netvisor, rackbeat []row) {
	text := demoProducts
	switch k {
	case compare.Customers:
		text = demoFirms + demoCustomers
	case compare.Suppliers:
		text = demoFirms + demoSuppliers
	}
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		where, cells, ok := strings.Cut(line, " ")
		if !ok {
			continue
		}
		r := demoRow(n, strings.Split(cells, "|"))
		if where != ">" {
			netvisor = append(netvisor, r)
		}
		if where != "<" {
			rackbeat = append(rackbeat, r)
		}
	}
	return netvisor, rackbeat
}

// demoRow reads code|id|name or code|id|name|barred; seven digits are a
// business id that still has no check digit.
func demoRow(n int, cells []string) row {
	r := row{n: n, code: cells[0], id: cells[1], name: strings.ReplaceAll(cells[2], "…", strings.Repeat(longPart, 5)), barred: len(cells) > 3}
	if len(r.id) == 7 && strings.Trim(r.id, "0123456789") == "" {
		number := 0
		for _, c := range r.id {
			number = number*10 + int(c-'0')
		}
		r.id = BusinessID(number)
	}
	return r
}

// longPart, five times, makes the name of a company longer than Netvisor takes.
const longPart = " ja Mallilan Seudun Yhteisen Esimerkkityön Edistämisen"

// What follows are the demonstrations: = is a row of both systems, < of
// Netvisor, > of Rackbeat.

// demoFirms is what customers and suppliers have in common, and all rules of
// both but one.
const demoFirms = `
= 1001|9900001|Mallilan Konepaja Oy
= 1002|9900012|Keksikylän Sähkö Oy
= 1003|9900023|Satumaan Kuljetus Ky
= 1004|9900034|Pohjola Osat Oy
= 1005|9900045|Esimerkin Rauta ja Putki Oy
= 1006|9900056|Tarulan Varaosat Oyj
= 1007|9900067|Kuvittelan Maalaus Tmi
= 1008|9900078|Harjoituksen Kalusto Oy Ab
= 1009|9900089|Koekylän Lasi Oy
= 1010|9900090|Mallilan Viilu Oy
= 1011|9900101|Keksikylän Pakkaus Oy
= 1012|9900112|Satumaan Kiinteistöhuolto Oy
= 1013|9900123|Esimerkin Tukku Oy
= 1014|DE123456789|Muster Maschinenbau GmbH
= 1015|9900145|Tarulan Kumi Oy
= 1016|9900156|Kuvittelan Puutyö Osk
= 1017|9900167|Harjoituksen Metalli Oy
= 1018|9900178|Koekylän Tekstiili Oy
= 1019|9900189|Mallilan Paperi Oy
< |9900203|Koodittoman Konepaja Oy
< 1022|9900214|Kahteen Kertaan Oy
< 1022|9900225|Toisen Kerran Oy
> 1022|9900236|Kolmannen Kerran Oy
= AS-1023|9900247|Kirjaimen Työkalut Oy
< 001024|9900258|Etunollan Laakeri Oy
> 1024|9900258|Etunollan Laakeri Oy
< 1234567890|9900269|Pitkän Numeron Valimo Oy
< 1,03E+05|9900270|Excelin Pilaama Oy
< 1027|9900281|Yhden Numeron Oy
> 1027|9900292|Aivan Toinen Yritys Oy
< 1028|9900303|Ylikirjoitetun Kortti Oy
> 2028|9900303|Ylikirjoitetun Kortti Oy
< 1029||Samannimisten Yhdistys Ry
> 2029||Samannimisten Yhdistys Ry
= 1030|9900325-9|Tarkisteen Virhe Oy
= 1031|9900336|Kahden Kortin Holding Oy
= 1032|9900336|Kahden Kortin Huolto Oy
= 1033|9900358|Kaksosten Kauppa Oy
= 1034|9900369|Kaksosten Kauppa Oy
= 1035|9900370|Pitkänimisten Yhteisöjen… Osuuskunta
< 1036|9900381|Vanhan Nimen Oy
> 1036|9900381|Uuden Nimen Oy
< 1037||Lähisuon Kuljetus Oy
> 2037||Oy Lähisuon-Kuljetus Ab
< 1038||Kirjainvirheen Putki Oy
> 2038||Kirjainvirhen Putki Oy
= 1039|9900414|Suljetun Kortti Oy|barred
`

const demoCustomers = `
< 1040|9900425|Vain Netvisorin Asiakas Oy
> 2040|9900436|Vain Rackbeatin Asiakas Oy
`

const demoSuppliers = `
= 1041||Tunnuksettoman Tukku Oy
< 1040|9900425|Vain Netvisorin Toimittaja Oy
> 2040|9900436|Vain Rackbeatin Toimittaja Oy
`

const demoProducts = `
= RU-0401||Ruuvi M4x16
= RU-0402||Ruuvi M4x20
= RU-0501||Ruuvi M5x16
= RU-0502||Ruuvi M5x20
= RU-0601||Ruuvi M6x25
= RU-0801||Ruuvi M8x30
= MU-0400||Mutteri M4
= MU-0500||Mutteri M5
= MU-0600||Mutteri M6
= MU-0800||Mutteri M8
= AL-0400||Aluslevy 4 mm
= AL-0500||Aluslevy 5 mm
= AL-0600||Aluslevy 6 mm
= LA-6001||Laakeri 6001
= LA-6002||Laakeri 6002
= LA-6003||Laakeri 6003
= HI-0010||Hihna 10 mm
= HI-0012||Hihna 12 mm
= TI-0020||Tiiviste 20 mm
= TI-0025||Tiiviste 25 mm
= PU-0015||Putki 15 mm, 3 m
= PU-0022||Putki 22 mm, 3 m
= VE-0015||Venttiili 15 mm
= VE-0022||Venttiili 22 mm
= LE-0008||Letku 8 mm
= LE-0010||Letku 10 mm
= SU-0001||Suodatin, ilma
= SU-0002||Suodatin, öljy
= AN-0001||Anturi, lämpö
= AN-0002||Anturi, paine
< ||Koodittoman tuotteen kansi
< KY-0001||Kytkin, yksi
< KY-0001||Kytkin, kaksi
> KY-0001||Kytkin
= KAAPELI 3x1,5 MUSTA 100 M KELA||Kaapeli 3x1,5 musta 100 m
< li-0001||Liitin, suora
> LI-0001||Liitin, suora
< LI 0002||Liitin, kulma
> LI-0002||Liitin, kulma
< LI 0003||Liitin, T
> LI0003||Liitin, T
< PM-0001||Pumppu 50 l/min
> PM-0001||Pumppu 60 l/min
= MO-0001||Moottori… 1,5 kW
= KE-0001||Ketju, vanha|barred
< 2,5E+05||Mittari, Excelin pilaama
< JO-0001||Jousi, vain Netvisorissa
> JO-0002||Jousi, vain Rackbeatissa
`
