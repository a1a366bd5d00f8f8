// A bank holiday: the day, what it is called, and whether it stands for a day that fell on a weekend.
namespace Hearth.WorkingDays;

/// <summary>A bank holiday.</summary>
/// <param name="Day">The day on which banks, and nearly all offices, are closed.</param>
/// <param name="Title">As GOV.UK calls it: “Boxing Day”.</param>
/// <param name="Substitute">True where the holiday itself fell on a weekend and this weekday is taken for it.</param>
public sealed record BankHoliday(DateOnly Day, string Title, bool Substitute = false)
{
    /// <summary>“Boxing Day (substitute day)”, as GOV.UK lists it.</summary>
    public override string ToString() => Substitute ? $"{Title} (substitute day)" : Title;
}
