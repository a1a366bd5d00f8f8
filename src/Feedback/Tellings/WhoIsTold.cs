// Before publishing: who will be told by which way, and who cannot be, with the reason. Counts only.
using Hearth.Feedback.Replies;
using Hearth.Loop.Public;
using Hearth.People.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Feedback.Tellings;

/// <summary>How a reply would go out now.</summary>
/// <param name="ByWay">People by way, in the board's order; ways with nobody are left out.</param>
/// <param name="AskedNot">They asked not to be told: counted apart, never overdue.</param>
/// <param name="Forgotten">They asked to be forgotten: only the count of them is left.</param>
/// <param name="NoWay">No address, number or postal address is held.</param>
/// <param name="NotOnTheList">They took part, and are no longer on the tenant list.</param>
internal sealed record TellingPlan(IReadOnlyList<(string Way, int People)> ByWay, int AskedNot, int Forgotten, int NoWay, int NotOnTheList)
{
    /// <summary>Those who will be told, by the language on record.</summary>
    public IReadOnlyDictionary<string, int> ByLanguage { get; init; } = new Dictionary<string, int>();

    public int WillBeTold => ByWay.Sum(w => w.People);

    public int OutOfReach => NoWay + NotOnTheList;
}

internal sealed class WhoIsTold(LoopLedger loop, Audience audience, Refusals refusals, LanguageOnRecord languages)
{
    public async Task<TellingPlan> ReadAsync(Answering answering, CancellationToken stop)
    {
        var ids = answering.ActivityIds;
        var people = await loop.ToBeToldAsync(answering.Reply.Id, ids, stop);
        var forgotten = await loop.Participations.CountAsync(p => ids.Contains(p.ActivityId) && p.PersonId == null, stop);
        var members = await audience.ForPeopleAsync(people, stop);
        var asked = members.Values.Count(m => m.AskedNot());
        var ways = members
            .Values.Select(Ways.First)
            .Where(way => way is not null)
            .GroupBy(way => way!.Name)
            .ToDictionary(g => g.Key, g => g.Count());
        return new(
            [.. Way.Names.Where(ways.ContainsKey).Select(name => (name, ways[name]))],
            asked,
            forgotten,
            members.Count - asked - ways.Values.Sum(),
            people.Count - members.Count
        )
        {
            ByLanguage = members.Values.Where(m => Ways.First(m) is not null).CountBy(m => m.Language).ToDictionary(),
        };
    }

    /// <summary>Everyone who took part and has not asked not to be told, told already or not, by the language on record.</summary>
    public async Task<IReadOnlyDictionary<string, int>> LanguagesAsync(Answering answering, CancellationToken stop)
    {
        var ids = answering.ActivityIds;
        var askedNot = await refusals.OfAsync(MessageKind.Feedback, stop);
        var people = await loop
            .Participations.Where(p => ids.Contains(p.ActivityId) && p.PersonId != null)
            .Select(p => p.PersonId!.Value)
            .Distinct()
            .ToListAsync(stop);
        return await languages.CountAsync([.. people.Where(person => !askedNot.Contains(person))], stop);
    }
}
