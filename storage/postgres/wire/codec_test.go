package wire

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestEncode(t *testing.T) {
	n := int64(-7)
	for _, tt := range []struct {
		arg    any
		want   string
		null   bool
		format int16
	}{
		{arg: nil, null: true},
		{arg: "Müller", want: "Müller"},
		{arg: "", want: ""},
		{arg: []byte{0, 255}, want: "\x00\xff", format: asBinary},
		{arg: []byte{}, want: "", format: asBinary},
		{arg: []byte(nil), null: true, format: asBinary},
		{arg: true, want: "true"},
		{arg: false, want: "false"},
		{arg: 12, want: "12"},
		{arg: int64(math.MaxInt64), want: "9223372036854775807"},
		{arg: &n, want: "-7"},
		{arg: (*int64)(nil), null: true},
		{arg: []int64{1, -2}, want: "{1,-2}"},
		{arg: []int64{}, want: "{}"},
		{arg: []int64(nil), null: true},
		{arg: []string{"a", "", "NULL", `"\,{}`, " b"}, want: `{"a","","NULL","\"\\,{}"," b"}`},
		{arg: []string(nil), null: true},
		{arg: [][]byte(nil), null: true, format: asBinary},
		{arg: [][]byte{}, want: "\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x11\x00\x00\x00\x00\x00\x00\x00\x01", format: asBinary},
		{arg: [][]byte{{1}, nil, {}}, want: "\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00\x00\x11\x00\x00\x00\x03\x00\x00\x00\x01" +
			"\x00\x00\x00\x01\x01" + "\xff\xff\xff\xff" + "\x00\x00\x00\x00", format: asBinary},
	} {
		values, formats, err := encode([]any{tt.arg})
		if err != nil {
			t.Errorf("%T: %v", tt.arg, err)
			continue
		}
		if string(values[0]) != tt.want || (values[0] == nil) != tt.null || formats[0] != tt.format {
			t.Errorf("%#v is sent as %q (NULL: %t) in %d", tt.arg, values[0], values[0] == nil, formats[0])
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	type named string
	for _, arg := range []any{1.5, uint64(1), int32(1), named("a"), []named{"a"}, new("a"), time.Now(), []any{1}, map[string]string{}, struct{}{}} {
		if _, _, err := encode([]any{"first", arg}); err == nil || !strings.HasPrefix(err.Error(), "parameter $2: ") || !strings.Contains(err.Error(), fmt.Sprintf("%T", arg)) {
			t.Errorf("%T: %v", arg, err)
		}
	}
}

func num(n uint32) string { return string(binary.BigEndian.AppendUint32(nil, n)) }

func long(n int64) string { return string(binary.BigEndian.AppendUint64(nil, uint64(n))) }

// array is one of a dimension, with elements as they are written.
func array(of, n uint32, elements ...string) string {
	return num(1) + num(0) + num(of) + num(n) + num(1) + strings.Join(elements, "")
}

const isNull = "\x00NULL"

func decoded(of uint32, src string, dest any) error {
	if src == isNull {
		return decode(of, nil, dest)
	}
	return decode(of, []byte(src), dest)
}

func TestDecode(t *testing.T) {
	for _, tt := range []struct {
		of   uint32
		src  string
		dest any // what it points to is what was there before
		want any
	}{
		{textOID, "Müller", new(string), "Müller"},
		{nameOID, "", new("before"), ""},
		{textOID, "a", new(*string), new("a")},
		{textOID, isNull, new(new("before")), (*string)(nil)},
		{byteaOID, "\x00\xff", new([]byte), []byte{0, 255}},
		{byteaOID, "", new([]byte), []byte{}},
		{byteaOID, isNull, new([]byte("before")), []byte(nil)},
		{boolOID, "\x01", new(bool), true},
		{boolOID, "\x00", new(true), false},
		{int4OID, num(7), new(int), 7},
		{int4OID, num(math.MaxUint32), new(int64), int64(-1)},
		{int8OID, long(math.MinInt64), new(int64), int64(math.MinInt64)},
		{int8OID, long(math.MaxInt32), new(int), math.MaxInt32},
		{int8OID, long(5), new(*int64), new(int64(5))},
		{int8OID, isNull, new(new(int64(5))), (*int64)(nil)},
		{timestamptzOID, long(0), new(time.Time), time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)},
		{timestamptzOID, long(-1), new(time.Time), time.Date(1999, 12, 31, 23, 59, 59, 999999000, time.UTC)},
		{timestamptzOID, long(849528000123456), new(time.Time), time.Date(2026, 12, 2, 12, 0, 0, 123456000, time.UTC)},
		{textArrayOID, array(textOID, 2, num(1)+"a", num(0)), new([]string), []string{"a", ""}},
		{nameArrayOID, array(nameOID, 1, num(2)+"ab"), new([]string), []string{"ab"}},
		{textArrayOID, num(0) + num(0) + num(textOID), new([]string), []string{}},
		{textArrayOID, isNull, new([]string{"before"}), []string(nil)},
		{byteaArrayOID, array(byteaOID, 2, num(0), num(1)+"\xff"), new([][]byte), [][]byte{{}, {255}}},
	} {
		if err := decoded(tt.of, tt.src, tt.dest); err != nil {
			t.Errorf("%s %q: %v", typeName(tt.of), tt.src, err)
		} else if got := reflect.ValueOf(tt.dest).Elem().Interface(); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s %q is %#v, want %#v", typeName(tt.of), tt.src, got, tt.want)
		}
	}
}

