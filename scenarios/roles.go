package scenarios

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"skillmix/model"
)

// A roleDraft is a role that a scenario changes or adds, as far as it has been
// read.
type roleDraft struct {
	role  model.Role
	table entry           // its first block
	given map[string]bool // keys that some block holds
	known bool            // one of model.Roles
}

// takeRoles reads the [[role]] blocks. Those of a child add to the blocks of a
// parent for the same role; an empty list takes all of them back.
func (d *draft) takeRoles(e entry) {
	blocks, ok := tables(e.raw)
	switch {
	case !ok:
		d.fail(e, "write each role as a block of its own, headed [[role]] in double brackets")
		return
	case len(blocks) > model.MostRoles:
		d.fail(e, "%d roles; at most %d", len(blocks), model.MostRoles)
		return
	case len(blocks) == 0:
		for _, role := range d.roles {
			d.takenBack = append(d.takenBack, role.role.Name)
		}
		d.roles = nil
		return
	}
	seen := map[string]bool{}
	for i, block := range blocks {
		at := e.below(element(i), block)
		name, ok := d.roleName(at, block)
		if !ok {
			continue
		}
		if seen[name] {
			d.fail(at.below(roleName, nil), "%q has a block above; write all of a role's keys in one", name)
			continue
		}
		seen[name] = true
		d.roleBlock(at, block, d.roleDraft(name, at))
	}
}

var slug = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// roleName reads which role a block is about.
func (d *draft) roleName(e entry, block map[string]any) (string, bool) {
	raw, given := block[roleName]
	at := e.below(roleName, raw)
	if !given {
		d.fail(e, "name is missing; a role is known by its name")
		return "", false
	}
	return d.slug(at, "a name of a role", "nutrition-adviser")
}

// roleDraft returns the draft of a role, new or begun in another document.
func (d *draft) roleDraft(name string, at entry) *roleDraft {
	for _, role := range d.roles {
		if role.role.Name == name {
			return role
		}
	}
	begun := &roleDraft{role: standardRole(name), table: at, given: map[string]bool{}}
	if i, known := model.RoleNamed(name); known {
		begun.role, begun.known = model.Roles[i], true
	}
	d.roles = append(d.roles, begun)
	return begun
}

// roleBlock reads the figures of a role.
func (d *draft) roleBlock(e entry, block map[string]any, to *roleDraft) {
	fields := roleFields()
	names := []string{roleName}
	for i := range fields {
		names = append(names, fields[i].name)
	}
	for _, name := range sortedKeys(block) {
		at := slices.Index(names, name)
		switch {
		case at < 0:
			d.unknown(e.below(name, block[name]), names)
		case at > 0:
			to.given[name] = true
			fields[at-1].take(d, e.below(name, block[name]), &to.role)
		}
	}
	if to.role.Upskilled && to.role.Name == model.Roles[model.ACP].Name {
		d.fail(e.below("upskilled", nil), "%q cannot be upskilled; trusts hire and train for this role", to.role.Name)
	}
}

// finishRoles puts the roles of the world together: those of the model in
// their order, then those that are added, by name, so that files which add the
// same roles give the same list.
func (d *draft) finishRoles() {
	settings := &d.scenario.Settings
	all := slices.Clone(model.Roles)
	var added []model.Role
	for _, draft := range d.roles {
		if draft.known {
			i, _ := model.RoleNamed(draft.role.Name)
			all[i] = draft.role
			continue
		}
		d.complete(draft)
		if added = append(added, draft.role); len(all)+len(added) == model.MostRoles+1 {
			d.fail(draft.table, "one role too many; a world has at most %d, of which %d are there already", model.MostRoles, len(model.Roles))
		}
	}
	slices.SortFunc(added, func(a, b model.Role) int { return strings.Compare(a.Name, b.Name) })
	all = append(all, added...)
	d.finishWithout(all)
	if settings.Roles = nil; !slices.EqualFunc(all, model.Roles, sameRole) {
		settings.Roles = all
	}
}

// complete fills in and checks a role that is added.
func (d *draft) complete(draft *roleDraft) {
	if !draft.given[roleEligible] {
		draft.role.Eligible = d.scenario.Settings.ARRS.Start
	}
	var missing []string
	for _, field := range roleFields() {
		if field.standard == "" && !draft.given[field.name] {
			missing = append(missing, field.name)
		}
	}
	if len(missing) == 0 {
		return
	}
	known := make([]string, len(model.Roles))
	for i := range known {
		known[i] = model.Roles[i].Name
	}
	if near := suggestion(draft.role.Name, known); near != "" {
		d.fail(draft.table.below(roleName, nil), "there is no role %q%s A role that is added also needs %s", draft.role.Name, near, strings.Join(missing, ", "))
		return
	}
	d.fail(draft.table, "%q would be a new role, which also needs %s", draft.role.Name, strings.Join(missing, ", "))
}

func sameRole(a, b model.Role) bool { return reflect.DeepEqual(a, b) }

// takeWithout keeps the list of roles off the scheme's list until all roles
// are known.
func (d *draft) takeWithout(e entry) bool {
	d.without = append(d.without, e)
	return true
}

// finishWithout reads the lists that were kept; the last counts. Those before
// it may name roles that were taken back after them.
func (d *draft) finishWithout(roles []model.Role) {
	names := make([]string, len(roles))
	for i := range names {
		names[i] = roles[i].Name
	}
	for i, e := range d.without {
		known := names
		if i < len(d.without)-1 {
			known = slices.Concat(names, d.takenBack)
		}
		indices, _ := d.names(e, known, "role")
		var set model.RoleSet
		for _, i := range indices {
			set = set.With(i)
		}
		d.scenario.Settings.ARRS.Without = set
	}
}
