package words

import "strings"

// Label writes a name of a scenario, a route or a role as words within a sentence:
// budget-transfer as budget transfer, arrs-england as ARRS England.
func Label(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	for i, word := range words {
		switch word {
		case "arrs", "nhs", "acp", "pcn", "icb", "ics":
			words[i] = strings.ToUpper(word)
		case "england":
			words[i] = Capital(word)
		}
	}
	return strings.Join(words, " ")
}

// Short writes as much of a hash as tells it from others.
func Short(hash string) string { return hash[:min(12, len(hash))] }

// Place words a setting (trust, pcn or all), in the plural: pcn as primary care networks.
func Place(setting string) string {
	switch setting {
	case "trust":
		return "NHS trusts"
	case "pcn":
		return "primary care networks"
	}
	return "NHS trusts and primary care networks"
}

// Gate writes the name of a gate within a sentence: candidate as finding a candidate.
func Gate(gate string) string {
	switch gate {
	case "employer":
		return "employer readiness"
	case "candidate":
		return "finding a candidate"
	}
	return strings.ReplaceAll(gate, "_", " ")
}
