// Surveys on the officer's first page: what is in the field, what closes or opens soon, comments nobody has read.
using System.Globalization;
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.FirstPage;

internal sealed class NewsOfSurveys(HearthDb db, SurveyReader surveys, TimeProvider time) : IFirstPageNews
{
    public async Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop)
    {
        var today = time.Today();
        var runs = QuestionnairesParts.Asks(reader);
        var all = await surveys.ListAsync(stop);
        var open = all.Where(s => s.Status == nameof(SurveyStatus.Open))
            .OrderBy(s => s.ClosesOn)
            .ThenBy(s => s.Title, StringComparer.Ordinal)
            .ToList();
        var month = new DateOnly(today.Year, today.Month, 1).StartInLondon();
        var answers = await db.Set<Response>().CountAsync(r => r.At >= month, stop);
        var unread = await db.Set<Comment>()
            .Where(c => c.ReleasedAt == null && c.WithheldAt == null)
            .GroupBy(c => c.SurveyId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(stop);
        var comments = unread.Sum(u => u.Count);
        var due = open.Where(s => s.ClosesOn <= until)
            .Select(s => new Due(
                s.ClosesOn,
                $"{s.Title} closes",
                runs ? s.Address : $"{s.Address}/results",
                $"{Whole(s.Answered)} of {Whole(s.Asked)} homes have answered.",
                "Last day",
                DueState.Waits
            ))
            .Concat(
                all.Where(s => s.Status == nameof(SurveyStatus.Scheduled) && s.OpensOn <= until && runs)
                    .Select(s => new Due(
                        s.OpensOn,
                        $"{s.Title} opens",
                        s.Address,
                        "It opens by itself in the morning.",
                        "Ready",
                        DueState.Ready
                    ))
            );
        return new FirstPageNews(
            [
                new(
                    LoopStop.CollectViews,
                    open.Count,
                    $"{(open.Count == 1 ? "activity" : "activities")} open, {Whole(answers)} {(answers == 1 ? "answer" : "answers")} this month"
                ),
                new(
                    LoopStop.GatherEvidence,
                    comments,
                    comments == 1 ? "comment to read" : "comments to read",
                    Href: runs && unread.MaxBy(u => u.Count) is { } most ? $"/surveys/{most.Key}/comments" : null
                ),
            ],
            [.. due],
            [.. open.Select(s => new InTheField(s.Title, runs ? s.Address : $"{s.Address}/results", s.Answered, s.Asked, s.ClosesOn))]
        );
    }

    private static string Whole(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));
}
