package arc

// moveFeatures collects the features of the next move: the words at the top of
// the stack and next in line, their children, and how far apart they stand.
func (b *keyBuffer) moveFeatures(s *State) {
	b.reset()
	i0, i1, i2 := s.top(0), s.top(1), s.top(2)
	j0, j1, j2 := s.next, s.ahead(1), s.ahead(2)
	s0, s1, s2 := &s.words[i0], &s.words[i1], &s.words[i2]
	b0, b1, b2 := &s.words[j0], &s.words[j1], &s.words[j2]
	k0, k1, kb := &s.kids[i0], &s.kids[i1], &s.kids[j0]
	l0, r0 := &s.words[k0.left], &s.words[k0.right]
	l1, r1 := &s.words[k1.left], &s.words[k1.right]
	lb := &s.words[kb.left]
	near := distance(i0, j0)
	apart := distance(i1, i0)

	b.add(0, 0, 0)
	b.add(s0.form, 0, 0)
	b.add(s0.tag, 0, 0)
	b.add(s0.formTag, 0, 0)
	b.add(s1.form, 0, 0)
	b.add(s1.tag, 0, 0)
	b.add(s1.formTag, 0, 0)
	b.add(s2.formTag, 0, 0)
	b.add(s2.tag, s1.tag, s0.tag)
	b.add(b0.form, 0, 0)
	b.add(b0.tag, 0, 0)
	b.add(b0.formTag, 0, 0)
	b.add(b1.form, b1.tag, 0)
	b.add(b1.tag, 0, 0)
	b.add(b2.formTag, 0, 0)
	b.add(b2.tag, b1.tag, b0.tag)

	b.add(s0.formTag, b0.formTag, 0)
	b.add(s0.form, b0.form, 0)
	b.add(s0.formTag, b0.tag, 0)
	b.add(s0.tag, b0.formTag, 0)
	b.add(s0.tag, b0.tag, near)
	b.add(b0.formTag, b1.tag, 0)
	b.add(b0.tag, b1.formTag, 0)
	b.add(s1.formTag, s0.formTag, 0)
	b.add(s1.form, s0.form, 0)
	b.add(s1.formTag, s0.tag, 0)
	b.add(s1.tag, s0.formTag, 0)
	b.add(s1.tag, s0.tag, apart)
	b.add(s1.tag, b0.tag, s0.tag)
	b.add(s1.formTag, b0.tag, s0.tag)
	b.add(s1.tag, b0.formTag, s0.tag)
	b.add(s1.tag, b0.tag, s0.formTag)
	b.add(s1.formTag, b0.formTag, 0)

	b.add(s0.tag, b0.tag, b1.tag)
	b.add(s0.formTag, b0.tag, b1.tag)
	b.add(s0.tag, b1.formTag, b0.tag)
	b.add(s0.tag, b1.tag, b2.tag)
	b.add(s1.tag, s0.tag, b0.tag<<8|b1.tag)

	b.add(s0.tag, l0.tag, b0.tag)
	b.add(s0.tag, r0.tag, b0.tag)
	b.add(s0.tag, lb.tag, b0.tag)
	b.add(s1.tag, r1.tag, s0.tag)
	b.add(s1.tag, l1.tag, s0.tag)
	b.add(s1.tag, l0.tag, s0.tag)
	b.add(s1.tag, r0.tag, s0.tag)
	b.add(s1.tag, s0.tag, l0.form)
	b.add(s1.form, s0.tag, l0.form)
	b.add(s1.form, s0.form, l0.form)
	b.add(s0.tag, b0.tag, l0.form)
	b.add(b0.formTag, s0.tag, l0.form)
	b.add(s1.form, s0.tag, r1.formTag)
	b.add(s0.form, r0.formTag, b0.tag)

	b.add(s0.form, near, 0)
	b.add(b0.form, near, 0)
	b.add(s1.form, apart, 0)
	b.add(s0.tag, b0.tag, between(s, i0, j0))
	b.add(s1.tag, s0.tag, between(s, i1, i0))

	b.add(s0.formTag, uint32(k0.leftCount), uint32(k0.rightCount))
	b.add(s0.tag, uint32(k0.leftCount), uint32(k0.rightCount))
	b.add(s1.formTag, uint32(k1.rightCount), 1)
	b.add(s1.tag, uint32(k1.leftCount), uint32(k1.rightCount))
	b.add(b0.formTag, uint32(kb.leftCount), 0)
	b.add(b0.tag, uint32(kb.leftCount), s0.tag)
	b.add(s0.tag, relations(k0.leftRels), b0.tag)
	b.add(s0.tag, relations(k0.rightRels), b0.tag)
	b.add(s1.tag, relations(k1.rightRels), s0.tag)
	b.add(s1.form, relations(k1.rightRels), s0.tag)
	b.add(s1.tag, relations(k1.leftRels), s0.tag)
	b.add(b0.tag, relations(kb.leftRels), s0.tag)
	b.add(s0.form, uint32(s.Rels[k0.right]), b0.tag)
	b.add(s1.tag, uint32(s.Rels[k1.right]), s0.formTag)
}

