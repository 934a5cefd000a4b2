package flows

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

const waiting = `      - {field: day, type: date, label: Day}
      - {field: name, type: text, label: Name}
      - wait: answer
        for: the office
        reason: answers
`

func TestTheLadderAndTheDayOfAWait(t *testing.T) {
	f := files("p.yaml", head+waiting+`        ladder:
          - {after: 10m, try: "Ask {{ name }} again."}
          - {after: 2h, try: Call them.}
          - {after: 3d, try: Write.}
        until: {of: day, plus: 2d}
`)
	p := loads(t, f)
	w := p.Steps[0].Items[2].Wait
	want := []Rung{{10 * time.Minute, "Ask {{ name }} again."}, {2 * time.Hour, "Call them."}, {72 * time.Hour, "Write."}}
	if !reflect.DeepEqual(w.Ladder, want) || *w.Until != (Relative{"day", 2}) {
		t.Errorf("the wait is %+v, %+v", w.Ladder, w.Until)
	}
	reads := p.Steps[0].Items[2].Reads()
	for _, id := range []string{"day", "name"} {
		if !slices.Contains(reads, Ref{RefField, id}) {
			t.Errorf("it reads %v, not %s", reads, id)
		}
	}
	if !bytes.Contains(p.Bytes(), []byte(`"format":4`)) {
		t.Errorf("it is stored as format %d", FormatOf(p.Bytes()))
	}
	again, err := Decode(p.Bytes())
	if err != nil || !reflect.DeepEqual(again.Steps[0].Items[2].Wait, w) {
		t.Errorf("read back: %v", err)
	}
	// In another language the ladder is another's: the English stays.
	f["p.de.yaml"] = files("p.de.yaml", "of: p\nlanguage: de\ntexts:\n  steps.one.items.answer.ladder.1: {en: "+textDigest("Call them.")+", text: Rufen Sie an.}\n")["p.de.yaml"]
	both := loads(t, f)
	if de := both.In("de").Steps[0].Items[2].Wait.Ladder; de[1].Try != "Rufen Sie an." || de[0].Try != want[0].Try {
		t.Errorf("in German: %+v", de)
	}
	if en := both.Steps[0].Items[2].Wait.Ladder; en[1].Try != "Call them." {
		t.Errorf("in English: %+v", en)
	}
	older := loads(t, files("p.yaml", head+waiting+"        try: Call them.\n"))
	if FormatOf(older.Bytes()) != 1 {
		t.Errorf("without them it is format %d", FormatOf(older.Bytes()))
	}
}

func TestWhatIsWrongWithALadderOrADay(t *testing.T) {
	for keys, says := range map[string]string{
		"ladder: [{after: ◆10, try: x}]":                        "10m, 2h, 3d",
		"ladder: [{after: ◆0m, try: x}]":                        "10m, 2h, 3d",
		"ladder: [{after: ◆1.5h, try: x}]":                      "10m, 2h, 3d",
		"ladder: [{after: ◆10mh, try: x}]":                      "10m, 2h, 3d",
		"ladder: [{after: ◆m, try: x}]":                         "10m, 2h, 3d",
		"ladder: [{after: ◆99999d, try: x}]":                    "10m, 2h, 3d",
		"ladder: [{after: 2h, try: x}, {after: ◆120m, try: y}]": "a ladder rises",
		"ladder: [{after: 2h, try: x}, {after: ◆90m, try: y}]":  "a ladder rises",
		"ladder: [◆{after: 2h}]":                                "try",
		"ladder: [◆{try: x}]":                                   "after",
		"ladder: [{after: 2h, try: x, ◆what: y}]":               "what",
		"ladder: ◆[]":                                           "There is nothing",
		"ladder: [◆{after: 2h, try: \"{{ later }}\"}]":          "comes later",
		"until: ◆{}":                                            "An until needs of",
		"until: {plus: ◆1}":                                     "from 1d to 366d",
		"until: {plus: ◆0d}":                                    "from 1d to 366d",
		"until: {plus: ◆367d}":                                  "from 1d to 366d",
		"until: {plus: ◆1w}":                                    "from 1d to 366d",
		"until: {of: ◆nowhere}":                                 "There is no field nowhere",
		"until: {of: ◆name, plus: 1d}":                          "The field name is no date.",
		"until: {of: ◆later}":                                   "later comes later",
		"until: {of: day, ◆minus: 1d}":                          "minus",
	} {
		f := files("p.yaml", head+waiting+"        "+keys+"\n      - {field: later, type: date, label: Later}\n")
		place := marked(f)
		expect(t, keys, Lint(f, "p", Specs{}), place, says)
		if _, err := Open(f, Specs{}).Procedure("p"); err == nil {
			t.Errorf("%s loads", keys)
		}
	}
	for _, keys := range []string{"until: {plus: 1d}", "until: {of: day}", "until: {plus: 366d}", "ladder: [{after: 59m, try: x}, {after: 1h, try: y}, {after: 1d, try: z}]"} {
		f := files("p.yaml", head+strings.TrimRight(waiting, "\n")+"\n        "+keys+"\n")
		if faults := Lint(f, "p", Specs{}); len(faults) > 0 {
			t.Errorf("%s: %v", keys, Faults(faults))
		}
	}
}
