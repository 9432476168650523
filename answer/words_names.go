package answer

import "strings"

// place words a setting.
func place(setting string) string {
	switch setting {
	case "trust":
		return "NHS trusts"
	case "pcn":
		return "primary care networks"
	}
	return "NHS trusts and primary care networks"
}

// gateLabel writes a gate within a sentence.
func gateLabel(gate string) string {
	switch gate {
	case "employer":
		return "employer readiness"
	case "candidate":
		return "finding a candidate"
	}
	return strings.ReplaceAll(gate, "_", " ")
}
