package phrase

// ClauseKind is how a clause hangs on the one before it.
type ClauseKind uint8

// The kinds of clause.
const (
	Main        ClauseKind = iota
	Relative               // "the gunmen who ..."
	Adverbial              // "after troops entered ..."
	Coordinate             // "... and freed the inmates"
	Participial            // "..., killing nine", "troops sent to ..."
	Infinitive             // "voted to expel ..."
	Complement             // "said (that) ..."
	Speech                 // "..., officials said on Thursday"
)

// Clause is a verb with what goes with it. Chunks of one clause need not be
// neighbours: a relative clause may stand within another.
type Clause struct {
	Kind   ClauseKind
	Parent int // index of the clause it hangs on, -1 for the first
	Opener int // the chunk that opens it
}

// Clauses divides the sentence into clauses. It returns them with, for each
// chunk, the index of the clause it belongs to.
func (s *Sentence) Clauses() ([]Clause, []int) {
	d := &divider{s: s, clauses: []Clause{{Kind: Main, Parent: -1}}, of: make([]int, len(s.Chunks)), hasVerb: map[int]bool{}}
	for i := range s.Chunks {
		d.step(i)
		d.of[i] = d.cur
	}
	d.speechAtEnd()
	return d.clauses, d.of
}

type divider struct {
	s       *Sentence
	clauses []Clause
	of      []int
	cur     int
	// inserted are the clauses that a comma will end, with the one to return to.
	inserted []int
	hasVerb  map[int]bool // by clause
}

func (d *divider) open(k ClauseKind, opener int) {
	d.clauses = append(d.clauses, Clause{Kind: k, Parent: d.cur, Opener: opener})
	d.cur = len(d.clauses) - 1
}

func (d *divider) step(i int) {
	c := d.s.Chunks[i]
	switch c.Kind {
	case Rel:
		d.relative(i)
	case Sub:
		d.adverbial(i)
	case Conj:
		if d.newVerbAfter(i) {
			d.close()
			d.open(Coordinate, i)
		}
	case Comma:
		d.close()
	case Stop:
		d.close()
	case VG:
		d.verb(i, c)
	}
}

func (d *divider) relative(i int) {
	kind := Relative
	if d.s.antecedent(i) < 0 || d.s.Doc.Tokens[d.s.Chunks[i].First].Tag == "IN" {
		kind = Complement
	}
	back := d.cur
	d.open(kind, i)
	if i > 0 && d.s.Chunks[i-1].Kind == Comma && kind == Relative {
		d.inserted = append(d.inserted, back)
	}
}

func (d *divider) adverbial(i int) {
	back := d.cur
	d.open(Adverbial, i)
	if i == 0 {
		d.inserted = append(d.inserted, back)
	}
}

// close ends the innermost clause that was inserted, if there is one and it
// has had its verb.
func (d *divider) close() {
	if n := len(d.inserted); n > 0 && d.hasVerb[d.cur] {
		d.cur = d.inserted[n-1]
		d.inserted = d.inserted[:n-1]
	}
}

func (d *divider) verb(i int, c Chunk) {
	switch {
	case c.Infinitive && d.hasVerb[d.cur]:
		d.open(Infinitive, i)
	case !c.Finite && !c.Passive && i > 0 && d.hasVerb[d.cur]:
		d.open(Participial, i)
	case c.Finite && d.hasVerb[d.cur]:
		d.secondVerb(i)
	}
	d.hasVerb[d.cur] = true
}

// secondVerb opens a clause for a finite verb in a clause that has one: the
// complement of a verb of saying, or the verb that a relative clause interrupted.
func (d *divider) secondVerb(i int) {
	if k := d.clauses[d.cur].Kind; k == Relative || k == Participial || k == Infinitive {
		d.cur = d.clauses[d.cur].Parent
		if !d.hasVerb[d.cur] {
			return
		}
	}
	d.open(Complement, i)
	for k := i - 1; k >= 0 && d.s.Chunks[k].Kind != VG && d.s.Chunks[k].Kind != Comma; k-- {
		d.of[k] = d.cur
	}
}

// newVerbAfter reports whether a finite verb follows the conjunction at i
// before the next comma or conjunction.
func (d *divider) newVerbAfter(i int) bool {
	for k := i + 1; k < len(d.s.Chunks); k++ {
		switch c := d.s.Chunks[k]; c.Kind {
		case VG:
			return c.Finite || d.s.Doc.Tokens[c.Head].Tag == "VBN"
		case Comma, Conj, Stop, Rel, Sub:
			return false
		}
	}
	return false
}

// speechAtEnd sets apart a clause of saying after the news ("..., police said
// on Thursday"): its time is that of the telling.
func (d *divider) speechAtEnd() {
	for i := len(d.s.Chunks) - 1; i > 0; i-- {
		c := d.s.Chunks[i]
		if c.Kind != VG || !c.Speech {
			continue
		}
		from := d.speechStart(i)
		if from <= 0 || d.complementAfter(i) {
			continue
		}
		d.clauses = append(d.clauses, Clause{Kind: Speech, Parent: d.of[0], Opener: from})
		for k := from; k < len(d.s.Chunks) && (k <= i || d.s.Chunks[k].Kind != Comma && d.s.Chunks[k].Kind != Quote); k++ {
			d.of[k] = len(d.clauses) - 1
		}
		return
	}
}

// speechStart is the chunk after the comma or quotation mark before the verb of
// saying at i, or -1.
func (d *divider) speechStart(i int) int {
	for k := i - 1; k >= 0; k-- {
		switch d.s.Chunks[k].Kind {
		case Comma, Quote:
			return k + 1
		case VG, Rel, Sub:
			return -1
		}
	}
	return -1
}

// complementAfter reports whether what is said follows the verb of saying.
func (d *divider) complementAfter(i int) bool {
	for k := i + 1; k < len(d.s.Chunks); k++ {
		if c := d.s.Chunks[k]; c.Kind == VG && c.Finite {
			return d.s.Chunks[i+1].Kind != Comma
		}
	}
	return false
}
