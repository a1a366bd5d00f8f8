// Writes an answer in another language, text by text.
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Replies.Translations.Translate;

/// <summary>How many texts changed, or why none did.</summary>
internal sealed record Translated(int Changed, IReadOnlyList<Refusal> Refusals);

internal sealed class TranslateReply(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>
    /// One that is new or other than before is checked by nobody, unless whoever saves says they have checked it; an empty one is taken away.
    /// </summary>
    /// <param name="reply">Whose.</param>
    /// <param name="language">One that tenants' pages are in.</param>
    /// <param name="texts">By part, each with the English it was made from.</param>
    /// <param name="isChecked">Whoever saves reads the language and vouches for these texts.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Translated> DoAsync(
        Guid reply,
        Language language,
        IReadOnlyCollection<(Part Part, string Text)> texts,
        bool isChecked,
        CancellationToken stop
    )
    {
        var clean = texts.Select(one => (one.Part, Text: Clean(one.Text, one.Part.OneLine))).ToList();
        if (clean.Where(one => one.Text.Length > one.Part.Most).Select(one => WhyNot(one.Part)).ToList() is { Count: > 0 } refusals)
        {
            return new(0, refusals);
        }
        var there = await db.Set<ReplyTranslation>()
            .Where(t => t.ReplyId == reply && t.Language == language.Code)
            .ToDictionaryAsync(t => t.Part, stop);
        var changed = clean.Count(one => Put(reply, language.Code, one.Part, one.Text, isChecked, there));
        if (changed == 0)
        {
            return new(0, []);
        }
        audit.Write(
            "TranslateReply",
            "reply",
            reply,
            $"{language.Code}: {InWords.Count(changed, "text", "texts")}{(isChecked ? ", checked" : "")}"
        );
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            // a colleague wrote or took away the same text a moment ago
            return new(0, [new ChangedMeanwhile()]);
        }
        return new(changed, []);
    }

    private bool Put(Guid reply, string language, Part part, string text, bool isChecked, Dictionary<string, ReplyTranslation> there)
    {
        var before = there.GetValueOrDefault(part.Key);
        if (text.Length == 0)
        {
            if (before is not null)
            {
                db.Remove(before);
            }
            return before is not null;
        }
        // seen on the page and left as it was: what was out of date stays so, until somebody says that it still holds
        if (before?.Text == text && (!isChecked || (before.CheckedBy is not null && before.Source == part.Fingerprint)))
        {
            return false;
        }
        if (before is null)
        {
            before = new()
            {
                ReplyId = reply,
                Language = language,
                Part = part.Key,
            };
            db.Add(before);
        }
        (before.Text, before.SearchKey, before.Source) = (text, text.ToLowerInvariant(), part.Fingerprint);
        (before.At, before.CheckedBy) = (time.GetUtcNow(), isChecked ? actor.Name : null);
        return true;
    }

    private static Refusal WhyNot(Part part) => new TooLong($"Text[{part.Key}]", $"{part.What}: the translation", part.Most);

    // control signs, and those that turn the direction of what stands after them
    private static string Clean(string typed, bool oneLine)
    {
        var kept = new string([
            .. typed.ReplaceLineEndings("\n").Where(sign => sign == '\n' || !(char.IsControl(sign) || Turns(sign))),
        ]).InForm(System.Text.NormalizationForm.FormC);
        return oneLine
            ? string.Join(' ', kept.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : kept.Trim();
    }

    private static bool Turns(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
