// The newest thing that came of what people said and that anyone may read, wherever it is kept.
using Hearth.Loop.Public;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Answering;

internal sealed class WhatChanged(LoopLedger loop)
{
    /// <summary>Null while nothing has been published.</summary>
    public Task<LoopThing?> NewestAsync(CancellationToken stop) =>
        loop
            .Things.Where(thing => thing.PublicAddress != null && thing.Kind != "survey")
            .OrderByDescending(thing => thing.On)
            .FirstOrDefaultAsync(stop);
}
