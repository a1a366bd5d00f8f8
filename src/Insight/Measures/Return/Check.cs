// What may be wrong with a year before it leaves the house: each check by name, with what to do and where.
namespace Hearth.Insight.Measures.Return;

/// <param name="Words">What is wrong, in one sentence.</param>
/// <param name="Do">What to do about it: the words of the link.</param>
/// <param name="Href">Where it is done.</param>
/// <param name="Blocks">The file cannot leave so; false where it may be right.</param>
/// <param name="ForReaders">It stands in the way of publishing too.</param>
internal abstract record Check(string Words, string Do, string Href, bool Blocks = true, bool ForReaders = true);

// of the year

internal sealed record YearHasNotEnded(string End, string Href)
    : Check($"The year runs until {End}. Figures at year end cannot be known yet", "Look at the management figures", Href);

internal sealed record NobodyWasAsked()
    : Check("No survey with the regulator’s measures was in the field in this year", "Look at your surveys", "/surveys");

internal sealed record AddressMissing(string Href)
    : Check("The web address where the figures are published is missing (question 3a)", "Enter the address", Href, ForReaders: false);

internal sealed record NotPublished(string Href)
    : Check("The figures are not published for tenants", "Publish them", Href, Blocks: false, ForReaders: false);

internal sealed record PublishedOtherwise(string Href)
    : Check("What is published for tenants differs from these figures", "Publish a correction", Href, Blocks: false, ForReaders: false);

internal sealed record HomeOwnersNotAsked(int Homes)
    : Check(
        $"{Insight.Words.Whole(Homes)} homes of low cost home ownership are on the tenant list, and nobody asked them. From {Insight.Words.Whole(Checks.MostHomesUnasked)} homes on their answers are reported too",
        "Look at your surveys",
        "/surveys",
        Blocks: false
    );

// of a stock

internal sealed record NotFrozen(string Stock, string Href)
    : Check($"{Stock}: the figures are not frozen. A return is made from figures that cannot change", "Freeze them", Href);

internal sealed record PopulationMissing(string Stock, string Href)
    : Check($"{Stock}: the relevant population is missing", "Look at how homes were chosen", Href);

internal sealed record MoreAnswersThanHomes(string Stock, int Responses, int Population, string Href)
    : Check(
        $"{Stock}: {Insight.Words.Whole(Responses)} homes answered, but the relevant population is {Insight.Words.Whole(Population)}",
        "Look at how homes were chosen",
        Href
    );

internal sealed record SampleMissed(string Stock, int Responses, int Required, string Href)
    : Check(
        $"{Stock}: {Insight.Words.Whole(Responses)} homes answered; {Insight.Words.Whole(Required)} are required, and no reason is given",
        "Say why too few answered",
        Href
    );

internal sealed record SampleMissedWithReason(string Stock, int Responses, int Required, string Href)
    : Check(
        $"{Stock}: {Insight.Words.Whole(Responses)} homes answered; {Insight.Words.Whole(Required)} are required. The reason is given",
        "Read the reason again",
        Href,
        Blocks: false
    );

internal sealed record OtherMeasureSet(string Stock, string Set, string Expected, string Href)
    : Check(
        $"{Stock}: the survey was fielded under the measures “{Set}”, but the year is reported under “{Expected}”",
        "Look at the survey",
        Href
    );

internal sealed record WordedOtherwise(string Survey, string Codes, string Href)
    : Check(
        $"“{Survey}”: {Codes} did not stand in the regulator’s words or order. The regulator has struck out whole results for that",
        "Look at the survey",
        Href
    );

internal sealed record SeveralLandlords(string Survey, string Names, string Href)
    : Check($"“{Survey}” names more than one landlord in the regulator’s questions: {Names}", "Look at the survey", Href);

internal sealed record MethodsDoNotAddUp(string Stock, int Methods, int Responses, string Href)
    : Check(
        $"{Stock}: answers by all methods make {Insight.Words.Whole(Methods)}, but {Insight.Words.Whole(Responses)} homes answered",
        "Look at the figures",
        Href
    );

internal sealed record OtherWayNotSaid(string Stock, string Href)
    : Check($"{Stock}: some answers came in other ways, and nobody said which (question 12)", "Say which", Href);

