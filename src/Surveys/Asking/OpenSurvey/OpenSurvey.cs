// Opens a survey: draws the invitations with their facts and codes, writes the messages and places it in the loop, all in one transaction.
using System.Text.Json;
using Hearth.DesignSystem.Public;
using Hearth.Loop.Public;
using Hearth.Messaging.Public;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders;
using Hearth.Surveys.Asking.Resting;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Measures;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Asking.OpenSurvey;

/// <summary>What an officer confirms.</summary>
/// <param name="PublicAddress">Start of the links: <c>https://tell.ousebridge.example</c>.</param>
internal sealed record Opening(Guid SurveyId, string PublicAddress)
{
    /// <summary>What the codes are drawn with; secret chance unless a story must be told the same twice.</summary>
    public InvitationCode.Chance Chance { get; init; } = InvitationCode.Secret;

    /// <summary>The instant it counts as opened; now where it is null.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Asked another way (by a survey company, or before Hearth was there): no messages are written.</summary>
    public bool Silent { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Asked">Households asked; 0 while it waits for its first day.</param>
internal sealed record Opened(Survey Survey, int Asked);

internal sealed class OpenSurvey(
    HearthDb db,
    AuditTrail audit,
    TimeProvider time,
    Audience audience,
    Outbox outbox,
    LoopLedger ledger,
    WordsOfSurveys written,
    LaddersOfSurveys ladders,
    RestReader rest,
    ChosenHomes chosen,
    FrameChanges changes,
    PopulationReader homes,
    ILandlord landlord
)
{
    /// <summary>Opens it now, or sets it to open on its first day where that is to come.</summary>
    public async Task<Outcome<Opened>> RunAsync(Opening opening, CancellationToken stop = default)
    {
        var at = opening.At ?? time.GetUtcNow();
        if (await Questionnaire.LoadAsync(db, opening.SurveyId, stop) is not { Survey.IsWorkingCopy: false } questionnaire)
        {
            return new SurveyNotFound();
        }
        var survey = questionnaire.Survey;
        var refusals = survey.NotReadyToOpen(questionnaire.Questions.Count, at.DayInLondon()).ToList();
        // held to the set of the day it opens, which may not be the day that was planned
        var set = MeasureSet.ToHold(survey, at.DayInLondon());
        if (PrescribedWording.Fault(questionnaire, set, landlord.Current.Name) is { } wording)
        {
            refusals.Add(wording);
        }
        // one that waited for its day opens on its draw all the same: those who came had no chance, those who left are not asked
        if (survey.Status == SurveyStatus.Draft && !opening.Silent && await changes.FaultAsync(survey, stop) is { } changed)
        {
            refusals.Add(changed);
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var ladder = await ladders.OfAsync(survey, stop);
        var reach = new Reach(
            await audience.ListAsync(WhoIsAsked.Read(survey.Audience), stop),
            ladder.Asks,
            // asked by others before Hearth was told: there is nobody left to leave in peace
            opening.Silent
                ? Rest.None
                : await rest.OfAsync(survey, at, null, stop),
            at.DayInLondon(),
            await chosen.OfAsync(survey, null, stop)
        );
        if (reach.Asked.Count == 0)
        {
            return new NobodyToAsk();
        }
        survey.PublicAddress = opening.PublicAddress.TrimEnd('/');
        survey.Touch();
        if (survey.OpensOn > at.DayInLondon())
        {
            survey.Status = SurveyStatus.Scheduled;
            audit.Write("ScheduleSurvey", "survey", survey.Id, $"opens {survey.OpensOn:yyyy-MM-dd}");
            return await db.TrySaveAsync(stop) is [var late, ..] ? late : new Opened(survey, 0);
        }
        survey.MeasureSet = questionnaire.Questions.Any(question => question.Measure is not null) ? set.Id : null;
        return await OpenAsync(survey, ladder, reach, at, opening, stop);
    }

    // the figures of the regulator's measures say how the homes were chosen, also where nobody had to choose
    private async Task KeepHowChosenAsync(Survey survey, Reach reach, DateTimeOffset at, CancellationToken stop)
    {
        var sample = await db.Set<Sample>().FindAsync([survey.Id], stop);
        var leftOut = await homes.LeftOutAsync(survey.Id, stop);
        if (sample is { Census: false })
        {
            // left out between the draw and today: no longer part of the sample
            var frame = await db.Set<FrameHome>()
                .Where(home => home.SurveyId == survey.Id)
                .Select(home => home.HouseholdId)
                .ToListAsync(stop);
            foreach (var home in frame.Where(leftOut.ContainsKey))
            {
                sample.LeaveOut(LeftOutOfSurveys.NameOf(leftOut[home]));
            }
            return;
        }
        if (sample is null)
        {
            sample = new Sample
            {
                SurveyId = survey.Id,
                Stock = Stocks.Of([.. reach.Matched.Select(member => member.Facts.Tenure).Distinct()]),
                Census = true,
                DrawnAt = at,
            };
            db.Add(sample);
        }
        var population = new RelevantPopulation(
            sample.Stock,
            [.. reach.Matched.Where(member => sample.Stock.Holds(member.Facts.Tenure))],
            leftOut,
            null
        );
        (sample.Population, sample.LeftOut, sample.OptedOut, sample.Size) = (
            population.Homes.Count,
            population.LeftOutJson,
            population.OptedOut.All,
            population.Frame.Count
        );
    }

    private async Task<Outcome<Opened>> OpenAsync(
        Survey survey,
        Ladder ladder,
        Reach reach,
        DateTimeOffset at,
        Opening opening,
        CancellationToken stop
    )
    {
        // asked by others, they are not asked again from here, unless an officer has said so
        if (!opening.Silent && db.Entry(ladder).State == EntityState.Detached)
        {
            db.Add(ladder);
        }
        survey.Status = SurveyStatus.Open;
        survey.OpenedAt = at;
        survey.OpensOn = at.DayInLondon();
        survey.Population = reach.Matched.Count;
        survey.NotAsked = JsonSerializer.Serialize(reach.NotAsked);
        var thing = await ledger.PlaceAsync("survey", survey.Id, survey.Title, $"/surveys/{survey.Id}", survey.OpensOn, stop);
        thing.TellBy = survey.TellBy;
        audit.Write("OpenSurvey", "survey", survey.Id, $"{reach.Asked.Count} households asked, {reach.NotAsked.All} not asked");
        if (survey.MeasureSet is not null)
        {
            await KeepHowChosenAsync(survey, reach, at, stop);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // saved first: of two officers who press the button at once, one gets no further than this
        if (await db.TrySaveAsync(stop) is { Count: > 0 })
        {
            return new SurveyAlreadyOpen();
        }
        var codes = await DrawnInvitations.CodesAsync(db, reach.Asked.Count, opening.Chance, stop);
        var invitations = reach
            .Asked.Zip(codes, (asked, code) => DrawnInvitations.Draw(survey, asked.Member, asked.Channel, code, at))
            .ToList();
        await db.InsertManyAsync(invitations, stop);
        await db.InsertManyAsync(Reach.Waiting(survey.Id, reach.AtRest.DistinctBy(m => m.HouseholdId), reach.Rest, 0, at), stop);
        if (!opening.Silent)
        {
            var words = await written.OfAsync(survey, stop);
            await outbox.AddManyAsync(
                reach.Asked.Zip(codes, (asked, code) => words.Invite(asked.Member, asked.Channel, code)).ByDay(at),
                stop
            );
        }
        await transaction.CommitAsync(stop);
        return new Opened(survey, invitations.Count);
    }
}
