package sample

import (
	"fmt"
	"strings"
)

// idNumbers is how many numbers a Finnish business id has, without its check
// digit.
const idNumbers = 10_000_000

// issued is about up to where they are given to companies: what is made lies
// beyond.
const issued = 4_000_000

// BusinessID is the Finnish business id of a number of seven digits; "" for
// those that are never issued.
func BusinessID(n int) string {
	digits := fmt.Sprintf("%07d", n%idNumbers)
	sum := 0
	for i, weight := range []int{7, 9, 10, 5, 8, 4, 2} {
		sum += weight * int(digits[i]-'0')
	}
	switch rest := sum % 11; {
	case rest == 1 || n%idNumbers == 0:
		return ""
	case rest == 0:
		return digits + "-0"
	default:
		return fmt.Sprintf("%s-%d", digits, 11-rest)
	}
}

const (
	heads   = "BDFGHJKLMNPRSTVZ"
	letters = "bdfghjklmnprstvz"
	vowels  = "aeiouyä"
	// spreads is how many words of four syllables there are: names far from each
	// other are made of numbers beside each other by a factor.
	spreads = 16 * 16 * 16 * 16 * 7 * 7 * 7 * 7
	factor  = 61_803_397 // shares no divisor with spreads
)

// invented is the n-th word that no language has.
func invented(n int) string {
	n = n % spreads * factor % spreads
	var b strings.Builder
	for i := range 4 {
		from := letters
		if i == 0 {
			from = heads
		}
		b.WriteByte(from[n%16])
		b.WriteString([]string{"a", "e", "i", "o", "u", "y", "ä"}[n/16%7])
		n /= 16 * 7
	}
	return b.String()
}

var (
	trades = []string{
		"Konepaja", "Putki", "Sähkö", "Rakennus", "Kuljetus", "Kalusto", "Varaosat", "Metalli", "Puutyö", "Kiinteistöt", "Huolto", "Tukku", "Maalaus", "Pakkaus", "Viilu", "Kumi", "Lasi", "Tekstiili", "Paperi", "Muovi",
		"Työkalut", "Valimo",
	}
	forms = []string{"Oy", "Oy", "Oy", "Oy Ab", "Ky", "Oyj", "Tmi", "Osk"}
	goods = []string{
		"Ruuvi", "Mutteri", "Aluslevy", "Laakeri", "Hihna", "Tiiviste", "Putki", "Venttiili", "Letku", "Suodatin", "Anturi", "Kytkin", "Kaapeli", "Liitin", "Pumppu", "Moottori", "Ketju", "Jousi", "Holkki", "Kansi",
	}
	towns = []string{"Mallila", "Keksikylä", "Satumaa", "Esimerkki", "Tarula", "Kuvittela", "Harjoitus", "Koekylä"}
)

// name is the n-th company.
func name(n int) string {
	word := invented(n)
	return word + " " + trades[n*7%len(trades)] + " " + forms[n*5%len(forms)]
}

// product is the n-th thing to sell.
func product(n int) string {
	return fmt.Sprintf("%s %s M%d", goods[n*7%len(goods)], invented(n), 4+n%20)
}
