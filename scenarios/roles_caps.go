package scenarios

import (
	"fmt"
	"strings"

	"skillmix/model"
)

func capsField() roleField {
	return roleField{
		name:    "caps",
		meaning: "most posts that a network is reimbursed for at a time: from the month `from` to the end of the month `until` (left out: for good), `usual` posts of a usual network and `large` of one of 100,000 patients",
		unit:    "posts",
		span:    fmt.Sprintf("a list of tables, one after another in time; 0 to %d posts", mostOfPosts), standard: "none",
		shape: shape{kind: shapeTable},
		take: func(d *draft, e entry, role *model.Role) {
			if caps, ok := d.caps(e); ok {
				role.Caps = caps
			}
		},
		write: func(role *model.Role) string {
			all := make([]string, len(role.Caps))
			for i := range role.Caps {
				c := &role.Caps[i]
				until := ""
				if c.Until <= latestMonth {
					until = fmt.Sprintf(" until = %q,", c.Until-1)
				}
				all[i] = fmt.Sprintf("{ from = %q,%s usual = %d, large = %d }", c.From, until, c.Usual, c.Large)
			}
			return "[" + strings.Join(all, ", ") + "]"
		},
	}
}

// caps reads the caps of a role. They stand in the order of their months and
// do not overlap, so that it is plain which one holds.
func (d *draft) caps(e entry) ([]model.Cap, bool) {
	blocks, ok := tables(e.raw)
	if !ok {
		d.fail(e, `write caps as a list of tables, as [{ from = "2021-04", until = "2022-03", usual = 1, large = 2 }]`)
		return nil, false
	}
	if len(blocks) > mostMonths {
		d.fail(e, "%d caps; at most %d", len(blocks), mostMonths)
		return nil, false
	}
	var all []model.Cap
	good := true
	for i, block := range blocks {
		at := e.below(element(i), block)
		one, ok := d.cap(at, block)
		switch {
		case !ok:
			good = false
		case good && len(all) > 0 && one.From < all[len(all)-1].Until:
			d.fail(at, "the cap from %s begins before the one above it ends; write caps in the order of their months, without overlap", one.From)
			good = false
		}
		all = append(all, one)
	}
	return all, good
}

func (d *draft) cap(e entry, block map[string]any) (model.Cap, bool) {
	one, before := model.Cap{Until: endless}, len(d.errors)
	d.read(blockOf(e, block), capFields(), "a cap says from when, and how many posts of a usual and of a large network", func(f *field, value entry) {
		switch f.name {
		case fieldFrom:
			one.From = f.month(d, value)
		case fieldUntil:
			one.Until = f.month(d, value) + 1
		case "usual":
			one.Usual = f.whole(d, value)
		case "large":
			one.Large = f.whole(d, value)
		}
	})
	if len(d.errors) == before && one.Until <= one.From {
		d.fail(e.below("until", nil), "the cap would end in %s, before it begins in %s", one.Until-1, one.From)
	}
	return one, len(d.errors) == before
}
