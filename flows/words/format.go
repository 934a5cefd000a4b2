package words

import (
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// manner is how a language writes what is no word: dates, numbers, lists.
type manner struct {
	tag     language.Tag
	day     string // layout of a day
	long    string // layout of a day in a letter
	near    string // layout of a day of this year, where room is short
	year    string // layout of a day of another year, where room is short
	clock   string // layout of a time of day, behind a day
	decimal string
	group   string    // between the thousands of a count
	and     string    // between the last two of a list
	comma   string    // between the name of a weekday and the day
	week    [7]string // the names of the weekdays, Sunday first
	yes, no string
}

func mannerOf(lang string) *manner {
	if l := languageOf(lang); l != nil {
		return &l.manner
	}
	return &inEnglish.manner
}

// Day is a day of the calendar.
func Day(lang string, t time.Time) string { return t.Format(mannerOf(lang).day) }

// LongDay is a day of the calendar as a letter has it. German and Finnish write
// it in digits there too, so that no names of months are needed.
func LongDay(lang string, t time.Time) string { return t.Format(mannerOf(lang).long) }

// ShortDay is a day of the calendar where room is short: without its year where
// that is the year of now.
func ShortDay(lang string, t, now time.Time) string {
	m := mannerOf(lang)
	if t.Year() == now.Year() {
		return t.Format(m.near)
	}
	return t.Format(m.year)
}

// FullDay is a day of the calendar with the name of its weekday.
func FullDay(lang string, t time.Time) string {
	m := mannerOf(lang)
	return m.week[t.Weekday()] + m.comma + LongDay(lang, t)
}

// Clock is a time of day.
func Clock(lang string, t time.Time) string { return t.Format(mannerOf(lang).clock) }

// Time is a day with its time of day; a time at midnight in a zone like UTC is a
// day, since JSON keeps no more of a zone than how far it is from UTC.
func Time(lang string, t time.Time) string {
	if _, offset := t.Zone(); offset == 0 && t.Equal(t.Truncate(24*time.Hour)) {
		return Day(lang, t)
	}
	m := mannerOf(lang)
	return t.Format(m.day + " " + m.clock)
}

// Number is a number with as many decimals as it has.
func Number(lang string, f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', -1, 64), ".", mannerOf(lang).decimal, 1)
}

// Count is a count of things that may be many: its thousands are set apart.
func Count(lang string, n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + mannerOf(lang).group + s[i:]
	}
	return s
}

// List is "a, b and c".
func List(lang string, list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + mannerOf(lang).and + list[last]
}

func yesNo(lang string, b bool) string {
	if b {
		return mannerOf(lang).yes
	}
	return mannerOf(lang).no
}

// form is the one of several forms of a word, parted by |, that fits a number.
// All three languages have two: one thing, and any other number.
func form(lang string, v any, forms string) string {
	one, other, _ := strings.Cut(forms, "|")
	n, isInt := v.(int64)
	if !isInt || plural.Cardinal.MatchPlural(mannerOf(lang).tag, int(max(n, -n)), 0, 0, 0, 0) != plural.One {
		return other
	}
	return one
}
