// Counts the equality answers once a week. Nobody sees a count of today: what changed between two looks would be one person.
using System.Security.Cryptography;
using Hearth.Statistics;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Equality;

/// <summary>Counts as they may be shown: rounded to five, small ones hidden.</summary>
/// <param name="On">The day they were counted.</param>
/// <param name="Questions">By question, each answer with its number, or the marker.</param>
/// <param name="Ways">How they told us; null where counted before that was known.</param>
internal sealed record EqualityCounts(DateOnly On, IReadOnlyList<EqualityCount> Questions, EqualityCount? Ways = null)
{
    public const string Setting = "people-equality-counts";
}

/// <param name="Key">The question.</param>
/// <param name="Answers">Answer and count as shown.</param>
/// <param name="Total">All who answered it, as shown.</param>
internal sealed record EqualityCount(string Key, IReadOnlyList<EqualityCountLine> Answers, string Total);

internal sealed record EqualityCountLine(string Answer, string Count);

internal sealed class CountEquality(HearthDb db, EqualityKeys keys, Settings settings, TimeProvider time) : IJob
{
    public string Name => "count equality answers";

    public TimeSpan Every => TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken stop)
    {
        var counts = EqualityQuestions.All.ToDictionary(q => q.Key, q => new int[q.All.Count()]);
        var ways = new int[Enum.GetValues<ToldHow>().Length];
        var open = (await keys.AllAsync(stop)).ToDictionary(k => k.Id);
        await foreach (var row in db.Set<EqualityRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!open.TryGetValue(row.KeyId, out var key))
            {
                continue;
            }
            EqualitySaid said;
            try
            {
                said = EqualityAnswers.Read(key, row);
            }
            catch (AuthenticationTagMismatchException)
            {
                // changed by a hand that had no key: it is no answer
                continue;
            }
            ways[(int)said.How]++;
            foreach (var question in EqualityQuestions.All)
            {
                if (said.Answers.TryGetValue(question.Key, out var answer) && question.All.ToList().IndexOf(answer) is >= 0 and var place)
                {
                    counts[question.Key][place]++;
                }
            }
        }
        await settings.SetAsync(
            EqualityCounts.Setting,
            new EqualityCounts(
                time.Today(),
                [.. EqualityQuestions.All.Select(q => Shown(q.Key, q.All, counts[q.Key]))],
                // ways that nobody used are left out: a nought would hide one that many did
                Shown(
                    "how",
                    Enum.GetValues<ToldHow>().Where(how => ways[(int)how] > 0).Select(ToldHowWords.Of),
                    [.. ways.Where(people => people > 0)]
                )
            ),
            stop
        );
        await db.SaveChangesAsync(stop);
    }

    private static EqualityCount Shown(string key, IEnumerable<string> names, int[] counts)
    {
        var safe = Suppression.ProtectList(counts);
        return new(key, [.. names.Select((answer, i) => new EqualityCountLine(answer, ToFive(safe.Counts[i])))], ToFive(safe.Total));
    }

    private static string ToFive(ProtectedCount count) =>
        count.Value is { } number
            ? ((int)Math.Round(number / 5m, MidpointRounding.AwayFromZero) * 5).ToString(
                "N0",
                System.Globalization.CultureInfo.GetCultureInfo("en-GB")
            )
            : ProtectedCount.Marker;
}
