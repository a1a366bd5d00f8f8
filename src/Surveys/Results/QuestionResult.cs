// The whole survey's answers to one question: counts, base, those it does not apply to, and what follows from them.
using Hearth.Statistics;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Results;

/// <summary>How many chose an option, and their share of the base.</summary>
internal sealed record OptionCount(Option Option, int People, decimal? Percent);

/// <summary>How a choice of a ranking fared.</summary>
/// <param name="Firsts">Homes that put it first.</param>
/// <param name="MeanPlace">Among the homes that gave it a place; null where fewer than ten did.</param>
/// <param name="Points">Borda's points.</param>
/// <param name="InAHundred">Of the points it would have if every home put it first.</param>
internal sealed record RankedOption(Option Option, int Firsts, decimal? MeanPlace, decimal Points, decimal InAHundred);

/// <summary>The middle of the numbers given. Never the least and the most: each is what one home said.</summary>
/// <param name="Lower">A quarter of the homes gave this or less.</param>
/// <param name="Upper">Three quarters gave this or less.</param>
internal sealed record NumberFacts(decimal Mean, decimal Median, decimal Lower, decimal Upper);

/// <summary>The middle of the days given, never the first and the last.</summary>
/// <param name="Lower">A quarter of the homes gave this day or an earlier one.</param>
/// <param name="Upper">Three quarters gave this day or an earlier one.</param>
internal sealed record DayFacts(DateOnly Median, DateOnly Lower, DateOnly Upper);

/// <param name="Base">Homes whose answer counts: those it does not apply to and those who skipped are left out.</param>
/// <param name="NotApplicable">Homes that said it does not apply, or that they do not know.</param>
internal sealed record QuestionResult(Question Question, int Base, int NotApplicable, IReadOnlyList<OptionCount> Options)
{
    /// <summary>Under this many answers nothing is shown: a single answer could be known.</summary>
    public const int Fewest = 10;

    public ScaleScore? Score { get; private init; }
    public NumberFacts? Numbers { get; private init; }
    public DayFacts? Days { get; private init; }

    /// <summary>Choices of a ranking by Borda's points, the most first.</summary>
    public IReadOnlyList<RankedOption>? Ranking { get; private init; }

    /// <summary>Photographs and documents sent.</summary>
    public int Files { get; private init; }

    public bool TooFew => Base + NotApplicable < Fewest;

    /// <summary>
    /// The range of the share at the top two answers, corrected for the households that could have answered; without correction where
    /// an earlier answer decides who is asked, for how many that would be is not known.
    /// </summary>
    public ProportionInterval? Interval(int population) => Score?.Interval(Question.ShowIfQuestionId is null ? population : null);

