// What a password must be: long rather than odd, and not what anybody would guess first (NCSC's advice; no capital or figure is demanded).
using Microsoft.AspNetCore.Identity;

namespace Hearth.People.Staff.AcceptWelcome;

internal sealed class PasswordRules : IPasswordValidator<StaffAccount>
{
    public const int Shortest = 12;
    private const int Longest = 200;

    private static readonly string[] GuessedFirst =
    [
        "password",
        "qwerty",
        "letmein",
        "welcome",
        "1234567",
        "iloveyou",
        "abcdefg",
        "hearth",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffAccount> manager, StaffAccount user, string? password)
    {
        var wrong = Wrong(user, password ?? "");
        return Task.FromResult(
            wrong is null
                ? IdentityResult.Success
                : IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = wrong })
        );
    }

    private static string? Wrong(StaffAccount user, string password)
    {
        var lower = password.ToLowerInvariant();
        var own = user.Name.ToLowerInvariant().Split(' ').Append(user.EmailKey.Split('@')[0]).Where(part => part.Length > 3);
        return password.Length < Shortest ? $"Choose a password of {Shortest} characters or more. Three words you will remember do well"
            : password.Length > Longest ? $"Choose a password of {Longest} characters or fewer"
            : password.Distinct().Count() < 5 ? "Choose a password with more different characters in it"
            : own.Any(lower.Contains) ? "Choose a password without your name or e-mail address in it"
            : GuessedFirst.Any(lower.Contains)
                ? "Choose a password that nobody would guess first, without words like ‘password’ or ‘welcome’"
            : null;
    }
}
