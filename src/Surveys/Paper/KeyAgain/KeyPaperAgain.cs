// A second person keys a sheet blind; what differs is settled by looking at the paper, and the answer is put right.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Paper.KeyAgain;

internal sealed record SheetTaken() : Refusal("Somebody else has keyed this form again meanwhile. Take the next one");

internal sealed record OwnSheet() : Refusal("You keyed this form the first time. Somebody else must key it the second");

/// <summary>An answer that two people keyed differently.</summary>
internal sealed record Difference(PaperQuestion Question, string First, string Second);

internal sealed class KeyPaperAgain(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Keeps the second keying beside the first. The response stays as it is until differences are settled.</summary>
    public async Task<Outcome<PaperSheet>> RunAsync(Guid sheetId, KeyedSheet again, CancellationToken stop)
    {
        var sheet = await db.Set<PaperSheet>().SingleAsync(s => s.Id == sheetId, stop);
        if (sheet.KeyedById is not null && sheet.KeyedById == actor.Id)
        {
            return new OwnSheet();
        }
        var first = KeyedSheet.KeysFrom(sheet.Keys);
        var compared = first.Keys.Union(again.Keys.Keys, StringComparer.Ordinal).ToList();
        var differed = compared.Count(key => first.GetValueOrDefault(key) != again.Keys.GetValueOrDefault(key));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // in one statement: of two who key the same sheet at the same moment one is taken
        var now = time.GetUtcNow();
        var (person, name, keys) = (actor.Id, actor.Name, again.KeysAsJson());
        var mine = await db.Set<PaperSheet>()
            .Where(s => s.Id == sheetId && s.AgainAt == null)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(x => x.AgainAt, now)
                        .SetProperty(x => x.AgainById, person)
                        .SetProperty(x => x.AgainBy, name)
                        .SetProperty(x => x.KeysAgain, keys)
                        .SetProperty(x => x.Compared, compared.Count)
                        .SetProperty(x => x.Differed, differed),
                stop
            );
        if (mine == 0)
        {
            return new SheetTaken();
        }
        audit.Write(
            "KeyPaperAgain",
            "survey",
            sheet.SurveyId,
            differed == 0 ? "no difference" : $"{differed} of {compared.Count} answers differ"
        );
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        await db.Entry(sheet).ReloadAsync(stop);
        return sheet;
    }

    /// <summary>The answers that differ, in the order of the form.</summary>
    public static IReadOnlyList<Difference> Differences(PaperSheet sheet, IReadOnlyList<PaperQuestion> questions)
    {
        if (sheet.KeysAgain is null)
        {
            return [];
        }
        var (first, second) = (KeyedSheet.KeysFrom(sheet.Keys), KeyedSheet.KeysFrom(sheet.KeysAgain));
        return
        [
            .. questions
                .Select(q => new Difference(q, first.GetValueOrDefault(q.Question.Key, ""), second.GetValueOrDefault(q.Question.Key, "")))
                .Where(difference => difference.First != difference.Second),
        ];
    }

    /// <summary>Says of each difference whether the second keying is right, and puts the response right.</summary>
    /// <param name="sheetId">Whose differences wait to be settled; settled twice it changes nothing.</param>
    /// <param name="questions">The survey's.</param>
    /// <param name="secondIsRight">Keys of the questions where it is; for the others the first is.</param>
    /// <param name="stop">Gives up.</param>
    public async Task SettleAsync(
        Guid sheetId,
        IReadOnlyList<Question> questions,
        IReadOnlySet<string> secondIsRight,
        CancellationToken stop
    )
    {
        var sheet = await db.Set<PaperSheet>().SingleAsync(s => s.Id == sheetId, stop);
        if (!sheet.WaitsToBeSettled)
        {
            return;
        }
        var keys = KeyedSheet.KeysFrom(sheet.Keys).ToDictionary(pair => pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        var second = KeyedSheet.KeysFrom(sheet.KeysAgain!);
        foreach (var key in secondIsRight)
        {
            keys[key] = second.GetValueOrDefault(key);
        }
        var right = KeyedSheet.Read(questions, keys, words: false);
        if (await db.Set<Response>().FirstOrDefaultAsync(r => r.Id == sheet.ResponseId, stop) is { } response)
        {
            response.Answers = right.Answers.Write();
        }
        sheet.Unreadable = right.Unreadable;
        sheet.SettledAt = time.GetUtcNow();
        audit.Write("SettlePaper", "survey", sheet.SurveyId, $"{secondIsRight.Count} of {sheet.Differed} answers put right");
        await db.SaveChangesAsync(stop);
    }
}
