// What was coded with what in one survey, and what of it counts: one coder's finding, two that agree, or what settled them.
using Hearth.Statistics;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes;

/// <summary>How well two coders agree on one theme, or on all.</summary>
/// <param name="Answers">Answers both coded.</param>
/// <param name="Same">Of them, those on which they agree.</param>
internal sealed record AgreementOn(string Name, int Answers, int Same, double? Kappa);

internal sealed class Codes
{
    private readonly Frame frame;
    private readonly ILookup<Guid, Coding> byComment;

    private Codes(Frame frame, IReadOnlyList<Coding> codings, IReadOnlySet<Guid> sample)
    {
        (this.frame, Sample) = (frame, sample);
        byComment = codings.ToLookup(coding => coding.CommentId);
        Counted = byComment
            .Select(comment => (comment.Key, Themes: Decided([.. comment], frame)))
            .Where(comment => comment.Themes is not null)
            .ToDictionary(comment => comment.Key, comment => comment.Themes!);
        ToSettle = [.. byComment.Where(comment => Differ([.. comment], frame)).Select(comment => comment.Key)];
    }

    public Frame Frame => frame;

    /// <summary>Answers drawn to be coded twice.</summary>
    public IReadOnlySet<Guid> Sample { get; }

    /// <summary>Answers whose themes are decided, with those themes as they are named today.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlySet<Guid>> Counted { get; }

    /// <summary>Answers that two coded differently and nobody has settled.</summary>
    public IReadOnlyList<Guid> ToSettle { get; }

    public static async Task<Codes> LoadAsync(HearthDb db, Guid survey, CancellationToken stop) =>
        new(
            await Frame.LoadAsync(db, survey, stop),
            await db.Set<Coding>().AsNoTracking().Where(c => c.SurveyId == survey).OrderBy(c => c.At).ToListAsync(stop),
            await db.Set<SecondLook>().Where(s => s.SurveyId == survey).Select(s => s.CommentId).ToHashSetAsync(stop)
        );

    public IReadOnlyList<Coding> Of(Guid comment) => [.. byComment[comment].Where(coding => !coding.Settles)];

    /// <summary>Whether this coder may still be asked for an answer: not coded yet, or drawn for a second look and coded by one other.</summary>
    public bool Awaits(Guid comment, Guid coder)
    {
        var codings = Of(comment);
        return codings.All(coding => coding.CoderId != coder) && codings.Count < (Sample.Contains(comment) ? 2 : 1);
    }

    /// <summary>Answers with this theme, among those decided.</summary>
    public int With(Guid theme) => Counted.Values.Count(themes => themes.Contains(theme));

    /// <summary>Whether codings differ and nothing settles them.</summary>
    public static bool Differ(IReadOnlyList<Coding> codings, Frame frame) =>
        codings.All(coding => !coding.Settles) && codings.Select(frame.Today).DistinctBy(Key).Count() > 1;

    /// <summary>The agreement of two coders, theme by theme. The first is whoever coded first.</summary>
    public IReadOnlyList<AgreementOn> Agreements()
    {
        var pairs = Twice();
        return
        [
            .. frame.Themes.Select(theme =>
            {
                var found = pairs.Select(pair => (pair.First.Contains(theme.Id), pair.Second.Contains(theme.Id))).ToList();
                return new AgreementOn(
                    theme.Name,
                    found.Count,
                    found.Count(pair => pair.Item1 == pair.Item2),
                    Statistics.Agreement.CohenKappa(found)
                );
            }),
        ];
    }

    /// <summary>Krippendorff's alpha over the sets of themes that answers were given; null where nobody has coded twice.</summary>
    public double? Alpha()
    {
        // equal sets must be equal keys
        var sets = new Dictionary<string, IReadOnlySet<Guid>>(StringComparer.Ordinal);
        var units = Twice()
            .Select(pair =>
            {
                string[] keys = [Key(pair.First), Key(pair.Second)];
                (sets[keys[0]], sets[keys[1]]) = (pair.First, pair.Second);
                return (IReadOnlyCollection<string>)keys;
            })
            .ToList();
        return Statistics.Agreement.KrippendorffAlpha(units, (one, other) => Statistics.Agreement.SetDistance(sets[one], sets[other]));
    }

    /// <summary>Answers coded by two people without sight of each other.</summary>
    public IReadOnlyList<(IReadOnlySet<Guid> First, IReadOnlySet<Guid> Second)> Twice() =>
        [.. Sample.Select(Of).Where(codings => codings.Count > 1).Select(codings => (frame.Today(codings[0]), frame.Today(codings[1])))];

    private static IReadOnlySet<Guid>? Decided(IReadOnlyList<Coding> codings, Frame frame) =>
        codings.LastOrDefault(coding => coding.Settles) is { } settled ? frame.Today(settled)
        : Differ(codings, frame) ? null
        : frame.Today(codings[0]);

    private static string Key(IReadOnlySet<Guid> themes) => string.Join(',', themes.Order());
}
