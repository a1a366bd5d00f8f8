// 1st, 2nd, 3rd, 4th… 11th, 21st.
using Hearth.DesignSystem.Public;

namespace Hearth.Surveys.Questionnaires;

internal static class Ordinals
{
    /// <summary>“2nd” in English, “2” in other languages: their phrases say the rest.</summary>
    public static string Of(int number, Phrases phrases) => phrases.Language.IsEnglish ? Of(number) : phrases.Number(number);

    public static string Of(int number) =>
        number
        + (
            (number % 100) is 11 or 12 or 13
                ? "th"
                : (number % 10) switch
                {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                }
        );
}
