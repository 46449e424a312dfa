package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/mention"
)

// datelineParts is what stands before the first sentence of a wire report:
// "BAGHDAD, Jan 23 (Reuters) -", "KABUL, Afghanistan (Jan. 25, 2013)".
type datelineParts struct {
	place            int // the place is the first so many bytes
	calendar             // zero if it tells no day
	dayStart, dayEnd int
	agency           string // as written
	end              int    // of the whole, with the dash and what a monitoring service puts in brackets
}

// The longest dateline and the most words of its place.
const (
	longestDateline = 160
	mostPlaceWords  = 8
)

// parseDateline reads a dateline at the beginning of a paragraph. It wants two
// of the three: a place, a day or an agency, a dash; a place alone must be in capitals.
func parseDateline(s string) (datelineParts, bool) {
	p := datelineParser{s: s[:runeFloor(s, min(len(s), longestDateline))]}
	p.readPlace()
	p.readDay()
	p.readBrackets()
	if !p.readDash() || !p.enough() {
		return datelineParts{}, false
	}
	p.skipTags(s)
	return p.datelineParts, true
}

// datelineParser reads the parts of a dateline one after the other.
type datelineParser struct {
	datelineParts
	s      string
	i      int  // what is read so far
	dashed bool // a dash parts it from the sentence
	inside bool // the day stands in brackets
}

// readPlace reads capitalised words up to a bracket, a day or a dash.
func (p *datelineParser) readPlace() {
	for n := 0; n < mostPlaceWords; n++ {
		at := p.i + spaces(p.s[p.i:])
		if _, _, ok := wireDay(p.s[at:]); ok {
			return
		}
		word := placeWord(p.s[at:])
		if word == 0 || p.i > 0 && at == p.i {
			return
		}
		p.i = at + word
		p.place = len(strings.TrimRight(p.s[:p.i], ","))
		if strings.HasPrefix(p.s[p.i:], " (") && !p.agencyAhead() {
			p.readCountry()
		}
	}
}

// readCountry reads the country in brackets of "PANAMA CITY (PANAMA), 12 MAR 88".
func (p *datelineParser) readCountry() {
	shut := strings.IndexByte(p.s[p.i:], ')')
	if shut < 0 {
		return
	}
	end := p.i + shut + 1
	if strings.HasPrefix(p.s[end:], ", ") {
		if _, _, ok := wireDay(p.s[end+2:]); ok {
			p.i, p.place = end+1, end
		}
	}
}

func (p *datelineParser) agencyAhead() bool {
	name, _ := bracket(p.s[p.i+1:])
	return words().agency(name) != ""
}

// placeWord returns the length of a word of a place's name at the beginning of s,
// with the comma after it, or 0.
func placeWord(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) && !strings.ContainsRune(".'’/-", r) || r == utf8.RuneError {
			break
		}
		n += size
	}
	word := s[:n]
	if n == 0 || !unicode.IsUpper(firstRune(word)) && !lowerInPlace(word) || !unicode.IsLetter(firstRune(word)) {
		return 0
	}
	if strings.HasPrefix(s[n:], ",") {
		n++
	}
	return n
}

// lowerInPlace reports whether a word in small letters may stand in a place's name.
func lowerInPlace(word string) bool {
	switch word {
	case "al", "el", "de", "del", "la", "of", "and", "the", "near", "du", "da", "do":
		return true
	}
	return strings.HasPrefix(word, "al-") || strings.HasPrefix(word, "el-") || strings.HasPrefix(word, "ed-")
}

// readDay reads the day after the place.
func (p *datelineParser) readDay() {
	at := p.i + spaces(p.s[p.i:])
	if c, n, ok := wireDay(p.s[at:]); ok {
		p.calendar, p.dayStart, p.dayEnd = c, at, at+n
		p.i = at + n
	}
}

// wireDay reads a day, or a monitoring service's word for an unknown one.
func wireDay(s string) (calendar, int, bool) {
	const unknown = "NO DATE"
	if strings.HasPrefix(s, unknown) {
		return calendar{}, len(unknown), true
	}
	return parseCalendar(s)
}

// readBrackets reads the agency, or the day, in brackets.
func (p *datelineParser) readBrackets() {
	for {
		at := p.i + spaces(p.s[p.i:])
		if strings.HasPrefix(p.s[at:], ",") {
			at += 1 + spaces(p.s[at+1:])
		}
		inner, n := bracket(p.s[at:])
		if n == 0 {
			return
		}
		c, length, ok := parseCalendar(inner)
		switch {
		case ok && length == len(inner) && p.Month == 0:
			p.calendar, p.dayStart, p.dayEnd, p.inside = c, at+1, at+1+length, true
		case p.agency == "" && looksAgency(inner):
			p.agency = inner
		default:
			return
		}
		p.i = at + n
	}
}

