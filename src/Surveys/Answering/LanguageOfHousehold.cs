// A survey opens in the language on record for the person it was sent to. A colleague who types for them reads English.
using Hearth.DesignSystem.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class LanguageOfHousehold(HearthDb db, LanguageOnRecord languages, Actor actor) : IOwnLanguage
{
    public async ValueTask<string?> OfAsync(HttpContext http, CancellationToken stop)
    {
        if (
            actor.Kind == ActorKind.Staff
            || !http.Request.Path.StartsWithSegments("/s", StringComparison.OrdinalIgnoreCase)
            || http.GetRouteValue("code") is not string typed
            || InvitationCode.Read(typed) is not { } code
        )
        {
            return null;
        }
        var person = await db.Set<Invitation>().Where(i => i.Code == code).Select(i => i.PersonId).FirstOrDefaultAsync(stop);
        return person is { } id ? await languages.OfAsync(id, stop) : null;
    }
}
