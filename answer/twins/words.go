package twins

import (
	"fmt"
	"math"
	"strings"

	"skillmix/answer/words"
)

// routesSaid words what pays for a post.
var routesSaid = map[string]string{
	"new-money":          "new money",
	"budget-transfer":    "the conversion of a medical post",
	"pilots":             "the programme's time-limited money",
	"national-support":   "national support",
	"commissioner":       "a commissioner's money",
	"time-limited":       "time-limited money",
	"business-case":      "internal growth, on a business case",
	"nursing-conversion": "the conversion of a nursing or allied health post",
	"training":           "training money",
	"base":               "the service's own budget",
	"unconstrained":      "nobody's budget, since money was no constraint",
	"arrs":               "the reimbursement scheme",
	"practices":          "the practices' own money",
}

// paidBy words a post by what pays for it.
func paidBy(route string) string { return "a post paid by " + payer(route) }

// payer words what pays.
func payer(route string) string {
	if said, known := routesSaid[route]; known {
		return said
	}
	return words.Label(route)
}

// stimuliSaid words what prompted a case.
var stimuliSaid = map[string]string{
	"shortage":      "prompted by a shortage of doctors",
	"retention":     "prompted by the wish to keep staff",
	"commissioning": "prompted by commissioners",
	"training":      "prompted by training on offer",
	"individual":    "prompted by an individual who develops roles",
	"peers":         "prompted by the example of peers",
	"scheme":        "under the reimbursement scheme",
	"practices":     "by practices that are convinced of roles",
}

// prompt words what prompted a case, to stand behind it.
func prompt(stimulus string) string {
	if said, known := stimuliSaid[stimulus]; known {
		return said
	}
	return "prompted by " + words.Label(stimulus)
}

// post words a post in a role, with its article.
func post(role string) string { return article(words.Label(role) + " post") }

// article puts a or an before words.
func article(words string) string {
	if strings.ContainsRune("aeiouAEIO", rune(words[0])) {
		return "an " + words
	}
	return "a " + words
}

// posts words a number of posts in a role: one ACP post, three ACP posts.
func posts(n int, role string) string {
	if n == 1 {
		return post(role)
	}
	return fmt.Sprintf("%d %s posts", n, words.Label(role))
}

// level writes a number from 0 to 1 so that it does not say none or all
// unless it is so.
func level(x float64) string {
	switch {
	case x > 0 && x < 0.005:
		return "below 0.01"
	case x < 1 && x >= 0.995:
		return "above 0.99"
	}
	return fmt.Sprintf("%.2f", x+0) // not -0
}

// chanceOf words how likely consent was.
func chanceOf(a *Attempt) string { return "probability of consent " + level(a.Probability) }

// apart reports whether two levels differ so that a reader sees it.
func apart(a, b float64) bool { return math.Abs(a-b) >= 0.005 }

// under words in which world.
func under(h *History) string { return "under " + words.Label(h.World) }

// Worded reports whether a route has words of its own.
func Worded(route string) bool { _, known := routesSaid[route]; return known }
