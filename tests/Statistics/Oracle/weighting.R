# Makes the recorded results that the tests of weighting are held against: R's survey package (T. Lumley), run once, kept as CSV beside this script.
# Rscript weighting.R   (Debian: r-cran-survey)
suppressPackageStartupMessages(library(survey))
options(digits = 17)
write <- function(data, name) write.csv(data, name, row.names = FALSE, quote = FALSE)
exact <- list(maxit = 2000, epsilon = 1e-13, verbose = FALSE)

# 1. The example of help("rake"): 183 schools of California in 15 districts
data(api)
clusters <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
wide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))
raked <- rake(clusters, list(~stype, ~sch.wide), list(types, wide), control = exact)
cells <- postStratify(clusters, ~stype, types)
write(
  data.frame(
    stype = as.integer(factor(apiclus1$stype, levels = types$stype)) - 1,
    wide = as.integer(apiclus1$sch.wide) - 1,
    pw = apiclus1$pw,
    raked = weights(raked),
    cells = weights(cells)
  ),
  "raked-schools.csv"
)

# 2. 600 tenants with unequal base weights, by age, tenure, ward and kind of home; some kinds answer far less than others
set.seed(20261122)
n <- 600
tenants <- data.frame(
  age = sample(0:5, n, TRUE, c(3, 6, 10, 16, 25, 40)),
  tenure = sample(0:2, n, TRUE, c(70, 20, 10)),
  ward = sample(0:7, n, TRUE, c(20, 18, 15, 12, 11, 10, 8, 6)),
  home = sample(0:1, n, TRUE, c(60, 40)),
  base = round(runif(n, 0.5, 2.5), 3)
)
tenants$base <- tenants$base * 9000 / sum(tenants$base)
counts <- list(
  age = c(450, 720, 1080, 1620, 2160, 2970),
  tenure = c(6750, 1350, 900),
  ward = c(1500, 1300, 1200, 1100, 1100, 1000, 900, 900),
  home = c(4500, 4500)
)
write(
  do.call(rbind, lapply(names(counts), function(v) data.frame(variable = v, category = seq_along(counts[[v]]) - 1, count = counts[[v]]))),
  "raked-tenants-targets.csv"
)
for (v in names(counts)) tenants[[v]] <- factor(tenants[[v]])
design <- svydesign(ids = ~1, weights = ~base, data = tenants)
margins <- lapply(names(counts), function(v) reformulate(v))
targets <- lapply(names(counts), function(v) setNames(data.frame(levels(tenants[[v]]), counts[[v]]), c(v, "Freq")))
tenants$raked <- weights(rake(design, margins, targets, control = exact))

cat("factors of raking", range(tenants$raked / tenants$base), "\n")
cat("raked over the average", range(tenants$raked) / 15, "\n")

form <- ~ age + tenure + ward + home
population <- c(9000, counts$age[-1], counts$tenure[-1], counts$ward[-1], counts$home[-1])
names(population) <- colnames(model.matrix(form, tenants))
bounded <- function(bounds, ...)
  weights(calibrate(design, form, population, calfun = "raking", bounds = bounds, maxit = 2000, epsilon = 1e-12, ...))
tenants$of_base <- bounded(c(0.55, 1.9))
# the average weight is 15: at most 2.2 and at least 0.4 times it
tenants$of_average <- bounded(c(6, 33), bounds.const = TRUE)
cat("bound of base", range(tenants$of_base / tenants$base), "\n")
cat("bound of average", range(tenants$of_average) / 15, "\n")
for (v in names(counts)) tenants[[v]] <- as.integer(as.character(tenants[[v]]))
write(tenants, "raked-tenants.csv")

# 3. Two tables of textbooks: their cells as rows, the counts as base weights
table_of <- function(cells, rows, columns, name) {
  d <- data.frame(row = factor(as.vector(row(cells)) - 1), column = factor(as.vector(col(cells)) - 1), count = as.vector(cells))
  r <- rake(
    svydesign(ids = ~1, weights = ~count, data = d),
    list(~row, ~column),
    list(data.frame(row = levels(d$row), Freq = rows), data.frame(column = levels(d$column), Freq = columns)),
    control = exact
  )
  d$raked <- weights(r)
  print(xtabs(raked ~ row + column, d))
  write(d, name)
}
# P. Ardilly and Y. Tille, Sampling Methods: Exercises and Solutions (2006), as in help("IPFP", "TeachingSampling")
table_of(matrix(c(80, 90, 10, 170, 80, 80, 150, 210, 130), 3, 3), c(430, 360, 210), c(150, 300, 550), "raked-ardilly-tille.csv")
# the example of "Iterative proportional fitting" in Wikipedia, which prints the result to two places
table_of(
  rbind(c(40, 30, 20, 10), c(35, 50, 100, 75), c(30, 80, 70, 120), c(20, 30, 40, 50)),
  c(150, 300, 400, 150), c(200, 300, 400, 100), "raked-four-by-four.csv"
)
cat(R.version.string, "survey", as.character(packageVersion("survey")), "\n")
