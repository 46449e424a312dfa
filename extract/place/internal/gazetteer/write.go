package gazetteer

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
)

// Entry is a place to be written.
type Entry struct {
	Number     uint32 // GeoNames number of a populated place
	Code       string // admin code of an admin1 or admin2
	Name       string
	Class      Class
	Country    string // ISO 3166-1 alpha-2
	Lat, Lon   float64
	Located    bool
	Population int
	Admin1     string   // code of the admin1 it lies in, "" if unknown
	Names      []string // Name first, then the alternate ones
}

// Write writes the index of entries. The order of entries does not matter.
func Write(w io.Writer, entries []Entry) error {
	entries = slices.Clone(entries)
	slices.SortFunc(entries, compareEntries)
	b := newBuilder(entries)
	for i := range entries {
		if err := b.add(i, &entries[i]); err != nil {
			return err
		}
	}
	b.writeSlots()
	return b.writeTo(w)
}

// compareEntries puts admins first, by code, then places by number.
func compareEntries(a, b Entry) int {
	return cmp.Or(
		cmp.Compare(rankOf(a), rankOf(b)),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Number, b.Number),
	)
}

func rankOf(e Entry) int {
	if e.Class <= Admin2 {
		return 0
	}
	return 1
}

type builder struct {
	entries   []Entry
	sec       [sections][]byte
	strings   map[string]uint32
	countries map[string]byte
	admins    map[string]int
	names     map[string][]uint32 // key -> entries with flags
}

func newBuilder(entries []Entry) *builder {
	b := &builder{
		entries: entries, strings: map[string]uint32{}, countries: map[string]byte{},
		admins: map[string]int{}, names: map[string][]uint32{},
	}
	for i, e := range entries {
		if e.Class == Admin1 {
			b.admins[e.Code] = i
		}
	}
	return b
}

func (b *builder) add(i int, e *Entry) error {
	country, err := b.country(e.Country)
	if err != nil {
		return err
	}
	id := e.Number
	if e.Class <= Admin2 {
		id = b.str(e.Code)
	}
	lat, lon := uint32(noLat), uint32(0)
	if e.Located {
		lat, lon = fixed(e.Lat), fixed(e.Lon)
	}
	parent, ok := b.admins[e.Admin1]
	if !ok || parent == i {
		parent = noParent
	} else if parent >= noParent {
		return fmt.Errorf("admin1 %s: number %d does not fit 16 bits", e.Admin1, parent)
	}
	r := binary.LittleEndian.AppendUint32(b.sec[secRecords], id)
	r = binary.LittleEndian.AppendUint32(r, b.str(e.Name))
	r = binary.LittleEndian.AppendUint32(r, lat)
	r = binary.LittleEndian.AppendUint32(r, lon)
	r = binary.LittleEndian.AppendUint32(r, uint32(e.Population))
	r = binary.LittleEndian.AppendUint16(r, uint16(parent))
	b.sec[secRecords] = append(r, byte(e.Class), country)
	b.addNames(i, e)
	return nil
}

func fixed(deg float64) uint32 { return uint32(int32(math.Round(deg * 1e5))) }

// addNames files record i under the keys of its names, and under those without
// the Arabic article where it may be left out. The first name is the proper one.
func (b *builder) addNames(i int, e *Entry) {
	for n, name := range e.Names {
		value := uint32(i)
		if n > 0 {
			value |= alterFlag
		}
		key := Fold(name)
		b.addKey(key, value)
		if short, dropped := DropArticles(key); dropped && HasArticles(e.Country) && len(short) > 3 {
			b.addKey(short, value|alterFlag)
		}
	}
}

func (b *builder) addKey(key string, value uint32) {
	if len(key) < 2 {
		return
	}
	for _, v := range b.names[key] {
		if v&indexMask == value&indexMask {
			return
		}
	}
	b.names[key] = append(b.names[key], value)
}

func (b *builder) str(s string) uint32 {
	if at, ok := b.strings[s]; ok {
		return at
	}
	if len(s) > 255 {
		s = s[:255]
	}
	at := uint32(len(b.sec[secStrings]))
	b.sec[secStrings] = append(append(b.sec[secStrings], byte(len(s))), s...)
	b.strings[s] = at
	return at
}

func (b *builder) country(code string) (byte, error) {
	if i, ok := b.countries[code]; ok {
		return i, nil
	}
	if len(code) != 2 || len(b.countries) == 256 {
		return 0, fmt.Errorf("country %q: not a code of two letters, or more than 256 of them", code)
	}
	i := byte(len(b.countries))
	b.countries[code] = i
	b.sec[secCountries] = append(b.sec[secCountries], code...)
	return i, nil
}

// writeSlots lays the hash table out four fifths full.
func (b *builder) writeSlots() {
	keys := slices.Sorted(maps.Keys(b.names))
	n := len(keys)*5/4 + 1
	slots := make([]byte, n*slotSize)
	for _, key := range keys {
		at, check := slotOf(hash([]byte(key)), n)
		for binary.LittleEndian.Uint32(slots[at*slotSize:]) != 0 {
			at = (at + 1) % n
		}
		binary.LittleEndian.PutUint32(slots[at*slotSize:], check)
		binary.LittleEndian.PutUint32(slots[at*slotSize+4:], b.value(b.names[key]))
	}
	b.sec[secSlots] = slots
}

// value is a slot's value: the one record, or where the list of them lies.
func (b *builder) value(records []uint32) uint32 {
	if len(records) == 1 {
		return records[0]
	}
	slices.SortStableFunc(records, func(x, y uint32) int {
		return cmp.Compare(b.entries[y&indexMask].Population, b.entries[x&indexMask].Population)
	})
	at := uint32(len(b.sec[secLists]))
	list := binary.LittleEndian.AppendUint32(b.sec[secLists], uint32(len(records)))
	for _, r := range records {
		list = binary.LittleEndian.AppendUint32(list, r)
	}
	b.sec[secLists] = list
	return at | manyFlag
}

// stamp is the beginning of a hash of the sections.
func (b *builder) stamp() []byte {
	h := sha256.New()
	for i := range b.sec {
		h.Write(b.sec[i])
	}
	return h.Sum(nil)[:stampSize]
}

func (b *builder) writeTo(w io.Writer) error {
	head := append([]byte(magic), b.stamp()...)
	at := headerSize
	for i := range b.sec {
		head = binary.LittleEndian.AppendUint32(head, uint32(at))
		at += len(b.sec[i])
	}
	head = binary.LittleEndian.AppendUint32(head, uint32(at))
	if _, err := w.Write(head); err != nil {
		return err
	}
	for _, s := range b.sec {
		if _, err := w.Write(s); err != nil {
			return err
		}
	}
	return nil
}
