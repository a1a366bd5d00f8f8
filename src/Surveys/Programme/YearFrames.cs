// The frame of the year's pages, and who may change what is on them.
using System.Globalization;
using System.Security.Claims;
using Hearth.DesignSystem.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Programme;

internal static class YearFrames
{
    public static PageFrame Of(string title, params ReadOnlySpan<Breadcrumb> after) =>
        new(title) { Section = "year", Breadcrumbs = [new("Home", "/officer"), new("The year", "/surveys/year"), .. after] };

    public static Breadcrumb Crumb(this ProgrammeYear year) => new(year.Name, year.Address());

    public static Breadcrumb Crumb(this Cycle cycle) => new(cycle.Title, cycle.Address());

    public static string Address(this ProgrammeYear year, string below = "") =>
        below.Length == 0 ? $"/surveys/year/{year.Id}" : $"/surveys/year/{year.Id}/{below}";

    public static string Address(this Cycle cycle, string below = "") =>
        below.Length == 0 ? $"/surveys/cycles/{cycle.Id}" : $"/surveys/cycles/{cycle.Id}/{below}";

    /// <summary>Those who may change the year; all other staff read it.</summary>
    public static bool PlansTheYear(this ClaimsPrincipal user) =>
        user.IsInRole(nameof(Role.EngagementOfficer)) || user.IsInRole(nameof(Role.Manager)) || user.IsInRole(nameof(Role.Administrator));

    /// <summary>“318”, or “a few” to a councillor where so few answered that it could point at a home.</summary>
    public static string Answers(this ClaimsPrincipal reader, int answered) =>
        answered is > 0 and < 10 && !reader.PlansTheYear() && !reader.IsInRole(nameof(Role.HousingOfficer)) ? "a few" : Whole(answered);

    /// <summary>13 Apr.</summary>
    public static string Brief(this DateOnly day) => day.ToString("d MMM", Culture.English);

    /// <summary>3,486.</summary>
    public static string Whole(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));

    /// <summary>“nine”, “10”: as it stands at the beginning of a sentence or in it.</summary>
    public static string Words(int number) =>
        number switch
        {
            1 => "one",
            2 => "two",
            3 => "three",
            4 => "four",
            5 => "five",
            6 => "six",
            7 => "seven",
            8 => "eight",
            9 => "nine",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
}
