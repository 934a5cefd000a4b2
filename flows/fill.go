package flows

// Fill replaces {{ name }} in a text by the answer of that name, "…" where the
// answer is empty.
func Fill(text string, answer func(name string) string) string { return text }

// Placeholders lists the names that a text uses, each once, in order.
func Placeholders(text string) []string { return nil }
