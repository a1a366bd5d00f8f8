// What anyone may read of a published reply: counts, never who; small counts in words.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Feedback.Tellings;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.WhatChanged;

/// <summary>A reply as the public reads it; its counts become words in the reader's language.</summary>
/// <param name="Done">What those who spoke say of it: whether it was done.</param>
internal sealed record PublicAnswer(Answering Answering, ReplyTold Told, IReadOnlyList<Correction> Corrections, DoneCounts Done)
{
    public Reply Reply => Answering.Reply;

    public string Href => $"/what-changed/{Reply.Number}";

    /// <summary>“183 people took part in Repairs survey, May 2026”.</summary>
    public string Who(Phrases phrases)
    {
        var activities = Answering.Activities;
        if (Told.Took == 0 && Reply.SaidBy is null)
        {
            return activities.Count == 0 ? "" : Answering.Titles(phrases);
        }
        var said = Reply.SaidBy is { } speakers ? PublicAnswers.Counted(phrases, "changed.said-this", speakers) : null;
        var took =
            activities.Count == 0
                ? null
                : PublicAnswers.Counted(
                    phrases,
                    "changed.took-part",
                    Told.Took,
                    ("activities", Answering.TitlesInQuotes(phrases)),
                    ("month", phrases.Month(activities.Max(a => a.ClosedOn ?? a.On)))
                );
        return (said, took) switch
        {
            ({ } first, { } second) => phrases["changed.sentences", ("first", first), ("second", second)],
            _ => said ?? took ?? "",
        };
    }

    /// <summary>“51 of 58 people told so far”; null where nobody took part by name.</summary>
    public string? ToldWords(Phrases phrases) =>
        Told switch
        {
            { Took: 0 } => null,
            { ToTell: < PublicAnswers.Fewest, Owed: 0 } => phrases["changed.told-few"],
            { ToTell: < PublicAnswers.Fewest } => phrases["changed.telling-few"],
            { Owed: 0, Excused: 0 } => phrases["changed.told-all", ("count", Told.Told)],
            { Owed: 0 } => phrases["changed.told-wanting", ("count", Told.Told)],
            { Told: 0 } => phrases["changed.told-none", ("count", Told.ToTell)],
            _ => phrases["changed.told-some", ("told", Told.Told), ("count", Told.ToTell)],
        };

    /// <summary>Icon and words: the day, and how many were told.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Proof(Phrases phrases)
    {
        var proof = new List<KeyValuePair<string, string>>();
        if (Wording.DayOf(Reply, phrases) is { Length: > 0 } day)
        {
            proof.Add(new("calendar", day));
        }
        if (ToldWords(phrases) is { } told && Reply.WithdrawnAt is null)
        {
            proof.Add(new("mail", told));
        }
        if (Done.Asked > 0)
        {
            proof.Add(new("people", Done.InOneLine(phrases) ?? phrases["done.asked"]));
        }
        return proof;
    }
}

internal sealed class PublicAnswers(
    HearthDb db,
    ReplyFinder replies,
    TranslatedReplies translated,
    ToldOfReplies counts,
    CountAnswers asked
)
{
    /// <summary>Below this a number could point at a person.</summary>
    public const int Fewest = 10;

    /// <summary>These published replies, read for the public, in their order.</summary>
    public async Task<IReadOnlyList<PublicAnswer>> OfAsync(IReadOnlyList<Reply> published, CancellationToken stop)
    {
        var ids = published.Select(r => r.Id).ToList();
        var told = await counts.CountAsync(ids, stop);
        var done = await asked.OfAsync(ids, stop);
        var corrections = (
            await db.Set<Correction>().AsNoTracking().Where(c => ids.Contains(c.ReplyId)).OrderBy(c => c.At).ToListAsync(stop)
        ).ToLookup(c => c.ReplyId);
        var answers = new List<PublicAnswer>(published.Count);
        foreach (var reply in published)
        {
            answers.Add(Of(await replies.WithAsync(reply, stop), told[reply.Id], [.. corrections[reply.Id]], done[reply.Id]));
        }
        return answers;
    }

    /// <summary>These answers with their words in this language, where they are in it.</summary>
    public async Task<IReadOnlyList<PublicAnswer>> InAsync(Language language, IReadOnlyList<PublicAnswer> answers, CancellationToken stop)
    {
        if (language.IsEnglish || answers.Count == 0)
        {
            return answers;
        }
        var words = await translated.WholeAsync([.. answers.Select(answer => answer.Reply)], language, stop);
        return
        [
            .. answers.Select(answer =>
                words.TryGetValue(answer.Reply.Id, out var own)
                    ? answer with
                    {
                        Answering = answer.Answering with { InLanguages = own },
                    }
                    : answer
            ),
        ];
    }

    public static PublicAnswer Of(Answering answering, ReplyTold told, IReadOnlyList<Correction> corrections, DoneCounts done) =>
        new(answering, told, corrections, done);

    /// <summary>A sentence that counts people; a small number is not said.</summary>
    /// <param name="key">With a twin that ends in <c>-few</c>.</param>
    public static string Counted(Phrases phrases, string key, int people, params (string Name, object? Value)[] values) =>
        people < Fewest ? phrases[key + "-few", values] : phrases[key, [("count", people), .. values]];
}
