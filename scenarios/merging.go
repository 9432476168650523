package scenarios

import "maps"

// A block is one of several tables under one heading, with its keys from the
// documents that had a say in it.
type block struct {
	name  string // empty for none
	table entry  // where it was first written
	keys  map[string]entry
}

// blockOf returns a table of a document as a block.
func blockOf(e entry, table map[string]any) block {
	b := block{table: e, keys: map[string]entry{}}
	for _, key := range sortedKeys(table) {
		b.keys[key] = e.below(key, table[key])
	}
	return b
}

// fieldName is the key that lets a child change a parent's block.
const fieldName = "name"

// merge reads the blocks of a document under a heading. If all of them have
// names they join those of the parents: one of a known name changes the keys that
// it gives and keeps the others. Else they replace all of the parents'.
func (d *draft) merge(parents []block, e entry, most int, what string) []block {
	list, ok := tables(e.raw)
	switch {
	case !ok:
		d.fail(e, "write each %s as a block of its own, headed [[%s]] in double brackets", what, e.path[0])
		return parents
	case len(list) > most:
		d.fail(e, "%d blocks; at most %d", len(list), most)
		return parents
	}
	var own []block
	named := len(list) > 0
	seen := map[string]bool{}
	for i, table := range list {
		b := blockOf(e.below(element(i), table), table)
		if at, given := b.keys[fieldName]; given {
			b.name, _ = d.slug(at, "a name", "first-wave")
			if seen[b.name] && b.name != "" {
				d.fail(at, "%q has a block above; write all of its keys in one", b.name)
			}
			seen[b.name] = true
		}
		named = named && b.name != ""
		own = append(own, b)
	}
	if !named {
		return own
	}
	all := append([]block(nil), parents...)
	for _, b := range own {
		at := -1
		for i := range all {
			if all[i].name == b.name {
				at = i
			}
		}
		if at < 0 {
			all = append(all, b)
			continue
		}
		merged := block{name: b.name, table: b.table, keys: maps.Clone(all[at].keys)}
		maps.Copy(merged.keys, b.keys)
		all[at] = merged
	}
	return all
}

// slug reads a name of small letters, digits and hyphens.
func (d *draft) slug(e entry, what, example string) (string, bool) {
	v, ok := d.text(e, longestName)
	if ok && !slug.MatchString(v) {
		d.fail(e, "%q is not %s; write small letters, digits and single hyphens, as %q", v, what, example)
		return "", false
	}
	return v, ok
}
