package scenarios

import (
	"fmt"
	"math"

	"skillmix/model"
	"skillmix/sim"
)

// A RoleKey describes a key of a [[role]] block, for the manual.
type RoleKey struct {
	Name    string
	Meaning string
	Unit    string
	Range   string // what may stand there, in words
	Default string // of a role that is added; "" where it must be given

	write func(role *model.Role) string
}

// Figure writes the key's value of a role as a file would.
func (k RoleKey) Figure(role *model.Role) string { return k.write(role) }

// RoleKeys lists the keys of a [[role]] block in the order of a resolved
// file.
func RoleKeys() []RoleKey {
	all := []RoleKey{{Name: roleName, Meaning: "the role that is changed, or a new name for one that is added", Unit: "name",
		Range: fmt.Sprintf("small letters, digits and hyphens, at most %d characters", longestName),
		write: func(role *model.Role) string { return fmt.Sprintf("%q", role.Name) }}}
	for _, field := range roleFields() {
		all = append(all, RoleKey{field.name, field.meaning, field.unit, field.span, field.standard, field.write})
	}
	return all
}

// roleName is the key that says which role a block is about.
const roleName = "name"

// A roleField is a key of a [[role]] block that holds a figure of the role.
type roleField struct {
	name, meaning, unit, span string
	standard                  string // default of a role that is added
	shape                     shape
	take                      func(d *draft, e entry, role *model.Role)
	write                     func(role *model.Role) string // as TOML
}

// Limits of what a role's figures may be.
const (
	least         = 0.01 // of figures that must be above nothing
	mostMaximum   = 500_000
	mostOfPosts   = 1000
	longestName   = 60
	never         = "never"
	tenthsPerRoom = 10
)

// endless is a month after any run, which the model takes for "for good" and
// "never".
var endless = sim.MonthOf(2200, 1)

// roleFields lists the figures of a role that a file may give.
func roleFields() []roleField {
	return []roleField{
		figure("closeness", "how close to doctors' work; the closer, the less sceptical practices want the role", "0 to 1", "", 0, 1,
			func(r *model.Role) *float64 { return &r.Closeness }),
		figure("substitution", "doctor FTE that a post gives at full work and perfect task fit", "doctor FTE", "", 0, 2,
			func(r *model.Role) *float64 { return &r.Substitution }),
		roomsField(),
		truthField("regulated", "whether the profession is regulated by statute", "",
			func(r *model.Role) *bool { return &r.Regulated }),
		truthField("prescribes", "whether holders may prescribe", "false",
			func(r *model.Role) *bool { return &r.Prescribes }),
		figure("supervision", "a doctor's time that a new holder needs", "hours a week", "1", 0, 40,
			func(r *model.Role) *float64 { return &r.Supervision }),
		figure("clarity", "how clear the role is to networks at the start", "0 to 1", "0.3", 0, 1,
			func(r *model.Role) *float64 { return &r.Clarity }),
		figure("ramp_months", "time to full work in a network", "months", "12", 1, 240,
			func(r *model.Role) *float64 { return &r.RampMonths }),
		figure("maximum", "most that is reimbursed for 1 FTE in 2020/21", "pounds a year", "", 0, mostMaximum,
			func(r *model.Role) *float64 { return &r.Maximum }),
		figure("need", "posts that 50,000 patients need", "posts", "", least, 100,
			func(r *model.Role) *float64 { return &r.Need }),
		figure("pool_start", "people who seek such a post at the start", "per 100,000 patients", "", 0, 1000,
			func(r *model.Role) *float64 { return &r.PoolStart }),
		figure("pool_inflow", "people who begin to seek such a post", "per 100,000 patients a month", "", 0, 1000,
			func(r *model.Role) *float64 { return &r.PoolInflow }),
		figure("appeal", "constant of networks' choice", "unit of logarithm", "0", -20, 20,
			func(r *model.Role) *float64 { return &r.Appeal }),
		figure("belief_successes", "what networks believe at the start, as outcomes that they might have seen: successes", "outcomes", "2", least, 100,
			func(r *model.Role) *float64 { return &r.BeliefA }),
		figure("belief_failures", "the same: failures", "outcomes", "2", least, 100,
			func(r *model.Role) *float64 { return &r.BeliefB }),
		eligibleField(),
		truthField("upskilled", "whether existing staff take the work on, so that nobody is hired", "false",
			func(r *model.Role) *bool { return &r.Upskilled }),
		capsField(),
	}
}

