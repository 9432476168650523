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
)

// StreamLayout numbers the layout of random numbers. Results of different
// layouts cannot be compared number by number.
const StreamLayout = 2
