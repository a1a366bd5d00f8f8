// Sends a one-time code to an address. Nothing in the answer tells whether anybody is known there.
using System.Globalization;
using System.Security.Cryptography;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Http;

namespace Hearth.People.SignIn.AskForCode;

internal sealed class AskForCode(
    HearthDb db,
    TenantSession session,
    Attempts attempts,
    Outbox outbox,
    ILandlord landlord,
    InTheirLanguage languages,
    IHttpContextAccessor http,
    TimeProvider time
)
{
    private const string Door = "tenant-code";
    private const int MostForAnAddress = 3;
    private const int MostForANetwork = 30;

    /// <summary>The code's id; null where there were too many in a short while, known address or not.</summary>
    public async Task<Guid?> SendAsync(TypedAddress address, string network, CancellationToken stop)
    {
        var few = await attempts.TryAsync(Door, address.Key, MostForAnAddress, stop);
        var fewHere = await attempts.TryAsync(Door + "-network", network, MostForANetwork, stop);
        if (!few || !fewHere)
        {
            return null;
        }
        // A code is made and kept for an unknown address too: the same work, the same time.
        var figures = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7();
        var until = time.GetUtcNow() + SignInCode.Lasts;
        db.Add(
            new SignInCode
            {
                Id = id,
                Hash = SignInCode.HashOf(id, figures),
                Until = until,
            }
        );
        var people = await session.AtAsync(address, stop);
        if (people.Count > 0)
        {
            var one = people.Count == 1 ? people[0] : null;
            var name = one is null ? "" : PersonWords.Name(one);
            outbox.Add(
                languages.Write(
                    $"sign-in/{id}",
                    "sign-in-code",
                    null,
                    new Recipient(one?.Id, name, address.Key, LanguageFor(people)),
                    address.Channel,
                    phrases =>
                        new(
                            phrases["sign-in.message.subject", ("landlord", landlord.Current.Name)],
                            address.Channel == Channel.Text
                                ? phrases["sign-in.message.text", ("code", figures), ("landlord", landlord.Current.Name)]
                                : string.Join(
                                    "\n\n",
                                    phrases["sign-in.message.code", ("code", figures)],
                                    phrases["sign-in.message.where"],
                                    phrases["sign-in.message.nobody"]
                                )
                        )
                ) with
                {
                    Secret = true,
                    NotAfter = until,
                }
            );
        }
        await db.SaveChangesAsync(stop);
        return id;
    }

    // The page they have just read is in a language they can read; where it is English, what they told us before.
    private string LanguageFor(IReadOnlyList<Person> people)
    {
        var page = ReadersLanguage.Of(http.HttpContext);
        return page.IsEnglish && people.Select(person => person.Language).Distinct().ToList() is [var theirs] ? theirs : page.Tag;
    }
}
