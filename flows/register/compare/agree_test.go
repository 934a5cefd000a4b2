package compare

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// smallRegister is a random register of a few rows, in which much collides.
func smallRegister(r *rand.Rand, n int) *Register {
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	names := smallNames
	if r.IntN(3) == 0 {
		names = make([]string, 12) // of few letters, so that many are near
		for i := range names {
			for range 3 + r.IntN(4) {
				names[i] += pick([]string{"a", "b", "A", "1", " ", "ä", "oy "})
			}
		}
	}
	codes, ids := smallCodes, smallIDs
	cards := make([]Card, r.IntN(12))
	if r.IntN(50) == 0 { // more than a finding names
		cards = make([]Card, 20+r.IntN(50))
		codes, ids = codes[r.IntN(30):][:3], ids[3:7]
	}
	for i := range cards {
		cards[i] = Card{Row: 2 + i + r.IntN(2)*i, Code: pick(codes), ID: pick(ids), Name: pick(names), IsBarred: r.IntN(8) == 0}
		if i > 0 {
			cards[i].Row = cards[i-1].Row + 1 + r.IntN(2)
		}
	}
	fields := []Field{BusinessID, Name, Barred}
	if r.IntN(4) == 0 {
		fields = fields[r.IntN(3):]
		for i := range cards {
			if len(fields) < 3 {
				cards[i].ID = ""
			}
			if len(fields) < 2 {
				cards[i].Name = ""
			}
		}
	}
	return FromCards(fmt.Sprintf("side%d.csv", n), "", cards, fields...)
}

var (
	smallCodes = []string{
		"", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "01", "1 ", " 2", "\u00a03", "\ufeff4", "A1", "a1", "A 1", "a\u00a01", "1E+05", "1,00E+05", "1.23457E+11",
		"1234567890", "123456789", "0000000000", "-1E+3", "Ä", "ä", "\u212a1", "k1", "K1", "ABCDEFGHIJKLMNOPQRSTUVWXY", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ſ", "s", "S", "x\u200bx", "xx",
		"#N/A", "#PUUTTUU!", "1\ufffd", "####",
	}
	smallIDs = []string{
		"", "", "", "1967543-8", "FI19675438", "fi 1967543-8", "19675438", "1366959-8", "0112038-9", "112038-9", "1120389", "FI1120389", "1234567-8", "0000000-0", "1000008-0",
		"DE123456789", "de 123.456.789", "DE1", "SE556012579001", "NO923609016MVA", "NO9236090161234", "NO92360901612345", "-", "x", "FI", "FI12", "1366959\u20138", "1366959\u00a08", "ATU12345678", "AAAAAA", "AAAA12", "ä1", "#REF!", "\ufffd",
	}
	smallNames = []string{
		"", "Pohjola Osat Oy", "Oy Pohjola Osat", "Pohjola  Osat", "pohjola osat oy", "Pohjola Osat Oy ", "Pohjola Osta Oy", "Pohjola Osa Oy", "Pohjola Osatt Oyj", "Pohjola-Osat", "Muster GmbH", "Muster G.m.b.H.",
		"Muster e.K.", "Muster e. K.", "Muster", "Mustar", "Muste", "Must", "Mus", "Oy", "Ab", "Oy Ab", "A/S", "as", "J. K. Muster", "J K Muster", "JKMuster", "Testi 1", "Testi 2", "Testi 1 Oy", "Testi",
		"Testi12", "Testi 21", "Jyv\u00e4skyl\u00e4", "Jyva\u0308skyla\u0308", "Jyvaskyla", "Jyv\u00c4SKYL\u00c4", "Straße", "STRASSE", "Strasse", "!!!", "???", "\u00a0Muster", "\u0301x", "K\u212a", "kk", "東京電力", "東京電", "東京電力株", "#N/A", "#WERT!", "Jyv\ufffdskyl\ufffd", "M\u0081ller",
		strings.Repeat("ä", 250), strings.Repeat("ä", 251), strings.Repeat("a", 255), strings.Repeat("a", 256), strings.Repeat("ab", 49) + "c1", strings.Repeat("ab", 49) + "d1", strings.Repeat("ab", 50) + "x", strings.Repeat("ab", 50),
	}
)

// TestAgreesWithTheReference compares registers made by chance, and the reference does,
// too. TestAgreesWithTheReferenceAtLength does for more of them.
func TestAgreesWithTheReference(t *testing.T) {
	agrees(t, 3_000)
}

