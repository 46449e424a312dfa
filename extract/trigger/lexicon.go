package trigger

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"

	"dateline/extract/lang/en"
	"dateline/extract/table"
)

// The tables of a language: every trigger_*.tsv holds rows, the others what rows are made of.
const (
	rowTables     = "trigger_*.tsv"
	formsTable    = "triggerforms.tsv"
	classTable    = "triggerclasses.tsv"
	grammarTable  = "triggerwords.tsv"
	supportTable  = "triggersupport.tsv"
	modalityTable = "modality.tsv"
)

// noKind in the first column of a row stands for words that are no event
// though they look like one ("strike force"): they keep other rows from firing.
const noKind = "-"

// sense is a compiled row: words, and when they mean this kind.
type sense struct {
	row        table.Row
	kind       string
	alt        []string
	pattern    pattern
	head       int
	conditions []condition
	flags      flags
	rule       string
	own        bool // of a user's table
}

// flags are what a row says of its words besides conditions.
type flags struct {
	subjectIsTarget bool // "fled", "died": the subject is the one affected
	intransitive    bool // takes no object: never a passive
	mutual          bool // subject and object are two sides
	consequence     bool // a death or injury, folded into the act that caused it
	modifier        bool // counts before another noun too ("election results")
	attributive     bool // counts as an attribute too ("the besieged city")
}

// lexicon is every row, indexed by the spellings of its first word.
type lexicon struct {
	senses  []sense
	index   map[string][]int32
	support []pattern // light verbs
	cues    []cue     // of modality
	cueAt   map[string][]int32
	verbs   words // every spelling that some row takes for a verb
	grammar *grammar
	own     string // the text of a user's tables
}

// lexiconData is made of the embedded tables and a user's own.
var lexiconData = table.NewData(func(own []table.File) (*lexicon, error) { return loadFrom(en.Files, own) })

// loaded returns the lexicon.
func loaded() (*lexicon, error) { return lexiconData.Get() }

// Check reads the tables and reports the first bad row.
func Check() error {
	if _, err := kindData.Get(); err != nil {
		return err
	}
	if _, err := aspects(); err != nil {
		return err
	}
	_, err := loaded()
	return err
}

// Use adds a user's lists of kinds (as kinds.tsv has them) and tables of rows
// (as trigger_*.tsv), in place of those given before. The example of each row
// is run. The error names the bad row.
func Use(kinds, rows []table.File) error {
	if err := kindData.Use(kinds); err != nil {
		return err
	}
	if err := lexiconData.Use(rows); err != nil || len(rows) == 0 {
		return err
	}
	lex, err := loaded()
	if err != nil {
		return err
	}
	for i := range lex.senses {
		if s := &lex.senses[i]; s.own {
			if err := lex.tryExample(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// Digest identifies the tables: it changes when a row does.
func Digest() string {
	h := sha256.New()
	h.Write([]byte(kindsTSV))
	h.Write([]byte(allKinds().own))
	if lex, err := loaded(); err == nil {
		h.Write([]byte(lex.own))
	}
	for _, name := range tables(en.Files) {
		if b, err := en.Files.ReadFile(name); err == nil {
			h.Write(b)
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// tables lists the files of this stage, in order.
func tables(files fs.FS) []string {
	rows, err := fs.Glob(files, rowTables)
	if err != nil {
		return nil // only for a malformed pattern
	}
	slices.Sort(rows)
	return append(rows, formsTable, grammarTable, classTable, supportTable, modalityTable)
}

// loadFrom compiles the tables in files and a user's own.
func loadFrom(files fs.FS, own []table.File) (*lexicon, error) {
	text := map[string]string{}
	for _, name := range tables(files) {
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		text[name] = string(b)
	}
	forms, err := parseIrregular(formsTable, text[formsTable])
	if err != nil {
		return nil, err
	}
	voc, err := parseClasses(classTable, text[classTable], forms)
	if err != nil {
		return nil, err
	}
	lex := &lexicon{index: map[string][]int32{}, cueAt: map[string][]int32{}, verbs: words{}}
	if lex.grammar, err = parseGrammar(grammarTable, text[grammarTable]); err != nil {
		return nil, err
	}
	for _, name := range tables(files) {
		if strings.HasPrefix(name, "trigger_") {
			if err := lex.addRows(voc, table.Parse(name, text[name]), false); err != nil {
				return nil, err
			}
		}
	}
	for _, f := range own {
		if err := lex.addRows(voc, table.Parse(f.Name, f.Text), true); err != nil {
			return nil, err
		}
		lex.own += f.Text
	}
	if err := lex.addSupport(voc, table.Parse(supportTable, text[supportTable])); err != nil {
		return nil, err
	}
	return lex, lex.addCues(voc, table.Parse(modalityTable, text[modalityTable]))
}

// addRows compiles rows: kind[,alternatives], pattern, conditions, example, and perhaps counter-examples.
func (lex *lexicon) addRows(voc *vocabulary, rows []table.Row, own bool) error {
	for _, r := range rows {
		s, err := parseSense(voc, r)
		if err != nil {
			return err
		}
		s.own = own
		n := int32(len(lex.senses))
		lex.senses = append(lex.senses, s)
		for w := range s.pattern[0].words {
			lex.index[w] = append(lex.index[w], n)
		}
		for w, f := range s.pattern[s.head].words {
			if f&verbShapes != 0 {
				lex.verbs[w] = true
			}
		}
	}
	return nil
}

// parseSense compiles one row.
func parseSense(voc *vocabulary, r table.Row) (sense, error) {
	if len(r.Cells) < 4 || len(r.Cells) > 5 {
		return sense{}, r.Errorf("has %d columns, want 4 or 5: kinds, pattern, conditions, example, counter-examples", len(r.Cells))
	}
	ks := strings.Split(r.Cells[0], ",")
	for _, k := range ks {
		if _, ok := KindOf(k); !ok && k != noKind {
			return sense{}, r.Errorf("there is no kind %q", k)
		}
	}
	p, err := voc.pattern(r.Cells[1])
	if err != nil {
		return sense{}, r.Errorf("%v", err)
	}
	s := sense{row: r, kind: ks[0], alt: ks[1:], pattern: p, head: p.head(), rule: ruleName(r)}
	for _, f := range strings.Fields(r.Cells[2]) {
		if f == "-" || s.flags.set(f) {
			continue
		}
		c, err := voc.condition(f)
		if err != nil {
			return sense{}, r.Errorf("%v", err)
		}
		s.conditions = append(s.conditions, c)
	}
	return s, nil
}

// ruleName names a row for `why`: its table, kind and pattern.
func ruleName(r table.Row) string {
	table := strings.TrimSuffix(r.File, ".tsv")
	return table + ": " + r.Cells[1]
}

// set switches on the flag of that name; false if there is none.
func (f *flags) set(name string) bool {
	switch name {
	case "subject=target":
		f.subjectIsTarget, f.intransitive = true, true
	case "intransitive":
		f.intransitive = true
	case "mutual":
		f.mutual = true
	case "consequence":
		f.consequence = true
	case "modifier":
		f.modifier = true
	case "attributive":
		f.attributive = true
	default:
		return false
	}
	return true
}
