// Reads a code as people type it: spaces, dashes, lower case, O for 0 and I or L for 1.
namespace Hearth.Surveys.Answering;

internal static class TypedCode
{
    private const int Longest = 40;

    /// <summary>The codes that may be meant, as they are stored; empty where the text cannot be a code.</summary>
    public static IReadOnlyList<string> Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest)
        {
            return [];
        }
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var folded = letters.Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return letters.Length == 0 ? [] : letters == folded ? [letters] : [letters, folded];
    }
}
