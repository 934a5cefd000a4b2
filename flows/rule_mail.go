package flows

import (
	"slices"
	"strings"
)

// freeMail are domains under which anybody can have a mailbox, of the larger
// providers in the German, Finnish and English speaking countries.
var freeMail = []string{
	"gmail.com", "googlemail.com", "outlook.com", "outlook.de", "hotmail.com", "hotmail.de", "hotmail.fi", "hotmail.co.uk", "live.com", "live.de", "live.fi", "msn.com",
	"yahoo.com", "yahoo.de", "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "aol.de", "mail.com", "email.com",
	"proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.io", "zoho.com", "yandex.com", "yandex.ru", "mail.ru",
	"gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.com", "web.de", "t-online.de", "freenet.de", "arcor.de", "posteo.de", "mailbox.org", "email.de", "bluewin.ch", "aon.at", "chello.at",
	"luukku.com", "suomi24.fi", "kolumbus.fi", "elisanet.fi", "saunalahti.fi", "pp.inet.fi", "netti.fi", "welho.com",
}

// wrongTops are endings that are no top level domain, and what was meant.
var wrongTops = map[string]string{
	"con": "com", "cmo": "com", "ocm": "com", "vom": "com", "xom": "com", "comm": "com", "coom": "com",
	"dee": "de", "nte": "net", "ogr": "org", "rog": "org",
}

func domainOf(address string) string {
	_, domain, _ := cutLast(strings.ToLower(address), '@')
	return domain
}

func findFreeMail(address string) *violation {
	if domain := domainOf(address); slices.Contains(freeMail, domain) {
		return newViolation("", "domain", domain)
	}
	return nil
}

// findTypo finds the domain that was probably meant: the domain of a large
// provider that is one typing error away or, if the ending is no top level
// domain, the same name with the right ending.
func findTypo(address string) *violation {
	domain := domainOf(address)
	if slices.Contains(freeMail, domain) {
		return nil
	}
	before, top, _ := cutLast(domain, '.')
	for _, known := range freeMail {
		name, knownTop, _ := strings.Cut(known, ".")
		abroad := before == name && len(top) == 2 && len(knownTop) == 2 // the same provider in another country
		if len(name) >= 5 && !abroad && oneSlip(domain, known) {
			return newViolation("", "domain", domain, "known", known)
		}
	}
	if meant := wrongTops[top]; meant != "" {
		return newViolation("", "domain", domain, "known", before+"."+meant)
	}
	return nil
}

// oneSlip reports whether a single typing error turns a into b: a letter too
// many, too few or wrong, or two letters swapped.
func oneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) == len(b) && i == len(a):
		return false
	case len(a) == len(b):
		swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		return swapped || a[i+1:] == b[i+1:]
	}
	return len(b) == len(a)+1 && a[i:] == b[i+1:]
}
