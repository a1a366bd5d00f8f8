// The demo's survey in the field now: heating and bills in one ward, some weeks to go, answers by every channel, its ladder at work.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering.ImportResponses;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Asking.OpenSurvey;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.CreateSurvey;
using Hearth.Surveys.Questionnaires.RouteQuestion;
using Hearth.Surveys.Questionnaires.WriteQuestion;
using Hearth.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfHeatingSurvey(
    HearthDb db,
    Audience audience,
    CreateSurvey create,
    ChooseAudience choose,
    AddQuestion addQuestion,
    RouteQuestion route,
    DemoLadder ladder,
    Outbox outbox,
    ImportResponses import,
    HeatingInOtherLanguages languages
) : IDemoChapter
{
    private const int Answers = 231;
    private const string Ward = "Fennside";

    public int Order => 31;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var opens = story.Today.AddDays(-12);
        var survey = await DraftAsync(opens, story.Today.AddDays(21), stop);
        var opened = TellOfYearlySurvey.Took(await ladder.OpenAsync(survey.Id, opens, new Random(story.Seed + 32), stop));
        db.ChangeTracker.Clear();
        var asked = await TellOfYearlySurvey.AskedAsync(db, audience, survey.Id, stop);
        var spoken = (await audience.ListAsync(new AudienceFilter { Wards = [Ward] }, stop)).ToDictionary(
            home => home.TenancyReference,
            home => home.Language,
            StringComparer.Ordinal
        );
        List<DemoAnswer> answers = [.. Answered(asked, spoken, opens, story.Today, new Random(story.Seed + 33))];
        var random = new Random(story.Seed + 34);
        survey = await db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == survey.Id, stop);
        var from = opens;
        for (var day = opens; day <= story.Today; day = day.AddDays(1))
        {
            // answers come in before those who are silent go up
            var until = day == story.Today ? story.Today : day;
            if (day == story.Today || (day.DayNumber - opens.DayNumber) % 5 == 0)
            {
                await ImportAsync(survey.Id, answers.Where(answer => answer.On >= from && answer.On <= until), stop);
                from = until.AddDays(1);
            }
            await ladder.DayAsync(survey, day, day == story.Today, random, stop);
        }
        await languages.MarkCommentsAsync(survey.Id, stop);
        var sent = (await outbox.CountsAsync(survey.Id, stop)).Where(count => count.Status == MessageStatus.Sent).Sum(count => count.Count);
        story.Say(
            $"A survey about heating, open until {survey.ClosesOn.Written()}: {Answers} of {opened.Asked:N0} homes have answered. Its ladder has sent {sent:N0} messages. It is in Polish and Urdu; one question was reworded since it was put into Polish."
        );
    }

    private async Task<Survey> DraftAsync(DateOnly opens, DateOnly closes, CancellationToken stop)
    {
        var survey = TellOfYearlySurvey.Took(
            await create.RunAsync(
                new SurveyDetails(
                    "Heating and bills",
                    $"We want to know how warm your home is and what it costs you. We ask every home in {Ward}.\n\nYour answers help us choose which homes get new heating first.",
                    opens,
                    closes,
                    28
                ),
                stop
            )
        );
        TellOfYearlySurvey.Took(await choose.RunAsync(survey.Id, new AudienceFilter { Wards = [Ward] }, stop));
        async Task<Question> AskAsync(QuestionDraft draft) => TellOfYearlySurvey.Took(await addQuestion.RunAsync(survey.Id, draft, stop));
        await AskAsync(
            new(QuestionKind.SingleChoice, "How do you heat your home?")
            {
                Required = true,
                Choices = ["Gas boiler", "Electric heaters", "Heat pump", "Something else"],
            }
        );
        await AskAsync(new(QuestionKind.Scale, "How satisfied or dissatisfied are you with your heating?"));
        var cold = await AskAsync(new(QuestionKind.SingleChoice, "Was any room too cold to use last winter?") { Choices = ["Yes", "No"] });
        var rooms = await AskAsync(
            new(QuestionKind.MultipleChoice, "Which rooms were too cold?")
            {
                Choices = ["Living room", "Bedroom", "Kitchen", "Bathroom", "Hall or stairs"],
            }
        );
        TellOfYearlySurvey.Took(await route.RunAsync(survey.Id, rooms.Id, cold.Id, [cold.Options[0].Code], stop));
        await AskAsync(
            new(QuestionKind.Number, "About how much did you pay for heating and light last month, in pounds?")
            {
                Help = "A guess is fine.",
                Least = 0,
                Most = 1000,
            }
        );
        await AskAsync(new(QuestionKind.LongText, "What would make your home easier to keep warm?"));
        await languages.TranslateAsync(survey.Id, stop);
        return survey;
    }

    private async Task ImportAsync(Guid survey, IEnumerable<DemoAnswer> answers, CancellationToken stop)
    {
        var sheet = new CsvSheet();
        foreach (var heading in new[] { "tenancy reference", "channel", "date", "q1", "q2", "q3", "q4", "q5", "q6" })
        {
            sheet.Cell(heading);
        }
        sheet.End();
        var any = false;
        foreach (var answer in answers)
        {
            foreach (var cell in answer.Cells)
            {
                sheet.Cell(cell);
            }
            sheet.End();
            any = true;
        }
        if (any)
        {
            TellOfYearlySurvey.Took(await import.RunAsync(survey, sheet.Bytes(), stop));
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>A household's answers as a row of a file.</summary>
    private sealed record DemoAnswer(DateOnly On, IReadOnlyList<string> Cells);

    private static IEnumerable<DemoAnswer> Answered(
        IReadOnlyList<(Invitation, string)> asked,
        Dictionary<string, string> spoken,
        DateOnly opens,
        DateOnly today,
        Random random
    )
    {
        string[] comments =
        [
            "New windows. You can feel the wind through them.",
            "A heater in the bathroom that works.",
            "Show me how to use the timer.",
            "Cheaper electric. It is £70 a week in January.",
            "Insulate the loft.",
            "Fix the door. There is a gap under it.",
            "Thicker walls!",
            "Gas, like the houses across the road.",
            "Nothing, we are warm.",
            "Service the boiler before the winter and not after it breaks.",
            "A radiator in the hall.",
            "Stop the damp. It makes it feel colder.",
        ];
        string Pick(string[] from, params int[] weights)
        {
            var at = random.Next(weights.Sum());
            var i = 0;
            while ((at -= weights[i]) >= 0)
            {
                i++;
            }
            return from[i];
        }
        foreach (var home in DemoRespondents.Draw(asked, Answers, random))
        {
            var heating = Pick(["1", "2", "3", "4"], 58, 28, 11, 3);
            var mood = home.Mood - (heating == "2" ? 0.8 : 0) + (0.6 * DemoRespondents.Normal(random));
            var isCold = mood < -0.1;
            var rooms = new[] { "1", "2", "3", "4", "5" }.Where(room => random.Next(10) < (room is "2" or "4" ? 5 : 2)).DefaultIfEmpty("2");
            var channel = Pick(["Online", "Text", "Telephone", "Paper", "Face to face"], 56, 17, 12, 10, 5);
            // most in the first days of each rung
            var on = opens.AddDays((int)(random.NextDouble() * random.NextDouble() * (today.DayNumber - opens.DayNumber + 1)));
            var content = mood switch
            {
                > 0.9 => "1",
                > 0.1 => "2",
                > -0.2 => "3",
                > -0.9 => "4",
                _ => "5",
            };
            var paid =
                random.Next(6) == 0
                    ? ""
                    : ((int)(70 + (heating == "2" ? 55 : 0) + (35 * Math.Abs(DemoRespondents.Normal(random))))).ToString(
                        CultureInfo.InvariantCulture
                    );
            yield return new(
                on,
                [
                    home.Tenancy,
                    channel,
                    on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
                    heating,
                    content,
                    isCold ? "Yes" : "No",
                    isCold ? string.Join("; ", rooms) : "",
                    paid,
                    random.Next(4) == 0
                        ? HeatingInOtherLanguages.Say(spoken.GetValueOrDefault(home.Tenancy), comments[random.Next(comments.Length)])
                        : HeatingInOtherLanguages.Say(spoken.GetValueOrDefault(home.Tenancy), ""),
                ]
            );
        }
    }
}
