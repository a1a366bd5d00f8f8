// Samples, the homes that could be drawn, and what was released of the reserve.
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Surveys.Sampling.SetQuotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Hearth.Surveys.Sampling;

internal sealed class SamplingTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Sample>(sample =>
        {
            sample.ToTable("surveys_sample");
            sample.HasKey(x => x.SurveyId);
            sample.Property(x => x.SurveyId).ValueGeneratedNever();
            sample.Property(x => x.Version).IsConcurrencyToken();
            sample
                .Property(x => x.StrataBy)
                .HasConversion(
                    list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
                    json => JsonSerializer.Deserialize<List<string>>(json, JsonSerializerOptions.Default)!,
                    new ValueComparer<List<string>>((a, b) => a!.SequenceEqual(b!), list => list.Count, list => list.ToList())
                );
            sample.Ignore(x => x.By);
            sample.Ignore(x => x.LeftOutCounts);
        });
        model.Entity<FrameHome>(home =>
        {
            home.ToTable("surveys_frame_home");
            home.HasIndex(x => new { x.SurveyId, x.HouseholdId }).IsUnique();
            home.HasIndex(x => new { x.SurveyId, x.Replicate });
        });
        model.Entity<ReleasedReserve>(released =>
        {
            released.ToTable("surveys_released_reserve");
            released.HasIndex(x => new { x.SurveyId, x.Number }).IsUnique();
        });
        model.Entity<Quota>(quota =>
        {
            quota.ToTable("surveys_quota");
            quota.HasIndex(x => new { x.SurveyId, x.Cell }).IsUnique();
            quota.Property(x => x.InAll).HasDefaultValue(0).ValueGeneratedNever();
            quota.Property(x => x.Version).HasDefaultValue(0).ValueGeneratedNever().IsConcurrencyToken();
            quota.Ignore(x => x.Characteristics);
        });
    }
}
