// The demo's yearly survey: the regulator's twelve measures, asked of every home, closed some weeks ago, answered as a real landlord's was.
using System.Globalization;
using CsvHelper;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Answering.ImportResponses;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.CloseSurvey;
using Hearth.Surveys.Asking.OpenSurvey;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.AddMeasures;
using Hearth.Surveys.Questionnaires.CreateSurvey;
using Hearth.Surveys.Questionnaires.WriteQuestion;
using Hearth.Surveys.Results.ReadComments;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfYearlySurvey(
    HearthDb db,
    Audience audience,
    CreateSurvey create,
    AddMeasures addMeasures,
    AddQuestion addQuestion,
    OpenSurvey open,
    CloseSurvey close,
    ImportResponses import,
    JudgeComments judge
) : IDemoChapter
{
    public int Order => 30;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var published = PublishedCounts.Read(story.Folder);
        var closes = LastFriday(story.Today.AddDays(-21));
        var opens = closes.AddDays(-53);
        var survey = await DraftAsync(opens, closes, published, stop);
        Took(
            await open.RunAsync(
                new Opening(survey, "https://tell.ousebridge.example")
                {
                    At = opens.StartInLondon().AddHours(9),
                    Chance = new Random(story.Seed + 31).Next,
                    Silent = true,
                },
                stop
            )
        );
        Took(await close.RunAsync(survey, null, closes.AddDays(1).StartInLondon().AddMinutes(5), stop));
        db.ChangeTracker.Clear();

        var questions = await db.Set<Question>().AsNoTracking().Where(q => q.SurveyId == survey).OrderBy(q => q.Position).ToListAsync(stop);
        var comments = Comments(story.Folder);
        var file = new PerceptionFile(published, questions, comments, story.Seed).Write(
            await AskedAsync(db, audience, survey, stop),
            opens,
            closes
        );
        var taken = Took(await import.RunAsync(survey, file, stop));
        await JudgeAsync(survey, comments, stop);
        story.Say($"A yearly survey, closed on {closes.Written()}: {taken.Ready.Count:N0} homes answered.");
    }

    /// <summary>The households a survey asked, with their tenancy references, in the order of those.</summary>
    public static async Task<List<(Invitation, string)>> AskedAsync(HearthDb db, Audience audience, Guid survey, CancellationToken stop)
    {
        var invitations = await db.Set<Invitation>()
            .AsNoTracking()
            .Where(i => i.SurveyId == survey)
            .ToDictionaryAsync(i => i.HouseholdId, stop);
        var homes = await audience.ListAsync(new AudienceFilter(), stop);
        return
        [
            .. homes
                .Where(home => invitations.ContainsKey(home.HouseholdId))
                .Select(home => (invitations[home.HouseholdId], home.TenancyReference)),
        ];
    }

    private async Task<Guid> DraftAsync(DateOnly opens, DateOnly closes, PublishedCounts published, CancellationToken stop)
    {
        var survey = Took(
            await create.RunAsync(
                new SurveyDetails(
                    "How are we doing? Your yearly survey",
                    "Once a year we ask every home how we are doing. The questions are the same for every landlord in England.\n\nA person reads every comment. Your answers are never shown with your name.",
                    opens,
                    closes,
                    28
                ),
                stop
            )
        );
        Took(await addMeasures.RunAsync(survey.Id, [.. published.Measures.Keys], stop));
        Took(await addQuestion.RunAsync(survey.Id, new QuestionDraft(QuestionKind.LongText, "What one thing should we do better?"), stop));
        return survey.Id;
    }

    // An officer has read some: released as they stand, released with words struck out, withheld; the rest wait.
    private async Task JudgeAsync(Guid survey, List<DemoComment> comments, CancellationToken stop)
    {
        var written = await db.Set<Comment>().AsNoTracking().Where(c => c.SurveyId == survey).ToListAsync(stop);
        var read = comments.Where(c => c.Release.Length > 0).ToDictionary(c => c.Words, c => c.Release, StringComparer.Ordinal);
        var release = written.Where(c => read.TryGetValue(c.Text, out var how) && how != "withhold").ToList();
        var withhold = written.Where(c => read.TryGetValue(c.Text, out var how) && how == "withhold").Select(c => c.Id).ToList();
        var words = release.ToDictionary(c => c.Id, c => read[c.Text] == "yes" ? c.Text : read[c.Text]);
        foreach (var (comment, released) in words)
        {
            Took(await judge.RunAsync(survey, [comment], Judgement.Release, new Dictionary<Guid, string> { [comment] = released }, stop));
        }
        Took(await judge.RunAsync(survey, withhold, Judgement.Withhold, new Dictionary<Guid, string>(), stop));
    }

    private static List<DemoComment> Comments(string folder)
    {
        using var csv = new CsvReader(File.OpenText(Path.Combine(folder, "surveys", "comments.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var comments = new List<DemoComment>();
        while (csv.Read())
        {
            comments.Add(new DemoComment(csv["mood"]!, csv["words"]!, csv["release"]!));
        }
        return comments;
    }

    private static DateOnly LastFriday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 2) % 7));

    /// <summary>What a handler made; the demo's own data are never refused.</summary>
    public static T Took<T>(Outcome<T> outcome) =>
        outcome.Refused
            ? throw new InvalidOperationException($"The demo was refused: {string.Join("; ", outcome.Refusals.Select(r => r.Words))}")
            : outcome.Made!;

    public static void Took(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException($"The demo was refused: {string.Join("; ", refusals.Select(r => r.Words))}");
        }
    }
}
