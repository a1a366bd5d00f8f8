// Whose name stands on an e-mail: the sender's address, and how the landlord is reached.
using Hearth.DesignSystem.Public;

namespace Hearth.Messaging.Sending.Mail;

/// <summary>The head of an e-mail.</summary>
/// <param name="From">The sender's address.</param>
/// <param name="FromName">The sender's name.</param>
/// <param name="ReplyTo">Where an answer goes, if elsewhere.</param>
/// <param name="Phone">The landlord's number.</param>
internal sealed record MailHead(string From, string FromName, string? ReplyTo, string? Phone);

internal sealed class Letterhead(ILandlord landlord, MessagingOptions options)
{
    public MailHead Current
    {
        get
        {
            var look = landlord.Current;
            var from = options.Smtp.From ?? look.Email ?? "hearth@localhost.example";
            return new(from, options.Smtp.FromName ?? look.Name, look.Email is { } email && email != from ? email : null, look.Phone);
        }
    }
}
