// Command train makes the weights of the parser from treebanks in CoNLL-U.
//
//	train -treebank DIR             print the accuracy on ewt_dev, ewt_test and gum_news
//	train -treebank DIR -out FILE   learn from gum_news too and write the weights
//
// It takes some minutes. The same treebanks give the same weights.
package main

import (
	"compress/flate"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"

	"dateline/extract/syntax/internal/arc"
	"dateline/extract/syntax/internal/linear"
)

// The sets that weights are learnt from, and those that tell how good they are.
// News is learnt from last, by the weights that are to be used.
var (
	learned = []string{"ewt_train", "gum_bio", "gum_interview", "gum_voyage"}
	heldOut = []string{"ewt_dev", "ewt_test", news}
)

const news = "gum_news"

// settings are how the models are trained.
type settings struct {
	tagRounds, treeRounds int     // over the treebank
	folds                 int     // of the tagger, so that trees are learnt on tags as good as they will be
	explore               float64 // how often a wrong move is followed
	margin                int32   // by how much the right choice must win
	capitals, titled      float64 // share of sentences read in capitals, or with one a word
	scale                 float64 // units of a weight to 1
	cutoff                int     // features changed less often are dropped
	// How many features of tags, moves and relations are kept: the fewer, the
	// more of them stay in the processor's cache.
	tags, moves, rels int
	seed              uint64
}

// chosen are the settings that the weights are learnt with. With four times as
// many features UAS is a point higher, the parser half as fast, and
// no more roles are right.
var chosen = settings{
	tagRounds: 4, treeRounds: 7, folds: 5, explore: 0.9, margin: 60, capitals: 0.2, titled: 0.07, scale: 4, cutoff: 6, tags: 30000, moves: 80000, rels: 40000, seed: 1,
}

func main() {
	log.SetFlags(0)
	dir := flag.String("treebank", "", "folder of the treebanks, NAME.conllu.gz")
	out := flag.String("out", "", "file to write the weights to")
	flag.Parse()
	if err := run(*dir, *out, chosen); err != nil {
		log.Fatal(err)
	}
}

func run(dir, out string, set settings) error {
	names := learned
	if out != "" {
		names = append(names, news)
	}
	bank := newBank()
	gold, err := bank.load(dir, names)
	if err != nil {
		return err
	}
	parser := train(bank, gold, set)
	if out != "" {
		return write(out, parser)
	}
	for _, name := range heldOut {
		test, err := bank.load(dir, []string{name})
		if err != nil {
			return err
		}
		fmt.Printf("%-9s as written   %v\n", name, evaluate(parser, test, asWritten))
		fmt.Printf("%-9s in capitals  %v\n", name, evaluate(parser, test, allCapitals))
	}
	return nil
}

func train(bank *bank, gold []example, set settings) *arc.Parser {
	random := rand.New(rand.NewPCG(set.seed, 0))
	parts := make([][]example, set.folds)
	fold := make([]int, len(gold))
	for i, g := range gold {
		fold[i] = i % set.folds
		for f := range parts {
			if f != fold[i] {
				parts[f] = append(parts[f], g)
			}
		}
	}
	taggers := make([]*linear.Model, set.folds)
	for f := range taggers {
		taggers[f] = trainTagger(bank, parts[f], set, random)
	}
	t := arc.Trainer{
		Moves: linear.NewPerceptron(arc.MoveNames), Rels: linear.NewPerceptron(bank.rels.names),
		Random: random, Margin: set.margin,
	}
	for round := range set.treeRounds {
		if round > 0 {
			t.Explore = set.explore
		}
		for _, i := range random.Perm(len(gold)) {
			t.LearnTree(gold[i].pick(set, random), taggers[fold[i]])
		}
	}
	tagger := trainTagger(bank, gold, set, random)
	moves, rels := t.Moves.Model(set.scale, set.cutoff), t.Rels.Model(set.scale, set.cutoff)
	return arc.NewParser(tagger.Pruned(set.tags), moves.Pruned(set.moves), rels.Pruned(set.rels))
}

func trainTagger(bank *bank, gold []example, set settings, random *rand.Rand) *linear.Model {
	t := arc.Trainer{Tags: linear.NewPerceptron(bank.tags.names), Random: random, Margin: set.margin}
	for range set.tagRounds {
		for _, i := range random.Perm(len(gold)) {
			t.LearnTags(gold[i].pick(set, random))
		}
	}
	return t.Tags.Model(set.scale, set.cutoff)
}

func write(file string, p *arc.Parser) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w, err := flate.NewWriter(f, flate.BestCompression)
	if err != nil {
		return err
	}
	if err := p.Write(w); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if err := w.Close(); err != nil {
		return err
	}
	return f.Close()
}
