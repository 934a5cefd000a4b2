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
	clock   string // layout of a time of day, behind a day
	decimal string
	and     string // between the last two of a list
	yes, no string
}

var manners = map[string]*manner{
	English: {
		tag: language.English, day: "2006-01-02", clock: "15:04", decimal: ".", and: " and ", yes: "yes", no: "no",
	},
	German: {
		tag: language.German, day: "02.01.2006", clock: "15:04", decimal: ",", and: " und ", yes: "ja", no: "nein",
	},
	Finnish: {
		tag: language.Finnish, day: "2.1.2006", clock: "15.04", decimal: ",", and: " ja ", yes: "kyllä", no: "ei",
	},
}

func mannerOf(lang string) *manner {
	if m := manners[lang]; m != nil {
		return m
	}
	return manners[English]
}

// Day is a day of the calendar.
func Day(lang string, t time.Time) string { return t.Format(mannerOf(lang).day) }

// Time is a day with its time of day; a time at midnight UTC is a day.
func Time(lang string, t time.Time) string {
	if t.Location() == time.UTC && t.Equal(t.Truncate(24*time.Hour)) {
		return Day(lang, t)
	}
	m := mannerOf(lang)
	return t.Format(m.day + " " + m.clock)
}

// Number is a number with as many decimals as it has.
func Number(lang string, f float64) string {
	return strings.Replace(strconv.FormatFloat(f, 'f', -1, 64), ".", mannerOf(lang).decimal, 1)
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
