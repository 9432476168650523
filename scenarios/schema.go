package scenarios

import (
	"bytes"
	"encoding/json"
	"fmt"

	"skillmix/model"
)

// SchemaVersion counts changes of the schema after which a file that was valid
// may no longer be.
const SchemaVersion = 1

// Schema returns the JSON Schema (draft 2020-12) of a scenario file, for editors
// that complete and check TOML with one. It says of each key what the reader
// says of it alone; what concerns several keys at once, and the order of months,
// only the reader knows. The same program gives the same bytes.
func Schema() []byte {
	properties := object{}
	sections := map[string]object{}
	for _, key := range keys() {
		described := key.shape.schema(key.meaning)
		switch {
		case key.name == "columns":
			described = columnsSchema(key.meaning)
		case key.section == "arrs" && key.name == "without":
			described = withoutSchema(key.shape, key.meaning)
		}
		if key.section == "" {
			properties[key.name] = described
			continue
		}
		if sections[key.section] == nil {
			sections[key.section] = object{}
		}
		sections[key.section][key.name] = described
	}
	for name, keys := range sections {
		properties[name] = closed(keys)
	}
	properties[sectionSupport] = blocksSchema(supportFields(), mostSupport, nil)
	properties[sectionChange] = blocksSchema(changeFields(), mostChanges, map[string]object{sectionParameters: changedSchema()})
	properties[sectionRole] = roleSchema()
	properties[sectionVary] = object{"type": "object", "description": "levers of a grid, as funding.offered = [10000, 20000]: a run has a world for each combination"}
	mechanisms, parameters := object{}, object{}
	for i := range model.Mechanisms {
		m := &model.Mechanisms[i]
		mechanisms[m.Name] = object{"type": "boolean", "description": m.Meaning}
	}
	for i := range model.Catalogue {
		parameters[model.Catalogue[i].Name] = parameterSchema(model.Parameter(i))
	}
	properties[sectionMechanisms], properties[sectionParameters] = closed(mechanisms), closed(parameters)
	root := closed(properties)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = fmt.Sprintf("urn:skillmix:scenario:%d", SchemaVersion)
	root["$defs"] = lawDefinitions()
	root["title"] = "skillmix scenario"
	root["description"] = fmt.Sprintf("A scenario file of skillmix, version %d of its schema. skillmix check tells more: what concerns several keys at once.", SchemaVersion)
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(root); err != nil {
		panic("scenarios: the schema cannot be written: " + err.Error()) // a fault of the program, which its tests exclude
	}
	return text.Bytes()
}

// An object is a JSON object; its keys are written in their order.
type object map[string]any

// closed is a table that may hold nothing but these keys.
func closed(keys object) object {
	return object{"type": "object", "properties": keys, "additionalProperties": false}
}

// Patterns of texts. Control characters are refused, and text of blanks.
const (
	lineText  = `^[^\x00-\x1f\x7f-\x9f]*\S[^\x00-\x1f\x7f-\x9f]*$`
	monthText = `^[0-9]{4}-(0[1-9]|1[0-2])$`
	slugText  = `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`
)

// schema says what may stand under a key of the shape.
func (s shape) schema(meaning string) object {
	switch s.kind {
	case shapeTruth:
		return object{"type": "boolean", "description": meaning}
	case shapeText:
		text := object{"type": "string", "pattern": lineText, "maxLength": s.longest, "description": meaning}
		if s.slug {
			text["pattern"] = slugText
		}
		if s.empty {
			delete(text, "pattern")
			text["anyOf"] = []object{{"const": ""}, {"pattern": lineText}}
		}
		return text
	case shapeMonth:
		pattern := monthText
		if s.never {
			pattern = "^(" + never + "|[0-9]{4}-(0[1-9]|1[0-2]))$"
		}
		return object{"type": "string", "pattern": pattern, "description": fmt.Sprintf("%s. A month from %s to %s.", meaning, s.from, s.to)}
	case shapeWhole, shapeNumber:
		kind := "number"
		if s.kind == shapeWhole {
			kind = "integer"
		}
		described := meaning
		if s.what != "" && s.what != meaning {
			described += ". " + s.what
		}
		if s.usual != "" {
			described += "; usually " + s.usual
		}
		return object{"type": kind, "minimum": s.least, "maximum": s.most, "description": described + "."}
	case shapeName:
		return object{"enum": s.names, "description": meaning}
	case shapeNames:
		return object{"type": "array", "items": object{"enum": s.names}, "uniqueItems": true, "description": meaning}
	}
	return object{"type": "object", "description": meaning}
}

// blocksSchema is a list of tables; some fields have schemas of their own.
func blocksSchema(fields []field, most int, own map[string]object) object {
	properties := object{}
	var needed []string
	for _, field := range fields {
		properties[field.name] = field.shape.schema(field.meaning)
		if described, found := own[field.name]; found {
			described["description"] = field.meaning
			properties[field.name] = described
		}
		if field.needed {
			needed = append(needed, field.name)
		}
	}
	one := closed(properties)
	switch _, mergeable := properties[fieldName]; {
	case len(needed) > 0 && mergeable: // a block with a name may change a parent's
		one["anyOf"] = []object{{"required": needed}, {"required": []string{fieldName}}}
	case len(needed) > 0:
		one["required"] = needed
	}
	return object{"type": "array", "items": one, "maxItems": most}
}

