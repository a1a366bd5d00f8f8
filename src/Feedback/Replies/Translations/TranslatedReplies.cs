// Reads answers in other languages: for officers as they stand, for everybody else only what is whole and up to date.
using Hearth.DesignSystem.Public;
using Hearth.Loop.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies.Translations;

internal sealed class TranslatedReplies(HearthDb db, PhraseBook book) : ITitlesInLanguages
{
    /// <summary>The answer in these languages, however it stands.</summary>
    public async Task<IReadOnlyList<TranslatedReply>> OfAsync(Reply reply, IReadOnlyCollection<Language> languages, CancellationToken stop)
    {
        var parts = Parts.Of(reply, await CorrectionsAsync([reply.Id], stop));
        var texts = (await db.Set<ReplyTranslation>().AsNoTracking().Where(t => t.ReplyId == reply.Id).ToListAsync(stop)).ToLookup(t =>
            t.Language
        );
        return
        [
            .. languages.Select(language => new TranslatedReply(language, reply, parts, texts[language.Code].ToDictionary(t => t.Part))),
        ];
    }

    /// <summary>The answer with its words in every language it is in, to be sent or shown.</summary>
    public async Task<Answering> WithAsync(Answering answering, CancellationToken stop) =>
        answering with
        {
            InLanguages = (await WholeAsync([answering.Reply], null, stop)).GetValueOrDefault(answering.Reply.Id) ?? Answering.OnlyEnglish,
        };

    /// <summary>By reply, then by language: those that are whole and made from the English as it is now.</summary>
    /// <param name="replies">Of these.</param>
    /// <param name="only">In this language; null for all.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, ReplyWords>>> WholeAsync(
        IReadOnlyCollection<Reply> replies,
        Language? only,
        CancellationToken stop
    )
    {
        var ids = replies.Select(reply => reply.Id).ToList();
        var wanted = db.Set<ReplyTranslation>().AsNoTracking().Where(t => ids.Contains(t.ReplyId));
        if (only is not null)
        {
            wanted = wanted.Where(t => t.Language == only.Code);
        }
        var texts = await wanted.ToListAsync(stop);
        if (texts.Count == 0)
        {
            return new Dictionary<Guid, IReadOnlyDictionary<string, ReplyWords>>();
        }
        var corrections = (await CorrectionsAsync(ids, stop)).ToLookup(correction => correction.ReplyId);
        var byReply = replies.DistinctBy(reply => reply.Id).ToDictionary(reply => reply.Id);
        return texts
            .GroupBy(text => text.ReplyId)
            .ToDictionary(
                group => group.Key,
                group => InLanguages(byReply[group.Key], Parts.Of(byReply[group.Key], corrections[group.Key]), group)
            );
    }

    public async Task<IReadOnlyDictionary<Guid, string>> InAsync(IReadOnlyCollection<Guid> things, string language, CancellationToken stop)
    {
        if (book.Find(language) is not { IsEnglish: false } found)
        {
            return new Dictionary<Guid, string>();
        }
        var translated = db.Set<ReplyTranslation>().Where(t => t.Language == found.Code).Select(t => t.ReplyId);
        var replies = await db.Set<Reply>()
            .AsNoTracking()
            .Where(r => things.Contains(r.Id) && r.Status == ReplyStatus.Published && translated.Contains(r.Id))
            .ToListAsync(stop);
        return (await WholeAsync(replies, found, stop))
            .Where(pair => pair.Value.ContainsKey(found.Code))
            .ToDictionary(pair => pair.Key, pair => pair.Value[found.Code].Title);
    }

    private IReadOnlyDictionary<string, ReplyWords> InLanguages(Reply reply, IReadOnlyList<Part> parts, IEnumerable<ReplyTranslation> texts)
    {
        var whole = new Dictionary<string, ReplyWords>(StringComparer.Ordinal);
        foreach (var group in texts.GroupBy(text => text.Language))
        {
            if (
                book.Find(group.Key) is { IsEnglish: false } language
                && language.Code == group.Key
                && new TranslatedReply(language, reply, parts, group.ToDictionary(text => text.Part)).Words is { } words
            )
            {
                whole[language.Code] = words;
            }
        }
        return whole;
    }

    private Task<List<Correction>> CorrectionsAsync(IReadOnlyList<Guid> replies, CancellationToken stop) =>
        db.Set<Correction>().AsNoTracking().Where(c => replies.Contains(c.ReplyId)).OrderBy(c => c.At).ToListAsync(stop);
}
