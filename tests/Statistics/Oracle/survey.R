# Makes the data and the expected results of the tests of Hearth.Statistics.Estimation with R's survey package, which is the oracle.
# Run in this folder:  Rscript survey.R      (Debian: apt-get install r-cran-survey; recorded with R 4.2.2, survey 4.1-1)
# The tests read the CSV files; they do not run R.
suppressMessages(library(survey))
options(digits = 17, survey.lonely.psu = "fail", warn = 1)

results <- data.frame()
put <- function(design, what, measure, group, ...) {
  figures <- Filter(function(v) !is.na(v), lapply(list(...), as.numeric))
  results <<- rbind(results, data.frame(
    design = design, what = what, measure = measure, group = as.character(group),
    figure = names(figures), value = sapply(figures, function(v) trimws(formatC(v, digits = 17, format = "g")))))
}

# --- the package's own example: Californian schools, its help page and vignette -------------------------------------------------
data(api)
school <- function(name, frame, design) {
  put(name, "mean", "api00", "", value = coef(svymean(~api00, design)), se = SE(svymean(~api00, design)),
      deff = deff(svymean(~api00, design, deff = "replace")), degf = degf(design))
  ratio <- svyratio(~api.stu, ~enroll, design)
  put(name, "ratio", "api.stu/enroll", "", value = coef(ratio), se = SE(ratio))
  by <- svyby(~api00, ~stype, design, svymean)
  for (i in seq_len(nrow(by))) put(name, "mean", "api00", by$stype[i], value = by$api00[i], se = by$se[i])
  for (method in c("logit", "beta", "mean")) {
    share <- svyciprop(~I(sch.wide == "Yes"), design, method = method)
    put(name, c(logit = "logit", beta = "beta", mean = "wald")[[method]], "sch.wide", "", value = coef(share), lower = confint(share)[1], upper = confint(share)[2])
  }
  for (statistic in c("F", "Chisq")) {
    test <- svychisq(~sch.wide + comp.imp, design, statistic = statistic)
    put(name, statistic, "sch.wide*comp.imp", "", value = test$statistic, df1 = test$parameter[1],
        df2 = if (statistic == "F") test$parameter[2] else NA, p = test$p.value)
  }
}
columns <- c("stype", "fpc", "pw", "api00", "api99", "api.stu", "enroll", "sch.wide", "comp.imp")
dsrs <- svydesign(id = ~1, fpc = ~fpc, data = apisrs)
dstrat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
school("dsrs", apisrs, dsrs)
school("dstrat", apistrat, dstrat)
write.csv(rbind(cbind(design = "dsrs", apisrs[, columns]), cbind(design = "dstrat", apistrat[, columns])), "schools.csv", row.names = FALSE, quote = FALSE)

# --- a landlord's survey: strata drawn unevenly, three things to weight by, answers missing -------------------------------------
set.seed(20261122)
sizes <- c(2400, 1500, 700, 320)
everyone <- data.frame(stratum = rep(1:4, sizes))
N <- nrow(everyone)
everyone$area <- ifelse(runif(N) < 0.5, (everyone$stratum - 1), sample(0:5, N, TRUE))
everyone$age <- pmin(4, rbinom(N, 4, 0.35 + 0.06 * everyone$stratum))
everyone$tenure <- rbinom(N, 1, plogis(-1.2 + 0.5 * everyone$age))
everyone$patch <- ifelse(runif(N) < 0.85, everyone$area, sample(0:5, N, TRUE))
everyone$group <- sample(0:6, N, TRUE, prob = c(8, 5, 4, 3, 2, 1.5, 0.6))
asked <- unlist(lapply(1:4, function(h) sample(which(everyone$stratum == h), c(260, 170, 110, 60)[h])))
drawn <- everyone[asked, ]
n <- nrow(drawn)
inner <- 0.7 * drawn$age - 0.2 * drawn$area + 0.3 * drawn$tenure + rnorm(n)
drawn$q1 <- 6 - as.integer(cut(inner, c(-Inf, -1, 0, 0.6, 1.6, Inf)))
drawn$q2 <- 6 - as.integer(cut(0.5 * inner + rnorm(n), c(-Inf, -1, 0, 0.5, 1.3, Inf)))
drawn$q2[runif(n) < 0.2] <- NA
drawn$q3 <- as.integer(cut(inner + 2 * rnorm(n), c(-Inf, -0.5, 1.5, Inf)))
drawn$jobs <- rpois(n, 2) + 1
drawn$intime <- rbinom(n, drawn$jobs, 0.7)
drawn$popsize <- sizes[drawn$stratum]
drawn$first <- sizes[drawn$stratum] / as.vector(table(drawn$stratum))[drawn$stratum]
drawn$yes1 <- as.numeric(drawn$q1 <= 2)
drawn$yes2 <- as.numeric(drawn$q2 <= 2)
for (v in c("area", "age", "tenure", "patch", "group")) drawn[[paste0(v, "f")]] <- factor(drawn[[v]])
for (v in c("area", "age", "tenure", "patch")) everyone[[paste0(v, "f")]] <- factor(everyone[[v]])
drawn$all <- N
margin <- function(v) { t <- as.data.frame(table(everyone[[v]])); names(t) <- c(v, "Freq"); t }
totals <- colSums(model.matrix(~areaf + agef + tenuref, everyone))
tight <- list(maxit = 500, epsilon = 1e-12)

