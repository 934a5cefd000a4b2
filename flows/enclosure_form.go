package flows

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"strings"
	"unicode/utf8"
)

// maxPixels is how many pixels a picture may have: a small file may unpack to one
// that no machine has room for.
const maxPixels = 64 << 20

func fitsScreen(width, height uint32) bool {
	return width > 0 && height > 0 && uint64(width)*uint64(height) <= maxPixels
}

// isPNG reports whether a file is one PNG picture, with nothing behind it: each of
// its chunks has the sum that it says.
func isPNG(data []byte) bool {
	rest, is := bytes.CutPrefix(data, []byte("\x89PNG\r\n\x1a\n"))
	for first := true; is && len(rest) >= 12; first = false {
		size := int64(binary.BigEndian.Uint32(rest))
		if size > int64(len(rest)-12) {
			return false
		}
		kind, body, sum := string(rest[4:8]), rest[8:8+size], rest[8+size:12+size]
		if crc32.ChecksumIEEE(rest[4:8+size]) != binary.BigEndian.Uint32(sum) {
			return false
		}
		if first && (kind != "IHDR" || size != 13 || !fitsScreen(binary.BigEndian.Uint32(body), binary.BigEndian.Uint32(body[4:]))) {
			return false
		}
		if rest = rest[12+size:]; kind == "IEND" {
			return len(rest) == 0
		}
	}
	return false
}

// isGIF reports whether a file is a GIF picture, up to its last byte.
func isGIF(data []byte) bool {
	const head, end = 13, 0x3b
	return len(data) > head && (bytes.HasPrefix(data, []byte("GIF87a")) || bytes.HasPrefix(data, []byte("GIF89a"))) && data[len(data)-1] == end &&
		fitsScreen(uint32(binary.LittleEndian.Uint16(data[6:])), uint32(binary.LittleEndian.Uint16(data[8:])))
}

// isWebP reports whether a file is a WebP picture of the length that it says.
func isWebP(data []byte) bool {
	return len(data) > 20 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP" && strings.HasPrefix(string(data[12:16]), "VP8") &&
		uint64(binary.LittleEndian.Uint32(data[4:]))+8 == uint64(len(data))
}

// The markers of a JPEG picture that stand alone or end it.
const (
	jpegBegin = 0xd8
	jpegEnd   = 0xd9
	jpegScan  = 0xda
)

// isJPEG reports whether a file is one JPEG picture, with nothing behind it.
func isJPEG(data []byte) bool {
	if len(data) < 4 || data[0] != 0xff || data[1] != jpegBegin {
		return false
	}
	sized := false
	for at := 2; at+4 <= len(data) || at+2 == len(data); {
		marker := data[at+1]
		switch {
		case data[at] != 0xff:
			return false
		case marker == 0xff: // filled up
			at++
			continue
		case marker == jpegEnd:
			return sized && at+2 == len(data)
		case at+4 > len(data):
			return false
		}
		size := int(binary.BigEndian.Uint16(data[at+2:]))
		if size < 2 || at+2+size > len(data) {
			return false
		}
		if isFrame(marker) {
			if body := data[at+4 : at+2+size]; len(body) < 6 || !fitsScreen(uint32(binary.BigEndian.Uint16(body[3:])), uint32(binary.BigEndian.Uint16(body[1:]))) {
				return false
			}
			sized = true
		}
		if at += 2 + size; marker == jpegScan {
			at += scanned(data[at:])
		}
	}
	return false
}

// isFrame reports whether a marker begins a frame, which says how large the picture
// is.
func isFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// scanned is how long the pixels are that stand before the next marker.
func scanned(data []byte) int {
	for i := 0; i+1 < len(data); i++ {
		if next := data[i+1]; data[i] == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7) {
			return i
		}
	}
	return len(data)
}

// isPDF reports whether a file is a PDF document that has its end.
func isPDF(data []byte) bool {
	const tail = 1024
	return bytes.HasPrefix(data, []byte("%PDF-")) && bytes.Contains(data[max(0, len(data)-tail):], []byte("%%EOF"))
}

// isPlainText reports whether a file is text that a person reads as it is, and that
// nothing obeys.
func isPlainText(data []byte) bool {
	return utf8.Valid(data) && !IsObeyed(data) && !strings.ContainsFunc(strings.TrimPrefix(string(data), "\ufeff"), func(r rune) bool {
		return r != '\n' && r != '\r' && r != '\t' && isUnsafe(r)
	})
}

// IsObeyed reports whether a text, or its beginning, is one that a program obeys
// rather than shows: a script, a page, a shortcut, a program for a printer.
func IsObeyed(text []byte) bool {
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))
	for _, begin := range []string{"#!", "<", "%!", "MZ"} {
		if bytes.HasPrefix(text, []byte(begin)) {
			return true
		}
	}
	return bytes.Contains(bytes.ToLower(text), []byte("[desktop"))
}

// formulaIn is the line of a table in which a cell is a formula, which a program
// for tables works out when it opens the file; 0 where none is.
func formulaIn(data []byte) int {
	line := 0
	for row := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		line++
		for cell := range strings.FieldsFuncSeq(row, func(r rune) bool { return strings.ContainsRune(",;\t|\r\n", r) }) {
			if isFormula(strings.TrimLeft(cell, " \"'")) {
				return line
			}
		}
	}
	return 0
}

// isFormula reports whether a cell begins as a formula: a sign before digits is a
// number.
func isFormula(cell string) bool {
	if cell == "" || !strings.ContainsRune("=@+-", rune(cell[0])) {
		return false
	}
	signed := cell[0] == '+' || cell[0] == '-'
	return !signed || strings.Trim(cell[1:], " \"'0123456789.,()/-") != ""
}
