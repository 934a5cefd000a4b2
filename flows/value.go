package flows

// Value is an answer as it is kept: string, float64, bool or []string; nil is
// no answer. A date is its ISO form (2026-11-24); a file is
// "sha256:<hex>/<base name>"; choices and emails are []string. A secret's value
// is never a Value.
type Value any