plain <- svydesign(id = ~1, data = drawn, weights = ~I(all / n), fpc = ~all)
strat <- svydesign(id = ~1, strata = ~stratum, data = drawn, weights = ~first, fpc = ~popsize)
designs <- list(
  plain = plain,
  nofpc = svydesign(id = ~1, data = drawn, weights = ~first),
  strat = strat,
  rakeplain = rake(plain, list(~areaf, ~agef, ~tenuref), lapply(c("areaf", "agef", "tenuref"), margin), control = tight),
  rakestrat = rake(strat, list(~areaf, ~agef, ~tenuref), lapply(c("areaf", "agef", "tenuref"), margin), control = tight),
  # two margins that nearly say the same: ten sweeps are not yet at the end
  rakehard = rake(plain, list(~areaf, ~patchf), lapply(c("areaf", "patchf"), margin), control = tight),
  calplain = calibrate(plain, ~areaf + agef + tenuref, totals, calfun = "raking", epsilon = 1e-12),
  calstrat = calibrate(strat, ~areaf + agef + tenuref, totals, calfun = "raking", epsilon = 1e-12),
  linstrat = calibrate(strat, ~areaf + agef + tenuref, totals),
  post = postStratify(strat, ~agef, margin("agef")))

for (name in names(designs)) {
  design <- designs[[name]]
  drawn[[paste0("w_", name)]] <- weights(design)
  for (v in c("yes1", "yes2", "q1")) {
    f <- as.formula(paste0("~", v))
    whole <- svymean(f, design, na.rm = TRUE)
    answered <- subset(design, !is.na(design$variables[[v]]))
    put(name, "mean", v, "", value = coef(whole), se = SE(whole), deff = deff(svymean(f, design, deff = "replace", na.rm = TRUE)), degf = degf(answered))
    by <- svyby(f, ~group, design, svymean, na.rm = TRUE)
    for (i in seq_len(nrow(by))) put(name, "mean", v, by$group[i], value = by[[v]][i], se = by$se[i])
  }
  ratio <- svyratio(~intime, ~jobs, design)
  put(name, "ratio", "intime/jobs", "", value = coef(ratio), se = SE(ratio))
  by <- svyby(~intime, ~group, design, svyratio, denominator = ~jobs)
  for (i in seq_len(nrow(by))) put(name, "ratio", "intime/jobs", by$group[i], value = by[i, 2], se = by[i, 3])
  put(name, "covariance", "yes1 with q3=1", "", value = vcov(svymean(~yes1 + as.numeric(q3 == 1), design))[1, 2])
  for (method in c("logit", "beta", "mean")) {
    for (g in c(NA, 0, 3, 5)) {
      part <- if (is.na(g)) design else subset(design, group == g)
      share <- svyciprop(~yes1, part, method = method)
      put(name, c(logit = "logit", beta = "beta", mean = "wald")[[method]], "yes1", if (is.na(g)) "" else g, value = coef(share), lower = confint(share)[1], upper = confint(share)[2])
    }
  }
  for (statistic in c("F", "Chisq")) {
    for (side in c("areaf", "groupf")) {
      test <- svychisq(as.formula(paste0("~q3 + ", side)), design, statistic = statistic)
      put(name, statistic, paste0("q3*", sub("f$", "", side)), "", value = test$statistic, df1 = test$parameter[1],
          df2 = if (statistic == "F") test$parameter[2] else NA, p = test$p.value)
    }
  }
}

# --- two waves drawn by themselves: one design with the waves as strata ---------------------------------------------------------
half <- rbind(cbind(drawn, wave = 1)[1:300, ], cbind(drawn, wave = 2)[301:n, ])
waves <- svydesign(id = ~1, strata = ~wave, weights = ~first, data = half)
change <- svycontrast(svyby(~yes1, ~wave, waves, svymean), c(-1, 1))
t <- coef(change) / SE(change)
put("waves", "difference", "yes1", "", value = coef(change), se = SE(change), degf = degf(waves),
    p = 2 * pt(-abs(t), degf(waves)), lower = coef(change) - qt(0.975, degf(waves)) * SE(change), upper = coef(change) + qt(0.975, degf(waves)) * SE(change))

