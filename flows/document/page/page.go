// Package page is what the pages that leave the house have in common: a head with
// a policy that allows nothing but the page's own style, so that no script runs
// and nothing is loaded even where a text got through as markup; and how a text
// stands within markup. It imports the standard library, flows/words for the
// languages and x/text, and knows no document.
package page

import (
	"crypto/sha256"
	"encoding/base64"
	"html"

	"golang.org/x/text/unicode/bidi"

	"lotse/flows/words"
)

// Head is a page down to its body. The title is a text; the style is ours, and
// stands in the policy by its hash.
func Head(lang, title, style string) string {
	sum := sha256.Sum256([]byte(style))
	return `<!doctype html>
<html lang="` + Language(lang) + `">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-` + base64.StdEncoding.EncodeToString(sum[:]) + `'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>` + Text(title) + `</title>
<style>` + style + `</style>
</head>
<body>
`
}

// Language is the language of a page: English for one that is not known.
func Language(lang string) string {
	if spoken := words.Spoken(lang); spoken != "" {
		return spoken
	}
	return words.English
}

// Text is a text within markup, or within an attribute in double quotes.
func Text(s string) string { return html.EscapeString(s) }

// Isolated is a text from outside within markup: what is written from right to
// left leaves the order of its surroundings alone.
func Isolated(s string) string {
	if !IsTurned(s) {
		return Text(s)
	}
	return "<bdi>" + Text(s) + "</bdi>"
}

// IsTurned reports whether a text has letters that are written from right to left.
func IsTurned(s string) bool {
	for _, r := range s {
		if r < 0x590 { // the first of them is Hebrew
			continue
		}
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return true
		}
	}
	return false
}
