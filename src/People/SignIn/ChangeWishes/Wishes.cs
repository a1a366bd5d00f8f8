// Which kinds of message a person takes. The newest line of the ledger counts; nobody who never said no is taken to have.
using Hearth.People.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.ChangeWishes;

internal static class Wishes
{
    public static async Task<IReadOnlyList<(MessageKind Kind, bool May)>> OfAsync(HearthDb db, Guid person, CancellationToken stop)
    {
        var lines = await db.Set<Consent>().AsNoTracking().Where(c => c.PersonId == person).ToListAsync(stop);
        return
        [
            .. Enum.GetValues<MessageKind>()
                .Select(kind =>
                    (kind, lines.Where(l => l.Kind == kind).OrderBy(l => l.At).ThenBy(l => l.Id).LastOrDefault()?.Given ?? true)
                ),
        ];
    }

    /// <summary>The key of the words for this kind.</summary>
    public static string Words(MessageKind kind) =>
        kind switch
        {
            MessageKind.Surveys => "wishes.surveys",
            MessageKind.News => "wishes.news",
            MessageKind.Calls => "wishes.calls",
            MessageKind.Visits => "wishes.visits",
            _ => "wishes.feedback",
        };
}
