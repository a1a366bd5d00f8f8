// Everything a person took part in over the years: roles, activities, and time given. Read from the loop, which knows that they spoke and never what they said.
using Hearth.Loop.Public;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.SeeRecord;

/// <summary>One line of the record.</summary>
/// <param name="On">The day, or the day a role began.</param>
/// <param name="What">What it was, in words.</param>
/// <param name="More">How, until when, or what came of it.</param>
/// <param name="Address">The officer's page of it; null where there is none.</param>
internal sealed record RecordLine(DateOnly On, string What, string More, string? Address);

/// <summary>A year of it.</summary>
internal sealed record RecordYear(int Year, int Minutes, IReadOnlyList<RecordLine> Lines);

internal sealed class InvolvementRecord(HearthDb db, LoopLedger ledger, IEnumerable<LoopKind> kinds)
{
    /// <summary>The years, newest first; empty where they never took part.</summary>
    public async Task<IReadOnlyList<RecordYear>> OfAsync(Guid person, CancellationToken stop)
    {
        var lines = new List<(RecordLine Line, int Minutes)>();
        foreach (var role in await db.Set<Involvement>().AsNoTracking().Where(i => i.PersonId == person).ToListAsync(stop))
        {
            lines.Add(
                (
                    new(
                        role.Since,
                        $"{role.Role}: began",
                        role.Until is { } until ? $"Until {PersonWords.Day(until)}" : "Still holds it",
                        null
                    ),
                    0
                )
            );
            if (role.Until is { } ended && ended.Year != role.Since.Year)
            {
                lines.Add((new(ended, $"{role.Role}: ended", $"Began {PersonWords.Day(role.Since)}", null), 0));
            }
        }
        foreach (var given in await db.Set<TimeGiven>().AsNoTracking().Where(t => t.PersonId == person).ToListAsync(stop))
        {
            lines.Add(
                (
                    new(given.On, given.What.Length == 0 ? "Gave time" : given.What, TakingPartWords.Hours(given.Minutes), null),
                    given.Minutes
                )
            );
        }
        var took = await (
            from part in ledger.Participations
            where part.PersonId == person
            join thing in ledger.Things on part.ActivityId equals thing.Id
            select new
            {
                part.At,
                part.Channel,
                thing.Id,
                thing.Title,
                thing.Kind,
                thing.Address,
            }
        ).ToListAsync(stop);
        var told = (await ledger.ToldOfAsync(person, stop)).ToHashSet();
        var names = kinds.ToDictionary(k => k.Kind, k => k.Name);
        foreach (var part in took)
        {
            lines.Add(
                (
                    new(
                        part.At.DayInLondon(),
                        part.Title,
                        $"{names.GetValueOrDefault(part.Kind, part.Kind)}, {Channel(part.Channel)}. {(told.Contains(part.Id) ? "Told what came of it" : "Not yet told what came of it")}",
                        part.Address
                    ),
                    0
                )
            );
        }
        return
        [
            .. lines
                .GroupBy(l => l.Line.On.Year)
                .OrderByDescending(y => y.Key)
                .Select(y => new RecordYear(y.Key, y.Sum(l => l.Minutes), [.. y.Select(l => l.Line).OrderByDescending(l => l.On)])),
        ];
    }

    private static string Channel(string channel) =>
        channel switch
        {
            "Online" => "online",
            "Paper" => "on paper",
            "Telephone" => "by telephone",
            "Door" => "at the door",
            _ => channel.ToLowerInvariant(),
        };
}
