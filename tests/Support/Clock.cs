// A clock that stands still until a test moves it.
namespace Hearth.Support;

public sealed class Clock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <summary>Thursday 12 November 2026, nine in the morning in England.</summary>
    public static DateTimeOffset Morning { get; } = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Forward(TimeSpan by) => now += by;

    public void MoveTo(DateOnly day) => now = new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
}
