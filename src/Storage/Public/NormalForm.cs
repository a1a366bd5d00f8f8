// Text brought to a normal form of Unicode, whatever somebody sent.
using System.Text;

namespace Hearth.Storage.Public;

public static class NormalForm
{
    /// <summary>As <see cref="string.Normalize(NormalizationForm)"/>, but half a sign and U+FFFE, at which that throws, become U+FFFD.</summary>
    public static string InForm(this string text, NormalizationForm form)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar.ToString() : rune.ToString());
        }
        return sound.ToString().Normalize(form);
    }
}
