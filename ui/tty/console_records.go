package tty

import (
	"unicode/utf16"
	"unicode/utf8"
)

// inputRecord is Windows' INPUT_RECORD, with the fields of a KEY_EVENT_RECORD.
type inputRecord struct {
	kind, _ uint16
	down    int32
	repeat  uint16
	code, _ uint16
	unit    uint16 // of UTF-16
	_       uint32
}

// What of a record matters here: wincontypes.h, winuser.h.
const (
	keyEvent        = 0x0001
	bufferSizeEvent = 0x0004
	altKey          = 0x12 // VK_MENU
)

// recordDecoder makes of a console's records the bytes that a terminal would have
// sent. A console that is asked for virtual terminal input gives these itself, a
// record for each unit of UTF-16; what is left is to tell them from keys that type
// nothing, and to join the two halves of a character.
type recordDecoder struct {
	high uint16 // the first half of a character whose second has not come
}

// decode appends what the records type to out, and reports whether the console was
// resized.
func (d *recordDecoder) decode(out []byte, records []inputRecord) (typed []byte, resized bool) {
	for _, r := range records {
		switch {
		case r.kind == bufferSizeEvent:
			resized = true
		case r.kind == keyEvent && r.types():
			out = d.unit(out, r)
		}
	}
	return out, resized
}

// types reports whether a key types something. One that comes up does so where its
// number was typed while alt was held, as the console itself does for pasted
// characters that the keyboard lacks. A zero is ctrl+space where it belongs to no key.
func (r inputRecord) types() bool {
	if r.unit == 0 {
		return r.down != 0 && r.code == 0
	}
	return r.down != 0 || r.code == altKey
}

// unit appends the character that a unit is or completes, as often as its key
// repeats. Half a character is dropped.
func (d *recordDecoder) unit(out []byte, r inputRecord) []byte {
	high, c := d.high, rune(r.unit)
	d.high = 0
	if utf16.IsSurrogate(c) {
		if c = utf16.DecodeRune(rune(high), c); c == utf8.RuneError {
			d.high = r.unit
			return out
		}
	}
	for range max(r.repeat, 1) {
		out = utf8.AppendRune(out, c)
	}
	return out
}
