// A survey in the field with a question of every kind, for tests that ask at doors and by telephone, and what is kept of it.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Fieldwork;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Support;

/// <summary>A survey in the field, and its invitations in the order of the tenants.</summary>
public sealed record InTheField(Guid Survey, IReadOnlyList<Guid> Invitations, IReadOnlyList<string> Codes);

/// <summary>Answers as they are kept.</summary>
public sealed record KeptAnswers(string Channel, string Answers, IReadOnlyList<string> Words);

public static class TestFieldwork
{
    /// <summary>Opens a survey for these tenants, from ten days ago to 35 days ahead; nothing is sent.</summary>
    /// <param name="hearth">The landlord.</param>
    /// <param name="tenants">Those who are asked.</param>
    /// <param name="grids">True adds a grid (q7) and a ranking (q8) at the end.</param>
    public static Task<InTheField> TakeToTheFieldAsync(this HearthApp hearth, IReadOnlyList<MovedIn> tenants, bool grids = false) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var today = hearth.Clock.Today();
            var survey = new Survey
            {
                Title = "How warm is your home?",
                Introduction = "We want to know how warm your home is.\n\nWe use your answers to plan repairs.",
                OpensOn = today.AddDays(-10),
                ClosesOn = today.AddDays(35),
                Status = SurveyStatus.Open,
                CreatedAt = hearth.Clock.GetUtcNow().AddDays(-20),
                OpenedAt = hearth.Clock.GetUtcNow().AddDays(-10),
                PublicAddress = "https://tell.ousebridge.example",
            };
            var heater = Ask(survey, 1, QuestionKind.SingleChoice, "Do you have a heater?", new("y", "Yes"), new("n", "No"));
            heater.Required = true;
            var satisfied = Ask(
                survey,
                2,
                QuestionKind.Scale,
                "How satisfied are you with your heater?",
                new("1", "Very satisfied"),
                new("2", "Fairly satisfied"),
                new("3", "Neither"),
                new("4", "Fairly dissatisfied"),
                new("5", "Very dissatisfied")
            );
            (satisfied.ShowIfQuestionId, satisfied.ShowIfCodes) = (heater.Id, ["y"]);
            var rooms = Ask(
                survey,
                3,
                QuestionKind.MultipleChoice,
                "Which rooms are cold?",
                new("bed", "Bedroom"),
                new("bath", "Bathroom"),
                new("none", "None of these", true)
            );
            var heated = Ask(survey, 4, QuestionKind.Number, "How many rooms do you heat?");
            (heated.Least, heated.Most) = (0, 20);
            db.Add(survey);
            db.AddRange(
                heater,
                satisfied,
                rooms,
                heated,
                Ask(survey, 5, QuestionKind.Date, "When was your heater last checked?"),
                Ask(survey, 6, QuestionKind.LongText, "What else should we know?")
            );
            if (grids)
            {
                var grid = Ask(survey, 7, QuestionKind.Grid, "How good are these?", new("1", "Good"), new("2", "Bad"));
                grid.Rows = [new("r1", "The stairs"), new("r2", "The lift")];
                var ranking = Ask(
                    survey,
                    8,
                    QuestionKind.Ranking,
                    "What matters most?",
                    new("a", "Heat"),
                    new("b", "Light"),
                    new("c", "Quiet")
                );
                ranking.Most = 2;
                db.AddRange(grid, ranking);
            }
            var invitations = tenants
                .Select(tenant => new Invitation
                {
                    SurveyId = survey.Id,
                    HouseholdId = tenant.HouseholdId,
                    PersonId = tenant.PersonId,
                    Code = InvitationCode.Draw(InvitationCode.Secret),
                    Ward = tenant.As.Ward ?? "Not known",
                    Neighbourhood = "Not known",
                    Patch = tenant.As.Patch ?? "Not known",
                    Tenure = "General needs",
                    Locality = "City",
                    AgeBand = "35 to 44",
                    CreatedAt = hearth.Clock.GetUtcNow().AddDays(-10),
                    LastAskedAt = hearth.Clock.GetUtcNow().AddDays(-10),
                })
                .ToList();
            db.AddRange(invitations);
            services.GetRequiredService<AuditTrail>().Write("OpenSurvey", "survey", survey.Id);
            await db.SaveChangesAsync();
            return new InTheField(survey.Id, [.. invitations.Select(i => i.Id)], [.. invitations.Select(i => i.Code)]);
        });

    /// <summary>The survey has Urdu too: its first two questions and what people read first; the others nobody has translated.</summary>
    public static Task SpeakUrduAsync(this HearthApp hearth, Guid id) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var survey = await db.Set<Survey>().SingleAsync(s => s.Id == id);
            var translations = services.GetRequiredService<Translations>();
            await translations.AddLanguageAsync(survey, "ur", default);
            var words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["introduction"] = "ہم جاننا چاہتے ہیں کہ آپ کا گھر کتنا گرم ہے۔",
                ["q1.text"] = "کیا آپ کے پاس ہیٹر ہے؟",
                ["q1.o.y"] = "ہاں",
                ["q1.o.n"] = "نہیں",
                ["q2.text"] = "آپ اپنے ہیٹر سے کتنے مطمئن ہیں؟",
                ["q2.o.1"] = "بہت مطمئن",
                ["q2.o.2"] = "کافی مطمئن",
                ["q2.o.3"] = "نہ مطمئن نہ غیر مطمئن",
                ["q2.o.4"] = "کافی غیر مطمئن",
                ["q2.o.5"] = "بہت غیر مطمئن",
            };
            var questions = await db.Set<Question>().AsNoTracking().Where(q => q.SurveyId == id).ToListAsync();
            await translations.WriteAsync(
                survey,
                "ur",
                [.. Parts.Of(survey, questions).Where(part => words.ContainsKey(part.Key)).Select(part => (part, words[part.Key]))],
                isChecked: true,
                default
            );
        });

    /// <summary>Everything that counts, in the order in which it came.</summary>
    public static Task<List<KeptAnswers>> KeptAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var words = (await db.Set<Comment>().ToListAsync()).ToLookup(c => c.ResponseId, c => c.Text);
            return (await db.Set<Response>().OrderBy(r => r.At).ToListAsync())
                .Select(r => new KeptAnswers(r.Channel.ToString(), r.Answers, [.. words[r.Id]]))
                .ToList();
        });

    /// <summary>What was set aside: why, and what it says.</summary>
    public static Task<List<string>> AsideAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<AnswersSetAside>()
                .OrderBy(a => a.CameAt)
                .Select(a => a.Why + " " + a.Answers)
                .ToListAsync()
        );

    /// <summary>What came of each try, by which way.</summary>
    public static Task<List<string>> TriesAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(async services =>
            (await services.GetRequiredService<HearthDb>().Set<Attempt>().OrderBy(a => a.At).ToListAsync())
                .Select(a => $"{a.Way} {a.Outcome}")
                .ToList()
        );

    /// <summary>The survey is stopped now, by an officer.</summary>
    public static Task StopSurveyAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            Assert((await db.Set<Survey>().FirstAsync(s => s.Id == survey)).Close(hearth.Clock.GetUtcNow(), "We have enough answers."));
            services.GetRequiredService<AuditTrail>().Write("CloseSurvey", "survey", survey);
            await db.SaveChangesAsync();

            static void Assert(Refusal? refusal)
            {
                if (refusal is not null)
                {
                    throw new InvalidOperationException(refusal.Words);
                }
            }
        });

    private static Question Ask(Survey survey, int position, QuestionKind kind, string text, params List<Option> options) =>
        new()
        {
            SurveyId = survey.Id,
            Key = $"q{position}",
            Position = position,
            Kind = kind,
            Text = text,
            Options = options,
        };
}
