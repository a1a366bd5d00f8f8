// Finds a reply with what it answers.
using Hearth.DesignSystem.Public;
using Hearth.Feedback.Replies.Translations;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies;

/// <summary>A reply and the activities it answers, in their order.</summary>
internal sealed record Answering(Reply Reply, IReadOnlyList<Activity> Activities)
{
    public static IReadOnlyDictionary<string, ReplyWords> OnlyEnglish { get; } = new Dictionary<string, ReplyWords>();

    /// <summary>Its words in other languages, where they may be shown: see <see cref="TranslatedReplies"/>.</summary>
    public IReadOnlyDictionary<string, ReplyWords> InLanguages { get; init; } = OnlyEnglish;

    /// <summary>In this language where the answer is in it, else in English.</summary>
    public ReplyWords WordsIn(Language language) => InLanguages.GetValueOrDefault(language.Code) ?? ReplyWords.InEnglish(Reply);

    public IReadOnlyList<Guid> ActivityIds => [.. Activities.Select(a => a.Id)];

    /// <summary>For colleagues.</summary>
    public string ActivityTitles => InWords.List([.. Activities.Select(a => a.Title)]);

    /// <summary>For the middle of a sentence in English.</summary>
    public string ActivityTitlesInQuotes => InWords.List([.. Activities.Select(a => $"‘{a.Title}’")]);

    public string Titles(Phrases phrases) => phrases.List(Activities.Select(a => a.Title));

    /// <summary>For the middle of a sentence: ‘Repairs survey’ and ‘Four Tenants’ Forums’.</summary>
    public string TitlesInQuotes(Phrases phrases) => phrases.List(Activities.Select(a => $"‘{a.Title}’"));
}

internal sealed class ReplyFinder(HearthDb db, Activities activities)
{
    /// <summary>The reply, read only; null where there is none.</summary>
    public async Task<Answering?> FindAsync(Guid id, CancellationToken stop) =>
        await db.Set<Reply>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, stop) is { } reply ? await WithAsync(reply, stop) : null;

    /// <summary>The reply of this number, once it is published.</summary>
    public async Task<Answering?> PublishedAsync(int number, CancellationToken stop) =>
        await db.Set<Reply>().AsNoTracking().FirstOrDefaultAsync(r => r.Number == number && r.Status == ReplyStatus.Published, stop)
            is { } reply
            ? await WithAsync(reply, stop)
            : null;

    public async Task<Answering> WithAsync(Reply reply, CancellationToken stop) =>
        new(reply, await activities.TheseAsync(await IdsAsync(reply.Id, stop), stop));

    /// <summary>The ids of what it answers, in their order.</summary>
    public async Task<List<Guid>> IdsAsync(Guid reply, CancellationToken stop) =>
        await db.Set<ReplyActivity>().Where(a => a.ReplyId == reply).OrderBy(a => a.Position).Select(a => a.ActivityId).ToListAsync(stop);
}
