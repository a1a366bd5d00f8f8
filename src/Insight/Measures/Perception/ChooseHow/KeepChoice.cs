// Keeps how a year's figures are made, once it was tried and weights came of it.
using Hearth.Insight.Measures.Management;
using Hearth.Insight.Measures.Perception.WorkOut;
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception.ChooseHow;

internal sealed class KeepChoice(HearthDb db, PerceptionReader reader, TargetsReader targets, Settings settings)
{
    public async Task<IReadOnlyList<HowRefusal>> RunAsync(ReportingYear year, StockType stock, HowForm form, CancellationToken stop)
    {
        var candidates = await reader.CandidatesAsync(year, stock, stop);
        List<Candidate> chosen = [.. candidates.Where(one => form.Surveys.Contains(one.Survey.Id))];
        var (low, high, merge, least, wrong) = form.Numbers();
        List<HowRefusal> refusals = [.. wrong];
        if (chosen.Count == 0)
        {
            refusals.Insert(0, new NoSurveyChosen());
        }
        var choice = new YearChoice([.. chosen.Select(one => one.Survey.Id)], least, null);
        if (form.Weight == "yes" && chosen.Count > 0)
        {
            var (weighting, why) = await WeightingAsync(year, stock, form, choice, chosen, stop);
            refusals.AddRange(why);
            choice = choice with { Weighting = weighting is null ? null : weighting with { Low = low, High = high, MergeBelow = merge } };
        }
        if (refusals.Count == 0 && choice.Weighting is not null)
        {
            var gathered = await reader.GatherAsync(year, stock, stop, choice, compare: false);
            var worked = gathered is null ? null : Figures.Of(gathered.Inputs, gathered.Recipe).Year;
            var field = form.From == TargetsFrom.Typed ? nameof(HowForm.Typed) : nameof(HowForm.By);
            refusals.AddRange((worked?.NotWeightedBecause ?? []).Select(reason => new CannotWeight(field, reason)));
        }
        if (refusals.Count > 0)
        {
            return refusals;
        }
        await settings.SetAsync(YearChoice.KeyOf(year, stock), choice, stop);
        await db.SaveChangesAsync(stop);
        return [];
    }

    private async Task<(WeightingChoice? Weighting, IReadOnlyList<HowRefusal> Refusals)> WeightingAsync(
        ReportingYear year,
        StockType stock,
        HowForm form,
        YearChoice choice,
        List<Candidate> chosen,
        CancellationToken stop
    )
    {
        var typed = form.From == TargetsFrom.Typed;
        var (own, wrong) = typed ? TargetsReader.Read(form.Typed) : ([], []);
        List<Characteristic> by =
        [
            .. typed
                ? own.Select(one => Characteristic.Find(one.Characteristic)!)
                : Characteristic.All.Where(one => form.By.Contains(one.Key)),
        ];
        if (wrong.Count > 0 || by.Count == 0)
        {
            return (null, wrong.Count > 0 ? wrong : [new NothingToWeightBy()]);
        }
        // the groups that answered, hidden as they will be
        var trial = choice with
        {
            Weighting = new([.. by.Select(one => new TargetsOf(one.Name, one.Ordered, [], []))], false, null, null, null, ""),
        };
        var groups = (await reader.GatherAsync(year, stock, stop, trial, compare: false))?.Inputs.Groups ?? [];
        if (typed)
        {
            List<HowRefusal> without =
            [
                .. own.SelectMany(one =>
                    groups
                        .First(group => group.Name == one.Characteristic)
                        .Values.Where(value => value is not (Inputs.Hidden or GroupFacts.Unknown))
                        .CountBy(value => value)
                        .Where(value => !one.Categories.Contains(value.Key))
                        .Select(value => new GroupWithoutCount(one.Characteristic, value.Key, value.Value))
                ),
            ];
            return without.Count > 0 ? (null, without) : (new(own, true, null, null, null, targets.Say(form.From)), []);
        }
        var homes = await targets.HomesAsync(form.From, stock, chosen, stop);
        TargetsOf[] counted =
        [
            .. by.Select(one =>
                Share(TargetsReader.Count(one, homes, groups.FirstOrDefault(group => group.Name == one.Name).Values ?? []))
            ),
        ];
        return (new(counted, false, null, null, null, targets.Say(form.From)), []);
    }

    // homes of which something is not known are in no group of it, so that counts would not agree: shares do
    private static TargetsOf Share(TargetsOf counted)
    {
        var all = counted.Targets.Sum();
        return all == 0 ? counted : counted with { Targets = [.. counted.Targets.Select(homes => homes / all)] };
    }
}
