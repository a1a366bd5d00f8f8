// What became of a message decides whether somebody has been told; where it came back, the next way is tried, each way once.
using Hearth.Feedback.Replies;
using Hearth.Feedback.Replies.Translations;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;

namespace Hearth.Feedback.Tellings;

internal sealed class ToldByMessage(
    LoopLedger loop,
    Audience audience,
    Outbox outbox,
    ReplyFinder replies,
    TranslatedReplies translated,
    TellParticipants tell
) : IMessageOutcomes
{
    public async Task OnOutcomeAsync(MessageOutcome outcome, CancellationToken stop)
    {
        if (outcome is not { Purpose: TellParticipants.Purpose, About: { } reply, PersonId: { } person })
        {
            return;
        }
        if (await loop.TellingAsync(reply, person, stop) is not { } telling)
        {
            return;
        }
        var byThisWay =
            telling.Channel == outcome.Channel.ToString() || (telling.Channel == Way.FaceToFace && outcome.Channel == Channel.Telephone);
        if (outcome.Status == MessageStatus.Sent && telling.ToldAt is null)
        {
            telling.ToldAt = outcome.At;
            telling.CameBack = null;
            telling.Channel = byThisWay ? telling.Channel : outcome.Channel.ToString();
        }
        // a letter that comes back was posted first: whoever was told only by it has not been told
        else if (outcome.Status == MessageStatus.Failed && (telling.ToldAt is null || byThisWay))
        {
            telling.ToldAt = null;
            telling.CameBack = outcome.Reason == OutcomeReasons.HeldBack ? "This way is not used for them" : CameBack(outcome.Channel);
            await TryNextWayAsync(telling, outcome.Channel, stop);
        }
    }

    private async Task TryNextWayAsync(Telling telling, Channel failed, CancellationToken stop)
    {
        var (reply, person) = (telling.ReplyId, telling.PersonId!.Value);
        var all = Enum.GetValues<Channel>();
        var used = await outbox.KnownKeysAsync([.. all.Select(channel => TellParticipants.Key(reply, person, channel))], stop);
        var tried = all.Where(channel => channel == failed || used.Contains(TellParticipants.Key(reply, person, channel))).ToHashSet();
        var members = await audience.ForPeopleAsync([person], stop);
        if (
            members.GetValueOrDefault(person) is { } member
            && Ways.Next(member, tried) is { } way
            && await replies.FindAsync(reply, stop) is { Reply.Standing: true } answering
        )
        {
            telling.Channel = way.Name;
            tell.Send(await translated.WithAsync(answering, stop), member, way);
        }
    }

    private static string CameBack(Channel channel) =>
        channel switch
        {
            Channel.Email => "The e-mail came back",
            Channel.Text => "The text did not arrive",
            Channel.WhatsApp => "The WhatsApp message did not arrive",
            Channel.Letter => "The letter came back",
            _ => "Nobody was reached by telephone",
        };
}