// agrees is TestAgreesWithTheReference with so many pairs of registers.
func agrees(t *testing.T, most int) {
	hit := map[Kind]map[Rule]int{Customers: {}, Suppliers: {}, Products: {}}
	few, least, by := fewKeys, leastSlots, slotsByForm
	defer func() { fewKeys, leastSlots, slotsByForm = few, least, by }()
	for seed := range most {
		if fewKeys, leastSlots, slotsByForm = few, least, by; seed%2 == 0 { // as with many names
			fewKeys, leastSlots, slotsByForm = 0, 256, 0
		}
		r := agree(t, uint64(seed))
		if t.Failed() {
			return
		}
		for rule, n := range r.Counts {
			hit[r.Kind][rule] += n
		}
	}
	for _, k := range Kinds() {
		for _, rule := range k.Rules() {
			if hit[k][rule] < 10 {
				t.Errorf("%s: %s was found %d times: the registers are too tame", k, rule, hit[k][rule])
			}
		}
	}
}

// FuzzAgreesWithTheReference compares two registers of lines code|id|name, with
// ! before those that are barred.
func FuzzAgreesWithTheReference(f *testing.F) {
	f.Add(uint8(0), "1|1967543-8|Pohjola Osat Oy\n!2||Muster GmbH", "1|FI19675438|Oy Pohjola-Osat\n3||Mustar GmbH")
	f.Add(uint8(1), "1E+05|x|A\n|DE123456789|B", "1|de123456789|A\n1||a")
	f.Add(uint8(2), "a 1||Bolt\nA1||Bolt", "A\u00a01||Nut\na1||Bolt")
	f.Fuzz(func(t *testing.T, kind uint8, left, right string) {
		p := Plan{Kind: Kinds()[kind%3], Left: Netvisor, Right: Rackbeat}
		agreeOn(t, fmt.Sprintf("%s %q %q", p.Kind, left, right), linesOf(left), linesOf(right), p)
	})
}

// linesOf reads at most 50 rows.
func linesOf(text string) *Register {
	var cards []Card
	for i, line := range strings.SplitN(text, "\n", 51) {
		if i == 50 {
			break
		}
		line, barred := strings.CutPrefix(line, "!")
		parts := append(strings.SplitN(line, "|", 3), "", "")
		cards = append(cards, Card{Row: 1 + i, Code: parts[0], ID: parts[1], Name: parts[2], IsBarred: barred})
	}
	return FromCards("lines", "", cards, BusinessID, Name, Barred)
}

// agree compares two random registers in both ways.
func agree(t *testing.T, seed uint64) *Report {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	systems := []System{Netvisor, Rackbeat, "other"}
	p := Plan{Kind: Kinds()[r.IntN(3)], Left: systems[r.IntN(3)], Right: systems[r.IntN(3)]}
	left, right := smallRegister(r, 1), smallRegister(r, 2)
	what := fmt.Sprintf("seed %d", seed)
	got := agreeOn(t, what, left, right, p)
	invariants(t, what, r, left, right, p, got)
	return got
}

func agreeOn(t *testing.T, what string, left, right *Register, p Plan) *Report {
	t.Helper()
	got, err := Compare(context.Background(), left, right, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	differ(t, what, got, compareSlowly(left, right, p))
	return got
}

// differ tells the first things in which two reports differ.
func differ(t *testing.T, what string, got, want *Report) {
	t.Helper()
	for i := range max(len(got.Findings), len(want.Findings)) {
		var g, w Finding
		if i < len(got.Findings) {
			g = got.Findings[i]
		}
		if i < len(want.Findings) {
			w = want.Findings[i]
		}
		if !sameFinding(g, w) {
			t.Errorf("%s, finding %d:\n %+v, want\n %+v", what, i, g, w)
			return
		}
	}
	if len(got.Findings) == 0 && len(want.Findings) == 0 {
		got.Findings, want.Findings = nil, nil
	}
	for _, r := range []*Report{got, want} {
		for i := range r.Findings {
			if len(r.Findings[i].Other) == 0 {
				r.Findings[i].Other = nil
			}
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n %+v, want\n %+v", what, got, want)
	}
}

func sameFinding(a, b Finding) bool {
	if len(a.Other) == 0 && len(b.Other) == 0 {
		a.Other, b.Other = nil, nil
	}
	return reflect.DeepEqual(a, b)
}
