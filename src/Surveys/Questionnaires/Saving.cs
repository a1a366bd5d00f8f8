// Saves, and turns another officer's earlier save into a refusal.
using Hearth.Storage.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Questionnaires;

internal static class Saving
{
    /// <summary>Saves this unit of work; refuses where somebody else saved the survey in between.</summary>
    public static async Task<IReadOnlyList<Refusal>> TrySaveAsync(this HearthDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return [];
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsDuplicate())
        {
            return [new ChangedMeanwhile()];
        }
    }
}
