package model

import "skillmix/sim"

// A measure indexes Measures.
type measure int

const (
	postsEstablished measure = iota
	postsFilled
	trainees
	postsOpened
	postsEnded
	postsLapsed
	postsWithdrawn
	postsEmbedded
	adopters
	adopterShare
	adoptedEverShare
	organisationsWithAny
	practicesAdoptedShare
	postsPerThousandStaff
	ftePerNetwork
	programmeOffered
	programmeSpent
	programmeTransferred
	programmeUnspent
	spendNewMoney
	spendTransferred
	spendBackground
	medicalBudgetKept
	spendARRS
	spendPractices
	arrsEntitlement
	arrsUnspent
	locumSpend
	incidents
	evaluatedScheme
	evaluatedPractices
	postsOfPractices
	poachedAway
	trainingCompleted
	taskFit
	maturity
	seekersACP
	medicalPostsConverted
	medicalPostsRemoved
	medicalPostsReturned
	proposals
	proposalsBy // a measure for each stimulus
)

const (
	failedAt                 = proposalsBy + measure(StimulusCount)
	boundAlone               = failedAt + measure(GateCount)
	refused                  = boundAlone + measure(GateCount)
	conversionsGranted       = refused + 1
	conversionRefusals       = refused + 2
	unitMonthsNoProposal     = refused + 3
	traineesLost             = refused + 4
	leavers                  = refused + 5
	resistanceTau0           = refused + 6
	resistanceTau1           = refused + 7
	evidenceMean             = refused + 8
	doubt                    = refused + 9
	clarity                  = refused + 10
	hostility                = refused + 11
	pressure                 = refused + 12
	tension                  = refused + 13
	vacancyRate              = refused + 14
	doctorFTEReleased        = refused + 15
	measureCount         int = int(refused) + 16

	// vacancyBase is summed beside the measures and not reported.
	vacancyBase = measure(measureCount)
)

// in says in which settings a measure is kept.
type in uint8

const (
	inTrust in = 1 << iota
	inNetwork
	inAll
	byRole      // and for each role
	wholeTrusts // of trusts, not of their services
)

// measureSpec is a column and where it is kept.
type measureSpec struct {
	column sim.Column
	in     in
}

// measureSpecs describes every measure, indexed by measure. Flows and money
// are within the month, stocks at its end.
var measureSpecs = specs()

// Measures lists every measure that a run reports.
func Measures() []sim.Column {
	columns := make([]sim.Column, measureCount)
	for i := range columns {
		columns[i] = measureSpecs[i].column
	}
	return columns
}

// MeasureSettings returns the settings in which a measure, by its index in
// Measures, is reported: none for gates that no unit has yet.
func MeasureSettings(index int) []string {
	var settings []string
	for i, setting := range []string{"trust", "pcn", "all"} {
		if measureSpecs[index].in&(inTrust<<i) != 0 {
			settings = append(settings, setting)
		}
	}
	return settings
}

