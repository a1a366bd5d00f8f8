// What a tenant typed to be reached by: an e-mail address or a mobile number, in the one form the register keeps.
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;

namespace Hearth.People.SignIn;

/// <param name="Channel">E-mail or text.</param>
/// <param name="Key">Lower-cased address, or the number in E.164.</param>
internal sealed record TypedAddress(Channel Channel, string Key)
{
    /// <summary>Reads it, or says what is wrong.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="texts">Whether a code can go by text.</param>
    public static (TypedAddress? Address, string? Wrong) Read(string? typed, bool texts)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, texts ? "Enter your e-mail address or mobile number" : "Enter your e-mail address");
        }
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            return EmailAddress.TryRead(typed, out var email)
                ? (new(Channel.Email, EmailAddress.Key(email)), null)
                : (null, "Enter an e-mail address in the right form, like name@example.com");
        }
        var isNumber = PhoneNumber.TryRead(typed, out var number);
        return isNumber && !texts ? (null, "We cannot send texts. Enter your e-mail address, or sign in with the code in your letter")
            : isNumber && PhoneNumber.IsMobile(number!) ? (new(Channel.Text, number!), null)
            : !texts ? (null, "Enter an e-mail address in the right form, like name@example.com")
            : (null, "Enter an e-mail address, like name@example.com, or a mobile number, like 07700 900982");
    }
}