// standardRole returns a role that is added, before its keys are read.
func standardRole(name string) model.Role {
	return model.Role{Name: name, RoomTenths: tenthsPerRoom, Supervision: 1, Clarity: 0.3, RampMonths: 12, BeliefA: 2, BeliefB: 2}
}

func figure(name, meaning, unit, standard string, least, most float64, of func(*model.Role) *float64) roleField {
	wants := meaning
	if unit != "0 to 1" {
		wants += ", " + unit
	}
	return roleField{
		name: name, meaning: meaning, unit: unit, span: number(least) + " to " + number(most), standard: standard,
		shape: shape{kind: shapeNumber, least: least, most: most, what: unit},
		take: func(d *draft, e entry, role *model.Role) {
			if v, ok := d.number(e, least, most, wants); ok {
				*of(role) = v
			}
		},
		write: func(role *model.Role) string { return number(*of(role)) },
	}
}

func truthField(name, meaning, standard string, of func(*model.Role) *bool) roleField {
	return roleField{
		name: name, meaning: meaning, unit: "", span: "true or false", standard: standard, shape: shape{kind: shapeTruth},
		take: func(d *draft, e entry, role *model.Role) {
			if v, ok := d.truth(e); ok {
				*of(role) = v
			}
		},
		write: func(role *model.Role) string { return fmt.Sprint(*of(role)) },
	}
}

// roomsField reads tenths, which is what the model counts in.
func roomsField() roleField {
	return roleField{
		name: "rooms", meaning: "need of rooms, against a usual post's", unit: "share", span: "0 to 1, in tenths", standard: "1",
		shape: shape{kind: shapeNumber, most: 1, what: "share"},
		take: func(d *draft, e entry, role *model.Role) {
			v, ok := d.number(e, 0, 1, "need of rooms against a usual post's, in tenths")
			if !ok {
				return
			}
			tenths := math.Round(v * tenthsPerRoom)
			if v != tenths/tenthsPerRoom {
				d.fail(e, "%s is not a number of tenths; write %s", number(v), number(tenths/tenthsPerRoom))
				return
			}
			role.RoomTenths = int(tenths)
		},
		write: func(role *model.Role) string { return number(float64(role.RoomTenths) / tenthsPerRoom) },
	}
}

func eligibleField() roleField {
	return roleField{
		name: roleEligible, meaning: "first month in which the scheme pays for the role", unit: "month",
		span:     fmt.Sprintf(`"%s" to "%s", or "%s"`, earliestStart, latestMonth, never),
		standard: "`arrs.start`",
		shape:    shape{kind: shapeMonth, from: earliestStart, to: latestMonth, never: true},
		take: func(d *draft, e entry, role *model.Role) {
			text, isText := e.raw.(string)
			if text == never {
				role.Eligible = endless
				return
			}
			if _, err := sim.ParseMonth(text); isText && err != nil {
				d.fail(e, "%s, or %q", monthFault(text), never)
				return
			}
			if v, ok := d.month(e, earliestStart, latestMonth); ok {
				role.Eligible = v
			}
		},
		write: func(role *model.Role) string {
			if role.Eligible > latestMonth {
				return fmt.Sprintf("%q", never)
			}
			return fmt.Sprintf("%q", role.Eligible)
		},
	}
}

// roleEligible is the key whose default depends on another section.
const roleEligible = "eligible"
