// Draws samples for tests, by the handler, and reads what became of the homes.
using Hearth.Storage.Public;
using Hearth.Support;
using Hearth.Surveys.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.AddMeasures;
using Hearth.Surveys.Sampling;
using Hearth.Surveys.Sampling.DrawSample;
using Hearth.Surveys.Tests.Asking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Surveys.Tests.Sampling;

internal static class Drawing
{
    /// <summary>Of each ward by lot, seed 40217.</summary>
    public static SamplePlan ByWard(int size, int replicates = 0, int each = 0) =>
        new(StockType.LowCostRental, false, false, 50, size, [Characteristic.Ward], AllocationRule.Proportional, 40217, replicates, each);

    public static Task<Outcome<Sample>> DrawAsync(this HearthApp hearth, Guid survey, SamplePlan plan) =>
        hearth.InScopeAsync(services => services.GetRequiredService<DrawSample>().RunAsync(survey, plan));

    /// <summary>A draft that asks TP01.</summary>
    public static async Task<Guid> MeasuredAsync(this HearthApp hearth)
    {
        var id = await hearth.DraftAsync(questions: false);
        await hearth.InScopeAsync(async services =>
            Assert.False((await services.GetRequiredService<AddMeasures>().RunAsync(id, ["TP01"])).Refused)
        );
        return id;
    }

    public static Task<List<FrameHome>> FrameAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(services =>
            services
                .GetRequiredService<HearthDb>()
                .Set<FrameHome>()
                .AsNoTracking()
                .Where(home => home.SurveyId == survey)
                .OrderBy(home => home.Place)
                .ToListAsync()
        );

    public static Task<SampleFacts> FactsAsync(this HearthApp hearth, Guid survey) =>
        hearth.InScopeAsync(services => services.GetRequiredService<SampleReader>().OfAsync(survey));

    /// <summary>So many homes of a ward, with an e-mail address.</summary>
    public static IEnumerable<NewTenant> Homes(string ward, int count) =>
        Enumerable.Range(0, count).Select(i => new NewTenant { Ward = ward, Email = $"{ward[0]}{i}@post.example" });

    public static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] fields) =>
        [.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))];
}