// bracket returns what stands in the round brackets at the beginning of s, and
// the length with them.
func bracket(s string) (inner string, n int) {
	if !strings.HasPrefix(s, "(") {
		return "", 0
	}
	shut := strings.IndexByte(s[:min(len(s), longestDateline)], ')')
	if shut < 2 {
		return "", 0
	}
	return s[1:shut], shut + 1
}

// looksAgency reports whether s could be an agency's name: a few capitalised words.
func looksAgency(s string) bool {
	if wordCount(s, 7) > 6 || wordless(s) {
		return false
	}
	return words().agency(s) != "" || unicode.IsUpper(firstRune(s)) && namesOnly(s)
}

// readDash reads the dash or colon that ends a dateline, and reports whether
// the dateline ends here: a known agency or a day in brackets needs no dash.
func (p *datelineParser) readDash() bool {
	at := p.i + spaces(p.s[p.i:])
	p.end = p.i
	for _, dash := range []string{"---", "--", "-", "–", "—", "―", "_", ":"} {
		if rest, ok := strings.CutPrefix(p.s[at:], dash); ok {
			if dash == ":" && p.Month == 0 && words().agency(p.agency) == "" || dash == "-" && wordGoesOn(rest) {
				return false
			}
			p.dashed, p.end = true, at+len(dash)
			return true
		}
	}
	bare := p.inside || words().agency(p.agency) != ""
	return bare && (at == len(p.s) || !unicode.IsLower(firstRune(p.s[at:])) && !strings.ContainsAny(p.s[at:at+1], ",.;"))
}

// enough reports whether what was read is surely a dateline.
func (p *datelineParser) enough() bool {
	place := p.s[:p.place]
	switch {
	case p.agency != "" && (p.place > 0 || p.Month != 0):
		return p.dashed || words().agency(p.agency) != ""
	case p.agency != "":
		return words().agency(p.agency) != ""
	case p.Month != 0:
		return p.place > 0 && (p.inside || p.dashed)
	}
	return p.dashed && p.place > 0 && cityInCapitals(place) && wordCount(place, 6) <= 5
}

// cityInCapitals reports whether a place's words up to the first comma are in capitals.
func cityInCapitals(place string) bool {
	city, _, _ := strings.Cut(place, ",")
	for _, word := range strings.FieldsFunc(city, func(r rune) bool { return r == ' ' || r == '/' || r == '\u00a0' }) {
		if !inCapitals(letters(word)) && !lowerInPlace(word) {
			return false
		}
	}
	return true
}

// letters drops the stops, hyphens and apostrophes of a word.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// skipTags skips what a monitoring service puts before the text: "[REPORT] [TEXT]".
func (p *datelineParser) skipTags(s string) {
	for {
		at := p.end + spaces(s[p.end:])
		if !strings.HasPrefix(s[at:], "[") {
			return
		}
		shut := strings.IndexByte(s[at:], ']')
		if shut < 0 || shut > longestDateline {
			return
		}
		p.end = at + shut + 1
	}
}

// runeFloor moves i back to the beginning of a character of s.
func runeFloor(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// trimDatelines starts every paragraph after its dateline. The first one gives
// the article its default place, its agency and its day; one without day and
// agency counts only where an article begins.
func (r *reading) trimDatelines() {
	first := true
	for i := r.body; i < len(r.ps); i++ {
		p := &r.ps[i]
		if p.role != undecided || !first && !strings.Contains(p.text[:min(len(p.text), longestDateline)], "(") {
			continue
		}
		d, ok := parseDateline(p.text)
		if ok && (first || d.agency != "" || d.Month != 0 && d.place > 0 && strings.HasPrefix(p.text[d.dayStart-1:], "(")) {
			p.startAt(d.end)
			r.noteDateline(p, d)
		}
		first = false
	}
}

// noteDateline keeps what the first dateline says.
func (r *reading) noteDateline(p *paragraph, d datelineParts) {
	if r.hasDateline {
		return
	}
	r.hasDateline = true
	if d.place > 0 {
		r.a.Dateline = p.text[:d.place]
		r.a.DatelineSpan = mention.Span{Start: p.Start, End: p.Start + d.place}
	}
	if r.agency = words().agency(d.agency); r.agency == "" {
		r.agency = d.agency
	}
	if d.Month != 0 {
		span := mention.Span{Start: p.Start + d.dayStart, End: p.Start + d.dayEnd}
		r.a.DatelineDay = span
		r.claims = append(r.claims, claimOf(d.calendar, "dateline", inDateline, span))
	}
}
