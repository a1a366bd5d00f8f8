// Why an earlier figure is not taken: each by name, with its field and what the officer reads.
namespace Hearth.Insight.Measures.Perception.History;

internal abstract record HistoryRefusal(string Field, string Words);

internal sealed record YearMissing() : HistoryRefusal("Year", "Enter the year of the survey, like 2017");

internal sealed record YearIsNone(string Typed, int Last)
    : HistoryRefusal("Year", $"The year must be from 2000 to {Last}, and ‘{Typed}’ is not");

internal sealed record IndicatorMissing() : HistoryRefusal("Indicator", "Choose an indicator");

internal sealed record IndicatorUnknown(string Typed)
    : HistoryRefusal(
        "Indicator",
        $"‘{Typed}’ is no STAR indicator. Use one of: {string.Join(", ", History.Indicator.All.Select(one => one.Key))}"
    );

internal sealed record PercentMissing() : HistoryRefusal("Percent", "Enter the percentage, like 71 or 71.4");

internal sealed record PercentIsNone(string Typed)
    : HistoryRefusal("Percent", $"The percentage must be a number from 0 to 100, and ‘{Typed}’ is not");

internal sealed record BaseIsNone(string Typed)
    : HistoryRefusal(
        "Base",
        $"How many answered must be a whole number of 1 or more, and ‘{Typed}’ is not. Leave it empty if you do not know"
    );

internal sealed record MethodMissing() : HistoryRefusal("Method", "Enter how it was asked, like Post and online");

internal sealed record MethodTooLong() : HistoryRefusal("Method", "How it was asked must be 100 characters or fewer");

internal sealed record StandsAlready(string Indicator, int Year)
    : HistoryRefusal("Year", $"{Indicator} of {Year} stands already. Take it out first, or correct the row");

internal sealed record FileIsNone()
    : HistoryRefusal("Sheet", "Choose a CSV file with the columns year, indicator, percent, base and method");

internal sealed record ColumnMissing(string Name) : HistoryRefusal("Sheet", $"The file has no column ‘{Name}’");

internal sealed record TooManyRows() : HistoryRefusal("Sheet", "The file has more than 1,000 rows. Leave only the figures in it");