internal sealed record ChancesDiffered(string Stock, string By, string Href)
    : Check(
        $"{Stock}: homes were not drawn by size, and the figures are not weighted by {By}. Groups that were drawn more often count for too much. Figures worked out now are weighted by the draw",
        "Freeze a correction",
        Href,
        Blocks: false
    );

internal sealed record WeightedByNothing(string Stock, string Href)
    : Check($"{Stock}: the figures are weighted, but by no characteristic (question 14)", "Look at the weights", Href);

internal sealed record TooManyCharacteristics(string Stock, int Count, string Href)
    : Check(
        $"{Stock}: the figures are weighted by {Count} characteristics. The return has room for five",
        "Look at the weights",
        Href,
        Blocks: false,
        ForReaders: false
    );

internal sealed record ContractorsNotSaid(string Stock, string Href)
    : Check($"{Stock}: nobody said whether a company from outside helped (question 5)", "Say whether one did", Href, ForReaders: false);

internal sealed record InterviewersNotSaid(string Stock, string Href)
    : Check(
        $"{Stock}: some answers were taken by telephone or face to face, and nobody said who asked (question 6)",
        "Say who asked",
        Href,
        ForReaders: false
    );

internal sealed record PointMissing(string Stock, string Letter, string What, string Href)
    : Check($"{Stock}: point {Letter} of the summary of approach needs {What}", "Say it", Href);

internal sealed record PointStale(string Stock, string Letter, string Href)
    : Check($"{Stock}: a fact changed after point {Letter} of the summary of approach was written", "Read it again", Href, Blocks: false);

// of a measure

internal sealed record MeasureMissing(string Stock, string Code, string Href)
    : Check($"{Stock}: {Code} was not asked, and it must be reported", "Look at the figures", Href);

internal sealed record NoFigure(string Stock, string Code, string Href)
    : Check(
        $"{Stock}: nobody answered {Code}, so there is no figure. The return says so; it is not 0",
        "Look at the figures",
        Href,
        Blocks: false
    );

internal sealed record MoreCountedThanAnswered(string Stock, string Code, int Counted, int Responses, string Href)
    : Check(
        $"{Stock}: {Code} has {Insight.Words.Whole(Counted)} answers, but {Insight.Words.Whole(Responses)} homes answered",
        "Look at the figures",
        Href
    );

internal sealed record MoreFilteredThanAnswered(string Stock, string Code, int Filtered, int Responses, string Href)
    : Check(
        $"{Stock}: Yes and No before {Code} make {Insight.Words.Whole(Filtered)}, but {Insight.Words.Whole(Responses)} homes answered",
        "Look at the figures",
        Href
    );

internal sealed record MoreCountedThanYes(string Stock, string Code, int Counted, int Yes, string Href)
    : Check(
        $"{Stock}: {Code} has {Insight.Words.Whole(Counted)} answers, but only {Insight.Words.Whole(Yes)} said Yes before it",
        "Look at the figures",
        Href
    );

internal sealed record PercentIsOther(string Stock, string Code, decimal Percent, decimal Worked, string Href)
    : Check(
        $"{Stock}: {Code} is {Percent.ToString("N1", Insight.Words.British)}%, but its answers make {Worked.ToString("N1", Insight.Words.British)}%",
        "Look at the figures",
        Href
    );

// of the management figures

internal sealed record LineMissing(string Line, string Lacks, string Href)
    : Check($"{Line} is not complete. Missing: {Lacks}", "Enter it", Href);

internal sealed record TargetMissing(string Line, string Href)
    : Check($"{Line} has no target. The target is published beside the figure", "Enter the target", Href);

internal sealed record LineImpossible(string Line, string Why, string Href) : Check($"{Line}: {Why}", "Put it right", Href);

internal sealed record LookAgain(string What, string Href) : Check(What, "Look at it again", Href, Blocks: false);

internal sealed record ReportedApartAndTogether(string Href)
    : Check(
        "Tenants’ answers and complaints are not reported alike: one is of both kinds of home together, the other apart",
        "Look at the management figures",
        Href,
        Blocks: false
    );
