package model

import "skillmix/sim"

// The purposes of random numbers: a closed list. No two decisions share a
// purpose, and the order is part of the stream layout: append only.
const (
	DrawPrior sim.Purpose = iota
	drawDemandTrend
	drawDemandNoise
	drawVacancyStanding
	drawVacancyArea
	drawVacancyNoise
	drawChampion
	drawStrategy
	drawLead
	drawEvaluates
	drawCrowdingTrust
	drawHolderRefusal
	drawNursingSilo
	drawHostilityTrust
	drawHostilitySpecialty
	drawHostilityService
	drawIndividual
	drawStartTrust
	drawStartPosts
	drawOutcome
	drawSuccess
	drawEvaluated
	drawEmbedding
	drawProposal
	drawStimulus
	drawCaseOrder
	drawCrowding
	drawClarity
	drawBusinessCase
	drawSiloMedical
	drawFinance
	drawSiloNursing
	drawConsent
	drawSupervision
	drawFill
	drawTrainee
	drawPoolStart
	drawPoolInflow
	drawPoolLeave
	drawLeave
	drawReturn
	drawRefill
	drawScepticism
	drawRiskPractice
	drawRiskNetwork
	drawTaste
	drawPracticeAnswer
	drawRoleChoice
	drawDirectorChange
	drawDirectorSkill
	drawDirectorKnowledge
	drawMaturity
	drawOperating
	drawQuality
	drawFloating
	drawPattern
	drawNetworkOutcomes
	drawOutcomeRole
	drawNetworkSuccess
	drawNetworkEvaluated
	drawSwitch
	drawOwnPost
	drawOwnRole
	drawNetworkClarity
	drawNetworkSupervision
	drawNetworkDemand
	drawLegacy
	drawSpill
	drawGpChampion
	drawThreshold
	drawPoached
	drawPace
	drawRooms
	drawSlowing
	purposeCount int = iota
)

// luck has the draws of each purpose.
type luck [purposeCount]sim.Draws

// drawLuck makes the draws of a month, once for all who will ask. Practices'
// answers last for the financial year.
func (w *World) drawLuck(month sim.Month) (all luck) {
	for purpose := range all {
		all[purpose] = w.chance.Draws(sim.Purpose(purpose), month)
	}
	if month != sim.Always {
		all[drawPracticeAnswer] = w.chance.Draws(drawPracticeAnswer, month.FinancialYear().Start())
	}
	return all
}

// StreamLayout numbers the layout of random numbers. Results of different
// layouts cannot be compared number by number.
const StreamLayout = 2
