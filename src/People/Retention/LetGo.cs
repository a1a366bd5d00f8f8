// One line of what went because its time had passed: how much of which kind, never whose.
namespace Hearth.People.Retention;

internal sealed class LetGo
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Kind { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public int Months { get; init; }
    public int Count { get; init; }
}
