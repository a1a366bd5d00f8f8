// The code that opens one household's survey: eight signs, drawn by chance.
using System.Security.Cryptography;
using Hearth.Messaging.Public;

namespace Hearth.Surveys.Asking;

internal static class InvitationCode
{
    /// <summary>Eight of these 25 signs make 152,000 million codes.</summary>
    public const string Alphabet = TypedCode.Alphabet;
    public const int Length = 8;

    /// <summary>A number from 0 up to, not including, the argument.</summary>
    public delegate int Chance(int below);

    /// <summary>Chance that nobody can foresee.</summary>
    public static Chance Secret { get; } = RandomNumberGenerator.GetInt32;

    public static string Draw(Chance chance) => TypedCode.Draw(Length, below => chance(below));

    /// <summary>As printed and read out: <c>7K4M 2QXR</c>.</summary>
    public static string Shown(string code) => TypedCode.Shown(code);

    /// <summary>The code a person meant, however it was typed; null where it cannot be one.</summary>
    public static string? Read(string? typed) => TypedCode.Read(typed, Length);
}
