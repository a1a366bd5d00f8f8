// Releases the next part of the reserve: its homes are asked by the survey's own ladder. An officer's act, with its reason.
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Sampling.DrawSample;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.ReleaseReserve;

/// <summary>What came of it.</summary>
/// <param name="LeftAlone">Homes of the part that said no or cannot be reached.</param>
/// <param name="Later">Homes that rest now, and are asked when their rest is over.</param>
internal sealed record ReleasedNow(int Number, int Asked, int LeftAlone, int Later);

internal sealed record NobodyOfThePart(string Words) : Refusal(Words);

internal sealed class ReleaseReserve(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time, InviteHouseholds invite)
{
    public const int LongestReason = 500;

    /// <param name="survey">An open survey with a reserve.</param>
    /// <param name="number">The part that the officer saw as the next: of two who press at once one is refused.</param>
    /// <param name="because">Why.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Outcome<ReleasedNow>> RunAsync(Guid survey, int number, string? because, CancellationToken stop = default)
    {
        because = because?.Trim() ?? "";
        if (await db.Set<Survey>().FindAsync([survey], stop) is not { } asked)
        {
            return new SurveyNotFound();
        }
        if (asked.Status != SurveyStatus.Open)
        {
            return new SurveyNotOpen();
        }
        if (await db.Set<Sample>().FindAsync([survey], stop) is not { Census: false } sample)
        {
            return new NotDrawnAny();
        }
        if (because.Length is 0 or > LongestReason)
        {
            return because.Length == 0 ? new ReleaseWithoutReason() : new ReasonTooLong();
        }
        var next = await db.Set<ReleasedReserve>().CountAsync(r => r.SurveyId == survey, stop) + 1;
        if (next > sample.Replicates)
        {
            return new ReserveIsUsedUp();
        }
        if (next != number)
        {
            return new ChangedMeanwhile();
        }
        var homes = await db.Set<FrameHome>()
            .Where(home => home.SurveyId == survey && home.Replicate == number)
            .Select(home => home.HouseholdId)
            .ToListAsync(stop);
        db.Add(
            new ReleasedReserve
            {
                SurveyId = survey,
                Number = number,
                At = time.GetUtcNow(),
                By = actor.Name,
                Because = because,
            }
        );
        audit.Write("ReleaseReserve", "survey", survey, $"part {number} of {sample.Replicates}, {homes.Count} homes: {because}");
        // saved there, with the invitations and their messages, or not at all
        var came = await invite.RunAsync(survey, homes, $"part {number} of the reserve", number, stop);
        return came.Refusal is { } words ? new NobodyOfThePart(words) : new ReleasedNow(number, came.Invited, came.LeftOut, came.Later);
    }
}
