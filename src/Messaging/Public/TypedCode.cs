// Codes that a letter carries and a person types: made by chance, read aloud without mistakes, never a word.
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Messaging.Public;

/// <summary>A code of a given length over 25 signs.</summary>
public static class TypedCode
{
    /// <summary>25 signs: neither 0 nor O, 1, I nor L; of 2 and Z, 5 and S, 8 and B, V and U only the first; no vowel, so that no code is a word.</summary>
    public const string Alphabet = "23456789CDFGHJKMNPQRTVWXY";

    /// <summary>A number from 0 up to, not including, the argument.</summary>
    public delegate int Chance(int below);

    /// <summary>Chance that nobody can foresee.</summary>
    public static Chance Secret { get; } = RandomNumberGenerator.GetInt32;

    /// <summary>A new code of so many signs.</summary>
    public static string Draw(int length, Chance chance)
    {
        var code = new char[length];
        for (var i = 0; i < length; i++)
        {
            code[i] = Alphabet[chance(Alphabet.Length)];
        }
        return new string(code);
    }

    /// <summary>As printed and read out, in groups of four: <c>7K4M 2QXR</c>.</summary>
    public static string Shown(string code) => string.Join(' ', code.Chunk(4).Select(group => new string(group)));

    /// <summary>
    /// The code a person meant: any case, spaces and dashes anywhere, and the letters that are never used read as the digits they look like.
    /// Null where it cannot be a code of this length.
    /// </summary>
    public static string? Read(string? typed, int length)
    {
        if (typed is null || typed.Length > 64)
        {
            return null;
        }
        var code = new StringBuilder(length);
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
        return code.Length == length && code.ToString().All(Alphabet.Contains) ? code.ToString() : null;
    }
}
