// Words for the menu of ways: how long, how, and what we can offer.
using Hearth.People.Import.Values;

namespace Hearth.People.TakingPart;

internal static class TakingPartWords
{
    public static string Of(TimeToGive time) =>
        time switch
        {
            TimeToGive.TwoMinutes => "Two minutes, now and then",
            TimeToGive.HalfAnHour => "Half an hour, now and then",
            TimeToGive.FewHoursAYear => "A few hours a year",
            _ => "A few hours every month or two",
        };

    public static string Of(Manner manner) =>
        manner switch
        {
            Manner.Online => "Online",
            Manner.Telephone => "By telephone",
            Manner.Paper => "On paper",
            _ => "In person",
        };

    /// <summary>As a person asks for it: “I need …”.</summary>
    public static string Of(AccessNeed need) =>
        need switch
        {
            AccessNeed.EasyRead => "Easy words and pictures",
            AccessNeed.LargePrint => "Large print",
            AccessNeed.Interpreter => "Somebody who speaks my language",
            AccessNeed.Transport => "A lift, or the fare",
            AccessNeed.Childcare => "Somebody to look after the children",
            AccessNeed.StepFree => "A way in without steps",
            AccessNeed.HearingLoop => "A hearing loop",
            _ => "To do it from home",
        };

    public static string Of(WhyNot why) =>
        why.Reason switch
        {
            Misfit.NeedsTheInternet => "It needs a phone or computer with the internet.",
            Misfit.AsksMoreTime => $"It takes more time: {Lower(Of(why.Time!.Value))}.",
            Misfit.NotInTheirLanguage => $"It is not in {Languages.Name(why.Language!)} yet.",
            _ => $"It does not offer yet: {Lower(Of(why.Need!.Value))}.",
        };

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    public static string Hours(int minutes) =>
        (minutes / 60, minutes % 60) switch
        {
            (0, var m) => $"{m} minutes",
            (1, 0) => "1 hour",
            (var h, 0) => $"{h} hours",
            (1, var m) => $"1 hour {m} minutes",
            var (h, m) => $"{h} hours {m} minutes",
        };
}
