// Who takes part: everyone who held a role, gave time or spoke in a year, with what they did; and who asked to.
using System.Globalization;
using Hearth.Loop.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.ListInvolved;

/// <summary>One person of the list.</summary>
internal sealed record InvolvedPerson(Guid Id, string Name, IReadOnlyList<string> Roles, int Activities, int Minutes);

/// <summary>Somebody who asked for a way and waits.</summary>
internal sealed record Waiting(Guid PersonId, string Name, string Way, DateOnly AnswerBy);

[StaffOnly(Role.EngagementOfficer, Role.Manager)]
internal sealed class InvolvedModel(HearthDb db, LoopLedger ledger, TimeProvider time) : PageModel, IShowsPeople
{
    private const int PageSize = 50;

    /// <summary>The year; this one where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>role, time or spoke; everyone with a role or time where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>One role by its name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    public DateOnly Today { get; } = time.Today();

    public int Shown { get; private set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public IReadOnlyList<InvolvedPerson> People { get; private set; } = [];

    public IReadOnlyList<Waiting> Asked { get; private set; } = [];

    public int Count { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public int WithRole { get; private set; }

    public int MinutesOfAll { get; private set; }

    public IEnumerable<Guid> PeopleShown => People.Select(p => p.Id).Concat(Asked.Select(a => a.PersonId));

    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken stop)
    {
        Shown = Year is >= 1990 and <= 9000 ? Year.Value : Today.Year;
        var (first, last) = (new DateOnly(Shown, 1, 1), new DateOnly(Shown, 12, 31));
        var (from, until) = (first.StartInLondon(), last.AddDays(1).StartInLondon());
        var held = db.Set<Involvement>().AsNoTracking().Where(i => i.Since <= last && (i.Until == null || i.Until >= first));
        var given = db.Set<TimeGiven>().AsNoTracking().Where(t => t.On >= first && t.On <= last);
        var spoke = ledger.Participations.Where(p => p.PersonId != null && p.At >= from && p.At < until);
        Roles = await db.Set<Involvement>().Select(i => i.Role).Distinct().OrderBy(r => r).ToListAsync(stop);
        Years = await YearsAsync(stop);
        WithRole = await held.Select(i => i.PersonId).Distinct().CountAsync(stop);
        MinutesOfAll = await given.SumAsync(t => t.Minutes, stop);

        var (role, heldIds, givenIds, spokeIds) = (
            Of,
            held.Select(i => i.PersonId),
            given.Select(t => t.PersonId),
            spoke.Select(p => p.PersonId!.Value)
        );
        var people = db.Set<Person>().AsNoTracking().Where(p => p.ForgottenAt == null);
        if (!string.IsNullOrEmpty(role))
        {
            var ofRole = held.Where(i => i.Role == role).Select(i => i.PersonId);
            people = people.Where(p => ofRole.Contains(p.Id));
        }
        people = Kind switch
        {
            "role" => people.Where(p => heldIds.Contains(p.Id)),
            "time" => people.Where(p => givenIds.Contains(p.Id)),
            "spoke" => people.Where(p => spokeIds.Contains(p.Id)),
            _ => people.Where(p => heldIds.Contains(p.Id) || givenIds.Contains(p.Id)),
        };
        Count = await people.CountAsync(stop);
        Number = Math.Clamp(number ?? 1, 1, Pages);
        var page = await people.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var ids = page.ConvertAll(p => p.Id);
        var roles = (await held.Where(i => ids.Contains(i.PersonId)).ToListAsync(stop)).ToLookup(i => i.PersonId);
        var minutes = (await given.Where(t => ids.Contains(t.PersonId)).ToListAsync(stop)).ToLookup(t => t.PersonId, t => t.Minutes);
        var activities = await spoke
            .Where(p => ids.Contains(p.PersonId!.Value))
            .GroupBy(p => p.PersonId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        People =
        [
            .. page.Select(p => new InvolvedPerson(
                p.Id,
                PersonWords.Name(p),
                [.. roles[p.Id].OrderBy(i => i.Since).Select(i => i.Role).Distinct()],
                activities.GetValueOrDefault(p.Id),
                minutes[p.Id].Sum()
            )),
        ];
        Asked = await AskedAsync(stop);
    }

    private async Task<IReadOnlyList<Waiting>> AskedAsync(CancellationToken stop) =>
        [
            .. (
                await (
                    from interest in db.Set<Interest>().AsNoTracking()
                    where interest.AnsweredAt == null
                    join person in db.Set<Person>() on interest.PersonId equals person.Id
                    join way in db.Set<WayToTakePart>() on interest.WayId equals way.Id
                    where person.ForgottenAt == null
                    orderby interest.AnswerBy, person.NameKey
                    select new
                    {
                        interest.AnswerBy,
                        person,
                        way.Name,
                    }
                )
                    .Take(100)
                    .ToListAsync(stop)
            ).Select(x => new Waiting(x.person.Id, PersonWords.Name(x.person), x.Name, x.AnswerBy)),
        ];

    private async Task<IReadOnlyList<int>> YearsAsync(CancellationToken stop)
    {
        var begins = await db.Set<Involvement>().OrderBy(i => i.Since).Select(i => (DateOnly?)i.Since).FirstOrDefaultAsync(stop);
        var gave = await db.Set<TimeGiven>().OrderBy(t => t.On).Select(t => (DateOnly?)t.On).FirstOrDefaultAsync(stop);
        var first = new[] { begins, gave, Today }.Min()!.Value.Year;
        return [.. Enumerable.Range(first, Today.Year - first + 1).Reverse()];
    }

    public static string N(int number) => number.ToString("N0", CultureInfo.GetCultureInfo("en-GB"));
}
