// The demo's drawn sample: 1,580 rented homes by lot, in the field for some weeks, one part of the reserve released, short of some groups.
using System.Globalization;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.ImportResponses;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.CreateSurvey;
using Hearth.Surveys.Questionnaires.WriteQuestion;
using Hearth.Surveys.Results;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.DrawSample;
using Hearth.Surveys.Sampling.SetQuotas;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfDrawnSample(
    HearthDb db,
    AuditTrail audit,
    Audience audience,
    CreateSurvey create,
    AddQuestion addQuestion,
    DrawSample draw,
    SetQuotas quotas,
    TypeQuotas type,
    DemoLadder ladder,
    ImportResponses import
) : IDemoChapter
{
    private const int First = 380;
    private const int Second = 22;

    public int Order => 37;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        // asked long enough ago that nobody has to be left in peace because of it
        var opens = story.Today.AddDays(-26);
        var released = story.Today.AddDays(-15);
        var survey = await DraftAsync(opens, story.Today.AddDays(9), stop);
        var plan = new SamplePlan(
            StockType.LowCostRental,
            false,
            false,
            35,
            1580,
            [Characteristic.Ward, Characteristic.Age],
            AllocationRule.Proportional,
            (ulong)story.Seed,
            2,
            150
        );
        var sample = TellOfYearlySurvey.Took(await draw.RunAsync(survey, plan, stop));
        TellOfYearlySurvey.Took(await quotas.RunAsync(survey, [Characteristic.Age], 555, stop));
        await AskMoreOfTheYoungAsync(survey, stop);
        // everybody once, by their best way
        db.Add(new Ladder { SurveyId = survey, State = LadderState.Off });
        audit.Write("ChangeLadder", "survey", survey, "everybody is asked once");
        await db.SaveChangesAsync(stop);
        var opened = TellOfYearlySurvey.Took(await ladder.OpenAsync(survey, opens, new Random(story.Seed + 37), stop));
        db.ChangeTracker.Clear();
        var random = new Random(story.Seed + 38);
        await ladder.LeaveAsync(opened.Survey, opens, random, stop);
        await AnswerAsync(survey, First, opens, story.Today, random, stop);
        TellOfYearlySurvey.Took(
            await ladder.ReleaseAsync(
                survey,
                1,
                "Younger tenants answer half as often as planned",
                released,
                new Random(story.Seed + 39),
                stop
            )
        );
        db.ChangeTracker.Clear();
        await ladder.LeaveAsync(opened.Survey, released, random, stop);
        await AnswerAsync(survey, Second, released, story.Today, random, stop);
        story.Say(
            $"A sample in the field: {sample.Size:N0} of {sample.Population:N0} rented homes by lot, seed {sample.Seed}, {First + Second} answers; one part of its reserve is released, one waits."
        );
    }

    // a figure of their own wants more of them than their size
    private async Task AskMoreOfTheYoungAsync(Guid survey, CancellationToken stop)
    {
        var young = await db.Set<Quota>()
            .AsNoTracking()
            .FirstAsync(quota => quota.SurveyId == survey && quota.Cell == AgeBands.Wide[0], stop);
        TellOfYearlySurvey.Took(
            await type.RunAsync(
                survey,
                [
                    new TypedQuota
                    {
                        Cell = young.Cell,
                        Was = young.Wanted,
                        Wanted = "100",
                    },
                ],
                spread: true,
                stop
            )
        );
    }

    private async Task<Guid> DraftAsync(DateOnly opens, DateOnly closes, CancellationToken stop)
    {
        var survey = TellOfYearlySurvey.Took(
            await create.RunAsync(
                new SurveyDetails(
                    "Getting hold of us",
                    "We want to know how easy it is to get hold of us, and what would make it easier.\n\nWe ask some homes, chosen by lot, so that we do not ask everybody every time. Your answers speak for your neighbours too.",
                    opens,
                    closes,
                    28
                ),
                stop
            )
        );
        foreach (
            var question in new QuestionDraft[]
            {
                new(QuestionKind.SingleChoice, "How did you last get in touch with us?")
                {
                    Choices = ["Telephone", "E-mail", "On the website", "At an office", "I spoke to somebody who was here"],
                },
                new(QuestionKind.Scale, "How satisfied or dissatisfied are you with how easy it was?"),
                new(QuestionKind.LongText, "What would make it easier?"),
            }
        )
        {
            TellOfYearlySurvey.Took(await addQuestion.RunAsync(survey.Id, question, stop));
        }
        return survey.Id;
    }

    // many at first, then fewer each day: of those asked who have not answered yet
    private async Task AnswerAsync(Guid survey, int count, DateOnly from, DateOnly today, Random random, CancellationToken stop)
    {
        var asked = await TellOfYearlySurvey.AskedAsync(db, audience, survey, stop);
        var day = from.StartInLondon();
        var sheet = new CsvSheet();
        foreach (var heading in new[] { "tenancy reference", "channel", "date", "q1", "q2", "q3" })
        {
            sheet.Cell(heading);
        }
        sheet.End();
        var fresh = asked.Where(home => home.Item1.CreatedAt >= day).ToList();
        foreach (var home in DemoRespondents.Draw(fresh, count, random))
        {
            var ahead = Math.Pow(random.NextDouble(), 1.6) * (today.DayNumber - from.DayNumber);
            sheet
                .Cell(home.Tenancy)
                .Cell(
                    random.Next(10) switch
                    {
                        < 6 => "Online",
                        < 8 => "Paper",
                        < 9 => "Telephone",
                        _ => "Text",
                    }
                )
                .Cell(from.AddDays((int)ahead).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture))
                .Cell(random.Next(1, 6).ToString(CultureInfo.InvariantCulture))
                .Cell(
                    home.Mood switch
                    {
                        > 0.9 => "1",
                        > 0.1 => "2",
                        > -0.2 => "3",
                        > -0.9 => "4",
                        _ => "5",
                    }
                )
                .Cell("")
                .End();
        }
        TellOfYearlySurvey.Took(await import.RunAsync(survey, sheet.Bytes(), stop));
        db.ChangeTracker.Clear();
    }
}
