// What e-mail addresses, telephone numbers, postcodes, streets, flats, references and titled names look like in what tenants write.
using System.Text.RegularExpressions;

namespace Hearth.Surveys.Results.ReadComments;

internal static partial class Patterns
{
    private const int Patience = 250;

    public static IReadOnlyList<(Regex Pattern, string Mark, string What)> All { get; } =
    [
        (Email(), "[e-mail]", "an e-mail address"),
        (Web(), "[web address]", "a web address"),
        (Phone(), "[telephone]", "a telephone number"),
        (Street(), "[address]", "an address"),
        (Postcode(), "[postcode]", "a postcode"),
        (Flat(), "[number]", "a flat or house number"),
        (Reference(), "[reference]", "a reference"),
        (Born(), "[date]", "a date"),
        (Titled(), "[name]", "a name"),
        (Called(), "[name]", "a name"),
    ];

    /// <summary>Names that are everyday words as well.</summary>
    public static IReadOnlySet<string> Everyday { get; } =
        (
            "MAY WILL MARK ROSE HALL WOOD BROWN GREEN WHITE BLACK YOUNG COOK HOPE GRACE JOY PAGE DAY KING BILL PAT ROB SUE RAY DAWN FAITH EVE IVY VIOLET "
            + "SUMMER AUTUMN APRIL JUNE AUGUST LONG SHORT HILL LANE FIELD STONE POOL PARK WELL BEST HAND HEAD WAY REED RICH CLEAN DRY COLD FROST SNOW WATER "
            + "PRICE CASH PENNY SHARP SWEET SMALL LITTLE STRONG WISE GOOD HARD GAS GUY ART BASIL CARPENTER PLUMMER"
        )
            .Split(' ')
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+", RegexOptions.None, Patience)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+", RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Web();

    [GeneratedRegex(@"(?<![\d£])(?:\+44\s?\(?0?\)?|\(?0)\d(?:[\s()./-]{0,2}\d){8,9}(?!\d)", RegexOptions.None, Patience)]
    private static partial Regex Phone();

    [GeneratedRegex(
        @"\b(?:(?:[Ff]lat|[Aa]partment|[Aa]pt)\.?\s?\d+\p{L}?,?\s+)?(?:\d+\p{L}?,?\s+)(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Close|Lane|Drive|Court|Crescent|Way|Place|Terrace|Gardens|Grove|Square|Walk|House|Mews|Hill|Row|Green|Gate|Tower|Towers|Rise|View)\b",
        RegexOptions.None,
        Patience
    )]
    private static partial Regex Street();

    [GeneratedRegex(@"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s?\d[A-Za-z]{2}\b", RegexOptions.None, Patience)]
    private static partial Regex Postcode();

    [GeneratedRegex(
        @"\b(?:flat|apartment|apt|number|no|house|door|plot|maisonette|bungalow)\.?\s?#?\d+[a-z]?\b",
        RegexOptions.IgnoreCase,
        Patience
    )]
    private static partial Regex Flat();

    [GeneratedRegex(@"\b(?:\p{L}{1,3}[-/]?)?\d{5,}\b", RegexOptions.None, Patience)]
    private static partial Regex Reference();

    [GeneratedRegex(@"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b", RegexOptions.None, Patience)]
    private static partial Regex Born();

    [GeneratedRegex(
        @"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Rev|Father|Sister|Auntie|Aunt|Uncle)\.?\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?",
        RegexOptions.None,
        Patience
    )]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"(?<=\b(?:[Mm]y name is|[Nn]ame’s|[Nn]ame's|I am called|is called|called|named)\s)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)?",
        RegexOptions.None,
        Patience
    )]
    private static partial Regex Called();

    [GeneratedRegex(@"\b\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){1,3}\b", RegexOptions.None, Patience)]
    public static partial Regex Place();

    [GeneratedRegex(@"(?<![\[\p{L}])\p{Lu}[\p{L}'’]+(?![\p{L}\]])", RegexOptions.None, Patience)]
    public static partial Regex Word();

    [GeneratedRegex(@"\[name\](?:[\s-]+\[name\])+", RegexOptions.None, Patience)]
    public static partial Regex NamesTogether();
}
