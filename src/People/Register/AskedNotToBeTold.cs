// Tells the loop who asked not to be told what came of what they said.
using Hearth.Loop.Public;
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed class AskedNotToBeTold(Refusals refusals) : IAskedNotToBeTold
{
    public Task<IReadOnlySet<Guid>> ListAsync(CancellationToken stop) => refusals.OfAsync(MessageKind.Feedback, stop);
}
