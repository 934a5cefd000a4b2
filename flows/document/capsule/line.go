package capsule

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// line is the first line of a capsule.
type line struct {
	content   string // SHA-256 of all that follows it, hex
	signature run.Signature
	at        time.Time
}

const (
	magic      = "lotse capsule "
	timeLayout = "2006-01-02T15:04:05.000Z"
)

// Begins reports whether a file begins as a capsule does.
func Begins(r io.ReaderAt) bool {
	begin := make([]byte, len(magic))
	n, _ := r.ReadAt(begin, 0) // what cannot be read is none
	return string(begin[:n]) == magic
}

// lineSize is the length of every first line, so that where the zip begins is
// known before it is written.
var lineSize = len(line{content: strings.Repeat("0", 64), signature: run.Signature{Key: make([]byte, 32), Value: make([]byte, 64)}}.String())

// String is the line with its end.
func (l line) String() string {
	return fmt.Sprintf("%s%d %s %s %s %s\n", magic, version, l.content, run.KeyName(l.signature.Key),
		base64.StdEncoding.EncodeToString(l.signature.Value), l.at.UTC().Format(timeLayout))
}

// parseLine reads the beginning of a file. Each line is written in one way only,
// and no other is read.
func parseLine(begin string) (line, error) {
	none := flows.Refuse(flows.ErrUnreadable, nil, "capsule.none")
	text, found := strings.CutPrefix(begin, magic)
	if !found {
		return line{}, none
	}
	number, _, _ := strings.Cut(text, " ")
	n, err := strconv.Atoi(number)
	switch {
	case err != nil || n < 1 || strconv.Itoa(n) != number:
		return line{}, none
	case n > version:
		return line{}, flows.Refuse(flows.ErrNewer, nil, "capsule.newer", "version", n, "known", version)
	}
	var l line
	fields := strings.Fields(text)
	if len(begin) != lineSize || len(fields) != 5 {
		return line{}, damaged("capsule.changed")
	}
	l.content = fields[1]
	if l.signature.Key, err = hex.DecodeString(fields[2]); err != nil {
		return line{}, damaged("capsule.changed")
	}
	if l.signature.Value, err = base64.StdEncoding.DecodeString(fields[3]); err != nil {
		return line{}, damaged("capsule.changed")
	}
	if l.at, err = time.Parse(timeLayout, fields[4]); err != nil || l.String() != begin {
		return line{}, damaged("capsule.changed")
	}
	return l, nil
}
