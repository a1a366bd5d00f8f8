// Is it an address that mail can be sent to? Whether anybody reads it, only sending tells.
using System.Text.RegularExpressions;

namespace Hearth.People.Import.Values;

internal static partial class EmailAddress
{
    public static bool TryRead(string text, out string address)
    {
        address = text.Trim().Trim('<', '>', ';', ',', '\'', '"').Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            address = address[7..];
        }
        return address.Length <= 254 && address.IndexOf('@', StringComparison.Ordinal) is > 0 and <= 64 && Form().IsMatch(address);
    }

    /// <summary>The form under which an address is looked up.</summary>
    public static string Key(string address) => address.Trim().ToLowerInvariant();

    [GeneratedRegex(
        @"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*@([A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9\-]{1,62}$"
    )]
    private static partial Regex Form();
}
