package scenarios

import (
	"maps"
	"slices"

	"skillmix/model/population"
	"skillmix/sim"
)

// A field is a key of a block that may be written several times.
type field struct {
	name    string
	shape   shape
	meaning string
	needed  bool
}

// month, number, whole and names read a field's value by its shape.
func (f *field) month(d *draft, e entry) sim.Month {
	v, _ := d.month(e, f.shape.from, f.shape.to)
	return v
}

func (f *field) number(d *draft, e entry) float64 {
	v, _ := d.number(e, f.shape.least, f.shape.most, f.shape.what)
	return v
}

func (f *field) whole(d *draft, e entry) int {
	v, _ := d.whole(e, int(f.shape.least), int(f.shape.most), f.shape.what)
	return v
}

func (f *field) names(d *draft, e entry) []int {
	all, _ := d.names(e, f.shape.names, f.shape.what)
	return all
}

// Names of fields that blocks share.
const (
	fieldFrom  = "from"
	fieldUntil = "until"
)

// blockName is the key by which a child changes a parent's block.
func blockName() field {
	return field{fieldName, shape{kind: shapeText, longest: longestName, slug: true}, "by which a file that extends this one can change the block", false}
}

// supportFields are the keys of a [[support]] block.
func supportFields() []field {
	specialties := make([]string, len(population.Specialties))
	for i := range specialties {
		specialties[i] = population.Specialties[i].Name
	}
	return []field{
		blockName(),
		{"services", shape{kind: shapeNames, names: specialties, what: "service"}, "services that are supported; left out: every service", false},
		{fieldFrom, shape{kind: shapeMonth, from: earliestStart, to: latestMonth}, "first month; left out: the run's", false},
		{fieldUntil, shape{kind: shapeMonth, from: earliestStart, to: latestMonth}, "last month; left out: the run's", false},
		{"clarity", shape{kind: shapeNumber, most: 1, what: "gain of clarity per month, a share of what is missing"}, "how much clearer the role becomes each month", false},
		{"offered", shape{kind: shapeNumber, most: mostOffered, what: "pounds per 1,000 FTE staff of the services a year"}, "money for posts, new in each financial year", false},
	}
}

// changeFields are the keys of a [[change]] block.
func changeFields() []field {
	return []field{
		blockName(),
		{fieldFrom, shape{kind: shapeMonth, from: earliestStart, to: latestMonth}, "first month", true},
		{fieldUntil, shape{kind: shapeMonth, from: earliestStart, to: latestMonth}, "last month; left out: the run's", false},
		{sectionParameters, shape{kind: shapeTable}, "numbers that parameters have in those months, in every replicate", true},
	}
}

// capFields are the keys of a cap of a role.
func capFields() []field {
	return []field{
		{fieldFrom, shape{kind: shapeMonth, from: earliestStart, to: latestMonth}, "first month", true},
		// The model's caps end before a month, those of files with one.
		{fieldUntil, shape{kind: shapeMonth, from: earliestStart, to: latestMonth - 1}, "last month; left out: for good", false},
		{"usual", shape{kind: shapeWhole, most: mostOfPosts, what: "posts of a usual network"}, "posts of a usual network", true},
		{"large", shape{kind: shapeWhole, most: mostOfPosts, what: "posts of a network of 100,000 patients"}, "posts of a network of 100,000 patients", true},
	}
}

// fieldOf returns the field of a name, or nil.
func fieldOf(fields []field, name string) *field {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	return nil
}

// fieldNames lists the names of fields.
func fieldNames(fields []field) []string {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].name
	}
	return names
}

// read gives each key of a block to take, and reports keys that are unknown and
// fields that are needed and not given: purpose says what for. A field that an
// unknown key was probably meant for is not reported as well.
func (d *draft) read(b block, fields []field, purpose string, take func(f *field, value entry)) {
	meant := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(b.keys)) {
		if f := fieldOf(fields, name); f != nil {
			take(f, b.keys[name])
			continue
		}
		d.unknown(b.keys[name], fieldNames(fields))
		meant[Nearest(name, fieldNames(fields))] = true
	}
	for i := range fields {
		name := fields[i].name
		if _, given := b.keys[name]; fields[i].needed && !given && !meant[name] {
			d.fail(b.table, "%s is missing; %s", name, purpose)
		}
	}
}
