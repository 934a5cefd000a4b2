package flows

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// jsonMessage is the form of a message in JSON. One that is a sentence already
// is a string.
type jsonMessage struct {
	Code string `json:"code"`
	Args Args   `json:"args,omitempty"`
}

// MarshalJSON writes {"code", "args"}, or the sentence of Said.
func (m Message) MarshalJSON() ([]byte, error) {
	if m.Code == said || m.Code == "" {
		text, _ := m.Args["text"].(string)
		return json.Marshal(text)
	}
	return json.Marshal(jsonMessage(m))
}

// MarshalJSON writes each value so that its kind can be told: a float64 always
// has a point or an exponent, a time stands in an object.
func (a Args) MarshalJSON() ([]byte, error) {
	out := make(map[string]any, len(a))
	for name, v := range a {
		switch v := v.(type) {
		case float64:
			out[name] = json.Number(floatText(v))
		case time.Time:
			out[name] = jsonTime{v}
		default:
			out[name] = v
		}
	}
	return json.Marshal(out)
}

type jsonTime struct {
	Time time.Time `json:"time"`
}

func floatText(f float64) string {
	s := strconv.FormatFloat(f, 'g', -1, 64)
	if !strings.ContainsAny(s, ".eE") {
		s += ".0"
	}
	return s
}

var errMessage = errors.New("not the form of a message")

// UnmarshalJSON reads what MarshalJSON wrote, and a sentence of an older
// version, which is a string. It takes what it reads apart once, however deep it
// is: it may come from anywhere.
func (m *Message) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return err
	}
	switch v := v.(type) {
	case nil: // says nothing of it, as null does of everything
		return nil
	case string:
		*m = Said(v)
		return nil
	case map[string]any:
		read, err := messageOf(v)
		*m = read
		return err
	}
	return errMessage
}

// messageOf reads an object.
func messageOf(object map[string]any) (Message, error) {
	code, _ := object["code"].(string)
	args, isObject := object["args"].(map[string]any)
	if code == "" || object["args"] != nil && !isObject {
		return Message{}, errMessage
	}
	m := Message{Code: code}
	if len(args) > 0 {
		m.Args = make(Args, len(args))
	}
	for name, v := range args {
		arg, err := argumentOf(v)
		if err != nil {
			return Message{}, fmt.Errorf("read argument %q: %w", CleanLine(name), err)
		}
		m.Args[name] = arg
	}
	return m, nil
}

func argumentOf(v any) (any, error) {
	switch v := v.(type) {
	case string, bool:
		return v, nil
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			return v.Float64()
		}
		return v.Int64()
	case []any:
		return listOf(v)
	case map[string]any:
		if text, isTime := v["time"].(string); isTime && len(v) == 1 {
			var at time.Time
			err := at.UnmarshalText([]byte(text))
			return at, err
		}
		m, err := messageOf(v)
		return nested(m), err
	}
	return nil, errMessage
}

func listOf(values []any) ([]string, error) {
	list := make([]string, len(values))
	for i, v := range values {
		s, isString := v.(string)
		if !isString {
			return nil, errMessage
		}
		list[i] = s
	}
	return list, nil
}
