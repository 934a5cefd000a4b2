package check

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// object reads the answer as one JSON object without duplicate keys, which two
// readers would read differently (RFC 8259, section 4). Only the body counts,
// not the header, which is used only to explain a body that cannot be read. It
// makes no phase.
func (x *exchange) object(r *reply) (map[string]any, *ending) {
	v, e := x.value(r)
	if object, is := v.(map[string]any); e == nil && is {
		return object, nil
	}
	return nil, x.unreadable(r)
}

// value reads the answer as any JSON value; else as object.
func (x *exchange) value(r *reply) (any, *ending) {
	var v any
	read := json.NewDecoder(bytes.NewReader(r.body))
	read.UseNumber() // a number keeps the form in which it was sent
	again := json.NewDecoder(bytes.NewReader(r.body))
	again.UseNumber() // one too large for this machine is one all the same
	// In this order: the decoder bounds how deep an answer nests.
	if read.Decode(&v) == nil && v != nil && decodeUnique(again) == nil {
		return v, nil
	}
	return nil, x.unreadable(r)
}

// unreadable is why an answer is not the JSON that is asked for.
func (x *exchange) unreadable(r *reply) *ending {
	how := x.quote(r.header.Get("Content-Encoding"))
	switch {
	case r.tooLarge:
		return end(tooLarge, "limit", "1 MiB")
	case how != "" && !strings.EqualFold(how, "identity") && !r.isText():
		return end(packed, "how", how)
	case r.isPage():
		return end(htmlPage, "host", x.target.Host).saying(x.serverWords(r))
	}
	return end(notJSON, "host", x.target.Host).saying(x.serverWords(r))
}

// isText reports whether the body can be read as text.
func (r *reply) isText() bool { return utf8.Valid(r.body) && bytes.IndexByte(r.body, 0) < 0 }

// decodeUnique reads one value and refuses a duplicate key in an object.
func decodeUnique(d *json.Decoder) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	if t == json.Delim('[') {
		for d.More() {
			if err := decodeUnique(d); err != nil {
				return err
			}
		}
		_, err = d.Token()
		return err
	}
	if t != json.Delim('{') {
		return nil
	}
	seen := map[string]bool{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if name, _ := key.(string); seen[name] {
			return fmt.Errorf("the key %q stands twice", name)
		} else {
			seen[name] = true
		}
		if err := decodeUnique(d); err != nil {
			return err
		}
	}
	_, err = d.Token()
	return err
}
