// What anyone may read of a published reply: counts, never who; small counts in words.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies;
using Hearth.Feedback.Tellings;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.WhatChanged;

/// <summary>A reply as the public reads it.</summary>
/// <param name="Who">“183 people took part in Repairs survey, May 2026”.</param>
/// <param name="ToldWords">“51 of 58 people told so far”; null where nobody took part by name.</param>
/// <param name="Done">What those who spoke say of it: whether it was done.</param>
internal sealed record PublicAnswer(
    Answering Answering,
    ReplyTold Told,
    string Who,
    string? ToldWords,
    IReadOnlyList<Correction> Corrections,
    DoneCounts Done
)
{
    public Reply Reply => Answering.Reply;

    public string Href => $"/what-changed/{Reply.Number}";

    /// <summary>Icon and words: the day, and how many were told.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Proof(Phrases phrases)
    {
        var proof = new List<KeyValuePair<string, string>>();
        if (Wording.DayOf(Reply) is { Length: > 0 } day)
        {
            proof.Add(new("calendar", day));
        }
        if (ToldWords is not null && Reply.WithdrawnAt is null)
        {
            proof.Add(new("mail", ToldWords));
        }
        if (Done.Asked > 0)
        {
            proof.Add(new("people", Done.InOneLine(phrases) ?? phrases["done.asked"]));
        }
        return proof;
    }
}

internal sealed class PublicAnswers(HearthDb db, ReplyFinder replies, ToldOfReplies counts, CountAnswers asked)
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

    public static PublicAnswer Of(Answering answering, ReplyTold told, IReadOnlyList<Correction> corrections, DoneCounts done) =>
        new(answering, told, Who(answering, told), ToldWords(told), corrections, done);

    /// <summary>A number of people, in words where it is small.</summary>
    public static string People(int number) => number < Fewest ? $"Fewer than {Fewest} people" : InWords.People(number);

    private static string Who(Answering answering, ReplyTold told)
    {
        var activities = answering.Activities;
        var took =
            activities.Count == 0
                ? ""
                : $"took part in {answering.ActivityTitlesInQuotes}, {InWords.Month(activities.Max(a => a.ClosedOn ?? a.On))}";
        return (answering.Reply.SaidBy, told.Took) switch
        {
            ({ } said, _) when took.Length == 0 => $"{People(said)} said this",
            ({ } said, var all) => $"{People(said)} said this. {People(all)} {took}",
            (null, 0) => activities.Count == 0 ? "" : answering.ActivityTitles,
            (null, var all) => $"{People(all)} {took}",
        };
    }

    private static string? ToldWords(ReplyTold told) =>
        told switch
        {
            { Took: 0 } => null,
            { ToTell: < Fewest, Owed: 0 } => "Everyone who took part has been told",
            { ToTell: < Fewest } => "We are telling everyone who took part",
            { Owed: 0, Excused: 0 } => $"All {InWords.Number(told.Told)} people told",
            { Owed: 0 } => $"All {InWords.Number(told.Told)} people who want to know were told",
            { Told: 0 } => $"{InWords.Number(told.ToTell)} people will be told",
            _ => $"{InWords.Number(told.Told)} of {InWords.Number(told.ToTell)} people told so far",
        };
}
