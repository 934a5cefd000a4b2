package register

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format says what a number in a cell is.
type format struct {
	kind   formatKind
	digits int // of padded
}

type formatKind int

const (
	plainNumber formatKind = iota
	padded                 // with zeros, to so many digits
	scientific
	date
	dateTime
	clock
)

// builtIn are the formats that have a number and no code (ECMA-376 part 1,
// 18.8.30; 27 to 36 and 50 to 58 are dates in East Asian locales).
func builtIn(id int) format {
	switch {
	case id == 11 || id == 48:
		return format{kind: scientific}
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return format{kind: date}
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return format{kind: clock}
	case id == 22:
		return format{kind: dateTime}
	}
	return format{}
}

// formatOf reads a format code, as far as it changes what a number is. Of
// several sections the first counts: it is for positive numbers.
func formatOf(code string) format {
	letters, _, _ := strings.Cut(bareCode(code), ";")
	low := strings.ToLower(letters)
	hasDay, hasClock := strings.ContainsAny(low, "yd"), strings.ContainsAny(low, "hs")
	switch {
	case strings.Contains(low, "e+"), strings.Contains(low, "e-"):
		return format{kind: scientific}
	case strings.Contains(low, "general"):
		return format{}
	case hasDay && hasClock:
		return format{kind: dateTime}
	case hasDay, strings.Contains(low, "mmm"):
		return format{kind: date}
	case hasClock:
		return format{kind: clock}
	case len(low) > 1 && strings.Trim(low, "0") == "":
		return format{kind: padded, digits: len(low)}
	}
	return format{}
}

// bareCode takes out of a format code what is only shown: quoted texts, escaped
// letters, colours and locales in brackets. Times in brackets count hours.
func bareCode(code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*':
			i++
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[code[i]])
			if end < 0 {
				return b.String()
			}
			if inner := code[i+1 : i+1+end]; code[i] == '[' && strings.Trim(strings.ToLower(inner), "hms") == "" {
				b.WriteString(inner)
			}
			i += end + 1
		default:
			b.WriteByte(code[i])
		}
	}
	return b.String()
}

// maxExact is the first whole number of which a sheet has lost digits: it keeps
// 15.
const maxExact = 1e15

// text writes a number of a cell as what it is: all digits that the sheet has,
// zeros in front where they are shown, days and times as ISO 8601 has them.
// Restored says that the sheet shows fewer digits than are given.
func (f format) text(raw string, dates1904 bool) (s string, restored bool) {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return raw, false
	}
	switch f.kind {
	case date, dateTime, clock:
		if s, ok := f.moment(n, dates1904); ok {
			return s, false
		}
	case padded:
		if n >= 0 && n < maxExact && n == math.Trunc(n) {
			s = strconv.FormatFloat(n, 'f', 0, 64)
			return strings.Repeat("0", max(f.digits-len(s), 0)) + s, false
		}
	}
	if math.Abs(n) >= maxExact {
		return strings.Replace(strconv.FormatFloat(n, 'E', -1, 64), "E+0", "E+", 1), false
	}
	// a sheet keeps 15 digits, and writes 17: 0.1+0.2 is 0.30000000000000004
	exact, err := strconv.ParseFloat(strconv.FormatFloat(n, 'e', 14, 64), 64)
	if err != nil {
		return raw, false
	}
	return strconv.FormatFloat(exact, 'f', -1, 64), f.kind == scientific
}

// moment is a day or a time of day; false for what cannot be one.
func (f format) moment(n float64, dates1904 bool) (string, bool) {
	const lastDay = 2958466 // 10000-01-01
	if n < 0 || n >= lastDay {
		return "", false
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case dates1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 61: // the sheet has a 29th of February 1900, which was none
		epoch = epoch.AddDate(0, 0, 1)
	}
	day, part := math.Modf(n)
	at := epoch.AddDate(0, 0, int(day)).Add(time.Duration(math.Round(part*86400)) * time.Second)
	switch {
	case f.kind == clock && day == 0:
		return at.Format("15:04:05"), true
	case part == 0 && f.kind == date:
		return at.Format("2006-01-02"), true
	}
	return at.Format("2006-01-02 15:04:05"), true
}