// columnsSchema maps names of columns to a file's own.
func columnsSchema(meaning string) object {
	tables := object{}
	for _, side := range sides() {
		columns := object{}
		for _, name := range side.known() {
			columns[name] = shape{kind: shapeText, longest: mostCell, empty: true}.schema("what the file calls " + name)
		}
		tables[side.name] = closed(columns)
	}
	described := closed(tables)
	described["description"] = meaning
	return described
}

// withoutSchema lists usual roles, for completion, and lets added ones stand.
func withoutSchema(s shape, meaning string) object {
	return object{"type": "array", "uniqueItems": true, "description": meaning,
		"items": object{"anyOf": []object{{"enum": s.names}, {"type": "string", "pattern": slugText}}}}
}

// changedSchema is the table of parameters that a change sets.
func changedSchema() object {
	parameters := object{}
	for i := range model.Catalogue {
		if parameter := model.Parameter(i); !onlyAtStart(parameter) {
			name := model.Catalogue[i].Name
			parameters[name] = object{"$ref": "#/properties/" + sectionParameters + "/properties/" + name + "/anyOf/0"}
		}
	}
	table := closed(parameters)
	table["minProperties"] = 1
	return table
}

// shapeOf is the shape of a parameter that is one number.
func shapeOf(parameter model.Parameter) shape {
	described := &model.Catalogue[parameter]
	s := shape{kind: shapeNumber, least: described.Least, most: described.Most, what: described.Unit}
	if !described.Prior.Fixed() {
		s.usual = number(described.Prior.Low) + " to " + number(described.Prior.High)
	}
	return s
}

// parameterSchema lets a number or a range stand for a parameter.
func parameterSchema(parameter model.Parameter) object {
	described := &model.Catalogue[parameter]
	one := shapeOf(parameter).schema(described.Meaning)
	ends := object{}
	for _, name := range rangeKeys {
		ends[name] = object{"type": "number", "minimum": described.Least, "maximum": described.Most}
	}
	span := closed(ends)
	span["required"] = rangeKeys
	return object{
		"description": fmt.Sprintf("%s %s: %s.", one["description"], described.Basis, described.Source),
		"default":     described.Prior.Default,
		"anyOf":       append([]object{{"type": "number", "minimum": described.Least, "maximum": described.Most}, span}, lawSchemas(described)...),
	}
}

// lawSchemas are the distributions from which a parameter may be drawn.
func lawSchemas(described *model.Description) []object {
	all := []object{{"$ref": "#/$defs/distribution"}}
	if described.Least >= 0 && described.Most <= 1 {
		all = append(all, object{"$ref": "#/$defs/beta"})
	}
	return all
}

// lawDefinitions are distributions whose numbers may be any: a parameter's own
// limits would make the schema three times as long.
func lawDefinitions() object {
	list := func(atLeast, atMost int, limits object) object {
		return object{"type": "array", "items": limits, "minItems": atLeast, "maxItems": atMost}
	}
	number, positive := object{"type": "number"}, object{"type": "number", "minimum": leastWeight, "maximum": mostWeight}
	var families []object
	for _, family := range lawNames() {
		keys := object{}
		switch family {
		case "beta":
			continue
		case lawTriangular:
			keys[family] = list(3, 3, number)
		case "discrete":
			keys[family], keys[lawWeights] = list(1, mostOutcomes, number), list(1, mostOutcomes, positive)
		default:
			keys[family] = list(2, 2, number)
		}
		one := closed(keys)
		one["required"], one["description"] = []string{family}, lawForms[family]
		families = append(families, one)
	}
	beta := closed(object{"beta": list(2, 2, object{"type": "number", "minimum": leastShape, "maximum": mostShape})})
	beta["required"], beta["description"] = []string{"beta"}, lawForms["beta"]
	return object{"distribution": object{"anyOf": families}, "beta": beta}
}

// roleSchema is the list of [[role]] blocks; a role that is added must have what
// has no default.
func roleSchema() object {
	properties := object{roleName: object{"anyOf": []object{{"enum": roles()}, {"type": "string", "pattern": slugText, "maxLength": longestName}},
		"description": "the role that is changed, or a new name for one that is added"}}
	needed := []string{roleName}
	for _, field := range roleFields() {
		described := field.shape.schema(field.meaning)
		switch field.name {
		case "caps":
			described = blocksSchema(capFields(), mostMonths, nil)
			described["description"] = field.meaning
		case "rooms":
			described["multipleOf"] = 1.0 / tenthsPerRoom
		}
		properties[field.name] = described
		if field.standard == "" {
			needed = append(needed, field.name)
		}
	}
	one := closed(properties)
	one["required"] = []string{roleName}
	one["if"] = object{"properties": object{roleName: object{"enum": roles()}}}
	one["else"] = object{"required": needed}
	return object{"type": "array", "items": one, "maxItems": model.MostRoles}
}
