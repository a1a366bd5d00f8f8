// The demo's yearly survey of the year before, brought in from that year's file: fewer homes, more of them on paper, some things better and some worse, so that there is a trend.
using System.Text.Json;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.AddMeasures;
using Hearth.Surveys.Questionnaires.CreateSurvey;
using Hearth.Surveys.Trends;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfLastYear(
    HearthDb db,
    Audience audience,
    CreateSurvey create,
    AddMeasures addMeasures,
    LinkWaves link,
    AuditTrail audit
) : IDemoChapter
{
    private const int Asked = 2400;
    private const int Answered = 760;
    private const double OnPaper = 0.7;

    /// <summary>Points by which a measure was better, or worse, a year ago; measures not named were much the same.</summary>
    private static readonly Dictionary<string, double> Then = new(StringComparer.Ordinal)
    {
        ["TP01"] = 6,
        ["TP02"] = -7,
        ["TP03"] = -6,
        ["TP05"] = 8,
        ["TP06"] = 5,
        ["TP10"] = 9,
    };

    public int Order => 35;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var now = await db.Set<Survey>()
            .AsNoTracking()
            .Where(s => s.Status == SurveyStatus.Closed && db.Set<Question>().Any(q => q.SurveyId == s.Id && q.Measure == "TP01"))
            .OrderByDescending(s => s.ClosesOn)
            .FirstOrDefaultAsync(stop);
        if (now is null)
        {
            story.Say("No yearly survey, so none to set beside it");
            return;
        }
        var random = new Random(story.Seed + 35);
        var homes = (await audience.ListAsync(new AudienceFilter(), stop)).ToArray();
        random.Shuffle(homes);
        var survey = await ClosedAsync(now, homes.Length, PublishedCounts.Read(story.Folder), stop);
        var questions = await db.Set<Question>()
            .AsNoTracking()
            .Where(q => q.SurveyId == survey.Id)
            .OrderBy(q => q.Position)
            .ToListAsync(stop);
        var opened = survey.OpensOn.StartInLondon().AddHours(9);
        var invitations = new List<(Invitation Invitation, string Tenancy)>();
        var codes = await DrawnInvitations.CodesAsync(db, Math.Min(Asked, homes.Length), random.Next, stop);
        foreach (var (home, code) in homes.Zip(codes))
        {
            invitations.Add((DrawnInvitations.Draw(survey, home, Messaging.Public.Channel.Letter, code, opened), home.TenancyReference));
        }
        db.AddRange(invitations.Select(one => one.Invitation));
        var byTenancy = invitations.ToDictionary(one => one.Tenancy, one => one.Invitation, StringComparer.Ordinal);
        var published = PublishedCounts.Read(story.Folder);
        var people = DemoRespondents.Draw(invitations, Math.Min(Answered, invitations.Count), random);
        foreach (var person in people)
        {
            var sheet = AnswerSheet.Read(JsonSerializer.Serialize(AnswersOf(person, questions, published, random)));
            var days = (int)(Math.Min(random.NextDouble(), random.NextDouble()) * (survey.ClosesOn.DayNumber - survey.OpensOn.DayNumber));
            db.Add(
                Response.To(
                    byTenancy[person.Tenancy],
                    random.NextDouble() < OnPaper ? ResponseChannel.Paper : ResponseChannel.Online,
                    opened.AddDays(days).AddMinutes(random.Next(600)),
                    sheet,
                    questions
                )
            );
        }
        audit.Write("ImportResponses", "survey", survey.Id, $"{people.Count} homes, from last year’s file");
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        TellOfYearlySurvey.Took(await link.RunAsync(now.Id, survey.Id, stop));
        story.Say($"{survey.Title}: {people.Count:N0} homes answered, an earlier wave to compare with.");
    }

    private async Task<Survey> ClosedAsync(Survey now, int population, PublishedCounts published, CancellationToken stop)
    {
        var (opens, closes) = (now.OpensOn.AddDays(-364), now.ClosesOn.AddDays(-364));
        var drafted = TellOfYearlySurvey.Took(
            await create.RunAsync(
                new SurveyDetails($"How are we doing? The yearly survey of {closes.Year}", now.Introduction, opens, closes, 28),
                stop
            )
        );
        TellOfYearlySurvey.Took(await addMeasures.RunAsync(drafted.Id, [.. published.Measures.Keys], stop));
        db.ChangeTracker.Clear();
        var survey = await db.Set<Survey>().FirstAsync(s => s.Id == drafted.Id, stop);
        (survey.Status, survey.Population, survey.PublicAddress) = (SurveyStatus.Closed, population, now.PublicAddress);
        survey.MeasureSet = now.MeasureSet;
        (survey.OpenedAt, survey.ClosedAt) = (opens.StartInLondon().AddHours(9), closes.AddDays(1).StartInLondon().AddMinutes(5));
        return survey;
    }

    // the more content, the better the answer, with chance in it; as many of each answer as were published, moved by the points of that year
    private static Dictionary<string, string[]> AnswersOf(
        DemoRespondent person,
        List<Question> questions,
        PublishedCounts published,
        Random random
    )
    {
        var said = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var question in questions.Where(q => q.Measure is not null && published.Measures.ContainsKey(q.Measure)))
        {
            var measure = published.Measures[question.Measure!];
            if (question.ShowIfQuestionId is { } on)
            {
                var filter = questions.Single(q => q.Id == on);
                if (!said.TryGetValue(filter.Key, out var given))
                {
                    var yes = random.Next(measure.FilterYes!.Value + measure.FilterNo!.Value) < measure.FilterYes;
                    said[filter.Key] = given = [filter.Options[yes ? 0 : 1].Code];
                }
                if (given[0] != filter.Options[0].Code)
                {
                    continue;
                }
            }
            var counted = measure.Counts.Sum();
            if (random.Next(counted + measure.NotApplicable) >= counted)
            {
                said[question.Key] = [question.Options[^1].Code];
                continue;
            }
            var content = (person.Mood + (0.7 * DemoRespondents.Normal(random))) / Math.Sqrt(0.64 + 0.49);
            // the place among all, 0 the most content (logistic approximation to the normal distribution)
            var place = (1 / (1 + Math.Exp(1.702 * content))) - (Then.GetValueOrDefault(question.Measure!) / 100);
            var (at, below) = (0, 0.0);
            while (at < measure.Counts.Length - 1 && place > below + (measure.Counts[at] / (double)counted))
            {
                below += measure.Counts[at++] / (double)counted;
            }
            said[question.Key] = [question.Options[at].Code];
        }
        return said;
    }
}