func specs() (all [measureCount]measureSpec) {
	const both = inTrust | inNetwork | inAll
	set := func(m measure, where in, name, unit string, kind sim.Kind, meaning string) {
		all[m] = measureSpec{sim.Column{Name: name, Unit: unit, Kind: kind, Meaning: meaning}, where}
	}
	set(postsEstablished, both|byRole, "posts_established", "posts", sim.Stock, "open, trainees and filled")
	set(postsFilled, both|byRole, "posts_filled", "posts", sim.Stock, "with a holder who is not a trainee")
	set(trainees, inTrust|inAll|byRole, "trainees", "posts", sim.Stock, "with a trainee")
	set(postsOpened, both|byRole, "posts_opened", "posts", sim.Flow, "newly established")
	set(postsEnded, both, "posts_ended", "posts", sim.Flow, "closed because their money ended")
	set(postsLapsed, both, "posts_lapsed", "posts", sim.Flow, "closed when the holder left")
	set(postsWithdrawn, both|byRole, "posts_withdrawn", "posts", sim.Flow, "closed because nobody could be found")
	set(postsEmbedded, inTrust|inAll, "posts_embedded", "posts", sim.Flow, "time-limited posts taken into the service's own budget")
	set(adopters, both|byRole, "adopters", "units", sim.Stock, "services and networks with a filled post")
	set(adopterShare, both|byRole, "adopter_share", "share of units", sim.Ratio, "adopters over all units")
	set(adoptedEverShare, both, "adopted_ever_share", "share of units", sim.Ratio, "units that have ever had a filled post")
	set(organisationsWithAny, both|wholeTrusts, "organisations_with_any", "organisations", sim.Stock, "trusts and networks with a filled post")
	set(practicesAdoptedShare, inNetwork, "practices_adopted_share", "share of practices", sim.Ratio, "practices in which holders work at least one day a week")
	set(postsPerThousandStaff, inTrust, "posts_per_1000_staff", "posts per 1,000 FTE staff", sim.Ratio, "ACPs in post against the trusts' staff at the start")
	set(ftePerNetwork, inNetwork, "fte_per_pcn", "FTE per network", sim.Ratio, "staff in direct patient care")
	set(programmeOffered, inTrust|wholeTrusts, "programme_offered", "pounds", sim.Money, "the programme's recurrent sum, a month's part: cash under new money, a ceiling under budget transfer")
	set(programmeSpent, inTrust|wholeTrusts, "programme_spent", "pounds", sim.Money, "paid from the programme's new money")
	set(programmeTransferred, inTrust|wholeTrusts, "programme_transferred", "pounds", sim.Money, "paid from medical budgets against the programme's ceiling")
	set(programmeUnspent, inTrust|wholeTrusts, "programme_unspent", "pounds", sim.Money, "offered and neither spent nor transferred")
	set(spendNewMoney, inTrust|wholeTrusts, "spend_new_money", "pounds", sim.Money, "paid for posts from external money of the programme and of national support")
	set(spendTransferred, inTrust|wholeTrusts, "spend_transferred", "pounds", sim.Money, "paid for posts from medical budgets")
	set(spendBackground, inTrust|wholeTrusts, "spend_background", "pounds", sim.Money, "paid for posts by all other routes")
	set(medicalBudgetKept, inTrust|wholeTrusts, "medical_budget_kept", "pounds", sim.Money, "what medical posts given up cost more than the posts that took their place")
	set(spendARRS, inNetwork, "spend_arrs", "pounds", sim.Money, "reimbursed to networks")
	set(spendPractices, inNetwork, "spend_practices", "pounds", sim.Money, "paid by practices themselves")
	set(arrsEntitlement, inNetwork, "arrs_entitlement", "pounds", sim.Money, "most that networks could claim, a month's part")
	set(arrsUnspent, inNetwork, "arrs_unspent", "pounds", sim.Money, "entitlement not claimed")
	set(locumSpend, inTrust|wholeTrusts, "locum_spend", "pounds", sim.Money, "paid for locum doctors")
	set(incidents, both, "incidents", "outcomes", sim.Flow, "noticed outcomes that were failures")
	set(evaluatedScheme, inNetwork, "evaluated_scheme", "outcomes", sim.Flow, "evaluated outcomes of posts that the scheme pays")
	set(evaluatedPractices, inNetwork, "evaluated_practices", "outcomes", sim.Flow, "evaluated outcomes of posts that practices pay")
	set(postsOfPractices, inNetwork, "posts_of_practices", "posts", sim.Stock, "that practices pay, open or filled")
	set(poachedAway, inNetwork, "poached", "people", sim.Flow, "holders whom another employer drew away")
	set(trainingCompleted, inTrust, "training_completed", "people", sim.Flow, "who completed training that training money paid")
	set(taskFit, inNetwork, "task_fit", "0 to 1", sim.Mean, "how well tasks fit the role in networks")
	set(maturity, inNetwork, "maturity", "0 to 1", sim.Mean, "of networks")
	set(seekersACP, inAll|byRole, "seekers", "people", sim.Stock, "qualified people who seek a post; of ACPs")
	set(medicalPostsConverted, inTrust, "medical_posts_converted", "posts", sim.Stock, "medical posts given up and not returned")
	set(medicalPostsRemoved, inTrust, "medical_posts_removed", "posts", sim.Flow, "medical posts given up")
	set(medicalPostsReturned, inTrust, "medical_posts_returned", "posts", sim.Flow, "medical posts that came back under a guarantee")
	set(proposals, both, "proposals", "proposals", sim.Flow, "cases for a post")
	for i := range StimulusCount {
		stimulus := Stimulus(i)
		where := inTrust | inAll
		if stimulus == StimulusScheme || stimulus == StimulusPractices {
			where = inNetwork | inAll
		}
		set(proposalsBy+measure(i), where, "proposals_"+stimulus.String(), "proposals", sim.Flow, "cases prompted by: "+stimulus.String())
	}
	for i := range GateCount {
		gate, where := Gate(i), inTrust|inAll
		switch gate {
		case GateFinance, GateConsent, GateSupervision, GateCandidate:
			where = both
		case GateRooms, GateEmployer:
			where = inNetwork | inAll
		}
		set(failedAt+measure(i), where, "failed_"+gate.String(), "proposals", sim.Flow, "cases that failed at: "+gate.String())
		set(boundAlone+measure(i), where, "bound_alone_"+gate.String(), "proposals", sim.Flow, "cases that failed nowhere but at: "+gate.String())
	}
	set(refused, both, "refused", "proposals", sim.Flow, "cases that failed at consent and nowhere else")
	set(conversionsGranted, inTrust, "conversions_granted", "attempts", sim.Flow, "attempts to convert a medical post to which senior doctors agreed, whatever else the case failed")
	set(conversionRefusals, inTrust, "conversion_refusals", "attempts", sim.Flow, "attempts to convert a medical post that senior doctors refused")
	set(unitMonthsNoProposal, both, "unit_months_without_proposal", "units", sim.Flow, "units that made no case in the month")
	set(traineesLost, inTrust, "trainees_lost", "people", sim.Flow, "who completed training and found no post in their trust")
	set(leavers, both, "leavers", "people", sim.Flow, "who left a post")
	set(resistanceTau0, inTrust, "resistance_tau0", "probability", sim.Mean, "of refusal of a post that takes no medical money")
	set(resistanceTau1, inTrust, "resistance_tau1", "probability", sim.Mean, "of refusal of a post that takes a medical post's money")
	set(evidenceMean, inTrust, "evidence_mean", "success rate", sim.Mean, "believed")
	set(doubt, inTrust, "doubt", "probability", sim.Mean, "that the role is not safe, as believed (normal approximation)")
	set(clarity, inTrust, "clarity", "0 to 1", sim.Mean, "about the role")
	set(hostility, inTrust, "hostility", "0 to 1", sim.Mean, "of senior doctors")
	set(pressure, inTrust|inNetwork, "pressure", "ratio", sim.Mean, "demand over capacity, 1 being usual at the start")
	set(tension, inTrust|inNetwork, "tension", "0 to 1", sim.Mean, "felt pressure for change")
	set(vacancyRate, inTrust, "vacancy_rate", "share", sim.Ratio, "vacant posts in training grades over those not converted")
	set(doctorFTEReleased, both, "doctor_fte_released", "FTE", sim.Stock, "doctors' work done by posts, less the locums lost by conversions and the time for supervision")
	return all
}
