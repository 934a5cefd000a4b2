package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"
)

// The types that columns are read of, by their numbers in PostgreSQL's pg_type.
const (
	boolOID        = 16
	byteaOID       = 17
	nameOID        = 19
	int8OID        = 20
	int4OID        = 23
	textOID        = 25
	byteaArrayOID  = 1001
	nameArrayOID   = 1003
	textArrayOID   = 1009
	timestamptzOID = 1184
)

var typeNames = map[uint32]string{
	boolOID: "bool", byteaOID: "bytea", nameOID: "name", int8OID: "int8", int4OID: "int4", textOID: "text",
	byteaArrayOID: "bytea[]", nameArrayOID: "name[]", textArrayOID: "text[]", timestamptzOID: "timestamptz",
}

func typeName(number uint32) string {
	if name, known := typeNames[number]; known {
		return name
	}
	return strconv.FormatUint(uint64(number), 10)
}

var errNull = errors.New("is NULL")

// errLength says that a value has not the length that its type has.
type errLength int

func (e errLength) Error() string { return "does not end after " + strconv.Itoa(int(e)) + " bytes" }

// decode reads the binary value of a column of some type, nil for NULL, into a
// destination. Of the server nothing is taken for granted.
func decode(of uint32, src []byte, dest any) error {
	if src == nil {
		return null(dest)
	}
	switch d := dest.(type) {
	case *string:
		return into(d, of, src, asString)
	case **string:
		*d = new(string)
		return into(*d, of, src, asString)
	case *[]byte:
		return into(d, of, src, asBytes)
	case *bool:
		return into(d, of, src, asBool)
	case *int:
		return into(d, of, src, asInteger[int])
	case *int64:
		return into(d, of, src, asInteger[int64])
	case **int64:
		*d = new(int64)
		return into(*d, of, src, asInteger[int64])
	case *time.Time:
		return into(d, of, src, asTime)
	case *[]string:
		return into(d, of, src, arrayOf(asString, textArrayOID, nameArrayOID))
	case *[][]byte:
		return into(d, of, src, arrayOf(asBytes, byteaArrayOID))
	}
	return cannot(dest)
}

// null sets a destination to what stands for NULL.
func null(dest any) error {
	switch d := dest.(type) {
	case *[]byte:
		*d = nil
	case *[]string:
		*d = nil
	case **string:
		*d = nil
	case **int64:
		*d = nil
	default:
		return errNull
	}
	return nil
}

func cannot(dest any) error { return fmt.Errorf("cannot be read into a %T", dest) }

// reader reads a value of a type; errType where it is of another.
type reader[T any] func(of uint32, src []byte) (T, error)

var errType = errors.New("is of another type")

func into[T any](d *T, of uint32, src []byte, read reader[T]) error {
	v, err := read(of, src)
	if errors.Is(err, errType) {
		return cannot(d)
	}
	if err == nil {
		*d = v
	}
	return err
}

// sized refuses a value that is of another type, or has another length than the type has.
func sized(is bool, src []byte, size int) error {
	if !is {
		return errType
	}
	if len(src) != size {
		return errLength(size)
	}
	return nil
}

func asString(of uint32, src []byte) (string, error) {
	if of != textOID && of != nameOID {
		return "", errType
	}
	return string(src), nil
}

func asBytes(of uint32, src []byte) ([]byte, error) {
	if of != byteaOID {
		return nil, errType
	}
	return bytes.Clone(src), nil
}

func asBool(of uint32, src []byte) (bool, error) {
	if err := sized(of == boolOID, src, 1); err != nil {
		return false, err
	}
	return src[0] != 0, nil
}

func asInteger[T int | int64](of uint32, src []byte) (T, error) {
	if of == int4OID {
		if err := sized(true, src, 4); err != nil {
			return 0, err
		}
		return T(int32(binary.BigEndian.Uint32(src))), nil //nolint:gosec // the bits of a number with a sign
	}
	if err := sized(of == int8OID, src, 8); err != nil {
		return 0, err
	}
	return T(binary.BigEndian.Uint64(src)), nil //nolint:gosec // likewise
}

// epoch is when PostgreSQL begins to count time, in microseconds.
var epoch = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Unix()

func asTime(of uint32, src []byte) (time.Time, error) {
	if err := sized(of == timestamptzOID, src, 8); err != nil {
		return time.Time{}, err
	}
	at := int64(binary.BigEndian.Uint64(src)) //nolint:gosec // the bits of a number with a sign
	if at == math.MaxInt64 || at == math.MinInt64 {
		return time.Time{}, errors.New("is no time, but infinity")
	}
	const second = int64(time.Second / time.Microsecond)
	return time.Unix(epoch+at/second, at%second*int64(time.Microsecond)).UTC(), nil
}

var errArray = errors.New("is no array of one dimension")

// arrayOf reads an array of these types, without NULLs in it: see byteaArray.
func arrayOf[T any](read reader[T], types ...uint32) reader[[]T] {
	return func(of uint32, src []byte) ([]T, error) {
		if !slices.Contains(types, of) {
			return nil, errType
		}
		return elements(src, read)
	}
}

func elements[T any](src []byte, read reader[T]) ([]T, error) {
	number := func(at int) uint32 { return binary.BigEndian.Uint32(src[at:]) }
	if len(src) == 12 && number(0) == 0 {
		return []T{}, nil
	}
	if len(src) < 20 || number(0) != 1 || int64(number(12)) > int64(len(src)-20)/4 {
		return nil, errArray
	}
	of, n := number(8), number(12)
	src = src[20:]
	all := make([]T, 0, n)
	for range n {
		if len(src) < 4 {
			return nil, errArray
		}
		length := number(0)
		src = src[4:]
		if length == math.MaxUint32 {
			return nil, errNull
		}
		if int64(length) > int64(len(src)) {
			return nil, errArray
		}
		one, err := read(of, src[:length])
		if err != nil {
			return nil, errArray
		}
		all, src = append(all, one), src[length:]
	}
	if len(src) > 0 {
		return nil, errArray
	}
	return all, nil
}
