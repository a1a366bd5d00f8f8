// Sends a one-time code to an address. Nothing in the answer tells whether anybody is known there.
using System.Globalization;
using System.Security.Cryptography;
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;

namespace Hearth.People.SignIn.AskForCode;

internal sealed class AskForCode(
    HearthDb db,
    TenantSession session,
    Attempts attempts,
    Outbox outbox,
    ILandlord landlord,
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
            outbox.Add(
                new MessageToSend(
                    $"sign-in/{id}",
                    "sign-in-code",
                    null,
                    new Recipient(one?.Id, one is null ? "" : PersonWords.Name(one), address.Key),
                    address.Channel,
                    $"Your code for {landlord.Current.Name}",
                    address.Channel == Channel.Text
                        ? $"{figures} is your code for {landlord.Current.Name}. It works for 10 minutes. Do not tell it to anyone, not even to us."
                        : $"""
                        Your code is {figures}

                        Type it on the page where you asked for it. It works for 10 minutes.

                        Do not tell it to anyone, not even to us. If you did not ask for a code, you need do nothing.
                        """
                )
                {
                    Secret = true,
                    NotAfter = until,
                }
            );
        }
        await db.SaveChangesAsync(stop);
        return id;
    }
}
