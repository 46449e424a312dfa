package token

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainText is a block with typographic marks made plain, dashes set apart and
// every space a blank, as the tokeniser and the sentence rules expect it.
type plainText struct {
	text    string
	lower   string // as long as text
	aligned []alignment
}

// alignment is where plain text and the block go on side by side, byte for byte.
type alignment struct{ plain, block int }

// offset is the byte of the block that byte i of the plain text stands for.
func (p plainText) offset(i int) int {
	k := sort.Search(len(p.aligned), func(k int) bool { return p.aligned[k].plain > i })
	if k == 0 {
		return i
	}
	return p.aligned[k-1].block + i - p.aligned[k-1].plain
}

// plainer makes a block plain, from its first byte to its last.
type plainer struct {
	block   string
	done    int    // bytes of the block that were looked at
	out     []byte // the plain text; nil as long as it is the block itself
	aligned []alignment
}

// plain makes a block plain.
func plain(s string) plainText {
	p := &plainer{block: s}
	prev, unbroken := ' ', 0
	for i := 0; i < len(s); {
		if n := alphanumeric(s[i:min(len(s), i+longestWord-unbroken)]); n > 0 {
			i, unbroken = i+n, unbroken+n
			prev = rune(s[i-1])
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		unbroken++
		if unicode.IsSpace(r) {
			unbroken = 0
		}
		if unbroken > longestWord || endsPossessive(s[:i], r) {
			p.put(" ", i, i)
			unbroken = 0
		}
		if r >= utf8.RuneSelf || !plainly[r] {
			size = p.mark(i, r, size, prev)
		}
		prev = r
		i += size
	}
	return p.finish()
}

// alphanumeric is the length of the letters and digits of ASCII at the head of s.
func alphanumeric(s string) int {
	for i := range len(s) {
		if c := s[i]; (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return i
		}
	}
	return len(s)
}

// plainly are the characters of ASCII that plain text has as they are.
var plainly = func() (is [utf8.RuneSelf]bool) {
	for c := range is {
		is[c] = c == ' ' || !unicode.IsSpace(rune(c)) && !strings.ContainsRune("`'-&", rune(c))
	}
	return is
}()

// mark makes the character r plain, which is size bytes long, stands at byte i
// and follows prev. It returns how many bytes it took.
func (p *plainer) mark(i int, r rune, size int, prev rune) int {
	rest := p.block[i+size:]
	to := i + size
	switch {
	case unicode.IsSpace(r):
		p.put(" ", i, to)
	case r == '\u00ad' || r == '\u200b' || r == '\ufeff':
		p.put("", i, to) // invisible
	case r == '—', r == '–' && !(letterOrDigit(prev) && letterOrDigit(firstRune(rest))):
		p.put(" -- ", i, to)
	case r == '–', r == '‑':
		p.put("-", i, to)
	case strings.ContainsRune("“”„«»", r):
		p.put(`"`, i, to)
	case strings.ContainsRune("‘’ʼ`'", r) && opensQuote(prev, rest):
		p.put("' ", i, to)
	case strings.ContainsRune("‘’ʼ`", r):
		p.put("'", i, to)
	case r == '-' && strings.HasPrefix(rest, "-") && prev != '-':
		p.put(" -", i, to)
	case r == '-' && prev == '-' && !strings.HasPrefix(rest, "-"):
		p.put("- ", i, to)
	case r == '&' && strings.HasPrefix(rest, entity[1:]):
		p.put("'", i, i+len(entity)) // prose would, and lose its place
		return len(entity)
	case r == utf8.RuneError && size == 1:
		p.put("?", i, to)
	case utf8.RuneLen(unicode.ToLower(r)) != size:
		p.put(string(unicode.ToLower(r)), i, to) // prose cuts a word by offsets into its lower case
	}
	return size
}

// entity is an apostrophe that was left over from a web page.
const entity = "&rsquo;"

// put writes out in the place of the bytes from..to of the block, with what was
// passed over before as it is.
func (p *plainer) put(out string, from, to int) {
	if p.out == nil {
		p.out = make([]byte, 0, len(p.block)+len(p.block)/16+16)
	}
	p.out = append(p.out, p.block[p.done:from]...)
	for i := range len(out) {
		p.align(from)
		p.out = append(p.out, out[i])
	}
	p.done = to
	p.align(to)
}

// align notes that the next byte of the plain text stands for byte i of the block.
func (p *plainer) align(i int) {
	last := alignment{}
	if n := len(p.aligned); n > 0 {
		last = p.aligned[n-1]
	}
	switch at := len(p.out); {
	case last.block+at-last.plain == i:
	case len(p.aligned) > 0 && last.plain == at:
		p.aligned[len(p.aligned)-1].block = i
	default:
		p.aligned = append(p.aligned, alignment{plain: at, block: i})
	}
}

func (p *plainer) finish() plainText {
	text := p.block
	if p.out != nil {
		text = string(append(p.out, p.block[p.done:]...))
	}
	return plainText{text: text, lower: strings.ToLower(text), aligned: p.aligned}
}

// longestWord bounds what prose's tokeniser is given as one word: its time
// grows with the square of a word's length.
const longestWord = 128

// endsPossessive reports whether r is a mark right after 's, which prose's
// tokeniser would drop with the 's.
func endsPossessive(before string, r rune) bool {
	n := len(before)
	if n < 2 || before[n-1] != 's' || !strings.ContainsRune(`.,;:!?)"”`, r) {
		return false
	}
	return before[n-2] == '\'' || strings.HasSuffix(before, "’s")
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}

// opensQuote reports whether a single quote after prev opens a quotation
// rather than being an apostrophe.
func opensQuote(prev rune, rest string) bool {
	if !unicode.IsSpace(prev) && prev != '(' {
		return false
	}
	return unicode.IsLetter(firstRune(rest)) && !strings.HasPrefix(rest, "s ")
}
