package wire

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The two forms in which a value is sent.
const (
	asText   = 0 // as SQL has it, of whatever type the server takes it to be
	asBinary = 1
)

// encode gives parameters as they are sent: nil, and a nil slice or pointer, as NULL.
func encode(args []any) (values [][]byte, formats []int16, err error) {
	values, formats = make([][]byte, len(args)), make([]int16, len(args))
	for i, arg := range args {
		if values[i], formats[i], err = value(arg); err != nil {
			return nil, nil, fmt.Errorf("parameter $%d: %w", i+1, err)
		}
	}
	return values, formats, nil
}

func value(arg any) (b []byte, format int16, err error) {
	switch v := arg.(type) {
	case nil:
		return nil, asText, nil
	case string:
		return []byte(v), asText, nil
	case []byte:
		return v, asBinary, nil
	case bool:
		return strconv.AppendBool(nil, v), asText, nil
	case int:
		return strconv.AppendInt(nil, int64(v), 10), asText, nil
	case int64:
		return strconv.AppendInt(nil, v, 10), asText, nil
	case *int64:
		if v == nil {
			return nil, asText, nil
		}
		return strconv.AppendInt(nil, *v, 10), asText, nil
	case []int64:
		return list(v, func(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) }), asText, nil
	case []string:
		return list(v, quoted), asText, nil
	case [][]byte:
		b, err := byteaArray(v)
		return b, asBinary, err
	}
	return nil, 0, fmt.Errorf("a %T cannot be sent", arg)
}

// list is an array as SQL has it; nil for a nil slice.
func list[T any](all []T, write func([]byte, T) []byte) []byte {
	if all == nil {
		return nil
	}
	b := []byte{'{'}
	for i, one := range all {
		if i > 0 {
			b = append(b, ',')
		}
		b = write(b, one)
	}
	return append(b, '}')
}

var escapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// quoted is a text within an array: in quotes always, or it might be NULL.
func quoted(b []byte, s string) []byte {
	return append(append(append(b, '"'), escapes.Replace(s)...), '"')
}

// byteaArray is an array in binary: the number of its dimensions, whether there are NULLs,
// the type; its length and first index; then each with its length. As text it would be
// twice as long.
func byteaArray(all [][]byte) ([]byte, error) {
	if all == nil {
		return nil, nil
	}
	size, nulls := 20, uint32(0)
	for _, one := range all {
		size += 4 + len(one)
		if one == nil {
			nulls = 1
		}
	}
	if size > math.MaxInt32 {
		return nil, fmt.Errorf("an array of %d bytes cannot be sent", size)
	}
	b := make([]byte, 0, size)
	for _, head := range []uint32{1, nulls, byteaOID, uint32(len(all)), 1} { //nolint:gosec // less than size
		b = binary.BigEndian.AppendUint32(b, head)
	}
	for _, one := range all {
		length := uint32(len(one)) //nolint:gosec // less than size
		if one == nil {
			length = math.MaxUint32
		}
		b = append(binary.BigEndian.AppendUint32(b, length), one...)
	}
	return b, nil
}
