// How far the imports on this node have got. While a commit holds SQLite's one writer, only here can it be said.
using System.Collections.Concurrent;
using Hearth.People.Public;

namespace Hearth.People.Import.Running;

internal sealed class ImportBoard
{
    private readonly ConcurrentDictionary<Guid, ImportProgress> runs = new();

    public void Post(Guid run, ImportProgress progress) => runs[run] = progress;

    public ImportProgress? Of(Guid run) => runs.GetValueOrDefault(run);

    public void Remove(Guid run) => runs.TryRemove(run, out _);
}
