// What one person took part in, and what came of it, as the loop knows it. It knows that they spoke, never what they said.
using Hearth.DesignSystem.Public;
using Hearth.Loop.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.SignIn.OwnPage;

/// <summary>One thing a person took part in.</summary>
/// <param name="Title">As it is called.</param>
/// <param name="At">When they did.</param>
/// <param name="TellBy">The day by which we promised to say what came of it.</param>
/// <param name="CameOfIt">What we have said came of it, with a page where it can be read.</param>
internal sealed record TookPart(string Title, DateTimeOffset At, DateOnly? TellBy, IReadOnlyList<CameOfIt> CameOfIt);

/// <summary>A reply that anyone may read.</summary>
/// <param name="InReadersLanguage">The title is in the language of this page's reader; else in English.</param>
internal sealed record CameOfIt(string Title, string Address, DateOnly On, bool InReadersLanguage);

internal sealed class TookPartOf(LoopLedger ledger, IEnumerable<ITitlesInLanguages> titles, Phrases phrases)
{
    public async Task<IReadOnlyList<TookPart>> PersonAsync(Guid person, CancellationToken stop)
    {
        var parts = await ledger.Participations.Where(p => p.PersonId == person).ToListAsync(stop);
        var activities = parts.Select(p => p.ActivityId).ToList();
        var links = await ledger
            .Links.Where(l => activities.Contains(l.FromId))
            .Select(l => new { Activity = l.FromId, Reply = l.ToId })
            .ToListAsync(stop);
        var told = await ledger
            .Tellings.Where(t => t.PersonId == person && activities.Contains(t.ActivityId))
            .Select(t => new { Activity = t.ActivityId, Reply = t.ReplyId })
            .ToListAsync(stop);
        var pairs = links.Concat(told).Distinct().ToLookup(pair => pair.Activity, pair => pair.Reply);
        var wanted = activities.Concat(pairs.SelectMany(replies => replies)).Distinct().ToList();
        var things = await ledger.Things.Where(t => wanted.Contains(t.Id)).ToDictionaryAsync(t => t.Id, stop);
        var own = await InReadersLanguageAsync([.. things.Keys], stop);
        return
        [
            .. parts
                .Where(part => things.ContainsKey(part.ActivityId))
                .OrderByDescending(part => part.At)
                .Select(part => new TookPart(
                    things[part.ActivityId].Title,
                    part.At,
                    things[part.ActivityId].TellBy,
                    [
                        .. pairs[part.ActivityId]
                            .Select(reply => things.GetValueOrDefault(reply))
                            .OfType<LoopThing>()
                            .Where(reply => reply.PublicAddress is not null)
                            .OrderByDescending(reply => reply.On)
                            .Select(reply => new CameOfIt(
                                own.GetValueOrDefault(reply.Id) ?? reply.Title,
                                reply.PublicAddress!,
                                reply.On,
                                own.ContainsKey(reply.Id)
                            )),
                    ]
                )),
        ];
    }

    private async Task<IReadOnlyDictionary<Guid, string>> InReadersLanguageAsync(IReadOnlyCollection<Guid> things, CancellationToken stop)
    {
        var all = new Dictionary<Guid, string>();
        if (!phrases.Language.IsEnglish)
        {
            foreach (var module in titles)
            {
                foreach (var (thing, title) in await module.InAsync(things, phrases.Language.Code, stop))
                {
                    all[thing] = title;
                }
            }
        }
        return all;
    }
}
