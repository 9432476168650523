package scenarios

import (
	"strings"

	"skillmix/model"
)

// ChangedRoles returns the names of the model's roles whose figures a scenario
// changes, and of roles that it adds, each in the order of the world's roles.
func (s *Scenario) ChangedRoles() (changed, added []string) {
	for i := range s.Settings.Roles {
		name := s.Settings.Roles[i].Name
		switch {
		case i >= len(model.Roles):
			added = append(added, name)
		case !sameRole(s.Settings.Roles[i], model.Roles[i]):
			changed = append(changed, name)
		}
	}
	return changed, added
}

// RolesOffList returns the names of the roles that the scheme leaves off its
// list.
func (s *Scenario) RolesOffList() []string {
	var names []string
	for i, role := range s.roles() {
		if s.Settings.ARRS.Without.Has(i) {
			names = append(names, role.Name)
		}
	}
	return names
}

// OtherRoles tells in which way another scenario's roles have other names than
// this one's; it returns "" if they are the same. Their figures may differ.
func (s *Scenario) OtherRoles(other *Scenario) string {
	_, mine := s.ChangedRoles()
	_, others := other.ChangedRoles()
	for _, side := range []struct {
		has, lacks  []string
		first, last string
	}{{mine, others, s.Name, other.Name}, {others, mine, other.Name, s.Name}} {
		for _, name := range side.has {
			if !contains(side.lacks, name) {
				return "the role " + name + " is in " + side.first + " and not in " + side.last
			}
		}
	}
	return ""
}

// roles returns the roles of the scenario's world.
func (s *Scenario) roles() []model.Role {
	if s.Settings.Roles == nil {
		return model.Roles
	}
	return s.Settings.Roles
}

// roleBlocks writes the roles that differ from the model's, each with all of
// its figures.
func (w *writer) roleBlocks(s *Scenario) {
	changed, added := s.ChangedRoles()
	for i := range s.Settings.Roles {
		role := &s.Settings.Roles[i]
		if !contains(changed, role.Name) && !contains(added, role.Name) {
			continue
		}
		w.line("\n[[%s]]", sectionRole)
		w.line("%-16s = %q", roleName, role.Name)
		for _, field := range roleFields() {
			unit := ""
			if field.unit != "" && field.name != "caps" && field.name != roleEligible {
				unit = " # " + field.unit
			}
			w.line("%-16s = %s%s", field.name, field.write(role), unit)
		}
	}
}

// roleText writes the figures in which a role differs from the model's, or all
// of one that is added.
func roleText(role *model.Role) string {
	var items []string
	at, known := model.RoleNamed(role.Name)
	for _, field := range roleFields() {
		value := field.write(role)
		if !known || value != field.write(&model.Roles[at]) {
			items = append(items, field.name+" = "+value)
		}
	}
	return role.Name + ": " + strings.Join(items, ", ")
}
