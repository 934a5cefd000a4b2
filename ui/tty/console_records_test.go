package tty

import (
	"slices"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// typed are the records of a text, each key pressed and let go.
func typed(text string) (all []inputRecord) {
	for _, unit := range utf16.Encode([]rune(text)) {
		for _, down := range []int32{1, 0} {
			all = append(all, inputRecord{kind: keyEvent, down: down, repeat: 1, unit: unit})
		}
	}
	return all
}

func TestRecords(t *testing.T) {
	half := inputRecord{kind: keyEvent, down: 1, repeat: 1, unit: 0xd83d}
	for name, c := range map[string]struct {
		records []inputRecord
		want    string
		resized bool
	}{
		"letters and sequences": {typed("Käthe 漢🚢𝄞\x1b[1;5C\x1bx\x01\r"), "Käthe 漢🚢𝄞\x1b[1;5C\x1bx\x01\r", false},
		"a held key":            {[]inputRecord{{kind: keyEvent, down: 1, repeat: 3, unit: 'ä'}}, "äää", false},
		"no count":              {[]inputRecord{{kind: keyEvent, down: 1, unit: 'a'}}, "a", false},
		"shift alone":           {[]inputRecord{{kind: keyEvent, down: 1, repeat: 1, code: 0x10}, {kind: keyEvent, code: 0x10}}, "", false},
		"ctrl+space":            {[]inputRecord{{kind: keyEvent, down: 1, repeat: 1}, {kind: keyEvent}}, "\x00", false},
		"alt and a number":      {[]inputRecord{{kind: keyEvent, down: 1, code: altKey}, {kind: keyEvent, code: altKey, unit: 'ł'}}, "ł", false},
		"half a character":      {slices.Concat([]inputRecord{half}, typed("a"), []inputRecord{half}, typed("🚢"), []inputRecord{{kind: keyEvent, down: 1, unit: 0xdea2}}, typed("b")), "a🚢b", false},
		"a resize":              {slices.Concat(typed("a"), []inputRecord{{kind: bufferSizeEvent, down: 'x', unit: 'y'}}, typed("b")), "ab", true},
		"mouse, menu and focus": {[]inputRecord{{kind: 2, down: 1, unit: 'm'}, {kind: 8, down: 1, unit: 'n'}, {kind: 16, down: 1, unit: 'f'}}, "", false},
	} {
		var d recordDecoder
		if got, resized := d.decode(nil, c.records); string(got) != c.want || resized != c.resized {
			t.Errorf("%s: typed %q, resized %t", name, got, resized)
		}
		var cut recordDecoder
		var got []byte
		for i := range c.records {
			got, _ = cut.decode(got, c.records[i:i+1])
		}
		if string(got) != c.want || !utf8.Valid(got) {
			t.Errorf("%s, one at a time: typed %q", name, got)
		}
	}
}
