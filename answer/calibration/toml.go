package calibration

// TOML returns the fitted values as lines of a scenario: those of networks, of
// trusts and of roles.
func TOML(r *Report) []byte {
	page := &page{}
	page.line("# Fitted by skillmix calibrate: population %s, seed %d, %d replicates of each trial.", r.Population, r.Seed, r.Replicates)
	page.line("# Reporting factor %.3f, objective %.3f (defaults %.3f).", r.After.Score.Factor, r.After.Score.Objective, r.Before.Score.Objective)
	page.line("[parameters]")
	for _, v := range r.Parameters {
		page.line("%s = %v # %s; default %v", v.Name, v.Fitted, v.Unit, v.Default)
	}
	if t := r.Trusts; t != nil {
		page.line("# Of trusts: objective %.3f (defaults %.3f).", t.Fitted.Score(), t.Default.Score())
		for _, v := range t.Parameters {
			page.line("%s = %v # %s; default %v", v.Name, v.Fitted, v.Unit, v.Default)
		}
	}
	for _, v := range r.Appeals {
		page.line("\n[[role]]\nname   = %q\nappeal = %v # default %v", v.Name, v.Fitted, v.Default)
	}
	return page.Bytes()
}
