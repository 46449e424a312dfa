package gazetteer

import (
	"cmp"
	"encoding/hex"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Class is what kind of place a record is.
type Class uint8

// The classes of record.
const (
	Admin1  Class = iota + 1 // province, governorate, state
	Admin2                   // district, county
	Capital                  // of a country
	Seat1                    // of an admin1
	Seat2                    // of an admin2
	Town                     // any other populated place
	Quarter                  // a section of a town
)

// Record is a place of the index.
type Record struct {
	Index      int // its number in the index
	Name       string
	Class      Class
	Country    string // ISO 3166-1 alpha-2
	Lat, Lon   float64
	Located    bool // false if no coordinates are known
	Population int
	Admin1     int // Index of the admin1 it lies in, -1 if none is known
}

// The file is a magic string, a stamp of the sections, the offset of each
// section in order (uint32, little endian) and the sections themselves. Records have a fixed size and
// the table of names is an open-addressing hash table, so that everything is
// read where it lies in the executable.
const (
	magic      = "DLGAZ002"
	stampSize  = 8
	sections   = 5
	offsetsAt  = len(magic) + stampSize
	headerSize = offsetsAt + 4*(sections+1)

	recordSize = 24
	slotSize   = 8
	noParent   = 0xffff
	noLat      = 0x7fffffff

	manyFlag  = 1 << 31 // a slot's value is an offset into the lists
	alterFlag = 1 << 30 // the name is an alternate one
	indexMask = alterFlag - 1
)

// The sections in file order.
const (
	secCountries = iota // alpha-2 codes, two bytes each
	secStrings          // length byte and bytes
	secRecords          // recordSize each, admins first
	secLists            // count and entries, of names with several records
	secSlots            // check and value
)

// Index is an opened gazetteer.
type Index struct {
	stamp  string
	sec    [sections]string
	admins int // the number of admin records, which come first
}

// Open checks the header of data and cuts it into its sections.
func Open(data string) (*Index, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, fmt.Errorf("gazetteer index: not of format %s; run go generate in extract/place", magic)
	}
	x := &Index{stamp: hex.EncodeToString([]byte(data[len(magic):offsetsAt]))}
	for i := range x.sec {
		lo, hi := u32(data, offsetsAt+4*i), u32(data, offsetsAt+4*i+4)
		if lo > hi || int(hi) > len(data) {
			return nil, fmt.Errorf("gazetteer index: section %d is cut off; run go generate in extract/place", i)
		}
		x.sec[i] = data[lo:hi]
	}
	x.admins = x.countAdmins()
	return x, nil
}

func u32(s string, at int) uint32 {
	_ = s[at+3]
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

func u16(s string, at int) uint16 { return uint16(s[at]) | uint16(s[at+1])<<8 }

// Stamp tells the content of the index apart from any other's.
func (x *Index) Stamp() string { return x.stamp }

// Len is the number of records.
func (x *Index) Len() int { return len(x.sec[secRecords]) / recordSize }

// Record returns record i.
func (x *Index) Record(i int) Record {
	r := x.sec[secRecords][i*recordSize:]
	class := Class(r[22])
	rec := Record{
		Index: i, Class: class, Name: x.str(u32(r, 4)), Country: x.country(r[23]),
		Population: int(u32(r, 16)), Admin1: -1,
	}
	if lat := u32(r, 8); lat != noLat {
		rec.Located, rec.Lat, rec.Lon = true, degrees(lat), degrees(u32(r, 12))
	}
	if p := u16(r, 20); p != noParent {
		rec.Admin1 = int(p)
	}
	return rec
}

// Class is what kind of place record i is.
func (x *Index) Class(i int) Class { return Class(x.sec[secRecords][i*recordSize+22]) }

// Country is the alpha-2 code of record i's country.
func (x *Index) Country(i int) string { return x.country(x.sec[secRecords][i*recordSize+23]) }

// ID is the stable name of record i: "gn:98182" by its number in GeoNames, or
// "adm:IQ.01", "adm:AF.08.805" by its admin code.
func (x *Index) ID(i int) string {
	id := u32(x.sec[secRecords], i*recordSize)
	if i < x.admins {
		return "adm:" + x.str(id)
	}
	return "gn:" + strconv.Itoa(int(id))
}

func degrees(v uint32) float64 { return float64(int32(v)) / 1e5 }

func (x *Index) str(at uint32) string {
	s := x.sec[secStrings][at:]
	return s[1 : 1+int(s[0])]
}

func (x *Index) country(i byte) string { return x.sec[secCountries][2*int(i) : 2*int(i)+2] }

// Hit is a record that bears a name.
type Hit struct {
	Index     int
	Alternate bool
}

// AppendHits appends the records that bear the folded name key to hits, those
// with most people first.
func (x *Index) AppendHits(hits []Hit, key []byte) []Hit {
	value, ok := x.find(key)
	if !ok {
		return hits
	}
	if value&manyFlag == 0 {
		return append(hits, hitOf(value))
	}
	list := x.sec[secLists][value&^manyFlag:]
	for i := range int(u32(list, 0)) {
		hits = append(hits, hitOf(u32(list, 4+4*i)))
	}
	return hits
}

func hitOf(v uint32) Hit { return Hit{int(v & indexMask), v&alterFlag != 0} }

// find returns the value of key's slot. A slot keeps 32 bits of the key's
// hash, and its position stands for most of the others.
func (x *Index) find(key []byte) (uint32, bool) {
	slots := x.sec[secSlots]
	n := len(slots) / slotSize
	if n == 0 {
		return 0, false
	}
	at, check := slotOf(hash(key), n)
	for range n {
		switch u32(slots, at*slotSize) {
		case 0:
			return 0, false
		case check:
			return u32(slots, at*slotSize+4), true
		}
		if at++; at == n {
			at = 0
		}
	}
	return 0, false
}

// hash is FNV-1a with a final mix, as the high bits pick the slot.
func hash(key []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range key {
		h = (h ^ uint64(c)) * 1099511628211
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}

func slotOf(h uint64, n int) (at int, check uint32) {
	at = int((h >> 32) * uint64(n) >> 32)
	if check = uint32(h); check == 0 {
		check = 1
	}
	return at, check
}

// Find returns the record of an id. Admins come first, in the order of their
// codes, then places in the order of their numbers.
func (x *Index) Find(id string) (Record, bool) {
	if code, ok := strings.CutPrefix(id, "adm:"); ok {
		return x.search(0, x.admins, func(r string) int { return strings.Compare(x.str(u32(r, 0)), code) })
	}
	digits, ok := strings.CutPrefix(id, "gn:")
	n, err := strconv.ParseUint(digits, 10, 32)
	if !ok || err != nil {
		return Record{}, false
	}
	return x.search(x.admins, x.Len(), func(r string) int { return cmp.Compare(u32(r, 0), uint32(n)) })
}

// search finds the record in lo..hi for which compare gives 0.
func (x *Index) search(lo, hi int, compare func(record string) int) (Record, bool) {
	i, found := sort.Find(hi-lo, func(i int) int { return -compare(x.sec[secRecords][(lo+i)*recordSize:]) })
	if !found {
		return Record{}, false
	}
	return x.Record(lo + i), true
}

// countAdmins is the number of records of class Admin1 and Admin2.
func (x *Index) countAdmins() int {
	return sort.Search(x.Len(), func(i int) bool { return Class(x.sec[secRecords][i*recordSize+22]) > Admin2 })
}
