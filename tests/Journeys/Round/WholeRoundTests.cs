// One survey all the way round the loop, in a real browser: imported, written, sent, answered, read, answered back, and everyone told.
using System.Text.RegularExpressions;
using Hearth.Journeys.Tests.Support;
using Hearth.Storage.Public;

namespace Hearth.Journeys.Tests.Round;

public sealed partial class WholeRoundTests(Chromium chromium)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.PostgreSql, false)]
    public async Task A_survey_goes_from_the_import_to_you_said_we_did(DatabaseKind kind, bool scripts)
    {
        await using var town = await Town.StandAsync(kind);
        await using var maya = await chromium.VisitorAsync(town.Hearth, scripts);
        await using var kasia = await chromium.VisitorAsync(town.Hearth, scripts, Chromium.Phone);
        await using var olive = await chromium.VisitorAsync(town.Hearth, scripts, Chromium.Phone);
        var officer = new Officer(town, maya);

        await officer.SignInAsync();
        await officer.ImportHomesAsync();
        await officer.WriteSurveyAsync();
        await officer.OpenSurveyAsync();
        await town.PostGoesAsync();

        var link = Link().Match(town.NewestMailTo("kasia@tenant.example")).Value;
        await kasia.OpenAsync(link);
        await new Tenant(kasia).AnswerAsync("New windows. Ask Jan at number 3.");
        await kasia.OpenAsync(link);
        await new Tenant(kasia).IsToldKindlyAsync();

        var letter = await officer.PrintLetterToAsync("Olive Marsh");
        await new Tenant(olive).EnterCodeAsync(Code().Match(letter).Value);
        await new Tenant(olive).AnswerAsync("A heater in the bathroom.");

        town.Hearth.Clock.Forward(TimeSpan.FromDays(4));
        await officer.SignInAgainAsync();
        await officer.KeyInPaperAsync();
        await officer.ReadResultsAsync();
        await officer.CloseSurveyAsync();
        await officer.AnswerAsync();
        await town.PostGoesAsync();
        var told = town.NewestMailTo("kasia@tenant.example");
        Assert.Contains("Six homes on Tannery Row have new windows.", told, StringComparison.Ordinal);
        Assert.Contains("You can feel the wind through the windows.", told, StringComparison.Ordinal);
        Assert.Contains("You said: “", await officer.PrintLetterToAsync("Olive Marsh"), StringComparison.Ordinal);
        await officer.SeesWhoIsToldAsync();

        await new Tenant(olive).SeesWhatCameOfItAsync();
        await new Tenant(kasia).OpensOwnPageAsync(
            "kasia@tenant.example",
            async () =>
            {
                await town.PostGoesAsync();
                return SixNumbers().Match(town.NewestMailTo("kasia@tenant.example")).Value;
            }
        );
        Assert.Empty(maya.Complaints().Concat(kasia.Complaints()).Concat(olive.Complaints()));
    }

    [GeneratedRegex("http://[^ ]+/s/[A-Z0-9]{8}")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[2-9A-Z]{4} [2-9A-Z]{4}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\d-])\d{6}(?!\d)")]
    private static partial Regex SixNumbers();
}
