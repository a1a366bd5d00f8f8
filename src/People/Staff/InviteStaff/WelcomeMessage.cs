// The e-mail that carries a one-time link to a member of staff.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;

namespace Hearth.People.Staff.InviteStaff;

internal sealed class WelcomeMessage(Outbox outbox, ILandlord landlord)
{
    /// <summary>Adds the message to this unit of work.</summary>
    public void Add(StaffAccount account, string link) =>
        outbox.Add(
            new MessageToSend(
                $"staff/{account.Id}/welcome/{account.WelcomeHash![..16]}",
                "staff-welcome",
                account.Id,
                new Recipient(null, account.Name, account.Email),
                Channel.Email,
                $"Your way in to Hearth at {landlord.Current.Name}",
                $"""
                Hello {account.Name}

                You can now use Hearth, where {landlord.Current.Name} listens to its tenants and answers them. Open this address, choose a password, and have your phone at hand for the second step:

                {link}

                The address works once, for seven days. Do not pass it on.

                If you did not expect this, tell whoever looks after Hearth in your office.
                """
            )
            {
                Secret = true,
            }
        );
}
