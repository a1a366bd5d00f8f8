// What people say, drawn with its table: for officers and for anyone.
using Hearth.DesignSystem.Public;
using Hearth.DesignSystem.Public.Charts;

namespace Hearth.Feedback.AskBack;

internal static class AnswerBars
{
    public static BarRows Of(DoneCounts counts, Phrases phrases)
    {
        (WasDone Answer, int Count)[] rows =
        [
            (WasDone.Yes, counts.Yes),
            (WasDone.Partly, counts.Partly),
            (WasDone.No, counts.No),
            (WasDone.CannotTell, counts.CannotTell),
        ];
        return new(
            counts.InOneLine(phrases) ?? phrases["done.so-far", ("count", counts.Answered)],
            phrases["done.question"],
            [phrases["done.table.answer"], phrases["done.table.people"]],
            [.. rows.Select(row => new BarRow(AnswerWords.Of(row.Answer, phrases), row.Count, phrases.Number(row.Count)))],
            Most: counts.Answered
        );
    }
}
