// What a tenant typed to be reached by: an e-mail address or a mobile number, in the one form the register keeps.
using Hearth.Messaging.Public;
using Hearth.People.Import.Values;

namespace Hearth.People.SignIn;

/// <param name="Channel">E-mail or text.</param>
/// <param name="Key">Lower-cased address, or the number in E.164.</param>
internal sealed record TypedAddress(Channel Channel, string Key)
{
    /// <summary>Reads it, or says what is wrong.</summary>
    public static (TypedAddress? Address, string? Wrong) Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, "Enter your e-mail address or mobile number");
        }
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            return EmailAddress.TryRead(typed, out var email)
                ? (new(Channel.Email, EmailAddress.Key(email)), null)
                : (null, "Enter an e-mail address in the right form, like name@example.com");
        }
        return PhoneNumber.TryRead(typed, out var number) && PhoneNumber.IsMobile(number)
            ? (new(Channel.Text, number), null)
            : (null, "Enter an e-mail address, like name@example.com, or a mobile number, like 07700 900982");
    }
}
