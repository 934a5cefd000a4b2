package walk

import (
	"strings"
	"time"
	"unicode"

	"lotse/flows/run"
)

// mostOfName is how many letters of a customer's name stand in the name of a file.
const mostOfName = 40

// FileName proposes the name of a paper's file: the customer, the procedure, what
// it is in a word of the recipient's language, and the day. Only letters, digits
// and hyphens of what people wrote stand in it, so that it names no other folder
// and no device, and no program takes it for a flag.
func (p Paper) FileName(h *run.Header, word string, day time.Time, format string) string {
	parts := []string{plainName(h.Customer.Name, mostOfName), plainName(h.Procedure, 2*mostOfName), plainName(word, mostOfName), day.Format(time.DateOnly)}
	if h.Mode != run.Real {
		parts = append(parts, string(h.Mode))
	}
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, "-") + "." + format
}

// plainName is at most n letters and digits of a text, in lower case, with one
// hyphen for what stands between them.
func plainName(text string, n int) string {
	var b strings.Builder
	apart := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
			apart = b.Len() > 0
			continue
		}
		if n--; n < 0 {
			break
		}
		if apart {
			b.WriteByte('-')
			apart = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
