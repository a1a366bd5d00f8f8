// The landlord changes the menu of ways: adds one, changes it, takes it off.
using Hearth.People.Import.Values;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.TakingPart.ChangeWays;

internal enum WayRefusal
{
    NoName,
    NameTooLong,
    NoWords,
    WordsTooLong,
    NoTime,
    NoManner,
    NotALanguage,
    NotAPage,
}

/// <summary>A way as the form gives it.</summary>
internal sealed record WayForm(
    string? Name,
    string? Words,
    TimeToGive? Time,
    IReadOnlyList<Manner> Manners,
    IReadOnlyList<AccessNeed> Offers,
    string? Languages,
    string? Address
);

internal sealed class ChangeWays(HearthDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<IReadOnlyList<WayRefusal>> SaveAsync(WayToTakePart? known, WayForm form, CancellationToken stop)
    {
        var (name, words, address) = ((form.Name ?? "").Trim(), (form.Words ?? "").Trim(), (form.Address ?? "").Trim());
        var refusals = new List<WayRefusal>();
        Refuse(name.Length == 0, WayRefusal.NoName);
        Refuse(name.Length > WayToTakePart.LongestName, WayRefusal.NameTooLong);
        Refuse(words.Length == 0, WayRefusal.NoWords);
        Refuse(words.Length > WayToTakePart.LongestWords, WayRefusal.WordsTooLong);
        Refuse(form.Time is not { } t || !Enum.IsDefined(t), WayRefusal.NoTime);
        Refuse(form.Manners.Count == 0 || !form.Manners.All(Enum.IsDefined), WayRefusal.NoManner);
        var tags = (form.Languages ?? "")
            .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Languages.Tag)
            .ToList();
        Refuse(tags.Contains(null), WayRefusal.NotALanguage);
        // a page of this site: one slash, and no way to another site
        Refuse(
            address.Length > 200
                || (
                    address.Length > 0
                    && (
                        address[0] != '/'
                        || address.StartsWith("//", StringComparison.Ordinal)
                        || address.Contains('\\', StringComparison.Ordinal)
                    )
                ),
            WayRefusal.NotAPage
        );
        if (refusals.Count > 0)
        {
            return refusals;
        }
        var way = known ?? new WayToTakePart { Position = await db.Set<WayToTakePart>().CountAsync(stop) + 1 };
        (way.Name, way.Words, way.Time) = (name, words, form.Time!.Value);
        (way.Manners, way.Offers) = (form.Manners, [.. form.Offers.Where(Enum.IsDefined)]);
        way.Languages = [.. tags.OfType<string>().Where(tag => tag != "en-GB")];
        way.Address = address.Length == 0 ? null : address;
        if (known is null)
        {
            db.Add(way);
        }
        audit.Write(known is null ? "AddWay" : "ChangeWay", "way to take part", way.Id, name);
        await db.SaveChangesAsync(stop);
        return [];

        void Refuse(bool when, WayRefusal refusal)
        {
            if (when)
            {
                refusals.Add(refusal);
            }
        }
    }

    /// <summary>Takes a way off the menu, or puts it back. Who asked for it stays on record.</summary>
    public async Task WithdrawAsync(WayToTakePart way, bool withdrawn, CancellationToken stop)
    {
        way.WithdrawnAt = withdrawn ? time.GetUtcNow() : null;
        audit.Write(withdrawn ? "WithdrawWay" : "BringBackWay", "way to take part", way.Id, way.Name);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Puts the usual menu in place, where there is none.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        if (await db.Set<WayToTakePart>().AnyAsync(stop))
        {
            return;
        }
        db.AddRange(UsualWays.All());
        audit.Write("StartMenuOfWays", "way to take part");
        await db.SaveChangesAsync(stop);
    }
}
