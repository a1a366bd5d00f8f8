// Takes numbers typed over single quotas, or puts them back to their share by size; what is left is spread again or left as it is.
using System.Globalization;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Sampling.SetQuotas;

/// <summary>A line of the form.</summary>
internal sealed class TypedQuota
{
    public string Cell { get; set; } = "";

    /// <summary>As typed; empty puts it back to its share.</summary>
    public string? Wanted { get; set; }

    /// <summary>The number that stood there as the page was opened.</summary>
    public int Was { get; set; }
}

/// <summary>What came of it: cells typed over, and put back.</summary>
internal sealed record TypedNow(int Typed, int PutBack);

internal sealed class TypeQuotas(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <param name="id">A survey with quotas that has not closed.</param>
    /// <param name="lines">As the form holds them; a line whose number stands already changes nothing.</param>
    /// <param name="spread">Share what the typed numbers leave over the other groups; else those stay as they are.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Outcome<TypedNow>> RunAsync(Guid id, IReadOnlyList<TypedQuota> lines, bool spread, CancellationToken stop = default)
    {
        if (await db.Set<Survey>().FindAsync([id], stop) is not { } survey)
        {
            return new SurveyNotFound();
        }
        if (survey.Status == SurveyStatus.Closed)
        {
            return new SurveyAlreadyClosed();
        }
        var quotas = await db.Set<Quota>().Where(quota => quota.SurveyId == id).ToDictionaryAsync(quota => quota.Cell, stop);
        if (quotas.Count == 0)
        {
            return new NoQuotas();
        }
        var was = quotas.Values.ToDictionary(quota => quota.Cell, quota => (quota.Wanted, quota.IsTyped), StringComparer.Ordinal);
        var read = Read(lines, quotas);
        if (read.Refused)
        {
            return read.Refusals.ToList();
        }
        var (typed, back) = (read.Made!.Typed, read.Made.Back);
        if (typed.Count + back.Count == 0)
        {
            return new TypedNow(0, 0);
        }
        foreach (var (cell, wanted) in typed)
        {
            (quotas[cell].Wanted, quotas[cell].TypedBy, quotas[cell].TypedAt) = (wanted, actor.Name, time.GetUtcNow());
        }
        foreach (var cell in back)
        {
            (quotas[cell].TypedBy, quotas[cell].TypedAt) = (null, null);
        }
        if (Settle(quotas, back, spread) is { Count: > 0 } unsettled)
        {
            return unsettled.ToList();
        }
        foreach (var quota in quotas.Values.Where(quota => was[quota.Cell] != (quota.Wanted, quota.IsTyped)))
        {
            quota.Version++;
        }
        var others = spread ? "spread again" : "left as they were";
        foreach (var cell in typed.Keys.Concat(back).Order(StringComparer.Ordinal))
        {
            var how = quotas[cell].IsTyped ? "typed" : "put back to its share";
            audit.Write(
                "TypeQuota",
                "survey",
                id,
                $"{cell}: {quotas[cell].Wanted}, {how}; it was {was[cell].Wanted}. The other groups {others}"
            );
        }
        survey.Touch();
        return await db.TrySaveAsync(stop) is { Count: > 0 } late ? late.ToList() : new TypedNow(typed.Count, back.Count);
    }

    private sealed record ReadLines(Dictionary<string, int> Typed, List<string> Back);

    private static Outcome<ReadLines> Read(IReadOnlyList<TypedQuota> lines, Dictionary<string, Quota> quotas)
    {
        List<Refusal> refusals = [];
        Dictionary<string, int> typed = [];
        List<string> back = [];
        for (var at = 0; at < lines.Count; at++)
        {
            var (line, field) = (lines[at], $"Cells[{at}].Wanted");
            var text = line.Wanted?.Trim() ?? "";
            if (text == line.Was.ToString(CultureInfo.InvariantCulture))
            {
                // left as it stood
                continue;
            }
            var isNumber = int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var wanted) && wanted >= 0;
            if (quotas.TryGetValue(line.Cell, out var quota) && (isNumber ? wanted == quota.Wanted : text.Length == 0 && !quota.IsTyped))
            {
                // it is so already: pressed twice
                continue;
            }
            if (quota is null || quota.Wanted != line.Was)
            {
                return new ChangedMeanwhile();
            }
            if (text.Length == 0)
            {
                back.Add(quota.Cell);
            }
            else if (!isNumber)
            {
                refusals.Add(new QuotaIsNoNumber(quota.Cell, field));
            }
            else if (wanted > quota.Homes)
            {
                refusals.Add(new QuotaAboveHomes(quota.Cell, quota.Homes, field));
            }
            else
            {
                typed[quota.Cell] = wanted;
            }
        }
        return refusals.Count > 0 ? refusals : new ReadLines(typed, back);
    }

    // the shares of the groups that nobody typed; those put back at least
    private static IReadOnlyList<Refusal> Settle(Dictionary<string, Quota> quotas, List<string> back, bool spread)
    {
        var homes = quotas.Values.ToDictionary(quota => quota.Cell, quota => quota.Homes, StringComparer.Ordinal);
        var kept = spread ? quotas.Values.Where(quota => quota.IsTyped) : [];
        var shares = QuotaShares.Of(
            homes,
            kept.ToDictionary(quota => quota.Cell, quota => quota.Wanted, StringComparer.Ordinal),
            quotas.Values.First().InAll
        );
        if (shares.Refused)
        {
            return shares.Refusals;
        }
        foreach (var quota in quotas.Values.Where(quota => !quota.IsTyped && (spread || back.Contains(quota.Cell))))
        {
            quota.Wanted = shares.Made![quota.Cell];
        }
        return [];
    }
}
