# The peer: the same respondents raked to the same six margins by R's survey package. Rscript rake.R FOLDER ROWS
# Reads column1 ... column6 (32-bit codes from 0) and targets.csv; writes weights (64-bit) and prints the seconds of rake() alone and the MiB that R held at most.
suppressPackageStartupMessages(library(survey))
args <- commandArgs(trailingOnly = TRUE)
folder <- args[1]
rows <- as.integer(args[2])
targets <- read.csv(file.path(folder, "targets.csv"))
people <- as.data.frame(lapply(1:6, function(v) {
  codes <- readBin(file.path(folder, paste0("column", v)), "integer", rows, size = 4)
  factor(codes, levels = targets$category[targets$variable == v])
}))
names(people) <- paste0("v", 1:6)
people$one <- 1
design <- svydesign(ids = ~1, weights = ~one, data = people)
margins <- lapply(1:6, function(v) reformulate(paste0("v", v)))
population <- lapply(1:6, function(v) {
  mine <- targets[targets$variable == v, ]
  setNames(data.frame(factor(mine$category), mine$count), c(paste0("v", v), "Freq"))
})
invisible(gc(reset = TRUE))
took <- system.time(raked <- rake(design, margins, population, control = list(maxit = 200, epsilon = 1e-10, verbose = FALSE)))
held <- sum(gc()[, 6])
writeBin(as.vector(weights(raked)), file.path(folder, "weights"), size = 8)
cat(format(took[["elapsed"]], digits = 6), held, "\n")
