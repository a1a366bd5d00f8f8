// What is proposed next, written by an officer for the panel's report on a survey.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.PanelReport;

internal sealed class Proposal
{
    public const int Longest = 4000;

    public Guid SurveyId { get; init; }
    public string Words { get; set; } = "";
    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }
}

internal sealed record ProposalTooLong() : Refusal($"What is proposed must be {Proposal.Longest:N0} letters or fewer", "Words");

internal sealed class Propose(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Writes what is proposed; nothing takes it back.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Guid survey, string? words, CancellationToken stop)
    {
        var written = (words ?? "").ReplaceLineEndings("\n").Trim();
        if (written.Length > Proposal.Longest)
        {
            return [new ProposalTooLong()];
        }
        if (!await db.Set<Survey>().AnyAsync(s => s.Id == survey, stop))
        {
            return [new SurveyNotFound()];
        }
        var proposal = await db.Set<Proposal>().FindAsync([survey], stop);
        if (proposal is null)
        {
            proposal = new Proposal { SurveyId = survey };
            db.Add(proposal);
        }
        (proposal.Words, proposal.By, proposal.At) = (written, actor.Name, time.GetUtcNow());
        audit.Write("Propose", "survey", survey, written.Length == 0 ? "taken back" : $"{written.Length} letters");
        return await db.TrySaveAsync(stop);
    }
}
