// The code that opens one household's survey: made by chance, read aloud without mistakes, never a word.
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Surveys.Asking;

internal static class InvitationCode
{
    /// <summary>
    /// 25 signs: neither 0 nor O, 1, I nor L; of 2 and Z, 5 and S, 8 and B, V and U only the first; no vowel, so that no code is a word.
    /// Eight of them make 152,000 million codes.
    /// </summary>
    public const string Alphabet = "23456789CDFGHJKMNPQRTVWXY";
    public const int Length = 8;

    /// <summary>A number from 0 up to, not including, the argument.</summary>
    public delegate int Chance(int below);

    /// <summary>Chance that nobody can foresee.</summary>
    public static Chance Secret { get; } = RandomNumberGenerator.GetInt32;

    public static string Draw(Chance chance)
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            code[i] = Alphabet[chance(Alphabet.Length)];
        }
        return new string(code);
    }

    /// <summary>As printed and read out: <c>7K4M 2QXR</c>.</summary>
    public static string Shown(string code) => code.Length == Length ? $"{code[..4]} {code[4..]}" : code;

    /// <summary>
    /// The code a person meant: any case, spaces and dashes anywhere, and the letters that are never used read as the digits they look like.
    /// Null where it cannot be a code.
    /// </summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 64)
        {
            return null;
        }
        var code = new StringBuilder(Length);
        foreach (var sign in typed.ToUpperInvariant().Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '–' or '.')))
        {
            code.Append(
                sign switch
                {
                    'Z' => '2',
                    'S' => '5',
                    'B' => '8',
                    'U' => 'V',
                    _ => sign,
                }
            );
        }
        return code.Length == Length && code.ToString().All(Alphabet.Contains) ? code.ToString() : null;
    }
}
