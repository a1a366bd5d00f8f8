// Asks the regulator's measures: a survey with them in the state a test needs, homes that were asked, and answers as a survey company sends them.
using System.Globalization;
using System.Text;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.AddMeasures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Support;

/// <summary>A home that was asked, and the groups it was in.</summary>
public sealed record AskedHome(string Tenure = "General needs", string AgeBand = "35 to 44", string Ward = "Bridgegate");

/// <summary>A survey with measures that is to be there.</summary>
public sealed record MeasuresAsked
{
    public string Title { get; init; } = "Yearly survey";
    public DateOnly Opens { get; init; } = new(2025, 9, 1);
    public DateOnly Closes { get; init; } = new(2025, 10, 31);
    public bool Open { get; init; }

    /// <summary>Homes it was for; those asked where nothing is said.</summary>
    public int? Population { get; init; }
    public IReadOnlyList<string> Measures { get; init; } = [.. Enumerable.Range(1, 12).Select(n => $"TP{n:00}")];
    public IReadOnlyList<AskedHome> Homes { get; init; } = [];
}

/// <summary>It is there: its id, and the code of each home in their order.</summary>
public sealed record MeasuresInField(Guid Survey, IReadOnlyList<string> Codes, DateOnly Day);

public static class TestMeasures
{
    /// <summary>As many homes alike.</summary>
    public static IEnumerable<AskedHome> Homes(int many, string ageBand = "35 to 44", string tenure = "General needs") =>
        Enumerable.Repeat(new AskedHome(tenure, ageBand), many);

    public static Task<MeasuresInField> AskMeasuresAsync(this HearthApp hearth, MeasuresAsked ask) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var opened = ask.Opens.StartInLondon().AddHours(9);
            var survey = new Survey
            {
                Title = ask.Title,
                Introduction = "We ask so that we can put things right.",
                OpensOn = ask.Opens,
                ClosesOn = ask.Closes,
                PublicAddress = "https://tell.ousebridge.example",
                CreatedAt = opened,
            };
            db.Add(survey);
            db.Add(
                new Question
                {
                    SurveyId = survey.Id,
                    Key = "own",
                    Position = 1,
                    Kind = QuestionKind.SingleChoice,
                    Text = "May we ring you?",
                    Options = [new("y", "Yes"), new("n", "No")],
                }
            );
            services.GetRequiredService<AuditTrail>().Write("AskSurvey", "survey", survey.Id, "a survey of a test");
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            var added = await services.GetRequiredService<AddMeasures>().RunAsync(survey.Id, [.. ask.Measures], default);
            Xunit.Assert.False(added.Refused);
            db.ChangeTracker.Clear();

            survey = await db.Set<Survey>().SingleAsync(one => one.Id == survey.Id);
            (survey.Status, survey.OpenedAt) = (ask.Open ? SurveyStatus.Open : SurveyStatus.Closed, opened);
            survey.ClosedAt = ask.Open ? null : ask.Closes.AddDays(1).StartInLondon();
            survey.Population = ask.Population ?? ask.Homes.Count;
            survey.MeasureSet = "tsm-2023";
            services.GetRequiredService<AuditTrail>().Write("OpenSurvey", "survey", survey.Id);
            var chance = new Random(survey.Id.GetHashCode());
            List<Invitation> invitations =
            [
                .. ask.Homes.Select(home => new Invitation
                {
                    SurveyId = survey.Id,
                    HouseholdId = Guid.CreateVersion7(),
                    PersonId = Guid.CreateVersion7(),
                    Code = InvitationCode.Draw(below => chance.Next(below)),
                    Ward = home.Ward,
                    Neighbourhood = GroupFacts.Unknown,
                    Patch = GroupFacts.Unknown,
                    Tenure = home.Tenure,
                    Locality = GroupFacts.Unknown,
                    AgeBand = home.AgeBand,
                    CreatedAt = opened,
                    LastAskedAt = opened,
                }),
            ];
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await db.InsertManyAsync(invitations, default);
            await transaction.CommitAsync();
            return new MeasuresInField(survey.Id, [.. invitations.Select(one => one.Code)], ask.Opens.AddDays(7));
        });

    /// <summary>A file of answers: a row for each of the first homes; the cells of a row by their headings, all else empty.</summary>
    public static byte[] FileOf(this MeasuresInField field, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        string[] headings = [.. rows.SelectMany(row => row.Keys).Distinct()];
        var text = new StringBuilder("code,date,").AppendJoin(',', headings).Append('\n');
        foreach (var (code, row) in field.Codes.Zip(rows))
        {
            text.Append(CultureInfo.InvariantCulture, $"{code},{field.Day:yyyy-MM-dd},")
                .AppendJoin(',', headings.Select(heading => row.GetValueOrDefault(heading, "")))
                .Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Takes a file of answers in by the pages that an officer uses, and gives the last of them.</summary>
    public static async Task<Page> ImportAnswersAsync(this Browser officer, MeasuresInField field, byte[] file)
    {
        var page = await officer.OpenAsync($"/surveys/{field.Survey}/responses/import");
        page = await officer.SubmitAsync(page, [], [("Sheet", "answers.csv", file)], "Continue");
        return await officer.SubmitAsync(page, null, "Import the answers of");
    }

    /// <summary>So many rows alike.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(int many, params (string Heading, string Cell)[] cells) =>
        Enumerable.Repeat<IReadOnlyDictionary<string, string>>(cells.ToDictionary(cell => cell.Heading, cell => cell.Cell), many);

    /// <summary>One home's answers become these, as they came before anybody looked for what stands behind a filter.</summary>
    public static Task SayAsync(this HearthApp hearth, string answersLike, string answers) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            (await db.Set<Response>().FirstAsync(one => one.Answers.Contains(answersLike))).Answers = answers;
            await db.SaveChangesAsync();
        });

    /// <summary>So many homes that answered the one survey are those that answered the other.</summary>
    public static Task ShareHomesAsync(this HearthApp hearth, Guid survey, Guid other, int many) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var first = await db.Set<Response>().Where(one => one.SurveyId == survey).OrderBy(one => one.Id).Take(many).ToListAsync();
            var second = await db.Set<Response>().Where(one => one.SurveyId == other).OrderBy(one => one.Id).Take(many).ToListAsync();
            foreach (var (one, same) in first.Zip(second))
            {
                same.HouseholdId = one.HouseholdId;
            }
            await db.SaveChangesAsync();
        });

    /// <summary>The homes of the one survey are those of the other, in their order.</summary>
    public static Task SameHomesAsync(this HearthApp hearth, MeasuresInField field, MeasuresInField other) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var asked = await db.Set<Invitation>().AsNoTracking().ToDictionaryAsync(one => one.Code);
            var answered = await db.Set<Response>().Where(one => one.SurveyId == other.Survey).ToDictionaryAsync(one => one.InvitationId);
            foreach (var (code, same) in field.Codes.Zip(other.Codes))
            {
                if (answered.TryGetValue(asked[same].Id, out var response))
                {
                    response.HouseholdId = asked[code].HouseholdId;
                }
            }
            await db.SaveChangesAsync();
        });
}
