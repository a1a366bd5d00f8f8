// The question “was it done?” opens in the language on record for the person it was sent to. A colleague who types for them reads English.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.AskBack.Answer;

internal sealed class LanguageOfAsked(HearthDb db, LanguageOnRecord languages, Actor actor) : IOwnLanguage
{
    public async ValueTask<string?> OfAsync(HttpContext http, CancellationToken stop)
    {
        if (
            actor.Kind == ActorKind.Staff
            || !http.Request.Path.StartsWithSegments("/was-it-done", StringComparison.OrdinalIgnoreCase)
            || http.GetRouteValue("code") is not string typed
            || TypedCode.Read(typed, AskedBack.CodeLength) is not { } code
        )
        {
            return null;
        }
        var person = await db.Set<AskedBack>().Where(a => a.Code == code).Select(a => a.PersonId).FirstOrDefaultAsync(stop);
        return person is { } id ? await languages.OfAsync(id, stop) : null;
    }
}
