// Draws of homes within strata: the frame behind a survey that was asked, and a draw by itself.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Public;
using Hearth.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Support;

public static class TestDraws
{
    /// <summary>The homes of a survey were drawn by ward: each ward held so many, those asked among them.</summary>
    /// <param name="hearth">The landlord.</param>
    /// <param name="survey">Homes of it were asked.</param>
    /// <param name="homes">By ward: homes that could be drawn.</param>
    /// <param name="notDrawn">So many of those asked in the first ward have a line in the frame and were not drawn.</param>
    public static Task DrawnByWardAsync(this HearthApp hearth, Guid survey, IReadOnlyDictionary<string, int> homes, int notDrawn = 0) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            var asked = await db.Set<Invitation>().Where(one => one.SurveyId == survey).ToListAsync();
            asked = [.. asked.OrderBy(one => one.Ward != homes.Keys.First())];
            var place = 0;
            FrameHome Line(Guid household, string ward, int? part) =>
                new()
                {
                    SurveyId = survey,
                    HouseholdId = household,
                    Reference = $"T{++place:00000}",
                    Stratum = ward,
                    Place = place - 1,
                    Replicate = part,
                    Ward = ward,
                };
            List<FrameHome> frame = [.. asked.Select((one, at) => Line(one.HouseholdId, one.Ward, at < notDrawn ? null : 0))];
            foreach (var (ward, count) in homes)
            {
                var others = count - frame.Count(line => line.Ward == ward);
                frame.AddRange(Enumerable.Range(0, others).Select(_ => Line(Guid.CreateVersion7(), ward, null)));
            }
            db.Add(
                new Sample
                {
                    SurveyId = survey,
                    Stock = StockType.LowCostRental,
                    Chosen = true,
                    Population = homes.Values.Sum(),
                    Size = asked.Count - notDrawn,
                    StrataBy = [nameof(Characteristic.Ward)],
                    Allocation = AllocationRule.Equal,
                    Seed = 40217.ToString(CultureInfo.InvariantCulture),
                }
            );
            services.GetRequiredService<AuditTrail>().Write("DrawSample", "survey", survey, "a draw of a test");
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await db.InsertManyAsync(frame, default);
            await transaction.CommitAsync();
        });

    /// <summary>A draw by ward, of which nobody has answered.</summary>
    public static DrawOfSurvey ByWard(params IReadOnlyList<DrawnStratum> strata) =>
        new(Guid.Empty, [Characteristic.Ward], strata, 1, new Dictionary<Guid, (string, bool)>());

    /// <summary>Somebody who answered was forgotten: the answer stays, and nothing says whose it was.</summary>
    public static Task ForgetWhoAnsweredAsync(this HearthApp hearth, Guid survey, string ward, int many) =>
        hearth.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<HearthDb>();
            foreach (
                var one in await db.Set<Surveys.Answering.Response>()
                    .Where(one => one.SurveyId == survey && one.Ward == ward)
                    .OrderBy(one => one.Id)
                    .Take(many)
                    .ToListAsync()
            )
            {
                (one.InvitationId, one.HouseholdId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            }
            await db.SaveChangesAsync();
        });
}
