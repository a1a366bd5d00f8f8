// How many messages, by channel and by what became of them.
using Hearth.Messaging.Public;

namespace Hearth.Messaging.Board.All;

internal sealed record BoardCount(Channel Channel, MessageStatus Status, int Count);

internal sealed record BoardCounts(IReadOnlyList<BoardCount> All)
{
    public int Total => All.Sum(c => c.Count);

    public int Of(MessageStatus status) => All.Where(c => c.Status == status).Sum(c => c.Count);

    public int Of(Channel channel, params MessageStatus[] statuses) =>
        All.Where(c => c.Channel == channel && statuses.Contains(c.Status)).Sum(c => c.Count);

    public IEnumerable<Channel> Channels => All.Select(c => c.Channel).Distinct().Order();
}
