// What people say, drawn with its table: for officers and for anyone.
using Hearth.DesignSystem.Public.Charts;

namespace Hearth.Feedback.AskBack;

internal static class AnswerBars
{
    public static BarRows Of(DoneCounts counts)
    {
        (WasDone Answer, int Count)[] rows =
        [
            (WasDone.Yes, counts.Yes),
            (WasDone.Partly, counts.Partly),
            (WasDone.No, counts.No),
            (WasDone.CannotTell, counts.CannotTell),
        ];
        return new(
            counts.InOneLine ?? $"{InWords.People(counts.Answered)} answered so far",
            "Has this happened where you live?",
            ["Answer", "People"],
            [.. rows.Select(row => new BarRow(AnswerWords.Of(row.Answer), row.Count, InWords.Number(row.Count)))],
            Most: counts.Answered
        );
    }
}
