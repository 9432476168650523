package answer

import (
	"errors"
	"math"
	"testing"
)

func TestFinding(t *testing.T) {
	const posts = "posts_per_1000_staff"
	cases := []struct {
		name    string
		measure string
		values  [][]float64
		chance  [][]float64
		fixed   bool
		want    string
		reason  string
	}{
		{
			"clear", posts,
			[][]float64{{4, 4.2, 4.1, 4.1}, {2, 1.8, 1.9, 1.9}},
			[][]float64{{4.1, 4.1, 4.1, 4.1}, {2, 1.9, 1.9, 1.8}}, false,
			"New money puts an average of 4.1 ACPs per 1,000 staff in post by March 2029; budget transfer puts 1.9. " +
				"Difference 2.2 (95% range 2.0 to 2.4 over chance and 41 judged values; 2.1 to 2.3 over chance alone; means of 4 paired runs).",
			"the wording of the design",
		},
		{
			"reversed", posts,
			[][]float64{{2, 1.8, 1.9, 1.9}, {4, 4.2, 4.1, 4.1}},
			[][]float64{{2, 1.9, 1.9, 1.8}, {4.1, 4.1, 4.1, 4.1}}, false,
			"Budget transfer puts an average of 4.1 ACPs per 1,000 staff in post by March 2029; new money puts 1.9. " +
				"Difference 2.2 (95% range 2.0 to 2.4 over chance and 41 judged values; 2.1 to 2.3 over chance alone; means of 4 paired runs).",
			"which leads is a result: the mirror image of the case above",
		},
		{
			"weak", posts,
			[][]float64{{5, 5, 5, 5, 5, 5, 5, 5}, {3, 3, 3, 3, 3, 3, 3, 5.6}}, nil, true,
			"New money puts an average of 5.0 ACPs per 1,000 staff in post by March 2029; budget transfer puts 3.3. " +
				"Difference 1.7 on average; new money is higher in 88% of pairs (95% range -0.1 to 2.0 over chance alone; means of 8 paired runs).",
			"the mean is resolved (1.675, error 0.33), yet one pair of eight is reversed",
		},
		{
			"weak and reversed", posts,
			[][]float64{{3, 3, 3, 3, 3, 3, 3, 5.6}, {5, 5, 5, 5, 5, 5, 5, 5}}, nil, true,
			"Budget transfer puts an average of 5.0 ACPs per 1,000 staff in post by March 2029; new money puts 3.3. " +
				"Difference 1.7 on average; budget transfer is higher in 88% of pairs (95% range -0.1 to 2.0 over chance alone; means of 8 paired runs).",
			"the share is that of the one which leads",
		},
		{
			"unresolved", posts,
			[][]float64{{4, 2, 3, 3}, {2, 3, 4, 3.4}},
			[][]float64{{3, 3, 3, 3}, {3, 3, 3, 3}}, false,
			"New money puts an average of 3.0 ACPs per 1,000 staff in post by March 2029; budget transfer puts 3.1, too close to call. " +
				"The difference of -0.1 is unresolved: the 95% interval of its mean, -2.4 to 2.2, contains zero " +
				"(95% range -1.0 to 1.8 over chance and 41 judged values; 0.0 to 0.0 over chance alone; 4 paired runs).",
			"differences 2, -1, -1, -0.4: mean -0.1 with error 0.71; the order given is kept, and nothing is said to lead",
		},
		{
			"nil", posts,
			[][]float64{{3, 2, 4}, {3, 2, 4}}, nil, true,
			"New money and budget transfer both put an average of 3.0 ACPs per 1,000 staff in post by March 2029. " +
				"There is no difference in any of 3 paired runs, which varied by chance alone.",
			"equal in every pair",
		},
		{
			"zero", posts,
			[][]float64{{0, 0}, {0, 0}}, [][]float64{{0, 0}, {0, 0}}, false,
			"Neither new money nor budget transfer puts any ACPs in post by March 2029. " +
				"There is no difference in any of 2 paired runs, which varied by chance and 41 judged values.",
			"nobody adopts anywhere",
		},
		{
			"one pair", posts,
			[][]float64{{1}, {3.2}}, [][]float64{{1}, {3}}, false,
			"Budget transfer puts 3.2 ACPs per 1,000 staff in post by March 2029; new money puts 1.0. " +
				"Difference 2.2 in a single pair of runs, with 41 judged values drawn once, so no range can be given.",
			"a single pair has no range",
		},
		{
			"one scenario", "fte_per_pcn",
			[][]float64{{10, 12, 11}}, [][]float64{{11, 11, 11}}, false,
			"New money puts an average of 11 direct-care FTE per network in post by March 2029. " +
				"95% range 10 to 12 over chance and 41 judged values; 11 to 11 over chance alone; mean of 3 runs.",
			"nothing to compare",
		},
		{
			"one run", "fte_per_pcn", [][]float64{{11}}, nil, true,
			"New money puts 11 direct-care FTE per network in post by March 2029. " +
				"A single run, with judged values at their defaults, so no range can be given.",
			"a single run has no range",
		},
		{
			"three", posts,
			[][]float64{{4, 4.2, 4.1, 4.1}, {2, 1.8, 1.9, 1.9}, {5, 3, 4, 4.5}},
			[][]float64{{4, 4, 4, 4}, {2, 2, 2, 2}, {3, 3, 3, 3}}, false,
			"New money puts an average of 4.1 ACPs per 1,000 staff in post by March 2029; budget transfer puts 1.9; mixed puts 4.1. " +
				"New money is above budget transfer by 2.2 (95% range 2.0 to 2.4; 2.0 to 2.0 over chance alone). " +
				"It cannot be told apart from mixed: the difference of 0.0 is unresolved (95% interval of its mean -1.5 to 1.5; 95% range -1.0 to 1.1; 1.0 to 1.0 over chance alone). " +
				"Ranges are over chance and 41 judged values unless said otherwise; means of 4 paired runs.",
			"the first against each of the others",
		},
		{
			"three, the first lowest", posts,
			[][]float64{{1, 1, 1}, {2, 2, 2.5}, {1, 1, 1}}, nil, true,
			"New money puts an average of 1.0 ACPs per 1,000 staff in post by March 2029; budget transfer puts 2.2; mixed puts 1.0. " +
				"New money is below budget transfer by 1.2 (95% range 1.0 to 1.5). It does not differ from mixed in any pair. " +
				"Ranges are over chance alone; means of 3 paired runs.",
			"sizes and ranges are of what is said",
		},
		{
			"close together", posts,
			[][]float64{{412.1, 412.3, 412.2}, {409.1, 409.3, 409.1}}, nil, true,
			"New money puts an average of 412.2 ACPs per 1,000 staff in post by March 2029; budget transfer puts 409.2. " +
				"Difference 3.0 (95% range 3.0 to 3.1 over chance alone; means of 3 paired runs).",
			"as many figures as tell them apart",
		},
		{
			"far apart", posts,
			[][]float64{{14, 14, 14}, {0.003, 0.003, 0.003}}, nil, true,
			"New money puts an average of 14.0 ACPs per 1,000 staff in post by March 2029; budget transfer puts less than 0.1. " +
				"Difference 14.0 (95% range 14.0 to 14.0 over chance alone; means of 3 paired runs).",
			"little is not called nothing",
		},
		{
			"differences that need a decimal more", posts,
			[][]float64{{5.24, 5.24}, {3.36, 3.36}}, nil, true,
			"New money puts an average of 5.24 ACPs per 1,000 staff in post by March 2029; budget transfer puts 3.36. " +
				"Difference 1.88 (95% range 1.88 to 1.88 over chance alone; means of 2 paired runs).",
			"5.2 less 3.4 is not 1.9",
		},
		{
			"differences that do not subtract", posts,
			[][]float64{{5.2449, 5.2449}, {3.3551, 3.3551}}, nil, true,
			"New money puts an average of 5.2 ACPs per 1,000 staff in post by March 2029; budget transfer puts 3.4. " +
				"Difference 1.9 before rounding (95% range 1.9 to 1.9 over chance alone; means of 2 paired runs).",
			"nor is 5.24 less 3.36 1.89",
		},
		{
			"only one has any", posts,
			[][]float64{{0, 0}, {1, 2}, {0, 0}}, nil, true,
			"New money puts no ACPs in post by March 2029; budget transfer puts an average of 1.5 ACPs per 1,000 staff in post by March 2029; mixed puts none. " +
				"New money cannot be told apart from budget transfer: the difference of -1.5 is unresolved (95% interval of its mean -7.9 to 4.9; 95% range -2.0 to -1.0). " +
				"It does not differ from mixed in any pair. Ranges are over chance alone; means of 2 paired runs.",
			"nothing is not an average of 0",
		},
		{
			"alike where judged values vary", posts,
			[][]float64{{3, 2}, {3, 2}}, [][]float64{{3, 2}, {1, 2}}, false,
			"New money and budget transfer both put an average of 2.5 ACPs per 1,000 staff in post by March 2029. " +
				"There is no difference in any of 2 paired runs, which varied by chance and 41 judged values; with judged values held 95% of differences lie from 0.1 to 1.9.",
			"what the other set says is not passed over",
		},
		{
			"another measure", "clarity",
			[][]float64{{0.5, 0.5}}, nil, true,
			"New money ends with clarity at an average of 0.50 in March 2029. 95% range 0.50 to 0.50 over chance alone; mean of 2 runs.",
			"measures without a phrase of their own are named",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			result := headlines(t, c.measure, c.values)
			result.Spread, result.ChanceAlone = !c.fixed, c.chance
			finding, err := Find(result)
			if err != nil {
				t.Fatal(err)
			}
			if got := finding.String(); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.reason, got, c.want)
			}
		})
	}
}

func TestFindingRefuses(t *testing.T) {
	var unknown *HeadlineError
	if _, err := Find(headlines(t, "happiness", [][]float64{{1}})); !errors.As(err, &unknown) {
		t.Errorf("error %v, want a HeadlineError: nothing measures happiness", err)
	}
	if _, err := Find(headlines(t, "programme_offered", [][]float64{{1}})); err != nil {
		t.Errorf("error %v: any measure of a group all can be a headline", err)
	}
	if _, err := Find(headlines(t, "clarity", [][]float64{{1, math.NaN()}})); err == nil {
		t.Error("no error, though the headline has no value in a run")
	}
}
