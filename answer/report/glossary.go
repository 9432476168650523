package report

// glossary is the section that explains words.
func (r *Report) glossary() (Section, error) {
	return Section{ID: "words", Heading: "Words used", Parts: []Part{{Terms: []Term{
		{"ACP", "advanced clinical practitioner: a nurse, paramedic, pharmacist or other professional trained to do part of the work of doctors"},
		{"ARRS", "Additional Roles Reimbursement Scheme, which pays primary care networks for staff in certain roles"},
		{"Bass's model", "a curve of adoption with two rates: p, at which units take something up whatever others do, and q, the more so the more others have"},
		{"Budget transfer", "a way to pay for posts out of medical budgets: no cash is added, and a medical post is given up for each new one"},
		{"Clarity", "how well it is understood in a service what the role is for"},
		{"Consent", "the agreement of senior doctors, and of whoever else holds the budget that would pay"},
		{"Crowding", "other innovations that take up the agenda, so that a proposal is not heard"},
		{"FTE", "full-time equivalent: two people who work half of the time are one"},
		{"Gate", "a condition that a proposal must meet to become a post: money, consent, clarity, supervision, a candidate and others"},
		{"Interval of the mean", "where the mean of endlessly many runs lies, as far as these tell: it shrinks as runs are added"},
		{"Judged value", "a value that somebody chose, because it has not been measured"},
		{"Median", "the value that half of the runs lie below"},
		{"New money", "a way to pay for posts with money that is added to budgets, and lost if it is not spent in its year"},
		{"Pair", "runs of all scenarios that share every stroke of luck, so that they differ by what the scenarios change"},
		{"PCN", "primary care network: general practices that work together"},
		{"Programme money", "what a scenario offers to trusts beside the usual ways to pay for posts"},
		{"Proposal", "a case that a service or network makes for a post"},
		{"Range that holds 80% or 95%", "the middle 80% or 95% of runs, or of differences within pairs; it does not shrink as runs are added"},
		{"Rogers's categories", "adopters by the order in which they come: innovators (the first 2.5% of all), early adopters (to 16%), early majority (to 50%), late majority (to 84%) and laggards"},
		{"Unit", "what takes the role up: a service of a trust, or a primary care network"},
		{"Unresolved", "said of a difference so small that the runs cannot tell which scenario is higher"},
	}}}}, nil
}
