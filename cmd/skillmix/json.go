package main

import "encoding/json"

// jsonVersion is the version of the shapes that docs/json.md describes. It changes
// when a reader could misunderstand; new fields may come at any time.
const jsonVersion = 1

// writeJSON writes a document to stdout.
func (p *program) writeJSON(document any) error {
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}
