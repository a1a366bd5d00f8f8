// The tables of doors and calls.
using Hearth.Storage.Public;
using Hearth.Surveys.Door;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Fieldwork;

internal sealed class FieldworkTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<HouseholdClaim>(claim =>
        {
            claim.ToTable("surveys_claim");
            claim.HasKey(x => x.InvitationId);
            claim.NotAudited("a lease of an hour or an evening; what came of it is recorded");
        });
        model.Entity<Attempt>(attempt =>
        {
            attempt.ToTable("surveys_attempt");
            attempt.HasIndex(x => new { x.SurveyId, x.Outcome });
            attempt.HasIndex(x => x.InvitationId);
        });
        model.Entity<DoorList>(list =>
        {
            list.ToTable("surveys_door_list");
            list.HasIndex(x => x.SurveyId);
        });
        model.Entity<AnswersSetAside>(kept =>
        {
            kept.ToTable("surveys_set_aside");
            kept.HasIndex(x => x.SurveyId);
            kept.HasIndex(x => x.InvitationId);
        });
    }
}
