// One line of the menu: a way to take part, what it asks of a person, and what it offers them.
namespace Hearth.People.TakingPart;

/// <summary>How a way is done; a person needs only one of them.</summary>
internal enum Manner
{
    Online,
    Telephone,
    Paper,
    InPerson,
}

/// <summary>What makes it possible for a person, and what a way can offer.</summary>
internal enum AccessNeed
{
    EasyRead,
    LargePrint,
    Interpreter,
    Transport,
    Childcare,
    StepFree,
    HearingLoop,
    FromHome,
}

/// <summary>How much time a person has to give; a way asks for one of these.</summary>
internal enum TimeToGive
{
    TwoMinutes,
    HalfAnHour,
    FewHoursAYear,
    Regularly,
}

internal sealed class WayToTakePart
{
    public const int LongestName = 80;
    public const int LongestWords = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";

    /// <summary>Two or three plain sentences for a tenant.</summary>
    public string Words { get; set; } = "";
    public TimeToGive Time { get; set; }

    /// <summary>Values of <see cref="Manner"/>, parted by commas.</summary>
    public string MannerList { get; private set; } = "";

    /// <summary>Values of <see cref="AccessNeed"/>, parted by commas.</summary>
    public string OfferList { get; private set; } = "";

    /// <summary>Tags of languages beside English, parted by commas.</summary>
    public string LanguageList { get; private set; } = "";

    /// <summary>A page of this site where it begins at once; null where an officer answers.</summary>
    public string? Address { get; set; }

    /// <summary>Smaller comes first among ways that ask for the same time.</summary>
    public int Position { get; set; }

    /// <summary>Off the menu since then. It stays for the record.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public IReadOnlyList<Manner> Manners
    {
        get => Listed.Read<Manner>(MannerList);
        set => MannerList = Listed.Write(value);
    }

    public IReadOnlyList<AccessNeed> Offers
    {
        get => Listed.Read<AccessNeed>(OfferList);
        set => OfferList = Listed.Write(value);
    }

    public IReadOnlyList<string> Languages
    {
        get => LanguageList.Split(',', StringSplitOptions.RemoveEmptyEntries);
        set => LanguageList = string.Join(',', value.Distinct().Order(StringComparer.Ordinal));
    }
}

/// <summary>Values of an enumeration in one column.</summary>
internal static class Listed
{
    public static IReadOnlyList<T> Read<T>(string list)
        where T : struct, Enum => [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<T>)];

    public static string Write<T>(IEnumerable<T> values)
        where T : struct, Enum => string.Join(',', values.Distinct().Order());
}
