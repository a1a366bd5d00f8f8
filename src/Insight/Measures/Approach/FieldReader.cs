// Reads what happened in the field in a year, stock by stock: from the newest frozen edition, or from what stands where none is frozen.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception;
using Hearth.Insight.Measures.Perception.Freezing;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Insight.Measures.Approach;

internal sealed class FieldReader(
    HearthDb db,
    PerceptionReader perception,
    QuestionnaireReader questionnaires,
    SampleReader samples,
    DrawReader draws,
    SurveyReader surveys,
    MeasureReader measures,
    KeptYears years,
    Actor actor
)
{
    /// <summary>Every stock that was asked in the year, rental first.</summary>
    public async Task<IReadOnlyList<FieldFacts>> YearAsync(ReportingYear year, CancellationToken stop)
    {
        // counts of the whole landlord, kept for everyone and published: whoever looks first may be limited to a few homes
        using var all = actor.SeeAll();
        var ending = year.Ending;
        var frozen = await db.Set<Edition>().AsNoTracking().Where(edition => edition.YearEnding == ending).ToListAsync(stop);
        List<FieldFacts> found = [];
        foreach (var stock in StockWords.Reported)
        {
            var edition = frozen.Where(one => one.Stock == stock).MaxBy(one => one.Number);
            // what was altered so that it cannot be read is not frozen any more
            var figures = edition?.Read(out _);
            edition = figures is null ? null : edition;
            figures ??= await perception.OfAsync(year, stock, stop);
            if (figures is not null)
            {
                found.Add(await OfAsync(figures, edition, stop));
            }
        }
        return found;
    }

    private async Task<FieldFacts> OfAsync(PerceptionYear figures, Edition? edition, CancellationToken stop)
    {
        List<QuestionnaireAsSent> asked = [];
        List<SampleFacts> chosen = [];
        List<GroupTally> tallies = [];
        List<DrawOfSurvey> drawn = [];
        foreach (var survey in figures.Surveys)
        {
            if (await questionnaires.OfAsync(survey.Id, stop) is { } sent)
            {
                asked.Add(sent);
                chosen.Add(await samples.OfAsync(survey.Id, stop));
                if (await draws.FindAsync(survey.Id, stop) is { } draw)
                {
                    drawn.Add(draw);
                }
                tallies.AddRange(
                    (await TallyAsync(survey.Id, stop)).Where(tally =>
                        figures.Stock == StockType.Combined || MeasureAnswers.StockOf(tally.Facts.Tenure) == figures.Stock
                    )
                );
            }
        }
        return new(figures, edition, asked, chosen, Likeness.Of(tallies)) { Draws = drawn };
    }

    private async Task<IReadOnlyList<GroupTally>> TallyAsync(Guid survey, CancellationToken stop) =>
        await years.OfAsync($"tally {await measures.StampAsync([survey], stop)}", () => surveys.TallyAsync(survey, stop));
}