// What is written into a slice is not the server's buffer, which the next row overwrites.
func TestDecodeKeeps(t *testing.T) {
	src := []byte("abc")
	var got []byte
	if err := decode(byteaOID, src, &got); err != nil {
		t.Fatal(err)
	}
	if src[0] = 'x'; string(got) != "abc" {
		t.Errorf("%q", got)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for _, tt := range []struct {
		of   uint32
		src  string
		dest any
		want string
	}{
		{textOID, isNull, new(string), "is NULL"},
		{int8OID, isNull, new(int64), "is NULL"},
		{int4OID, isNull, new(int), "is NULL"},
		{boolOID, isNull, new(bool), "is NULL"},
		{timestamptzOID, isNull, new(time.Time), "is NULL"},
		{textOID, isNull, new(float64), "is NULL"},
		{byteaArrayOID, isNull, new([][]byte), "is NULL"},
		{textOID, "1.5", new(float64), "cannot be read into a *float64"},
		{textOID, "a", nil, "cannot be read into a <nil>"},
		{byteaOID, "a", new(string), "cannot be read into a *string"},
		{textOID, "a", new([]byte), "cannot be read into a *[]uint8"},
		{textOID, "abcd", new(int), "cannot be read into a *int"},
		{int4OID, "abcd", new(string), "cannot be read into a *string"},
		{1700, "abcd", new(int64), "cannot be read into a *int64"},
		{int8OID, long(0), new(time.Time), "cannot be read into a *time.Time"},
		{textOID, array(textOID, 0), new([]string), "cannot be read into a *[]string"},
		{textArrayOID, array(byteaOID, 1, num(1)+"a"), new([]string), "is no array of one dimension"},
		{boolOID, "", new(bool), "does not end after 1 bytes"},
		{int4OID, "abc", new(int), "does not end after 4 bytes"},
		{int8OID, "abcd", new(int), "does not end after 8 bytes"},
		{int8OID, long(1) + "x", new(int64), "does not end after 8 bytes"},
		{timestamptzOID, "abcd", new(time.Time), "does not end after 8 bytes"},
		{timestamptzOID, long(math.MaxInt64), new(time.Time), "is no time, but infinity"},
		{timestamptzOID, long(math.MinInt64), new(time.Time), "is no time, but infinity"},
		{int4OID, num(7), new(int32), "cannot be read into a *int32"},
		{textArrayOID, "", new([]string), "is no array of one dimension"},
		{textArrayOID, num(2) + array(textOID, 1)[4:], new([]string), "is no array of one dimension"},
		{textArrayOID, array(textOID, math.MaxUint32), new([]string), "is no array of one dimension"},
		{textArrayOID, array(textOID, 1, num(5)+"a"), new([]string), "is no array of one dimension"},
		{textArrayOID, array(textOID, 1, num(math.MaxInt32)+"a"), new([]string), "is no array of one dimension"},
		{textArrayOID, array(textOID, 2, num(4)+"abcd"), new([]string), "is no array of one dimension"},
		{textArrayOID, array(textOID, 1, num(1)+"ab"), new([]string), "is no array of one dimension"},
		{textArrayOID, array(textOID, 1, num(math.MaxUint32)), new([]string), "is NULL"},
		{byteaArrayOID, array(byteaOID, 1, num(math.MaxUint32)), new([][]byte), "is NULL"},
	} {
		if err := decoded(tt.of, tt.src, tt.dest); err == nil || err.Error() != tt.want {
			t.Errorf("%s %q into %T: %v, want %s", typeName(tt.of), tt.src, tt.dest, err, tt.want)
		}
	}
}

// destinations are all that are read into.
func destinations() []any {
	return []any{
		new(string), new(*string), new([]byte), new(bool), new(int), new(int64), new(*int64),
		new(time.Time), new([]string), new([][]byte),
	}
}

func FuzzDecode(f *testing.F) {
	for of := range typeNames {
		for _, src := range []string{"", "a", num(1), long(1), array(textOID, 1, num(1)+"a"), array(byteaOID, 2, num(0), num(0)), array(nameOID, 1<<31, num(1))} {
			f.Add(of, []byte(src))
		}
	}
	f.Fuzz(func(t *testing.T, of uint32, src []byte) {
		for _, dest := range destinations() {
			if err := decode(of, src, dest); err != nil {
				continue
			}
			// What is read is no more than what was sent.
			switch d := dest.(type) {
			case *string:
				wantSize(t, len(*d), len(src))
			case *[]string:
				wantSize(t, len(strings.Join(*d, "")), len(src))
			case *[][]byte:
				wantSize(t, 4*len(*d), len(src))
			}
		}
	})
}

func wantSize(t *testing.T, got, most int) {
	if got > most {
		t.Errorf("%d bytes of %d", got, most)
	}
}

// Every array that is sent is read back.
func FuzzArrays(f *testing.F) {
	f.Add("a", "", []byte{0}, []byte{})
	f.Fuzz(func(t *testing.T, a, b string, c, d []byte) {
		sent := [][]byte{[]byte(a), []byte(b), append([]byte{}, c...), append([]byte{}, d...)}
		raw, err := byteaArray(sent)
		if err != nil {
			t.Fatal(err)
		}
		var got [][]byte
		if err := decode(byteaArrayOID, raw, &got); err != nil || !reflect.DeepEqual(got, sent) {
			t.Errorf("%q come back as %q: %v", sent, got, err)
		}
	})
}
