// What was proclaimed for one year only: holidays moved to another day, and holidays given once.
namespace Hearth.WorkingDays;

/// <summary>Bank holidays in England that the rules do not give: moved, or given once, by royal proclamation.</summary>
public static class OneOffDays
{
    /// <summary>Days that were given once.</summary>
    public static IReadOnlyList<BankHoliday> Given { get; } =
    [
        new(new(1981, 7, 29), "Wedding of the Prince of Wales"),
        new(new(1999, 12, 31), "Millennium Eve"),
        new(new(2002, 6, 3), "Golden Jubilee bank holiday"),
        new(new(2011, 4, 29), "Wedding of Prince William"),
        new(new(2012, 6, 5), "Diamond Jubilee bank holiday"),
        new(new(2022, 6, 3), "Platinum Jubilee bank holiday"),
        new(new(2022, 9, 19), "Bank Holiday for the State Funeral of Queen Elizabeth II"),
        new(new(2023, 5, 8), "Bank holiday for the coronation of King Charles III"),
    ];

    /// <summary>Holidays that were moved in one year: from the day the rule gives to the day it was kept on.</summary>
    internal static IReadOnlyDictionary<DateOnly, BankHoliday> Moved { get; } =
        new Dictionary<DateOnly, BankHoliday>
        {
            [new(1995, 5, 1)] = new(new(1995, 5, 8), "Early May bank holiday (VE day)"),
            [new(2002, 5, 27)] = new(new(2002, 6, 4), "Spring bank holiday"),
            [new(2012, 5, 28)] = new(new(2012, 6, 4), "Spring bank holiday"),
            [new(2020, 5, 4)] = new(new(2020, 5, 8), "Early May bank holiday (VE day)"),
            [new(2022, 5, 30)] = new(new(2022, 6, 2), "Spring bank holiday"),
        };
}
