// The consent ledger: a line is added each time a person says yes or no; the newest counts.
using Hearth.People.Public;

namespace Hearth.People.Register;

internal sealed class Consent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public MessageKind Kind { get; init; }
    public bool Given { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Where it was said: "import of 3 May", "telephone, Maya Desai", "own page".</summary>
    public string Source { get; init; } = "";
}
