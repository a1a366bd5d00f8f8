// Who was asked whether it was done, and what they added in words, is forgotten when its time has passed; what they answered stays counted.
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack;

internal sealed class OldAnswersBack(HearthDb db, AuditTrail audit) : IKeptFor
{
    public string Key => "was-it-done";

    public string What => "Who was asked “was it done?”, and their words";

    public string Since => "since they were asked";

    public string Then => "The name, the code and the words are deleted. Yes, partly, no stay counted beside the answer.";

    public int Usually => 24;

    // nobody is asked twice about one answer: it is news for half a year, and a question stays open for three months
    public int Least => 12;

    public IReadOnlyCollection<Type> Covers { get; } = [typeof(AskedBack)];

    public Task<int> CountAsync(DateTimeOffset before, CancellationToken stop) => Old(before).CountAsync(stop);

    public async Task<int> LetGoAsync(DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        while (await Old(before).OrderBy(a => a.Id).Take(500).ToListAsync(stop) is { Count: > 0 } asked)
        {
            foreach (var one in asked)
            {
                (one.PersonId, one.Words, one.RingMe, one.RungBy) = (null, null, false, null);
                // the link in their letter opens nothing any more
                one.Code = TypedCode.Draw(AskedBack.CodeLength, TypedCode.Secret);
            }
            audit.Write("LetGo", "reply", detail: $"{asked.Count} who were asked whether it was done lost their names");
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
            gone += asked.Count;
        }
        return gone;
    }

    private IQueryable<AskedBack> Old(DateTimeOffset before) =>
        db.Set<AskedBack>().Where(a => a.AskedAt < before && (a.PersonId != null || a.Words != null));
}
