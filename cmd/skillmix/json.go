package main

import (
	"bytes"
	"encoding/json"
)

// jsonVersion is the version of the shapes that docs/json.md describes. It changes
// when a reader could misunderstand; new fields may come at any time.
const jsonVersion = 1

// writeJSON writes a document to stdout.
func (p *program) writeJSON(document any) error {
	text, err := encodeJSON(document)
	if err != nil {
		return err
	}
	_, err = p.stdout.Write(text)
	return err
}

// encodeJSON writes a document as a file holds it.
func encodeJSON(document any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(document)
	return text.Bytes(), err
}
