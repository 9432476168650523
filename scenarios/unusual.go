package scenarios

import (
	"fmt"
	"strconv"

	"skillmix/model"
)

// fewPounds is what is offered per 1,000 staff and year below which pounds were
// probably meant in thousands or millions.
const fewPounds = 100

// Unusual tells values that may stand but are far from usual, and are perhaps
// slips: parameters outside of their plausible range, and pounds that may be
// thousands or millions.
func (s *Scenario) Unusual() []string {
	var all []string
	if offered := s.Settings.Funding.Offered; offered > 0 && offered < fewPounds {
		all = append(all, fmt.Sprintf("funding.offered = %s: pounds per 1,000 staff a year, not thousands or millions?", number(offered)))
	}
	usual := model.Defaults()
	for i := range model.Catalogue {
		described, prior := &model.Catalogue[i], s.Settings.Parameters[i]
		if prior == usual[i] || described.Role != model.Uncertainty || described.Prior.Fixed() {
			continue
		}
		if prior.Default < described.Prior.Low || prior.Default > described.Prior.High {
			all = append(all, fmt.Sprintf("parameters.%s = %s: usually %s to %s %s", described.Name, strconv.FormatFloat(prior.Default, 'g', 4, 64),
				number(described.Prior.Low), number(described.Prior.High), described.Unit))
		}
	}
	return all
}
