// Brings flags of care up to date with the file. It adds what the file warns of; it takes away only what an import set, and never without saying so.
using Hearth.People.Import.Rows;
using Hearth.People.Import.Values;
using Hearth.People.Register;

namespace Hearth.People.Import.Merging;

internal sealed class MergeCare(Changes changes, DateTimeOffset now, string source, Action<int, string> remark)
{
    /// <summary>True where something changes.</summary>
    public bool Fill(Guid person, ImportedPerson imported, RegisterPart part)
    {
        var wanted = imported.Care | (imported.CareAddress is null ? CareFlags.None : CareFlags.WriteTo);
        if (wanted == CareFlags.None && imported.NoCare == CareFlags.None)
        {
            return false;
        }
        var safety =
            changes.Care.GetValueOrDefault(person) ?? part.Care.GetValueOrDefault(person) ?? new ContactSafety { PersonId = person };
        var there = safety.Flags;
        KeepByHand(imported, safety, there);
        var added = imported.Care & ~there;
        var gone = imported.NoCare & there & safety.FromImport;
        var address =
            imported.CareAddress is { } one
            && one != safety.WriteTo
            && (safety.WriteTo is null || safety.FromImport.HasFlag(CareFlags.WriteTo))
                ? one
                : null;
        if (added == CareFlags.None && gone == CareFlags.None && address is null)
        {
            return false;
        }
        safety.Flags = (there | added) & ~gone;
        safety.FromImport = (safety.FromImport | added) & ~gone;
        if (address is not null)
        {
            safety.WriteTo = address;
            safety.FromImport |= CareFlags.WriteTo;
        }
        (safety.SetAt, safety.SetBy) = (now, source);
        changes.Care[person] = safety;
        return true;
    }

    private void KeepByHand(ImportedPerson imported, ContactSafety safety, CareFlags there)
    {
        var kept = imported.NoCare & there & ~safety.FromImport;
        if (kept != CareFlags.None)
        {
            remark(
                imported.Line,
                $"The file says no to “{CareWords.InWords(kept)}”, which an officer set by hand. It stays. Take it away on the person’s page if it is over"
            );
        }
        if (
            imported.CareAddress is { } address
            && safety.WriteTo is { } own
            && own != address
            && !safety.FromImport.HasFlag(CareFlags.WriteTo)
        )
        {
            remark(
                imported.Line,
                "An officer set another safe address for letters by hand. It stays. Change it on the person’s page if it is over"
            );
        }
    }
}
