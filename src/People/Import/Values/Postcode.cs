// UK postcodes in their one normal form: OB4 2QR.
using System.Text.RegularExpressions;

namespace Hearth.People.Import.Values;

internal static partial class Postcode
{
    public static bool TryNormalise(string text, out string postcode)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        postcode = "";
        if (letters.Length is < 5 or > 7)
        {
            return false;
        }
        // a letter O typed for the nought of the second half, an I for its one
        var third = letters[^3] switch
        {
            'O' => '0',
            'I' => '1',
            var digit => digit,
        };
        postcode = $"{letters[..^3]} {third}{letters[^2..]}";
        return Form().IsMatch(postcode);
    }

    /// <summary>Takes the postcode off the end of an address written in one cell.</summary>
    public static bool TryTakeFromEnd(string address, out string rest, out string postcode)
    {
        var match = AtEnd().Match(address);
        if (match.Success && TryNormalise(match.Value, out postcode))
        {
            rest = address[..match.Index].TrimEnd(' ', ',', '\n', '\r');
            return true;
        }
        (rest, postcode) = (address, "");
        return false;
    }

    [GeneratedRegex("^(GIR 0AA|[A-PR-UWYZ][A-HK-Y]?[0-9][A-HJKMNPR-Y0-9]? [0-9][ABD-HJLNP-UW-Z]{2})$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\b[A-Za-z]{1,2}[0-9][A-Za-z0-9]?\s*[0-9OoIi][A-Za-z]{2}\s*$")]
    private static partial Regex AtEnd();
}