// relFeatures collects the features of the relation of an arc that is about to
// be added. The dependent has all its children by then.
func (b *keyBuffer) relFeatures(s *State, head, dep int32) {
	b.reset()
	h, d := &s.words[head], &s.words[dep]
	kh, kd := &s.kids[head], &s.kids[dep]
	ld, rd := &s.words[kd.left], &s.words[kd.right]
	ld2 := &s.words[kd.left2]
	before, after := &s.words[dep-1], &s.words[dep+1]
	way := uint32(0)
	if head < dep {
		way = 1
	}
	far := distance(min(head, dep), max(head, dep))<<1 | way

	b.add(way, 0, 0)
	b.add(h.form, way, 0)
	b.add(h.tag, way, 0)
	b.add(d.form, way, 0)
	b.add(d.tag, way, 0)
	b.add(d.formTag, h.tag, way)
	b.add(d.tag, h.formTag, way)
	b.add(d.form, h.form, way)
	b.add(d.tag, h.tag, far)
	b.add(d.suffix[1], h.tag, way)
	b.add(ld.form, d.tag, h.tag<<1|way)
	b.add(ld.form, h.form, way)
	b.add(ld.form, d.form, way)
	b.add(ld2.form, d.tag, h.tag<<1|way)
	b.add(rd.formTag, d.tag, way)
	b.add(relations(kd.leftRels), d.tag, h.tag<<1|way)
	b.add(relations(kd.rightRels), d.tag, h.tag<<1|way)
	b.add(relations(kd.leftRels), h.form, way)
	b.add(relations(kh.leftRels), d.tag, h.tag<<1|way)
	b.add(relations(kh.rightRels), d.tag, h.tag<<1|way)
	b.add(relations(kh.leftRels|kh.rightRels), h.form, d.tag<<1|way)
	b.add(before.tag, d.tag, after.tag<<1|way)
	b.add(before.form, d.tag, way)
	b.add(after.form, d.tag, way)
	b.add(uint32(s.Rels[kh.right]), d.tag, h.tag<<1|way)
	b.add(d.shape, h.shape, d.tag<<9|h.tag<<1|way)
	b.add(between(s, min(head, dep), max(head, dep)), d.tag, h.tag<<1|way)
}

// relations folds a set of relations into a number.
func relations(set uint64) uint32 { return uint32(set*0x9E3779B97F4A7C15>>32) + 1 }

// distance is how far two words stand apart, in steps; 0 if one is missing.
func distance(a, b int32) uint32 {
	if a == 0 || b == 0 {
		return 0
	}
	switch d := b - a; {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

// maxBetween is how many of the words between two are looked at.
const maxBetween = 8

// between tells which marks and verbs stand between two words.
func between(s *State, a, b int32) uint32 {
	if a == 0 || b == 0 || b-a > maxBetween {
		return 0
	}
	seen := uint32(1)
	for i := a + 1; i < b; i++ {
		seen |= s.words[i].class
	}
	return seen
}
