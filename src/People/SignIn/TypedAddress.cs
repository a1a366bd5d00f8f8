// What a tenant typed to be reached by: an e-mail address or a mobile number, in the one form the register keeps.
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;

namespace Hearth.People.SignIn;

/// <param name="Channel">E-mail or text.</param>
/// <param name="Key">Lower-cased address, or the number in E.164.</param>
internal sealed record TypedAddress(Channel Channel, string Key)
{
    /// <summary>Reads it, or gives the key of what is wrong.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="texts">Whether a code can go by text.</param>
    public static (TypedAddress? Address, string? Wrong) Read(string? typed, bool texts)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, texts ? "sign-in.enter-either" : "sign-in.enter-email");
        }
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            return EmailAddress.TryRead(typed, out var email)
                ? (new(Channel.Email, EmailAddress.Key(email)), null)
                : (null, "sign-in.email-form");
        }
        var isNumber = PhoneNumber.TryRead(typed, out var number);
        return isNumber && !texts ? (null, "sign-in.no-texts")
            : isNumber && PhoneNumber.IsMobile(number!) ? (new(Channel.Text, number!), null)
            : !texts ? (null, "sign-in.email-form")
            : (null, "sign-in.either-form");
    }
}
