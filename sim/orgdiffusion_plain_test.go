package sim_test

import (
	"math"

	"skillmix/sim"
)

// A plain organisation bears the letters of the reference task: P posts, K
// awareness, A resistance, B budget, and evidence of a-1 successes and b-1
// failures.
type plain struct {
	peers          [6]int32
	P              int32
	K, A, B        float64
	aLess1, bLess1 float64
}

// A plainRecord is what a run leaves behind.
type plainRecord struct {
	posts, adopters [120]float64 // means over organisations at the end of each month
	last            [4]float64   // means of a-1, b-1, A and K at the end of the run
}

// plainStart writes the fixed inputs of the reference task.
func plainStart(all []plain, had []uint8, peers [][6]int32) {
	frac := func(x float64) float64 { return x - math.Floor(x) }
	for i := range all {
		all[i] = plain{
			peers: peers[i],
			K:     0.02 + 0.10*frac(float64(i+1)*0.6180339887498949),
			A:     0.2 + 0.6*frac(float64(i+1)*0.4142135623730951),
			B:     frac(float64(i+1) * 0.7320508075688772),
		}
		had[i] = 0
		if i%50 == 0 {
			all[i].P, had[i] = 1, 1
		}
	}
}

// plainRun is the reference task, rule by rule as it is stated, with its
// numbers as constants and without the engine: what the engine is measured
// against. had and has are who has posts, at the end of last month and of this.
func plainRun(all []plain, had, has []uint8, luck sim.Chance, record *plainRecord) {
	n, f := float64(len(all)), math.Pow(0.5, 1.0/36)
	for t := range record.posts {
		month := april + sim.Month(t)
		evaluated, succeeded := luck.Draws(evaluation, month), luck.Draws(success, month)
		proposed, agreed := luck.Draws(proposal, month), luck.Draws(consent, month)
		left := luck.Draws(departure, month)
		posts, adopters := 0, 0
		for i := range all {
			o := &all[i]
			// 1. exposure
			p := &o.peers
			exposure := float64(had[p[0]]+had[p[1]]+had[p[2]]+had[p[3]]+had[p[4]]+had[p[5]]) / 6
			// 2. awareness
			o.K += (1-o.K)*(0.002+0.03*exposure) - 0.002*o.K
			// 3. evaluation
			if o.P > 0 && evaluated.Uniform(uint64(i)) < 0.02*float64(o.P) {
				if succeeded.Uniform(uint64(i)) < 0.7 {
					o.aLess1++
				} else {
					o.bLess1++
				}
			}
			// 4. evidence fades
			o.aLess1 *= f
			o.bLess1 *= f
			// 5. proposal and consent
			if proposed.Uniform(uint64(i)) < 0.05*o.K {
				a, b := 1+o.aLess1, 1+o.bLess1
				m, sd := a/(a+b), math.Sqrt(a*b/((a+b)*(a+b)*(a+b+1)))
				x := -1 - 2*(o.A-0.5) + 3*(m-0.5) - 2*sd + 1.5*exposure
				if agreed.Uniform(uint64(i)) < 1/(1+math.Exp(-x)) && o.B >= 1 {
					o.P++
					o.B--
				}
			}
			// 6. money
			o.B += 0.02
			has[i] = 0
			if o.P > 0 {
				// 7. resistance
				a, b := 1+o.aLess1, 1+o.bLess1
				o.A += 0.01 * (1 - a/(a+b) - o.A)
				// 8. departures
				for post := o.P; post > 0; post-- {
					if left.Uniform(sim.Sub(uint64(i), uint64(post))) < 0.01 {
						o.P--
					}
				}
			}
			if o.P > 0 {
				has[i] = 1
				posts += int(o.P)
				adopters++
			}
		}
		had, has = has, had
		record.posts[t], record.adopters[t] = float64(posts)/n, float64(adopters)/n
	}
	record.last = [4]float64{}
	for i := range all {
		o := &all[i]
		for j, value := range [4]float64{o.aLess1, o.bLess1, o.A, o.K} {
			record.last[j] += value
		}
	}
	for j := range record.last {
		record.last[j] /= n
	}
}
