// The tables of cases.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Cases;

internal sealed class CasesTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Case>(opened =>
        {
            opened.ToTable("surveys_case");
            opened.Property(x => x.Version).IsConcurrencyToken();
            opened.HasIndex(x => x.Number).IsUnique();
            opened.HasIndex(x => new { x.ResponseId, x.Kind }).IsUnique();
            opened.HasIndex(x => x.PersonId);
            opened.HasIndex(x => new { x.ClosedAt, x.DueAt });
            opened.Ignore(x => x.Spoken);
            opened.Ignore(x => x.Address);
        });
        model.Entity<CaseEntry>(entry =>
        {
            entry.ToTable("surveys_case_entry");
            entry.HasIndex(x => x.CaseId);
        });
        model.Entity<RaisingAnswer>(raising =>
        {
            raising.ToTable("surveys_raising_answer");
            raising.HasIndex(x => x.SurveyId);
        });
    }
}
