package face

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// EarlierMessage says an earlier answer with where, when and who, by the code of a
// sentence; value is the answer as it is shown.
func EarlierMessage(t *words.Strings, now time.Time, e *run.Earlier, value, code string) flows.Message {
	return flows.Msg(code, "value", value, "title", flows.CleanLine(e.Title), "day", Day(t, now, e.At), "by", flows.CleanLine(e.From.By))
}
