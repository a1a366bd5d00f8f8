// Whether an e-mail address can stand in an SMTP command and in a header without breaking out of either.
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearth.Messaging.Sending.Mail;

internal static partial class MailAddress
{
    public const string IsNone = "This is not an e-mail address";

    /// <summary>The address as it goes over the wire (its domain in ASCII), or null when it is none. RFC 5321, 4.1.2, dot-string form only: nobody's tenant has a quoted mailbox.</summary>
    public static string? ForWire(string typed)
    {
        var at = typed.LastIndexOf('@');
        if (at < 1 || typed.Length > 254)
        {
            return null;
        }
        string domain;
        try
        {
            domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(typed[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return null;
        }
        var address = $"{typed[..at]}@{domain}";
        return Shape().IsMatch(address) ? address : null;
    }

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64})*@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Shape();
}
