// What somebody could do to samples, quotas and the reserve that nobody should: each has an answer, and nothing is lost.
using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Asking.CloseSurvey;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.DrawSample;
using Hearth.Surveys.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Sampling;

public sealed class HostileTests
{
    [Fact]
    public async Task Addresses_of_no_survey_and_of_one_without_lots_are_not_found()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        foreach (var page in new[] { "sample", "sample/quotas", "sample/release", "sample/frame.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/surveys/{Guid.CreateVersion7()}/{page}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/surveys/{id}/sample/release")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.OpenAsync($"/surveys/{id}/sample/frame.csv")).Status);
    }

    [Theory, BothDatabases]
    public async Task Of_two_officers_who_draw_at_once_one_draws_and_the_frame_stands_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 30));
        var id = await hearth.DraftAsync();

        var both = await Task.WhenAll(
            Task.Run(() => hearth.DrawAsync(id, Drawing.ByWard(6)), TestContext.Current.CancellationToken),
            Task.Run(() => hearth.DrawAsync(id, Drawing.ByWard(9)), TestContext.Current.CancellationToken)
        );

        Assert.Single(both, drawn => !drawn.Refused);
        Assert.True(both.Single(drawn => drawn.Refused).Refusals[0] is ChangedMeanwhile or DrawnAlready);
        Assert.Equal(30, (await hearth.FrameAsync(id)).Count);
        Assert.Equal(both.Single(drawn => !drawn.Refused).Made!.Size, (await hearth.FrameAsync(id)).Count(home => home.Replicate == 0));
    }

    [Theory, BothDatabases]
    public async Task A_form_sent_twice_draws_once_and_discards_once(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 30));
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();
        var form = await officer.OpenAsync($"/surveys/{id}/sample");
        var fields = Drawing.Fields(("Form.Stock", "LowCostRental"), ("Form.Census", "false"), ("Form.Size", "6"), ("Form.Seed", "7"));

        var first = await officer.SubmitAsync(form, fields, "Draw the sample");
        var second = await officer.SubmitAsync(form, fields, "Draw the sample");
        await officer.SubmitAsync(first, null, "Discard it");
        var again = await officer.SubmitAsync(first, null, "Discard it");

        Assert.Equal(["A sample has been drawn. To draw another, discard it first"], second.Errors);
        Assert.Equal(["No sample has been drawn for this survey"], again.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_landlord_without_a_home_is_told_so_on_every_page(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var page = await officer.OpenAsync($"/surveys/{id}/sample");
        var counted = await officer.SubmitAsync(
            page,
            Drawing.Fields(("Form.Stock", "LowCostRental"), ("Form.Census", "false"), ("Form.Answers", "50")),
            "Count"
        );
        var census = await officer.SubmitAsync(
            page,
            Drawing.Fields(("Form.Stock", "LowCostRental"), ("Form.Census", "true")),
            "Draw the sample"
        );
        var quotas = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/sample/quotas"),
            Drawing.Fields(("Form.First", "Ward"), ("Form.Wanted", "5")),
            "Set the quotas"
        );

        const string Nobody = "Low cost rental homes: there is no home with a running tenancy that could be asked";
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.Status, counted.Status));
        Assert.Equal([Nobody], counted.Errors);
        Assert.Equal([Nobody], census.Errors);
        Assert.Equal(["No home matches: there is nobody to set a quota for"], quotas.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_stratum_of_one_home_is_drawn_and_has_none_left_for_the_reserve(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync([.. Drawing.Homes("Fennside", 10), .. Drawing.Homes("Marsh End", 1)]);
        var id = await hearth.DraftAsync();

        Assert.False((await hearth.DrawAsync(id, Drawing.ByWard(4, replicates: 2, each: 3))).Refused);

        var frame = await hearth.FrameAsync(id);
        Assert.Equal(0, frame.Single(home => home.Stratum == "Marsh End").Replicate);
        Assert.Equal(4, frame.Count(home => home.Replicate == 0));
        var page = await hearth.Staff().OpenAsync($"/surveys/{id}/sample");
        var held = frame.Count(home => home.Replicate > 0);
        Assert.True(held < 6);
        Assert.Contains($"It holds {held} homes, {6 - held} fewer: small groups have none left", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task More_answers_than_homes_have_no_margin_and_break_nothing(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 3));
        var id = await hearth.DraftAsync();
        var officer = hearth.Staff();

        var page = await officer.SubmitAsync(
            await officer.OpenAsync($"/surveys/{id}/sample"),
            Drawing.Fields(("Form.Stock", "LowCostRental"), ("Form.Census", "true"), ("Form.Answers", "999999999")),
            "Count"
        );

        Assert.Contains("±0.00 points", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_part_of_the_reserve_is_not_released_once_the_survey_has_closed(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 20));
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(6, replicates: 1, each: 3));
        await hearth.OpenAsync(id);
        var officer = hearth.Staff();
        var open = await officer.OpenAsync($"/surveys/{id}/sample/release");
        await hearth.InScopeAsync(async s => Assert.Empty(await s.GetRequiredService<CloseSurvey>().RunAsync(id, "Enough answers")));

        var late = await officer.SubmitAsync(open, Drawing.Fields(("Form.Because", "Too few")), "Release part 1");

        Assert.Equal(["This survey is not open"], late.Errors.Select(error => error.Split('.')[0]));
        Assert.Contains("A reserve is released while the survey is open.", late.Text, StringComparison.Ordinal);
        Assert.Equal(6, (await hearth.InvitationsAsync(id)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_home_left_out_after_it_has_answered_keeps_its_answer_and_the_officer_is_told(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        var homes = await hearth.MoveInAsync(Drawing.Homes("Fennside", 4));
        var id = await hearth.MeasuredAsync();
        await hearth.OpenAsync(id);
        await hearth.AnswerAsync((await hearth.InvitationsAsync(id)).Single(i => i.HouseholdId == homes[0].HouseholdId));
        var told = await hearth.InScopeAsync(s =>
            s.GetServices<IHearsOfLeftOut>().Single().LeftOutAsync(homes[0].HouseholdId, LeftOutReason.SeriousCapacity, default)
        );
        await hearth.LeaveOutAsync(homes[0].HouseholdId, LeftOutReason.SeriousCapacity);

        Assert.Equal("It has answered “How warm is your home?” already: that answer stays and counts.", told);
        Assert.Empty((await hearth.FactsAsync(id)).LeftOut);
        Assert.Equal(4, (await hearth.FactsAsync(id)).Released);
        Assert.Contains("of 4", (await hearth.Staff().OpenAsync($"/surveys/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task References_that_a_spreadsheet_would_run_leave_as_words_and_the_same_homes_are_drawn_from_the_file(DatabaseKind kind)
    {
        await using var hearth = await HearthApp.StartAsync(kind);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 8));
        string[] strange = ["=1+1", "+44", "-7", "@SUM(A1)", "=HYPERLINK(\"http://x.example\",\"a\")", "T6", "T7", "T8"];
        await hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            foreach (var (at, reference) in strange.Index())
            {
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE people_tenancy SET \"Reference\" = {reference} WHERE \"Reference\" = {$"T{at + 1:00000}"}"
                );
            }
        });
        var id = await hearth.DraftAsync();
        Assert.False((await hearth.DrawAsync(id, Drawing.ByWard(3))).Refused);

        var file = (await hearth.Staff().OpenAsync($"/surveys/{id}/sample/frame.csv")).Body.Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );

        var rows = file.Skip(1).Select(line => line.TrimStart('"')).ToList();
        Assert.Equal(8, rows.Count);
        Assert.DoesNotContain(rows, row => row[0] is '=' or '+' or '-' or '@');
        // whoever draws again from the file has nothing but what stands in it
        var byFile = strange
            .Select(reference => reference[0] is '=' or '+' or '-' or '@' ? "'" + reference : reference)
            .OrderBy(reference => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"40217:{reference}"))))
            .Take(3);
        Assert.Equal(
            byFile.Select(reference => reference.TrimStart('\'')),
            (await hearth.FrameAsync(id)).Where(home => home.Replicate == 0).Select(home => home.Reference)
        );
    }

    [Fact]
    public async Task Sixty_thousand_homes_leave_as_one_file_without_a_cell_that_runs()
    {
        await using var hearth = await HearthApp.StartAsync(DatabaseKind.Sqlite);
        await hearth.MoveInAsync(Drawing.Homes("Fennside", 2));
        var id = await hearth.DraftAsync();
        await hearth.DrawAsync(id, Drawing.ByWard(1));
        await hearth.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<HearthDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            s.GetRequiredService<AuditTrail>().Write("Test", "survey", id);
            await db.SaveChangesAsync();
            await db.InsertManyAsync(
                Enumerable
                    .Range(2, 60_000)
                    .Select(at => new FrameHome
                    {
                        SurveyId = id,
                        HouseholdId = Guid.CreateVersion7(),
                        Reference = $"{"=+-@"[at % 4]}{at}",
                        Stratum = "Fennside",
                        Place = at,
                        Ward = "Fennside",
                    })
            );
            await transaction.CommitAsync();
        });

        var file = (await hearth.Staff().OpenAsync($"/surveys/{id}/sample/frame.csv")).Body;

        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(60_003, lines.Length);
        Assert.DoesNotContain(lines, line => line.TrimStart('"')[0] is '=' or '+' or '-' or '@');
    }
}
