// What one message of each kind costs a landlord, so that asking can be weighed against what it brings.
namespace Hearth.Messaging.Public;

/// <summary>Pence for one message; for a text, for one of its parts (<see cref="TextParts"/>). Until a landlord sets its own: a text and a second-class letter at about what GOV.UK Notify charges with VAT, ten minutes of an officer for a call, half an hour for a visit.</summary>
public sealed record MessageCosts
{
    /// <summary>The key among the settings.</summary>
    public const string Setting = "messaging-costs";

    public decimal Email { get; init; }
    public decimal Text { get; init; } = 3;
    public decimal WhatsApp { get; init; } = 2;
    public decimal Letter { get; init; } = 85;
    public decimal Telephone { get; init; } = 350;
    public decimal Door { get; init; } = 1100;

    public decimal Of(Channel channel) =>
        channel switch
        {
            Channel.Email => Email,
            Channel.Text => Text,
            Channel.WhatsApp => WhatsApp,
            Channel.Letter => Letter,
            Channel.Telephone => Telephone,
            _ => Door,
        };

    /// <summary>What messages like these have cost: those that left, and calls, visits and letters that were in vain.</summary>
    public decimal Spent(IEnumerable<OutboxCount> counts) =>
        counts.Where(count => HasCost(count.Channel, count.Status)).Sum(count => count.Parts * Of(count.Channel));

    private static bool HasCost(Channel channel, MessageStatus status) =>
        status is MessageStatus.Sent or MessageStatus.InDoubt
        || (status == MessageStatus.Failed && channel is not (Channel.Email or Channel.Text or Channel.WhatsApp));
}
