// One wrong code that somebody typed, kept for an hour so that whoever tries out codes is noticed on every node alike.
namespace Hearth.Surveys.Answering;

internal sealed class WrongCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Hash of where it came from. What was typed is not kept: it may be nearly somebody's code.</summary>
    public string Origin { get; init; } = "";
    public DateTimeOffset At { get; init; }
}
