package answer

// An OutcomeMeasure is a figure about the whole of a run, made from its months: a row of
// summary.csv and comparison.csv in the last month, in group all.
type OutcomeMeasure struct {
	Name    string // in tables
	Unit    string
	Meaning string
	Label   string // in words, for the head of a row
	// Settings are those in which it can be told: pounds are not added up over trusts and
	// networks, whose prices differ.
	Settings []string

	kind outcomeKind
	of   int // of several of a kind: the level or the payer
}

// outcomeKind says how an outcome is made and told.
type outcomeKind uint8

const (
	monthsTo outcomeKind = iota
	reached
	peakUnits
	peakPosts
	perPostYear
	perReleasedYear
	paidLastYear
	paidInAll
)

// levels of the share of units that have ever had a filled post.
var levels = []struct {
	share float64
	text  string
}{{0.10, "10"}, {0.50, "50"}, {0.90, "90"}}

// A Payer is one of those who pay for posts.
type Payer struct {
	name    string
	Label   string // within a sentence
	setting string
	measure string // what it paid within the month
	meaning string
	Who     string // who that is, in a sentence
}

// Payers lists who pays for posts in a setting.
func Payers(setting string) (all []Payer) {
	for _, payer := range payers {
		if payer.setting == setting {
			all = append(all, payer)
		}
	}
	return all
}

var payers = []Payer{
	{"nation", "the nation, as external money", "trust", "spend_new_money", "external money: the programme's new money and national support", "What a programme adds to budgets as new money, and national support."},
	{"medical_budgets", "medical budgets of trusts, by conversion", "trust", "spend_transferred", "trusts' medical budgets, by conversion of posts", "Trusts' budgets for doctors: a medical post is given up, and what paid for it pays for the new post."},
	{"other_budgets", "other budgets of trusts and their commissioners", "trust", "spend_background", "all other routes in trusts: commissioners, time-limited money, business cases, nursing and AHP budgets", "Commissioners, time-limited money, business cases, and budgets for nurses and allied health professionals."},
	{"scheme", "the nation, through the reimbursement scheme", "pcn", "spend_arrs", "the reimbursement scheme", "What the Additional Roles Reimbursement Scheme (ARRS) pays back to networks."},
	{"practices", "practices", "pcn", "spend_practices", "practices themselves", "General practices, from their own money."},
}

// OutcomeMeasures lists the outcomes of a run in the order of the tables.
func OutcomeMeasures() (all []OutcomeMeasure) {
	every, apart := []string{"trust", "pcn", "all"}, []string{"trust", "pcn"}
	for i, level := range levels {
		all = append(all, OutcomeMeasure{
			Name: "months_to_" + level.text + "_percent", Unit: "months", Settings: every, kind: monthsTo, of: i,
			Label:   "Months until " + level.text + "% of units have had a post",
			Meaning: "from the start to the end of the first month in which " + level.text + "% of units have ever had a filled post; where that is not reached, one month more than the run has",
		})
	}
	for i, level := range levels {
		all = append(all, OutcomeMeasure{
			Name: "reached_" + level.text + "_percent", Unit: "share of runs", Settings: every, kind: reached, of: i,
			Label:   "Runs in which " + level.text + "% of units have had a post",
			Meaning: "whether " + level.text + "% of units have ever had a filled post by the end: 1 or 0, so the mean is the share of runs",
		})
	}
	all = append(all,
		OutcomeMeasure{Name: "peak_units_per_year", Unit: "units a year", Settings: every, kind: peakUnits,
			Label:   "Most units that took up the role within twelve months",
			Meaning: "largest rise over twelve months of the units that have ever had a filled post"},
		OutcomeMeasure{Name: "peak_posts_per_year", Unit: "posts a year", Settings: every, kind: peakPosts,
			Label:   "Largest rise of filled posts within twelve months",
			Meaning: "largest rise over twelve months of the filled posts; 0 where they never rose"},
		OutcomeMeasure{Name: "pounds_per_post_year", Unit: "pounds", Settings: apart, kind: perPostYear,
			Label:   "Pounds for each year of a filled post",
			Meaning: "what all payers paid for posts over the whole run, trainees included, over the years for which posts were filled"},
		OutcomeMeasure{Name: "pounds_per_doctor_fte_year", Unit: "pounds", Settings: apart, kind: perReleasedYear,
			Label:   "Pounds for each year of a doctor's work released",
			Meaning: "the same pounds over the years of doctors' work that posts released (doctor_fte_released); none where that is not above zero"},
	)
	for i, p := range payers {
		all = append(all,
			OutcomeMeasure{Name: "paid_by_" + p.name + "_last_year", Unit: "pounds", Settings: []string{p.setting}, kind: paidLastYear, of: i,
				Label: "Paid by " + p.Label + ", last financial year", Meaning: "in the last whole financial year for posts, by " + p.meaning},
			OutcomeMeasure{Name: "paid_by_" + p.name + "_in_all", Unit: "pounds", Settings: []string{p.setting}, kind: paidInAll, of: i,
				Label: "Paid by " + p.Label + ", in all", Meaning: "over the whole run for posts, by " + p.meaning},
		)
	}
	return all
}
