# Answers of 300 tenants of whom some things are not known, with a group of one, a group that is all satisfied and one that is not at all, and what R's
# survey makes of them: the expected results of `hearth estimate` (tests/Cli/Analysts/SurveyPackageTests.cs).
# Run in this folder:  Rscript unknown.R      (Debian: apt-get install r-cran-survey; recorded with R 4.2.2, survey 4.1-1)
# Those whose category is not known are a category of their own that keeps the share it has: in R they are given that target.
suppressMessages(library(survey))
options(digits = 17, survey.lonely.psu = "fail", warn = 1)
set.seed(40217)
sizes <- c(North = 900, South = 400, East = 60, West = 12)
took <- c(120, 120, 50, 10)
d <- data.frame(stratum = rep(names(sizes), took))
n <- nrow(d)
d$ward <- sample(c("Abbey", "Bridge", "Castle +", "Dock, old"), n, TRUE, c(5, 3, 2, 1))
d$age <- ifelse(d$stratum == "South", sample(c("16–34", "35–64", "65+"), n, TRUE, c(1, 2, 6)), sample(c("16–34", "35–64", "65+"), n, TRUE, c(4, 4, 2)))
d$group <- sample(c("a", "b", "c", "pleased", "cross"), n, TRUE, c(8, 5, 2, 1, 1))
d$group[7] <- "one"
d$TP01 <- pmin(5, pmax(1, round(3.4 - 0.9 * (d$age == "65+") + 0.6 * (d$ward == "Abbey") + rnorm(n))))
d$TP01[d$group == "pleased"] <- 1
d$TP01[d$group == "cross"] <- 4
d$TP01[runif(n) < 0.06] <- NA
d$ward[runif(n) < 0.04] <- ""
d$age[runif(n) < 0.03] <- ""
targets <- list(ward = c("Abbey" = 600, "Bridge" = 412, "Castle +" = 250, "Dock, old" = 110), age = c("16–34" = 402, "35–64" = 470, "65+" = 500))

d$one <- 1
d$N <- sizes[d$stratum]
d$drawn <- d$N / took[match(d$stratum, names(sizes))]
d$answered <- !is.na(d$TP01)
d$satisfied <- as.numeric(d$TP01 %in% 1:2)
raked <- function(design, before) {
  known <- c(sum(before))
  for (v in names(targets)) {
    unknown <- sum(before[d[[v]] == ""]) / sum(before)
    wanted <- c(targets[[v]] / sum(targets[[v]]) * (1 - unknown), unknown) * sum(before)
    design$variables[[paste0(v, "f")]] <- factor(ifelse(d[[v]] == "", "unknown", d[[v]]), c(names(targets[[v]]), "unknown"))
    known <- c(known, wanted[-1])
  }
  names(known) <- colnames(model.matrix(~wardf + agef, design$variables))
  calibrate(design, ~wardf + agef, known, calfun = "raking", epsilon = 1e-12, maxit = 500)
}
simple <- svydesign(ids = ~1, data = d, weights = ~one)
strat <- svydesign(ids = ~1, strata = ~stratum, fpc = ~N, weights = ~drawn, data = d)
designs <- list(simple = simple, stratified = strat, raked = raked(simple, d$one), both = raked(strat, d$drawn))
results <- data.frame()
for (name in names(designs)) {
  for (g in c("all", sort(unique(d$group)))) {
    part <- subset(designs[[name]], answered & (g == "all" | group == g))
    mean <- svymean(~satisfied, part)
    share <- as.numeric(coef(mean)); error <- as.numeric(SE(mean)); people <- sum(d$answered & (g == "all" | d$group == g))
    figures <- list(n = people, estimate = share, standardError = error)
    if (share > 1e-9 && share < 1 - 1e-9) {
      effect <- as.numeric(deff(svymean(~satisfied, part, deff = "replace")))
      z <- qnorm(0.975); size <- people / effect
      centre <- (share + z^2 / (2 * size)) / (1 + z^2 / size)
      half <- z / (1 + z^2 / size) * sqrt(share * (1 - share) / size + z^2 / (4 * size^2))
      range <- function(how) suppressWarnings(confint(svyciprop(~satisfied, part, method = how)))
      logit <- range("logit"); beta <- range("beta")
      figures <- c(figures, list(designEffect = effect, wilson.lower = centre - half, wilson.upper = centre + half,
        logit.lower = logit[1], logit.upper = logit[2], beta.lower = beta[1], beta.upper = beta[2]))
    }
    results <- rbind(results, data.frame(design = name, group = g, figure = names(figures),
      value = sapply(figures, function(v) trimws(formatC(as.numeric(v), digits = 17, format = "g")))))
  }
}
write.csv(results, "unknown-results.csv", row.names = FALSE, quote = FALSE)
keep <- cbind(response = paste0("r", seq_len(n)), d[, c("stratum", "ward", "age", "group", "TP01")])
write.csv(keep, "unknown.csv", row.names = FALSE, na = "")
