// The answers that anyone may read, for the public first page.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.WhatChanged;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Public;

/// <summary>A published answer.</summary>
/// <param name="Title">Its short name, in the reader’s language where the answer is in it.</param>
/// <param name="Href">The page that tells the whole story, starting with <c>/</c>.</param>
/// <param name="Said">Ready for <c>&lt;hearth-saids&gt;</c>: words, date and how many were told, small counts hidden.</param>
/// <param name="ToTell">People who took part and may be told.</param>
/// <param name="Told">Of them, told by this answer.</param>
public sealed record PublishedReply(string Title, string Href, DateOnly PublishedOn, Said Said, int ToTell, int Told);

/// <summary>How many answers of each kind stand.</summary>
public sealed record ReplyScore(int WeDid, int WeAreDoing, int WeCant)
{
    public int All => WeDid + WeAreDoing + WeCant;
}

public sealed class PublishedReplies(HearthDb db, IServiceProvider services, TimeProvider time, Phrases phrases)
{
    /// <summary>The newest answers that stand.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyList<PublishedReply>> LatestAsync(int most, CancellationToken stop = default)
    {
        var latest = await Standing().OrderByDescending(r => r.PublishedAt).ThenByDescending(r => r.Number).Take(most).ToListAsync(stop);
        var kept = services.GetRequiredService<FirstPageAnswers>();
        var reader = services.GetRequiredService<PublicAnswers>();
        if (kept.Of(latest) is not { } answers)
        {
            using var all = services.GetRequiredService<Actor>().SeeAll();
            answers = await reader.OfAsync(latest, stop);
            kept.Keep(latest, answers);
        }
        // what is kept is English; its words in this reader's language are looked up each time
        answers = await reader.InAsync(phrases.Language, answers, stop);
        return
        [
            .. answers.Select(a => new PublishedReply(
                a.Answering.WordsIn(phrases.Language).Title,
                a.Href,
                a.Reply.PublishedAt!.Value.DayInLondon(),
                SaidOf(a, a.Answering.WordsIn(phrases.Language)),
                a.Told.ToTell,
                a.Told.Told
            )),
        ];
    }

    private Said SaidOf(PublicAnswer answer, ReplyWords words) =>
        new(OutcomeOf(answer.Reply), words.Said, answer.Who(phrases), words.Answer(phrases), answer.Proof(phrases), Href: "~" + answer.Href)
        {
            In = words.Language,
            Note = words.IsChecked ? null : phrases["changed.unchecked"],
        };

    /// <summary>Answers of each kind published since 1 April.</summary>
    public async Task<ReplyScore> ScoreAsync(CancellationToken stop = default)
    {
        var since = ToldSummary.YearOf(time.Today()).StartInLondon();
        var kinds = await Standing()
            .Where(r => r.PublishedAt >= since)
            .GroupBy(r => r.Kind)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(stop);
        int Of(ReplyKind kind) => kinds.Where(k => k.Key == kind).Sum(k => k.Count);
        return new(Of(ReplyKind.WeDid), Of(ReplyKind.WeAreDoing), Of(ReplyKind.WeCant));
    }

    private IQueryable<Reply> Standing() =>
        db.Set<Reply>().AsNoTracking().Where(r => r.Status == ReplyStatus.Published && r.WithdrawnAt == null);

    private static Outcome OutcomeOf(Reply reply) =>
        reply.Kind switch
        {
            ReplyKind.WeDid => Outcome.Did,
            ReplyKind.WeAreDoing => Outcome.Doing,
            _ => Outcome.Cannot,
        };
}
