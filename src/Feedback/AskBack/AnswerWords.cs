// The four answers in words.
using Hearth.DesignSystem.Public;

namespace Hearth.Feedback.AskBack;

internal static class AnswerWords
{
    /// <summary>As officers read it.</summary>
    public static string Of(WasDone answer) =>
        answer switch
        {
            WasDone.Yes => "Yes, it is done",
            WasDone.Partly => "Partly",
            WasDone.No => "No, it is not done",
            _ => "I can’t tell",
        };

    /// <summary>As tenants read it.</summary>
    public static string Of(WasDone answer, Phrases phrases) =>
        phrases[
            answer switch
            {
                WasDone.Yes => "done.yes",
                WasDone.Partly => "done.partly",
                WasDone.No => "done.no",
                _ => "done.cannot-tell",
            }
        ];
}