    public static QuestionResult From(Question question, Snapshot snapshot) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => OfChoice(question, CountOne(question, snapshot)),
            QuestionKind.MultipleChoice => OfSeveral(question, snapshot),
            QuestionKind.Number => OfNumbers(question, snapshot),
            QuestionKind.Date => OfDays(question, snapshot),
            QuestionKind.Ranking => OfRanking(question, snapshot),
            QuestionKind.File => OfFiles(question, snapshot),
            _ => new(question, 0, 0, []),
        };

    /// <summary>Whether a question is a five-point scale, of which the top two answers make the score.</summary>
    public static bool HasScore(Question question) =>
        question.Kind == QuestionKind.Scale && question.Options.Count(option => !option.NotApplicable) == 5;

    private static int[] CountOne(Question question, Snapshot snapshot)
    {
        var counts = new int[question.Options.Count];
        foreach (var chosen in snapshot.Column<OneChoice>(question).Rows.First(snapshot.Count))
        {
            if (chosen > 0)
            {
                counts[chosen - 1]++;
            }
        }
        return counts;
    }

    private static QuestionResult OfChoice(Question question, int[] counts)
    {
        var options = question.Options.Zip(counts).ToList();
        var @base = options.Where(o => !o.First.NotApplicable).Sum(o => o.Second);
        var none = options.Where(o => o.First.NotApplicable).Sum(o => o.Second);
        return new QuestionResult(question, @base, none, Shares(options, @base))
        {
            Score = HasScore(question)
                ? ScaleScore.FromCounts([.. options.Where(o => !o.First.NotApplicable).Select(o => o.Second)], none)
                : null,
        };
    }

    private static QuestionResult OfSeveral(Question question, Snapshot snapshot)
    {
        var counts = new int[question.Options.Count];
        var counted = MaskOf(question, notApplicable: false);
        var (@base, none) = (0, 0);
        foreach (var chosen in snapshot.Column<SeveralChoices>(question).Rows.First(snapshot.Count))
        {
            if (chosen == 0)
            {
                continue;
            }
            _ = (chosen & counted) != 0 ? @base++ : none++;
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] += (int)((chosen >> i) & 1);
            }
        }
        return new(question, @base, none, Shares([.. question.Options.Zip(counts)], @base));
    }

    /// <summary>The bits of a multiple choice's options.</summary>
    public static ulong MaskOf(Question question, bool notApplicable) =>
        question
            .Options.Index()
            .Where(o => o.Item.NotApplicable == notApplicable && o.Index < 64)
            .Aggregate(0UL, (mask, o) => mask | (1UL << o.Index));

    private static QuestionResult OfNumbers(Question question, Snapshot snapshot)
    {
        var given = new List<decimal>();
        foreach (var number in snapshot.Column<Numbers>(question).Rows.First(snapshot.Count))
        {
            if (number is { } value)
            {
                given.Add(value);
            }
        }
        given.Sort();
        return new(question, given.Count, 0, [])
        {
            Numbers =
                given.Count < Fewest
                    ? null
                    : new NumberFacts(
                        given.Average(),
                        (given[(given.Count - 1) / 2] + given[given.Count / 2]) / 2,
                        given[Quarter(given.Count)],
                        given[^(1 + Quarter(given.Count))]
                    ),
        };
    }

    private static QuestionResult OfDays(Question question, Snapshot snapshot)
    {
        var given = new List<int>();
        foreach (var day in snapshot.Column<Days>(question).Rows.First(snapshot.Count))
        {
            if (day > 0)
            {
                given.Add(day);
            }
        }
        given.Sort();
        DateOnly Day(int at) => DateOnly.FromDayNumber(given[at]);
        return new(question, given.Count, 0, [])
        {
            Days =
                given.Count < Fewest
                    ? null
                    : new DayFacts(Day((given.Count - 1) / 2), Day(Quarter(given.Count)), Day(given.Count - 1 - Quarter(given.Count))),
        };
    }

    private static QuestionResult OfRanking(Question question, Snapshot snapshot)
    {
        var orders = new List<IReadOnlyList<int>>();
        foreach (var order in snapshot.Column<Orders>(question).Rows.First(snapshot.Count))
        {
            if (order != 0)
            {
                orders.Add(Orders.Read(order));
            }
        }
        if (question.Options.Count == 0)
        {
            return new(question, 0, 0, []);
        }
        var counted = RankedPreferences.Count(question.Options.Count, orders);
        var most = orders.Count * (question.Options.Count - 1);
        return new(
            question,
            orders.Count,
            0,
            Shares([.. question.Options.Zip(counted, (option, one) => (option, one.Firsts))], orders.Count)
        )
        {
            Ranking =
            [
                .. counted
                    .OrderByDescending(one => one.Points)
                    .Select(one => new RankedOption(
                        question.Options[one.Choice],
                        one.Firsts,
                        // a place that few homes gave says what those few said
                        one.Ranked < Fewest
                            ? null
                            : one.MeanPlace,
                        one.Points,
                        most == 0 ? 0 : one.Points * 100 / most
                    )),
            ],
        };
    }

    private static QuestionResult OfFiles(Question question, Snapshot snapshot)
    {
        var (homes, files) = (0, 0);
        foreach (var sent in snapshot.Column<FilesSent>(question).Rows.First(snapshot.Count))
        {
            homes += sent > 0 ? 1 : 0;
            files += sent;
        }
        return new(question, homes, 0, []) { Files = files };
    }

    // place of the lower quarter in a sorted list: the first at which a quarter of them lie at it or before it
    private static int Quarter(int count) => ((count + 3) / 4) - 1;

    private static List<OptionCount> Shares(List<(Option Option, int People)> options, int @base) =>
        [
            .. options
                .Where(o => !o.Option.NotApplicable)
                .Select(o => new OptionCount(o.Option, o.People, Rounding.Percentage(o.People, @base))),
        ];
}
