# What R's survey makes of an unequal draw: 60 homes asked in each of three wards of 900, 240 and 60, and 45, 52 and 18 of them answered.
# Run with Rscript draw.R; what it prints stands in DrawnDesignTests.cs. survey 4.1.
suppressMessages(library(survey))
options(digits = 12)
answered <- c(45, 52, 18); homes <- c(900, 240, 60); asked <- 60
rows <- do.call(rbind, lapply(1:3, function(h) {
  i <- seq_len(answered[h]) - 1
  young <- (i %% 5) < h
  data.frame(ward = h, N = homes[h], w = homes[h] / asked, young = young,
             satisfied = ((i * 7 + h * 3) %% 10) < (9 - 2 * h - ifelse(young, 2, 0)))
}))
rows$age <- factor(ifelse(rows$young, "young", "old"))
rows$satisfied <- as.numeric(rows$satisfied)
show <- function(name, design) {
  m <- svymean(~satisfied, design)
  cat(name, coef(m), as.numeric(vcov(m)), range(weights(design) / mean(weights(design))), "\n")
}
drawn <- svydesign(ids = ~1, strata = ~ward, weights = ~w, fpc = ~N, data = rows)
show("drawn", drawn)
show("raked", calibrate(drawn, ~age, c(`(Intercept)` = 1200, ageyoung = 500), calfun = "raking"))
cat("unweighted", mean(rows$satisfied), "\n")
