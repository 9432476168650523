package report

import "testing"

func TestPenceInWords(t *testing.T) {
	for pence, want := range map[int64]string{99: "£1", 12345678: "£123,000", 123456789012: "£1,234.6 million"} {
		if got := penceInWords(pence); got != want {
			t.Errorf("%d pence are %s for a reader, want %s", pence, got, want)
		}
	}
}
