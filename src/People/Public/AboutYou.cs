// The way to the questions about a person, for fairness, where they have not signed in: their own link, a colleague's page, and what a paper sheet asks.
using System.Globalization;
using System.Security.Cryptography;
using Hearth.People.Equality;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.DataProtection;

namespace Hearth.People.Public;

/// <summary>A question as a paper sheet asks it.</summary>
public sealed record AboutYouQuestion(string Words, IReadOnlyList<string> Answers);

public sealed class AboutYou(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>A link is good for so long: a page left open in a library is not.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    private readonly IDataProtector seal = protection.CreateProtector("Hearth.People.AboutYou");

    /// <summary>What is asked, in order; “Prefer not to say” is the last answer of each.</summary>
    public static IReadOnlyList<AboutYouQuestion> Asked { get; } =
    [.. EqualityQuestions.All.Select(question => new AboutYouQuestion(question.Words, [.. question.All]))];

    /// <summary>A page on which this person may answer, and see nothing. Give it to whoever has shown a code that was sent to them.</summary>
    /// <param name="person">Who answers.</param>
    /// <param name="back">The address, from “/”, to which they go back.</param>
    public string Link(Guid person, string back) =>
        "/about-you/"
        + seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{person:N}|{(time.GetUtcNow() + Lasts).ToUnixTimeSeconds()}|{back}"));

    /// <summary>The page on which a colleague writes down what a person says or sent.</summary>
    /// <param name="person">Whose answers they are.</param>
    /// <param name="paper">They stand on a sheet of paper; else they are heard on the telephone.</param>
    /// <param name="back">The address, from “/”, to which the colleague goes back; null for the person's own page.</param>
    public static string WriteDown(Guid person, bool paper, string? back = null) =>
        $"/people/{person}/about?how={(paper ? ToldHow.Paper : ToldHow.Telephone)}"
        + (back is null ? "" : "&then=" + Uri.EscapeDataString(back));

    /// <summary>Whose link it is; null where it was made up or has run out.</summary>
    internal (Guid Person, string Back)? Open(string link)
    {
        try
        {
            return
                seal.Unprotect(link).Split('|', 3) is [var person, var until, var back]
                && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeSeconds()
                ? (Guid.Parse(person), back)
                : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
