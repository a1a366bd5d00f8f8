// Whether GOV.UK Notify would take an address, by the rules it publishes, so that a letter it would refuse is printed here at once.
using System.Text.RegularExpressions;

namespace Hearth.Messaging.Sending.Notify;

internal static partial class NotifyAddress
{
    private const int Fewest = 3;
    private const int Most = 7;

    /// <summary>What is wrong with it, for an officer; null where it may go.</summary>
    /// <param name="lines">As on the envelope: the name, then the address.</param>
    public static string? Problem(IReadOnlyList<string> lines)
    {
        if (lines.Count < Fewest)
        {
            return "The address has fewer than 3 lines with the name";
        }
        if (lines.Count > Most)
        {
            return "The address has more than 7 lines with the name";
        }
        if (!Postcode().IsMatch(lines[^1].Replace(" ", "", StringComparison.Ordinal)))
        {
            return "The address does not end with a UK postcode";
        }
        if (lines.Take(2).Any(line => !line.Any(char.IsAsciiLetterOrDigit)))
        {
            return "The name and the first line of the address need a letter or a number each";
        }
        if (lines.FirstOrDefault(line => "@()=[]\"\\/,<>~".Contains(line[0], StringComparison.Ordinal)) is { } odd)
        {
            return $"A line of the address begins with {odd[0]}";
        }
        return lines.Any(line => NoFixedAbode().IsMatch(line)) ? "No fixed abode is no address for a letter" : null;
    }

    // the shape, and letters that no postcode ends with; whether it was ever given to a street is for Notify to say
    [GeneratedRegex(@"\A[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-BD-HJLNP-UW-Z]{2}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\A\s*nfa\s*\z|no fixed (?:abode|address)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoFixedAbode();
}
