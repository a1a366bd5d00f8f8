// Wards, neighbourhoods and patches by name; those that the file is the first to name are made.
using Hearth.People.Import.Rows;
using Hearth.People.Import.Values;
using Hearth.People.Register;
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.People.Import.Merging;

internal sealed class PlaceNames
{
    private readonly Dictionary<string, Ward> wards;
    private readonly Dictionary<string, Neighbourhood> neighbourhoods;
    private readonly Dictionary<string, Patch> patches;
    private readonly HashSet<string> officersRead = new(StringComparer.Ordinal);
    private readonly List<Ward> newWards = [];
    private readonly List<Neighbourhood> newNeighbourhoods = [];
    private readonly Dictionary<Guid, Patch> changedPatches = [];

    private PlaceNames(
        Dictionary<string, Ward> wards,
        Dictionary<string, Neighbourhood> neighbourhoods,
        Dictionary<string, Patch> patches
    ) => (this.wards, this.neighbourhoods, this.patches) = (wards, neighbourhoods, patches);

    public int NewWards { get; private set; }
    public int NewNeighbourhoods { get; private set; }
    public int NewPatches { get; private set; }

    public static async Task<PlaceNames> FindAsync(HearthDb db, CancellationToken stop) =>
        new(
            await db.Set<Ward>().AsNoTracking().ToDictionaryAsync(w => w.NameKey, stop),
            await db.Set<Neighbourhood>().AsNoTracking().ToDictionaryAsync(n => n.NameKey, stop),
            await db.Set<Patch>().AsNoTracking().ToDictionaryAsync(p => p.NameKey, stop)
        );

    public Guid Ward(string name)
    {
        var key = Fold.Key(name);
        if (!wards.TryGetValue(key, out var ward))
        {
            wards[key] = ward = new Ward { Name = name, NameKey = key };
            newWards.Add(ward);
            NewWards++;
        }
        return ward.Id;
    }

    public Guid Neighbourhood(string name)
    {
        var key = Fold.Key(name);
        if (!neighbourhoods.TryGetValue(key, out var neighbourhood))
        {
            neighbourhoods[key] = neighbourhood = new Neighbourhood { Name = name, NameKey = key };
            newNeighbourhoods.Add(neighbourhood);
            NewNeighbourhoods++;
        }
        return neighbourhood.Id;
    }

    public Guid Patch(string name, ImportedOfficer? officer)
    {
        var key = Fold.Key(name);
        if (!patches.TryGetValue(key, out var patch))
        {
            patches[key] = patch = new Patch { Name = name, NameKey = key };
            changedPatches[patch.Id] = patch;
            NewPatches++;
        }
        // the first row that names the officer speaks for the patch
        if (officer is not null && officersRead.Add(key))
        {
            var (before, beforePhone, beforeEmail, beforeLanguages) = (
                patch.OfficerName,
                patch.OfficerPhone,
                patch.OfficerEmail,
                patch.OfficerLanguages
            );
            patch.OfficerName = officer.Name ?? before;
            patch.OfficerPhone = officer.Phone ?? beforePhone;
            patch.OfficerEmail = officer.Email ?? beforeEmail;
            patch.OfficerLanguages = officer.Languages ?? beforeLanguages;
            if (
                (patch.OfficerName, patch.OfficerPhone, patch.OfficerEmail, patch.OfficerLanguages)
                != (before, beforePhone, beforeEmail, beforeLanguages)
            )
            {
                changedPatches[patch.Id] = patch;
            }
        }
        return patch.Id;
    }

    public async Task WriteAsync(BulkWrite bulk, CancellationToken stop)
    {
        await bulk.UpsertAsync(newWards, stop);
        await bulk.UpsertAsync(newNeighbourhoods, stop);
        await bulk.UpsertAsync(changedPatches.Values, stop);
        newWards.Clear();
        newNeighbourhoods.Clear();
        changedPatches.Clear();
    }
}