# --- two waves that share people: rows 1 to 400 and 201 to 600, the second time another question, weights raked or not ----------
panel <- rbind(data.frame(drawn[1:400, ], person = 1:400, wave = 1, y = drawn$yes1[1:400]),
               data.frame(drawn[201:600, ], person = 201:600, wave = 2, y = as.numeric(drawn$q3[201:600] == 1)))
panel$cell <- factor(paste(panel$wave, panel$area))
shared <- svydesign(ids = ~person, weights = ~first, data = panel)
both <- vcov(svyglm(y ~ factor(wave) - 1, shared))
put("shared", "covariance", "y", "", value = both[1, 2], first = both[1, 1], second = both[2, 2])
# each wave's weights made to add up to even areas: one calibration of both waves with a margin for each
even <- rep(300, nlevels(panel$cell)); names(even) <- paste0("cell", levels(panel$cell))
raked <- calibrate(shared, ~cell - 1, even, calfun = "raking", epsilon = 1e-12)
both <- vcov(svymean(~I(as.numeric(wave == 1) * y) + I(as.numeric(wave == 2) * y), raked)) * 4
put("shared", "raked covariance", "y", "", value = both[1, 2])
drawn$w_wave1 <- c(weights(raked)[1:400], rep(NA, 200))
drawn$w_wave2 <- c(rep(NA, 200), weights(raked)[401:800])

# --- a stratum with one row -----------------------------------------------------------------------------------------------------
drawn$thin <- ifelse(seq_len(n) == which(drawn$group == 2)[1], 5, drawn$stratum)
drawn$thinsize <- c(sizes, 40)[drawn$thin]
for (choice in c("remove", "adjust", "average")) {
  options(survey.lonely.psu = choice)
  thin <- svydesign(id = ~1, strata = ~thin, weights = ~first, fpc = ~thinsize, data = drawn)
  put("thin", choice, "yes1", "", value = coef(svymean(~yes1, thin)), se = SE(svymean(~yes1, thin)))
}
options(survey.lonely.psu = "fail")

# --- who answered, of everyone asked --------------------------------------------------------------------------------------------
# the formulae of Shlomo, Skinner and Schouten (2012) in matrices, on R's glm
asked <- everyone[sample(N, 1500), ]
asked$responded <- rbinom(1500, 1, plogis(-1 + 0.35 * asked$age + 0.5 * (asked$area == 2) - 0.6 * (asked$area == 5)))
for (case in c("census", "sample")) {
  size <- if (case == "census") nrow(asked) else N
  fit <- glm(responded ~ areaf + agef + tenuref, binomial, asked, control = glm.control(epsilon = 1e-14, maxit = 50))
  rho <- fitted(fit); k <- length(rho); f <- k / size
  z <- rho * (1 - rho) * model.matrix(fit); sigma <- vcov(fit)
  s2 <- sum((rho - mean(rho))^2) / k * size / (size - 1)
  adjusted <- s2 - mean(rowSums((z %*% sigma) * z)) + (1 - f) * var(rho) / k
  ml <- mean((rho - mean(rho))^2)
  along <- colMeans(sweep(z, 2, colMeans(z)) * (rho - mean(rho)))
  spread <- crossprod(sweep(z, 2, colMeans(z))) / k
  v <- (4 * t(along) %*% sigma %*% along + 2 * sum(diag(spread %*% sigma %*% spread %*% sigma)) + (1 - f) * var((rho - mean(rho))^2) / k) / ml
  put(case, "R", "areaf+agef+tenuref", "", plain = 1 - 2 * sqrt(s2), adjusted = 1 - 2 * sqrt(adjusted), se = sqrt(v), mean = mean(rho))
  means <- tapply(rho, asked$areaf, mean); counts <- table(asked$areaf)
  put(case, "partial", "area", "", plain = sqrt(sum(counts / k * (means - mean(rho))^2)))
  for (a in names(means)) put(case, "partial", "area", a, value = sqrt(counts[a] / k) * (means[a] - mean(rho)))
}
write.csv(asked[, c("area", "age", "tenure", "responded")], "asked.csv", row.names = FALSE, quote = FALSE)

keep <- c("stratum", "thin", "area", "age", "tenure", "patch", "group", "q1", "q2", "q3", "jobs", "intime", "first", grep("^w_", names(drawn), value = TRUE))
text <- drawn[, keep]
for (v in grep("^w_|first", keep, value = TRUE)) text[[v]] <- ifelse(is.na(text[[v]]), "", trimws(formatC(text[[v]], digits = 17, format = "g")))
write.csv(text, "tenants.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(results, "results.csv", row.names = FALSE, quote = FALSE, na = "")
