// Days and hours as people in England know them.
namespace Hearth.Storage.Public;

public static class LondonTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today in England.</summary>
    public static DateOnly Today(this TimeProvider time) => time.GetUtcNow().DayInLondon();

    /// <summary>The day on which this instant falls in England.</summary>
    public static DateOnly DayInLondon(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InLondon().DateTime);

    /// <summary>The same instant on an English clock.</summary>
    public static DateTimeOffset InLondon(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant at which this day begins in England.</summary>
    public static DateTimeOffset StartInLondon(this DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }
}
