// What one person said of themselves, and how it came to us. All of it lies sealed: how it came, and by whose hand, would lead to them.
namespace Hearth.People.Equality;

internal enum ToldHow
{
    /// <summary>They typed it themselves.</summary>
    OwnHand,
    Telephone,
    Door,
    Paper,

    /// <summary>A colleague acted for them on their own page.</summary>
    ForThem,
}

/// <param name="Answers">Answer by question; only questions and answers that there are.</param>
/// <param name="By">Name of the member of staff who wrote it down; null where nobody did.</param>
internal sealed record EqualitySaid(IReadOnlyDictionary<string, string> Answers, ToldHow How = ToldHow.OwnHand, string? By = null)
{
    // no question has such a key
    private const string HowKey = "~how";
    private const string ByKey = "~by";

    /// <summary>Names longer than this are cut, so that everything fits under the seal.</summary>
    private const int LongestName = 80;

    public static EqualitySaid Nothing { get; } = new(new Dictionary<string, string>());

    /// <summary>Of what a form sent, what the questions offer.</summary>
    public static EqualitySaid From(Func<string, string?> given, ToldHow how = ToldHow.OwnHand, string? by = null) =>
        new(
            EqualityQuestions
                .All.Select(q => (q.Key, Answer: q.All.FirstOrDefault(answer => answer == given(q.Key))))
                .Where(pair => pair.Answer is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Answer!),
            how,
            by
        );

    public Dictionary<string, string> Write()
    {
        var all = Answers.ToDictionary();
        if (How != ToldHow.OwnHand)
        {
            all[HowKey] = How.ToString();
        }
        if (By is { Length: > 0 } name)
        {
            all[ByKey] = name.Length > LongestName ? name[..LongestName] : name;
        }
        return all;
    }

    public static EqualitySaid Read(IReadOnlyDictionary<string, string> all) =>
        new(
            all.Where(pair => pair.Key is not (HowKey or ByKey)).ToDictionary(),
            Enum.TryParse<ToldHow>(all.GetValueOrDefault(HowKey), out var how) ? how : ToldHow.OwnHand,
            all.GetValueOrDefault(ByKey)
        );
}

internal static class ToldHowWords
{
    /// <summary>The ways in which a member of staff takes answers down.</summary>
    public static IReadOnlyList<ToldHow> WrittenDown { get; } = [ToldHow.Telephone, ToldHow.Door, ToldHow.Paper];

    public static string Of(ToldHow how) =>
        how switch
        {
            ToldHow.Telephone => "On the telephone",
            ToldHow.Door => "Face to face",
            ToldHow.Paper => "On a paper sheet they sent",
            ToldHow.ForThem => "Through a colleague who acted for them",
            _ => "Themselves, on the web",
        };
}
