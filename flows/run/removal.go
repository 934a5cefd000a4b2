package run

import (
	"encoding/json"

	"lotse/flows"
)

// Removal says what normalising took away from an answer; zero: nothing.
type Removal struct{ flows.Message }

// UnmarshalJSON reads a message, and what the first versions stored: {"what"}
// with the end of a sentence.
func (r *Removal) UnmarshalJSON(b []byte) error {
	var older struct {
		What *string `json:"what"`
	}
	if err := json.Unmarshal(b, &older); err == nil && older.What != nil {
		r.Message = flows.Msg(codeNormalised, "what", *older.What)
		return nil
	}
	return r.Message.UnmarshalJSON(b)
}
