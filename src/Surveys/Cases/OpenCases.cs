// Opens cases in the unit of work that takes the answers in: a worrying answer is never in without its case. The person is told in neutral words.
using Hearth.DesignSystem.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.WorkingDays;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases;

internal sealed class OpenCases(
    HearthDb db,
    WorryRules rules,
    Settings settings,
    Audience audience,
    Outbox outbox,
    AuditTrail audit,
    ILandlord landlord,
    InTheirLanguage languages
)
{
    public const string Purpose = "case-opened";

    /// <summary>Adds what these answers raise to this unit of work.</summary>
    /// <param name="response">As it is being taken in.</param>
    /// <param name="invitation">Whose it is.</param>
    /// <param name="answers">What was said.</param>
    /// <param name="shown">The questions that were asked.</param>
    /// <param name="now">When the landlord knows of it.</param>
    /// <param name="stop">Gives up.</param>
    public async Task AddAsync(
        Response response,
        Invitation invitation,
        AnswerSheet answers,
        IReadOnlyList<Question> shown,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var (set, raising) = await rules.OfAsync(db, settings, response.SurveyId, stop);
        var found = WorryFinder.In(shown, answers, set, raising);
        if (found.Count == 0)
        {
            return;
        }
        var week = new WorkingWeek();
        var number = Math.Max(
            await db.Set<Case>().MaxAsync(c => (int?)c.Number, stop) ?? 0,
            db.Set<Case>().Local.Select(c => c.Number).DefaultIfEmpty().Max()
        );
        var opened = new List<Case>();
        foreach (var one in found)
        {
            var made = new Case
            {
                Number = ++number,
                SurveyId = response.SurveyId,
                ResponseId = response.Id,
                PersonId = invitation.PersonId,
                HouseholdId = invitation.HouseholdId,
                QuestionId = one.QuestionId,
                Kind = one.Kind,
                Rule = one.Rule,
                Because = one.Because,
                OpenedAt = now,
            };
            made.Reckon([], set, week);
            db.Add(made);
            audit.Write("OpenCase", "case", made.Id, one.Kind.Name());
            opened.Add(made);
        }
        await TellAsync(opened, invitation, stop);
    }

    // Whoever shares their phone or post may read it too: it says that somebody will be in touch, never about what.
    private async Task TellAsync(List<Case> opened, Invitation invitation, CancellationToken stop)
    {
        if (
            invitation.PersonId is not { } person
            || (await audience.ForPeopleAsync([person], stop)).GetValueOrDefault(person) is not { } member
            || member.BestChannel is not { } way
            || way is not (Channel.Email or Channel.Text or Channel.WhatsApp or Channel.Letter)
            || member.Reach(way) is not { } to
        )
        {
            return;
        }
        var first = opened.OrderBy(c => c.DueAt).First();
        var by = first.DueAt!.Value.DayInLondon();
        var (name, phone) = (landlord.Current.Name, landlord.Current.Phone);
        outbox.Add(
            languages.Write(
                $"case/{first.Id}/opened",
                Purpose,
                first.Id,
                to,
                way,
                phrases =>
                {
                    var reach = phone is null ? "" : phrases["case.told.ring", ("phone", phone)];
                    (string, object?)[] values = [("day", phrases.Weekday(by)), ("number", first.Spoken)];
                    string[] paragraphs = [phrases["case.told.thanks", values], $"{reach} {phrases["case.told.danger"]}".Trim()];
                    return new(
                        phrases["case.told.subject"],
                        way switch
                        {
                            Channel.Text or Channel.WhatsApp => phrases["case.told.text", [.. values, ("landlord", name), ("reach", reach)]]
                                .Replace("  ", " ", StringComparison.Ordinal),
                            // a letter's own sheet greets
                            Channel.Letter => string.Join("\n\n", paragraphs),
                            _ => string.Join("\n\n", [phrases["message.dear", ("name", member.Salutation)], .. paragraphs]),
                        }
                    );
                }
            )
        );
        foreach (var one in opened)
        {
            one.ToldBy = way.ToString();
        }
    }
}
