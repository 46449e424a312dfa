// Package syntax builds dependency trees: for each word of a sentence, the word
// on which it hangs and how ("troops" is the subject of "shelled").
//
// Trees follow Universal Dependencies. The parser is greedy and linear in the
// length of the sentence; its weights are learnt from treebanks (see data).
package syntax

import (
	"bytes"
	"compress/flate"
	_ "embed" // the weights
	"iter"
	"slices"
	"sync"

	"dateline/extract/syntax/internal/arc"
	"dateline/extract/token"
)

// Rel is a relation of Universal Dependencies, with its subtype where that
// tells of roles.
type Rel string

// The relations that the readings of a tree go by; a tree has others too.
const (
	Subject        Rel = "nsubj"
	PassiveSubject Rel = "nsubj:pass"
	Object         Rel = "obj"
	IndirectObject Rel = "iobj"
	Oblique        Rel = "obl" // "in Kabul", of a verb
	Agent          Rel = "obl:agent"
	Modifier       Rel = "nmod" // "in Kabul", of a noun
	Possessor      Rel = "nmod:poss"
	Compound       Rel = "compound"
	Adjective      Rel = "amod"
	Apposition     Rel = "appos"
	Flat           Rel = "flat"
	Conjunct       Rel = "conj"
	Coordinator    Rel = "cc"
	Case           Rel = "case" // the preposition of a noun
	Mark           Rel = "mark" // the subordinator of a clause
	Participle     Rel = "acl"  // "troops sent to", "a plan to attack"
	Relative       Rel = "acl:relcl"
	Adverbial      Rel = "advcl"
	Controlled     Rel = "xcomp" // "began shelling"
	Complement     Rel = "ccomp" // "said that ..."
	Parataxis      Rel = "parataxis"
	Auxiliary      Rel = "aux"
	PassiveAux     Rel = "aux:pass"
	Copula         Rel = "cop"
	Adverb         Rel = "advmod"
	Root           Rel = "root"
)

// Tree is the dependency tree of one sentence. Words are known by their token
// in the document.
type Tree struct {
	doc   *token.Doc
	first int
	nodes []node
	root  int
}

type node struct {
	head       int32 // token less first; -1 for the root
	firstChild int32 // -1 if there is none
	next       int32 // the next child of the same head; -1 for the last
	rel, tag   uint8 // indexes in the models' classes
}

//go:generate go run ./internal/train -treebank ../../../shared/gold/treebank -out data/weights.bin

//go:embed data/weights.bin
var weights []byte

// model is read once, at the first sentence.
var model = sync.OnceValues(load)

func load() (*arc.Parser, error) {
	return arc.ReadParser(flate.NewReader(bytes.NewReader(weights)))
}

// Check reads the weights and reports what is wrong with them.
func Check() error {
	_, err := model()
	return err
}

// scratches are the memory of sentences being parsed.
var scratches = sync.Pool{New: func() any { return &scratch{} }}

type scratch struct {
	arc.Scratch
	forms []arc.Form
}

// Parse builds the tree of sentence s of doc; nil if the weights cannot be read,
// which Check reports.
func Parse(doc *token.Doc, s token.Sentence) *Tree {
	p, err := model()
	if err != nil {
		return nil
	}
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	sc.forms = sc.forms[:0]
	for _, t := range doc.In(s) {
		sc.forms = append(sc.forms, arc.Form{Text: t.Text, Lower: t.Lower, Tag: t.Tag})
	}
	p.Parse(&sc.Scratch, sc.forms)
	return newTree(&sc.Scratch, doc, s)
}

func newTree(sc *arc.Scratch, doc *token.Doc, s token.Sentence) *Tree {
	n := s.Last - s.First
	t := &Tree{doc: doc, first: s.First, nodes: make([]node, n)}
	for i := range t.nodes {
		t.nodes[i] = node{head: -1, firstChild: -1, next: -1, rel: sc.Rels[i+1], tag: uint8(sc.Tag(i + 1))}
	}
	for i := n - 1; i >= 0; i-- { // backwards, so that children are in order
		head := int(sc.Heads[i+1]) - 1
		if head == n {
			t.root = s.First + i
			continue
		}
		t.nodes[i].head = int32(head)
		t.nodes[i].next = t.nodes[head].firstChild
		t.nodes[head].firstChild = int32(i)
	}
	return t
}

// Root is the token that hangs on no other.
func (t *Tree) Root() int { return t.root }

// Head is the token on which token i hangs, -1 for the root.
func (t *Tree) Head(i int) int {
	if h := t.nodes[i-t.first].head; h >= 0 {
		return t.first + int(h)
	}
	return -1
}

// Rel is how token i hangs on its head.
func (t *Tree) Rel(i int) Rel {
	p, _ := model()
	if r := t.nodes[i-t.first].rel; r > 0 {
		return Rel(p.Rels.Classes[r-1])
	}
	return Root
}

// Tag is the Penn part of speech that the parser took token i for. It may
// differ from that of the token, which is another tagger's.
func (t *Tree) Tag(i int) string {
	p, _ := model()
	return p.Tags.Classes[t.nodes[i-t.first].tag]
}

// Children are the tokens that hang on token i, from left to right.
func (t *Tree) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := t.nodes[i-t.first].firstChild; c >= 0; c = t.nodes[c].next {
			if !yield(t.first + int(c)) {
				return
			}
		}
	}
}

// Child is the first child of token i by one of rels, -1 if there is none.
func (t *Tree) Child(i int, rels ...Rel) int {
	for c := range t.Children(i) {
		if slices.Contains(rels, t.Rel(c)) {
			return c
		}
	}
	return -1
}

// Dominates reports whether token i is a or hangs on it, directly or not.
func (t *Tree) Dominates(a, i int) bool {
	for ; i >= 0; i = t.Head(i) {
		if i == a {
			return true
		}
	}
	return false
}
