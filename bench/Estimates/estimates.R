# What R's survey package does in the same round: estimates.R FOLDER reads responses.csv there, writes found.csv, prints the seconds.
suppressMessages(library(survey))
folder <- commandArgs(trailingOnly = TRUE)[1]
responses <- read.csv(file.path(folder, "responses.csv"))
margins <- grep("^m", names(responses), value = TRUE)
for (margin in margins) responses[[margin]] <- factor(responses[[margin]])
# the totals are those the weights in the file were raked to: calibrating starts where they were before
totals <- colSums(model.matrix(reformulate(margins), responses) * responses$weight)
design <- svydesign(ids = ~1, weights = ~before, data = responses)
design <- calibrate(design, reformulate(margins), totals, calfun = "raking", epsilon = 1e-10)
found <- NULL
seconds <- system.time(
  for (measure in grep("^q", names(responses), value = TRUE)) {
    by <- svyby(reformulate(measure), ~group, design, svymean, na.rm = TRUE)
    found <- rbind(found, data.frame(measure, by$group, by[[measure]], by$se))
  }
)[["elapsed"]]
write.table(format(found, digits = 15), file.path(folder, "found.csv"), sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE)
cat(seconds, "\n")
